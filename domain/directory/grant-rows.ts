// The read model of grants: what each person holds, once under the person, once under each role in order of units.
import * as z from 'zod';
import type { JsonObject } from '../json.ts';
import type { Entry, LedgerRef } from '../ledger.ts';
import type { ViewWrite, Watermark } from '../ports.ts';
import { foldGrants, type Grant, grantPostPayload, grantRolePayload, postOf } from './grants.ts';
import { type HeldPost, isSamePost } from './post.ts';

export const BY_PERSON = 'grants-by-person';
export const BY_ROLE = 'grants-by-role';
export const placeByPerson = (personId: string) => ({ view: BY_PERSON, partition: personId, sort: 'grant' });
export const placeByRole = ({ personId, role, unit }: Omit<Grant, 'until'>) => ({
  view: BY_ROLE,
  partition: role,
  sort: `${unit}/${personId}`,
});

/** One row for all posts of a person: each request of the API reads it once. */
const personRow = z.strictObject({
  personId: z.string(),
  posts: z.array(grantPostPayload.omit({ personId: true })),
});

/** The posts of a row under its person; rows written while a person held one role have no list of them. */
export function readPersonRow(value: JsonObject): readonly HeldPost[] {
  const row = z.union([personRow, grantRolePayload]).parse(value);
  return 'posts' in row ? row.posts.map(postOf) : [postOf(row)];
}

/** A row under its role. */
export const readRoleRow = (value: JsonObject): Grant => grantPostPayload.parse(value);

/** The rows of the read model that the last of a ledger's entries changes. */
export function projectGrants(ref: LedgerRef, entries: readonly Entry[]): ViewWrite[] {
  const last = entries.at(-1);
  if (!last) return [];
  const personId = personIn(last);
  const held = foldGrants(entries.slice(0, -1)).get(personId) ?? [];
  return rowsOfPerson(personId, held, foldGrants(entries).get(personId) ?? [], watermarkOf(ref, last));
}

/** The rows of everybody who was ever named, from one fold: null for whatever they no longer hold. */
export function allGrants(ref: LedgerRef, entries: readonly Entry[]): ViewWrite[] {
  const last = entries.at(-1);
  if (!last) return [];
  const grants = foldGrants(entries);
  const given = new Map<string, HeldPost[]>();
  for (const entry of entries) {
    const posts = given.get(personIn(entry)) ?? [];
    // Entries about every post of a person name none.
    const named = grantPostPayload.safeParse(entry.payload).data;
    given.set(personIn(entry), named === undefined ? posts : [...posts, postOf(named)]);
  }
  return [...given].flatMap(([personId, posts]) =>
    rowsOfPerson(personId, posts, grants.get(personId) ?? [], watermarkOf(ref, last)),
  );
}

const personIn = ({ payload }: Entry): string => String(payload.personId);
const watermarkOf = (ref: LedgerRef, { seq }: Entry): Watermark => ({ ledger: `${ref.kind}/${ref.id}`, seq });

function rowsOfPerson(
  personId: string,
  held: readonly HeldPost[],
  holds: readonly HeldPost[],
  watermark: Watermark,
): ViewWrite[] {
  const gone = held.filter((each) => !holds.some((post) => isSamePost(post, each)));
  const row = holds.length === 0 ? null : { personId, posts: holds.map((post) => ({ ...post })) };
  return [
    { ...placeByPerson(personId), value: row, watermark },
    ...holds.map((post) => ({ ...placeByRole({ personId, ...post }), value: { personId, ...post }, watermark })),
    ...gone.map((post) => ({ ...placeByRole({ personId, ...post }), value: null, watermark })),
  ];
}
