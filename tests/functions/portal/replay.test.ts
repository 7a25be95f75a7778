// Replay: what was written into a ledger past the rules, or decided by rules that are not those on file, comes to light.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../adapters/sqlite/database.ts';
import { EMPTY_HEAD, type Entry, sealEntry } from '../../../domain/ledger.ts';
import { replayDecisions } from '../../../functions/portal/replay-decisions.ts';
import { acts } from '../../../local/acts.ts';
import { openStage, PROJECT_ID, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { fakePorts } from '../../support/ports/fake-ports.ts';

const PROJECT = { kind: 'PROJECT', id: PROJECT_ID } as const;

let database: Database;
let stage: Stage;
beforeEach(async () => {
  const world = fakePorts();
  ({ database } = world);
  stage = await openStage(world);
  await stage.playUntil('PLAN_APPROVED');
});
afterEach(() => stage.close());

async function differences(): Promise<readonly string[]> {
  const replayed = await replayDecisions(stage.ports, acts, PROJECT_ID);
  return replayed.differences.map(({ seq, act, reason }) => `${seq} ${act} ${reason}`);
}

/** Writes the entries over the stored ones, as somebody does who has the file and knows how to drop a trigger. */
function overwrite(entries: readonly Entry[]): void {
  database.connection.exec('DROP TRIGGER IF EXISTS entries_are_never_changed');
  for (const entry of entries) {
    database
      .prepare(`UPDATE entries SET entry = ?, hash = ? WHERE kind = 'PROJECT' AND id = ? AND seq = ?`)
      .run(JSON.stringify(entry), entry.hash, PROJECT_ID, entry.seq);
  }
}

/** The ledger with one entry changed, and every entry from there on hashed again, so that the chain holds. */
async function forge(act: string, change: (entry: Entry) => Partial<Entry>): Promise<number> {
  const entries = await stage.ports.ledger.read(PROJECT);
  const forged: Entry[] = [];
  for (const entry of entries) {
    const { hash: _hash, prevHash: _prevHash, seq: _seq, ...content } = entry;
    forged.push(
      sealEntry(PROJECT, forged.at(-1) ?? EMPTY_HEAD, { ...content, ...(entry.act === act ? change(entry) : {}) }),
    );
  }
  overwrite(forged);
  return entries.find((entry) => entry.act === act)?.seq ?? expect.fail(`no ${act}`);
}

describe('replaying a project', () => {
  it('finds nothing in a ledger that nobody has touched', async () => {
    expect(await differences()).toEqual([]);
  });

  it('reports an entry that was changed in the file, by the chain', async () => {
    const entries = await stage.ports.ledger.read(PROJECT);
    const tally = entries.find(({ act }) => act === 'tally-plan-ballot') ?? expect.fail('no tally');
    overwrite([{ ...tally, payload: { ...tally.payload, outcome: 'failed' } }]);
    expect(await differences()).toEqual([`${tally.seq}  CHAIN`]);
  });

  it('reports a decision that was turned round, though the whole chain was hashed again', async () => {
    const seq = await forge('tally-willingness', ({ payload }) => ({ payload: { ...payload, outcome: 'failed' } }));
    expect(await differences()).toContain(`${seq} tally-willingness DECISION`);
  });

  it('reports a finding that was taken away', async () => {
    const seq = await forge('tally-plan-ballot', ({ findings }) => ({ findings: findings.slice(1) }));
    expect(await differences()).toEqual([`${seq} tally-plan-ballot DECISION`]);
  });

  it('reports votes that are not on file any more', async () => {
    const seq = await forge('tally-plan-ballot', ({ payload }) => ({
      payload: { ...payload, input: { heldOn: '2026-03-02', votes: '0'.repeat(64) } },
    }));
    expect(await differences()).toEqual([`${seq} tally-plan-ballot FACTS`]);
  });

  it('reports a version of the rules and of the calendar that nobody has', async () => {
    const rules = await forge('submit-design', () => ({ rulebook: 'lucheng-2020-21@99' }));
    const calendar = await forge('record-survey', () => ({ calendar: 'cn-2004-2026@99' }));
    expect(await differences()).toEqual([
      `${calendar} record-survey UNKNOWN_CALENDAR`,
      `${rules} submit-design UNKNOWN_RULEBOOK`,
    ]);
  });

  it('reports an act that nobody knows, and says at which entry', async () => {
    const seq = await forge('form-body', () => ({ act: 'wave-through' }));
    expect(await differences()).toEqual([`${seq} wave-through UNKNOWN_ACT`]);
  });

  it('reports a result that no act of ours can have written', async () => {
    const seq = await forge('submit-design', ({ payload }) => ({ payload: { ...payload, result: null } }));
    expect(await differences()).toEqual([`${seq} submit-design DECISION`]);
  });
});
