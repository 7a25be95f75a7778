// The ledger of what was done with personal data: who looked, what was erased, handed out, corrected and blackened. It names
// papers, pages and projects, never people.
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { Fault, granted, type Outcome } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import { EMPTY_HEAD, type LedgerRef, sealEntry } from '../../domain/ledger.ts';
import type { Actor } from '../../domain/parties.ts';
import { NO_CONSEQUENCES, type Ports } from '../../domain/ports.ts';
import { askedBefore } from './asked-before.ts';

export const PRIVACY_ACTS = ['view', 'export-person', 'correct-person', 'redact-page', 'erase'] as const;
export type PrivacyAct = (typeof PRIVACY_ACTS)[number];

const RULEBOOK = 'privacy@1';
const MOST_ATTEMPTS = 20;

/** One ledger a day: a chain that everybody who looks must continue stays short. */
export const privacyLedger = (day: string): LedgerRef => ({ kind: 'PRIVACY', id: day });

/** A `request` that comes again is noted once. */
export async function noteOfPersonalData(
  { ledger, clock }: Pick<Ports, 'ledger' | 'clock'>,
  actor: Actor,
  act: PrivacyAct,
  payload: JsonObject,
  request?: string,
): Promise<Outcome<undefined>> {
  const ref = privacyLedger(dateInShanghai(clock.now()));
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const entries = await ledger.read(ref);
    const before = askedBefore(entries, request);
    if (!before.ok) return before;
    if (before.value) return granted(undefined);
    const entry = sealEntry(ref, entries.at(-1) ?? EMPTY_HEAD, {
      ...{ at: clock.now(), act, actor, payload, findings: [], rulebook: RULEBOOK, calendar: '' },
      ...(request !== undefined && { request }),
    });
    if ((await ledger.append(ref, entry, NO_CONSEQUENCES)) === 'APPENDED') return granted(undefined);
  }
  throw new Fault('CONTENTION', 'too many look at personal data at once');
}

const DAYS = 100;

/** Whether each of these papers stands in the register of what was erased; of none there is nothing to say. */
export async function areErasedOnRecord(
  { ledger }: Pick<Ports, 'ledger'>,
  papers: readonly string[],
): Promise<boolean> {
  const left = new Set(papers);
  if (left.size === 0) return false;
  for (let cursor = '', days: readonly string[] = []; ; cursor = days.at(-1) ?? '') {
    days = await ledger.list('PRIVACY', { cursor, limit: DAYS });
    for (const day of days) {
      for (const { act, payload } of await ledger.read(privacyLedger(day))) {
        if (act !== 'erase' || !Array.isArray(payload.papers)) continue;
        for (const paper of payload.papers) left.delete(String(paper));
      }
      if (left.size === 0) return true;
    }
    if (days.length < DAYS) return false;
  }
}
