// Makes sealed entries for tests that need a ledger with something in it.
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import { EMPTY_HEAD, type Entry, type Head, type LedgerRef, sealEntry } from '../../../domain/ledger.ts';
import { SYSTEM } from '../../../domain/parties.ts';

export function entryAfter(ref: LedgerRef, head: Head = EMPTY_HEAD, act = 'note'): Entry {
  return sealEntry(ref, head, {
    at: instantOf(Date.UTC(2026, 2, 2, 1, 0, 0)),
    act,
    actor: SYSTEM,
    payload: { note: `${act} ${head.seq + 1}` },
    findings: [],
    rulebook: 'lucheng-2020-21@1',
    calendar: 'cn-2004-2026@1',
  });
}

/** The first `length` entries of a ledger, chained. */
export function chainOf(ref: LedgerRef, length: number): Entry[] {
  const entries: Entry[] = [];
  for (let seq = 1; seq <= length; seq += 1) entries.push(entryAfter(ref, entries.at(-1)));
  return entries;
}
