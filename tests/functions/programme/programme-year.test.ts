// A year of the programme over HTTP on real ledgers: meetings and their tasks, the round, circulars, assessment, duties.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/json.ts';
import { fillContents } from '../../../functions/typesetting/fill-contents.ts';
import { actor, fundedOn, neighbourhoodIn, TODAY } from '../../domain/programme/neighbourhoods.ts';
import { inApprovals } from '../../domain/projects/works/building-site.ts';
import { putInLedger } from '../funding/project-in-ledger.ts';
import { OFFICE, openProgrammeDesk, type ProgrammeDesk, STREET, YEAR } from './programme-desk.ts';

let desk: ProgrammeDesk;
beforeEach(async () => {
  desk = await openProgrammeDesk();
});
afterEach(() => desk.close());

describe('meetings', () => {
  const decision = { text: '协调东门管线迁改', owner: { role: 'STREET', unit: '330302001' }, dueOn: '2026-03-20' };

  it('make tasks, which only their owner finishes, once', async () => {
    const meeting = { heldOn: TODAY, subject: '三月例会', minutes: desk.paper, decisions: [decision] };
    expect((await desk.office('recordMeeting', { body: meeting })).status).toBe(201);
    const owed = await desk.ask('listOwed', { by: STREET });
    expect(owed.json.owed).toMatchObject([
      { kind: 'TASK', since: TODAY, dueOn: '2026-03-20', overdue: false, entry: { programmeYear: '2026', seq: 1 } },
    ]);
    const finish = { path: { ...YEAR, no: '1' }, body: { finishedOn: TODAY, result: '已迁改' } };
    expect((await desk.ask('finishTask', { by: actor('STREET', '330302002'), ...finish })).status).toBe(403);
    expect((await desk.ask('finishTask', { by: STREET, ...finish })).status).toBe(200);
    expect((await desk.ask('finishTask', { by: STREET, ...finish })).status).toBe(404);
    expect((await desk.ask('listOwed', { by: STREET })).json.owed).toEqual([]);
  });

  it('name minutes that are on file, and dates that can be', async () => {
    const meeting = { heldOn: TODAY, subject: '三月例会', minutes: 'f'.repeat(64), decisions: [decision] };
    expect((await desk.office('recordMeeting', { body: meeting })).status).toBe(422);
    const early = { ...meeting, minutes: desk.paper, decisions: [{ ...decision, dueOn: '2026-03-01' }] };
    expect((await desk.office('recordMeeting', { body: early })).status).toBe(422);
  });
});

describe('the round', () => {
  it('shows a street its own, with the ranks of the whole district', async () => {
    await putInLedger(desk.ports, fundedOn('2026-03-03', { serial: '0001', street: '330302002' }));
    await putInLedger(desk.ports, fundedOn('2026-03-04', { serial: '0002' }));
    const round = await desk.ask('readRound', { by: STREET, path: YEAR });
    expect(round.json.waiting).toMatchObject([{ projectId: '330302-2026-0002', rank: 2, fits: false }]);
    expect((await desk.office('readRound')).json.waiting).toHaveLength(2);
  });

  it('is closed to an application that came too late, until the district decides otherwise', async () => {
    const project = await putInLedger(desk.ports, neighbourhoodIn('DESIGN_READY'));
    expect((await desk.office('openRound', { body: { closesOn: '2026-03-01', notice: desk.paper } })).status).toBe(201);
    expect((await desk.perform(project, STREET, 'apply-for-round', { year: '2026', application: desk.paper })).ok).toBe(
      true,
    );
    expect((await desk.office('readRound')).json).toMatchObject({ members: [{ as: 'LATE', application: { seq: 2 } }] });
    const place = { projectId: project.projectId, decision: 'SUPPLEMENT', reason: '民生急需', document: desk.paper };
    expect((await desk.office('decidePlace', { body: place })).status).toBe(201);
    expect((await desk.office('readRound')).json).toMatchObject({
      members: [{ as: 'SUPPLEMENTED', decision: { programmeYear: '2026', seq: 2 } }],
      waiting: [{ projectId: project.projectId }],
    });
  });

  it('is supposed otherwise without a trace', async () => {
    await putInLedger(desk.ports, fundedOn('2026-03-03'));
    const supposed = await desk.office('supposeRound', { body: { budget: '4000000', cap: '400' } });
    expect(supposed.json).toMatchObject({ asThingsStand: { taken: '0.00' }, supposed: { taken: '4000000.00' } });
    expect(await desk.ports.ledger.list('PROGRAMME')).toEqual([]);
    expect(await desk.ports.ledger.list('BUDGET')).toEqual([]);
  });
});

