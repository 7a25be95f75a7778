// User grants: the entries of a district's GRANTS ledger, their fold, and their read model. Names of people stand in none.
import * as z from 'zod';
import { EMPTY_HEAD, type Entry, type EntryContent, type LedgerRef, sealEntry } from '../ledger.ts';
import { ROLES } from '../parties.ts';
import { type Consequences, NO_CONSEQUENCES, type ViewWrite } from '../ports.ts';

export const grantRolePayload = z.strictObject({
  /** Subject of the person's token; says nothing about the person. */
  personId: z.string().min(1),
  role: z.enum(ROLES),
  /** A slash would make the units' places in the read model overlap. */
  unit: z.string().regex(/^[^/]+$/),
});
export type Grant = z.infer<typeof grantRolePayload>;

export const revokeRolePayload = z.strictObject({ personId: z.string().min(1) });
export type Revocation = z.infer<typeof revokeRolePayload>;

/** Who holds what by person id: one role each. */
export type Grants = ReadonlyMap<string, Grant>;

export function foldGrants(entries: readonly Entry[]): Grants {
  const grants = new Map<string, Grant>();
  for (const { act, payload } of entries) {
    if (act === 'grant-role') {
      const grant = grantRolePayload.parse(payload);
      grants.set(grant.personId, grant);
    } else if (act === 'revoke-role') {
      grants.delete(revokeRolePayload.parse(payload).personId);
    }
  }
  return grants;
}

/** Everything about an entry but the act: who grants, when, under which rules. */
export type GrantContext = Pick<EntryContent, 'at' | 'actor' | 'rulebook' | 'calendar'>;

export interface NextEntry {
  readonly ref: LedgerRef;
  readonly entry: Entry;
  readonly consequences: Consequences;
}

/** The entry that gives a person a role, in place of any role held before. */
export function grantRole(ref: LedgerRef, entries: readonly Entry[], grant: Grant, context: GrantContext): NextEntry {
  return next(ref, entries, { ...context, act: 'grant-role', payload: { ...grant }, findings: [] });
}

/** The entry that takes a person's role away. */
export function revokeRole(
  ref: LedgerRef,
  entries: readonly Entry[],
  revocation: Revocation,
  context: GrantContext,
): NextEntry {
  return next(ref, entries, { ...context, act: 'revoke-role', payload: { ...revocation }, findings: [] });
}

function next(ref: LedgerRef, entries: readonly Entry[], content: Omit<EntryContent, 'seq' | 'prevHash'>): NextEntry {
  const entry = sealEntry(ref, entries.at(-1) ?? EMPTY_HEAD, content);
  const views = projectGrants(ref, [...entries, entry]);
  return { ref, entry, consequences: { ...NO_CONSEQUENCES, views } };
}

/** The read model: each grant once under its person, once under its role in order of units. */
export const BY_PERSON = 'grants-by-person';
export const BY_ROLE = 'grants-by-role';
export const placeByPerson = (personId: string) => ({ view: BY_PERSON, partition: personId, sort: 'grant' });
export const placeByRole = ({ personId, role, unit }: Grant) => ({
  view: BY_ROLE,
  partition: role,
  sort: `${unit}/${personId}`,
});

/** The rows of the read model that the last of a ledger's entries changes. */
export function projectGrants(ref: LedgerRef, entries: readonly Entry[]): ViewWrite[] {
  const entry = entries.at(-1);
  if (!entry) return [];
  const watermark = { ledger: `${ref.kind}/${ref.id}`, seq: entry.seq };
  const personId = String(entry.payload.personId);
  const held = foldGrants(entries.slice(0, -1)).get(personId);
  const holds = foldGrants(entries).get(personId);

  const writes: ViewWrite[] = [{ ...placeByPerson(personId), value: holds ? { ...holds } : null, watermark }];
  if (holds) writes.push({ ...placeByRole(holds), value: { ...holds }, watermark });
  const moved = held && (held.role !== holds?.role || held.unit !== holds.unit);
  if (moved) writes.push({ ...placeByRole(held), value: null, watermark });
  return writes;
}
