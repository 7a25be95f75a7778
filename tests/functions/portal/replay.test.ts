// Replay: what was written into a ledger past the rules, or decided by rules that are not those on file, comes to light.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replayDecisions } from '../../../functions/portal/replay-decisions.ts';
import { acts } from '../../../local/acts.ts';
import { PROJECT_ID, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { type ForgedLedger, openForgedLedger, PROJECT } from './forged-ledger.ts';

let stage: Stage;
let ledger: ForgedLedger;
beforeEach(async () => {
  ledger = await openForgedLedger();
  ({ stage } = ledger);
});
afterEach(() => stage.close());

async function differences(): Promise<readonly string[]> {
  const replayed = await replayDecisions(stage.ports, acts, PROJECT_ID);
  return replayed.differences.map(({ seq, act, reason }) => `${seq} ${act} ${reason}`);
}

describe('replaying a project', () => {
  it('finds nothing in a ledger that nobody has touched', async () => {
    expect(await differences()).toEqual([]);
  });

  it('reports an entry that was changed in the file, by the chain', async () => {
    const entries = await stage.ports.ledger.read(PROJECT);
    const tally = entries.find(({ act }) => act === 'tally-plan-ballot') ?? expect.fail('no tally');
    ledger.overwrite([{ ...tally, payload: { ...tally.payload, outcome: 'failed' } }]);
    expect(await differences()).toEqual([`${tally.seq}  CHAIN`]);
  });

  it('reports a decision that was turned round, though the whole chain was hashed again', async () => {
    const seq = await ledger.forge('tally-willingness', ({ payload }) => ({
      payload: { ...payload, outcome: 'failed' },
    }));
    expect(await differences()).toContain(`${seq} tally-willingness DECISION`);
  });

  it('reports a finding that was taken away', async () => {
    const seq = await ledger.forge('tally-plan-ballot', ({ findings }) => ({ findings: findings.slice(1) }));
    expect(await differences()).toEqual([`${seq} tally-plan-ballot DECISION`]);
  });

  it('reports votes that are not on file any more', async () => {
    const seq = await ledger.forge('tally-plan-ballot', ({ payload }) => ({
      payload: { ...payload, input: { heldOn: '2026-03-02', votes: '0'.repeat(64) } },
    }));
    expect(await differences()).toEqual([`${seq} tally-plan-ballot FACTS`]);
  });

  it('reports a version of the rules and of the calendar that nobody has', async () => {
    const rules = await ledger.forge('submit-design', () => ({ rulebook: 'lucheng-2020-21@99' }));
    const calendar = await ledger.forge('record-survey', () => ({ calendar: 'cn-2004-2026@99' }));
    expect(await differences()).toEqual([
      `${calendar} record-survey UNKNOWN_CALENDAR`,
      `${rules} submit-design UNKNOWN_RULEBOOK`,
    ]);
  });

  it('reports an act that nobody knows, and says at which entry', async () => {
    const seq = await ledger.forge('form-body', () => ({ act: 'wave-through' }));
    expect(await differences()).toEqual([`${seq} wave-through UNKNOWN_ACT`]);
  });

  it('reports a result that no act of ours can have written', async () => {
    const seq = await ledger.forge('submit-design', ({ payload }) => ({ payload: { ...payload, result: null } }));
    expect(await differences()).toEqual([`${seq} submit-design DECISION`]);
  });
});
