// Projections rebuilt from ledgers alone are those that grew entry by entry.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../domain/ledger.ts';
import { rebuildProjections } from '../../../functions/programme/rebuild-projections.ts';
import { performAct } from '../../../functions/runtime/perform-act.ts';
import { acts } from '../../../local/acts.ts';
import { actor, neighbourhoodIn, TODAY } from '../../domain/programme/neighbourhoods.ts';
import { at } from '../../domain/projects/funding/step-four.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { putInLedger, storePaper } from '../funding/project-in-ledger.ts';
import { appendCopy, ROWS_OF_PROJECTS } from './district-copies.ts';

let fake: FakePorts;
let empty: FakePorts;
beforeEach(() => {
  fake = fakePorts({ now: at(TODAY) });
  empty = fakePorts({ now: at(TODAY) });
});
afterEach(() => {
  fake.close();
  empty.close();
});

/** From the pool to the consultation, with a petition on the way. */
async function surveyed(): Promise<readonly Entry[]> {
  const { projectId } = await putInLedger(fake.ports, neighbourhoodIn('POOL', { serial: '0900' }));
  const record = await storePaper(fake.ports);
  const eligibility = {
    completedOn: '1992-06-30',
    inDemolitionPlan: false,
    dangerGrade: 'B',
    hollowCoreSlabHazard: false,
    comprehensivelyRenovable: true,
  };
  const input = { surveyedOn: TODAY, record, needsRenovation: true, renovatedBefore: 0, eligibility };
  const human = acts['record-survey'] ?? expect.fail('no act');
  const done = await performAct(fake.ports, human, { projectId, actor: actor('STREET', '330302001'), input });
  expect(done).toMatchObject({ ok: true });
  return fake.ports.ledger.read({ kind: 'PROJECT', id: projectId });
}

describe('a rebuild', () => {
  it('gives the rows that grew with the entries', async () => {
    const entries = await surveyed();
    for (const serial of ['0901', '0902', '0903']) await appendCopy(empty.ports, entries, `330302-2026-${serial}`);
    const grown = empty.database.prepare(ROWS_OF_PROJECTS).all();
    empty.database.write(() => empty.database.prepare('DELETE FROM view_rows').run());
    expect(empty.database.prepare(ROWS_OF_PROJECTS).all()).toEqual([]);
    expect(await rebuildProjections(empty.ports)).toBe(3);
    expect(empty.database.prepare(ROWS_OF_PROJECTS).all()).toEqual(grown);
    expect(grown.length).toBeGreaterThan(20);
  });
});