describe('a circular', () => {
  it('is drafted from the ledgers, edited, proposed, issued by another person, and then left alone', async () => {
    const project = await putInLedger(desk.ports, neighbourhoodIn('IN_INVESTMENT_PLAN'));
    const mode = { mode: 'EPC', projectCode: '2020-330302-78-01-123456' };
    expect((await desk.perform(project, STREET, 'choose-delivery-mode', mode)).ok).toBe(true);
    const drafted = await desk.office('draftCircular', { body: { month: '2026-03' } });
    expect(drafted).toMatchObject({ status: 201, json: { circular: { no: 1, month: '2026-03', kind: 'MONTHLY' } } });
    expect((await desk.office('draftCircular', { body: { month: '2026-03' } })).status).toBe(409);
    const of = { path: { no: '1' } };
    const edited = { title: '三月通报', paragraphs: ['全区进展平稳。'] };
    expect((await desk.office('editCircular', { ...of, body: edited })).status).toBe(200);
    expect((await desk.office('proposeCircular', of)).status).toBe(200);
    const body = { proposal: 3, reference: '鹿旧改办〔2026〕3号', issuedOn: TODAY };
    const by = { ...OFFICE, id: 'another-person' };
    expect((await desk.ask('issueCircular', { by, path: { ...YEAR, no: '1' }, body })).status).toBe(200);
    expect((await desk.office('editCircular', { ...of, body: edited })).status).toBe(409);
    expect((await desk.office('readCircular', of)).json).toMatchObject({
      circular: { title: '三月通报', issued: { reference: '鹿旧改办〔2026〕3号' } },
      figures: { district: { listed: { value: 1 }, open: { entries: [{ seq: 2 }] } } },
    });
  });

  it('and the assessment of a street fill in the papers that are issued for them', async () => {
    await putInLedger(desk.ports, neighbourhoodIn('APPROVALS'));
    await desk.office('draftCircular', { body: { month: '2026-03' } });
    const { json } = await desk.office('readCircular', { path: { no: '1' } });
    expect(fillContents('C1', {}, json.contents as JsonObject).parsed).toMatchObject({
      ok: true,
      value: { issueNo: 1 },
    });
    const assessed = await desk.office('readAssessment');
    const [street] = assessed.json.streets as { contents: JsonObject }[];
    expect(fillContents('C2', {}, street?.contents ?? {}).parsed).toMatchObject({
      ok: true,
      value: { street: '五马街道' },
    });
  });

  it('is not read before it is issued but by those who work with it; that there is one stands in the ledger', async () => {
    await desk.office('draftCircular', { body: { month: '2026-03' } });
    const edited = { title: '三月通报', paragraphs: ['五马街道进展滞后。'] };
    await desk.office('editCircular', { path: { no: '1' }, body: edited });
    for (const role of ['FINANCE', 'DRB', 'LEADING_GROUP', 'PRINCIPAL_LEADER'] as const) {
      const by = actor(role);
      const circular = await desk.ask('readCircular', { by, path: { ...YEAR, no: '1' } });
      expect(circular).toMatchObject({ status: 403, json: { code: 'FORBIDDEN_ROLE' } });
      const programme = await desk.ask('readProgramme', { by, path: YEAR });
      expect([programme.status, 'circulars' in programme.json]).toEqual([200, false]);
      const ledger = await desk.ask('readProgrammeLedger', { by, path: YEAR });
      expect(ledger.json).toMatchObject({
        entries: [{ act: 'draft-circular', payload: { month: '2026-03' } }, { act: 'edit-circular' }],
        unbroken: true,
      });
      expect(JSON.stringify([programme.json, ledger.json])).not.toMatch(/通报|滞后/);
    }
    // Streets read it once it is issued: until then it is not said.
    expect((await desk.ask('readCircular', { by: STREET, path: { ...YEAR, no: '1' } })).status).toBe(404);
    expect((await desk.ask('readProgramme', { by: STREET, path: YEAR })).json.circulars).toEqual([]);
    for (const by of [actor('AUDIT'), OFFICE]) {
      expect((await desk.ask('readCircular', { by, path: { ...YEAR, no: '1' } })).status).toBe(200);
      expect((await desk.ask('readProgramme', { by, path: YEAR })).json.circulars).toHaveLength(1);
      const { json } = await desk.ask('readProgrammeLedger', { by, path: YEAR });
      expect(json).toMatchObject({ entries: [{}, { payload: edited }] });
    }
  });

  it('keeps its figures when the ledgers go on', async () => {
    await desk.office('draftCircular', { body: { month: '2026-03' } });
    await putInLedger(desk.ports, neighbourhoodIn('POOL'));
    const { json } = await desk.office('readCircular', { path: { no: '1' } });
    expect(json).toMatchObject({ figures: { district: { projects: { value: 0 } } } });
    expect((await desk.ask('readFigure', { by: OFFICE, path: { code: 'projects' } })).json.value).toBe(1);
  });
});

