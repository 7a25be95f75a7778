// Projections rebuilt from ledgers alone are those that grew entry by entry.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../domain/ledger.ts';
import { projectionOf } from '../../../domain/projects/projection.ts';
import { rebuildProjections } from '../../../functions/programme/rebuild-projections.ts';
import { performAct } from '../../../functions/runtime/perform-act.ts';
import { acts } from '../../../local/acts.ts';
import { addMissingRows } from '../../../local/add-missing-rows.ts';
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

/** As software left it that knew no figures by year. */
function forgetYears(): void {
  const { database } = empty;
  for (const table of ['view_rows', 'view_counts']) {
    const forget = `DELETE FROM ${table} WHERE partition_key LIKE '%:year:%' OR view_name = 'years'`;
    database.write(() => database.prepare(forget).run());
  }
}

describe('a data folder that older software has written', () => {
  it('is given the rows that it lacks, once', async () => {
    const entries = await surveyed();
    await appendCopy(empty.ports, entries, '330302-2025-0901');
    const grown = empty.database.prepare(ROWS_OF_PROJECTS).all();
    forgetYears();
    expect(empty.database.prepare(ROWS_OF_PROJECTS).all().length).toBeLessThan(grown.length);
    expect(await addMissingRows(empty.ports)).toBe(1);
    expect(empty.database.prepare(ROWS_OF_PROJECTS).all()).toEqual(grown);
    expect(await empty.ports.views.count('ageing', 'district:year:2025:step:1')).toBe(
      await empty.ports.views.count('ageing', 'district:step:1'),
    );
    expect(await addMissingRows(empty.ports)).toBe(0);
  });

  it('is given them with the next entry of a project too', async () => {
    const entries = await surveyed();
    const last = await appendCopy(empty.ports, entries, '330302-2025-0901');
    const grown = empty.database.prepare(ROWS_OF_PROJECTS).all();
    forgetYears();
    const next = { ...last, head: { ...last.head, seq: last.head.seq + 1 } };
    await empty.ports.views.write(projectionOf(last, next));
    const listed = (rows: readonly Record<string, unknown>[]) =>
      rows.filter(({ view_name }) => view_name !== 'project' && view_name !== 'register');
    expect(listed(empty.database.prepare(ROWS_OF_PROJECTS).all())).toEqual(listed(grown));
  });
});
