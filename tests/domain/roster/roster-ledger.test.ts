// The ledger of a roster folds to what was imported and frozen, and leads from a roll back to its import.
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import type { JsonObject } from '../../../domain/json.ts';
import { EMPTY_HEAD, type Entry, sealEntry } from '../../../domain/ledger.ts';
import { SYSTEM } from '../../../domain/parties.ts';
import { foldRosterLedger, importOfRoll, rosterLedger } from '../../../domain/roster/roster-ledger.ts';

const ref = rosterLedger('330302005001-01');
const hash = (digit: string) => digit.repeat(64);
const totals = { units: 3, households: 2, area: '210.60', titleArea: null };

function chain(...acts: (readonly [string, JsonObject])[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const [act, payload] of acts) {
    const content = {
      at: instantOf(0),
      act,
      actor: SYSTEM,
      payload,
      findings: [],
      rulebook: 'roster@1',
      calendar: '-',
    };
    entries.push(sealEntry(ref, entries.at(-1) ?? EMPTY_HEAD, content));
  }
  return entries;
}

const imported = (digit: string) =>
  ['import-roster', { source: hash('a'), vault: hash('b'), rosterHash: hash(digit), ...totals }] as const;
const frozen = (digit: string, rosterSeq: number) =>
  [
    'freeze-roll',
    { projectId: '330302-2026-0017', ballot: 'PLAN', rosterSeq, rollHash: hash(digit), ...totals },
  ] as const;

describe('the ledger of a roster', () => {
  it('finds the import of a roll although a newer roster was imported since', () => {
    const history = foldRosterLedger(chain(imported('1'), frozen('1', 1), imported('2')));
    expect(history.head.seq).toBe(3);
    expect(history.imports).toHaveLength(2);
    expect(importOfRoll(history, hash('1'))).toMatchObject({ seq: 1, rosterHash: hash('1') });
  });

  it('finds nothing for a roster that was imported but never frozen', () => {
    expect(importOfRoll(foldRosterLedger(chain(imported('1'))), hash('1'))).toBeUndefined();
  });

  it('takes an entry of another kind for a fault', () => {
    expect(() => foldRosterLedger(chain(['open-project', {}]))).toThrow('not an entry of a roster');
  });
});
