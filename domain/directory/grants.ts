// User grants: the entries of a district's GRANTS ledger and their fold. Names of people stand in none.
import * as z from 'zod';
import type { Entry } from '../ledger.ts';
import { ROLES } from '../parties.ts';
import { type HeldPost, isSamePost } from './post.ts';

/** Subject of the person's token; says nothing about the person. */
const personId = z.string().min(1);
/** A slash would make the units' places in the read model overlap. */
const post = { role: z.enum(ROLES), unit: z.string().regex(/^[^/]+$/) };

export const grantPostPayload = z.strictObject({
  personId,
  ...post,
  /** The last day of the post; absent: until it is taken away. */
  until: z.iso.date().optional(),
});
export type Grant = z.infer<typeof grantPostPayload>;

export const revokePostPayload = z.strictObject({ personId, ...post });
export type Revocation = z.infer<typeof revokePostPayload>;

/** Read only: while a person held one role, each grant came in place of any role held before. */
export const grantRolePayload = z.strictObject({ personId, ...post });
/** Takes away whatever the person holds, as it did while that was one role. */
export const revokeRolePayload = z.strictObject({ personId });

/** Who holds what by person id, also what is over by its day; nobody with nothing. */
export type Grants = ReadonlyMap<string, readonly HeldPost[]>;

export const postOf = ({ role, unit, until }: Omit<Grant, 'personId'>): HeldPost => ({
  role,
  unit,
  ...(until !== undefined && { until }),
});

export function foldGrants(entries: readonly Entry[]): Grants {
  const grants = new Map<string, readonly HeldPost[]>();
  const hold = (person: string, posts: readonly HeldPost[]) =>
    posts.length === 0 ? grants.delete(person) : grants.set(person, posts);
  for (const { act, payload } of entries) {
    if (act === 'grant-role') {
      const given = grantRolePayload.parse(payload);
      hold(given.personId, [postOf(given)]);
    } else if (act === 'grant-post') {
      const given = grantPostPayload.parse(payload);
      const others = (grants.get(given.personId) ?? []).filter((held) => !isSamePost(held, given));
      hold(given.personId, [...others, postOf(given)]);
    } else if (act === 'revoke-post') {
      const taken = revokePostPayload.parse(payload);
      hold(
        taken.personId,
        (grants.get(taken.personId) ?? []).filter((held) => !isSamePost(held, taken)),
      );
    } else if (act === 'revoke-role') {
      hold(revokeRolePayload.parse(payload).personId, []);
    }
  }
  return grants;
}
