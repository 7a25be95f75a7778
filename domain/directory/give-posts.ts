// The next entry of the GRANTS ledger: a post given, one taken away, every one of a person, or somebody invited.
import { EMPTY_HEAD, type Entry, type EntryContent, type LedgerRef, sealEntry } from '../ledger.ts';
import { type Consequences, NO_CONSEQUENCES } from '../ports.ts';
import { projectGrants } from './grant-rows.ts';
import { type Grant, postOf, type Revocation } from './grants.ts';

/** Everything about an entry but the act: who grants, when, under which rules, and by which request. */
export type GrantContext = Pick<EntryContent, 'at' | 'actor' | 'rulebook' | 'calendar' | 'request'>;

export interface NextEntry {
  readonly ref: LedgerRef;
  readonly entry: Entry;
  readonly consequences: Consequences;
}

/** The entry that gives a person a post beside those held already; given again, it holds until the day given last. */
export function grantPost(ref: LedgerRef, entries: readonly Entry[], grant: Grant, context: GrantContext): NextEntry {
  const { personId: person } = grant;
  const payload = { personId: person, ...postOf(grant) };
  return next(ref, entries, { ...context, act: 'grant-post', payload, findings: [] });
}

/** The entry that takes one post away from a person. */
export function revokePost(
  ref: LedgerRef,
  entries: readonly Entry[],
  revocation: Revocation,
  context: GrantContext,
): NextEntry {
  return next(ref, entries, { ...context, act: 'revoke-post', payload: { ...revocation }, findings: [] });
}

/** The entry that takes every post of a person away. */
export function revokeEveryPost(
  ref: LedgerRef,
  entries: readonly Entry[],
  person: string,
  context: GrantContext,
): NextEntry {
  return next(ref, entries, { ...context, act: 'revoke-role', payload: { personId: person }, findings: [] });
}

/** The entry that somebody was sent a link to set a password by: it changes no post, and says who could have come by one. */
export function noteInvitation(
  ref: LedgerRef,
  entries: readonly Entry[],
  person: string,
  context: GrantContext,
): NextEntry {
  return next(ref, entries, { ...context, act: 'invite-person', payload: { personId: person }, findings: [] });
}

function next(ref: LedgerRef, entries: readonly Entry[], content: Omit<EntryContent, 'seq' | 'prevHash'>): NextEntry {
  const entry = sealEntry(ref, entries.at(-1) ?? EMPTY_HEAD, content);
  const views = projectGrants(ref, [...entries, entry]);
  return { ref, entry, consequences: { ...NO_CONSEQUENCES, views } };
}