describe('several who write a year at once', () => {
  it('all get through, each with an entry of their own', async () => {
    const decision = { text: '落实会议要求', owner: { role: 'STREET', unit: '330302001' }, dueOn: '2026-03-20' };
    const meeting = { heldOn: TODAY, subject: '例会', minutes: desk.paper, decisions: [decision] };
    const answers = await Promise.all(Array.from({ length: 8 }, () => desk.office('recordMeeting', { body: meeting })));
    expect(answers.map(({ json }) => Number(json.seq)).toSorted((one, other) => one - other)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    const { json } = await desk.office('readProgramme');
    expect((json.tasks as { no: number }[]).map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('the assessment', () => {
  it('cites the words behind each measure, and gives points by the criteria set', async () => {
    for (const serial of ['0001', '0002', '0003'])
      await putInLedger(desk.ports, neighbourhoodIn('APPROVALS', { serial }));
    const criteria = [{ measure: 'ON_TIME', points: 10 }];
    expect(
      (await desk.office('setCriteria', { body: { criteria: [...criteria, ...criteria], document: desk.paper } }))
        .status,
    ).toBe(422);
    expect((await desk.office('setCriteria', { body: { criteria, document: desk.paper } })).status).toBe(201);
    const { json } = await desk.office('readAssessment');
    expect(json).toMatchObject({ streets: [{ street: '330302001', projects: 3, score: '100.00', rank: 1 }] });
    expect(JSON.stringify(json)).toContain('实施进度督查通报机制');
  });
});

describe('duties', () => {
  it('of a project suggest whom its joint review convenes', async () => {
    const project = await putInLedger(desk.ports, inApprovals());
    await desk.perform(project, STREET, 'declare-contents', { contents: ['ROAD_CLOSURE'] });
    const { json } = await desk.ask('readProjectDuties', { by: OFFICE, path: { id: project.projectId } });
    expect(json.reviewParties).toMatchObject([
      { party: 'DRB' },
      { party: 'FINANCE' },
      { party: 'LAW_ENFORCEMENT' },
      { party: 'TRAFFIC_POLICE' },
      { party: 'HOUSING' },
    ]);
    const owed = await desk.ask('listOwed', { by: OFFICE, query: { party: 'TRAFFIC_POLICE' } });
    expect(owed.json.owed).toMatchObject([
      { kind: 'DUTY', since: TODAY, entry: { projectId: project.projectId, seq: 2 } },
    ]);
  });

  it('are a register with the words of the text', async () => {
    const { json } = await desk.ask('listDuties', { by: STREET });
    expect(json.duties).toHaveLength(33);
  });
});
