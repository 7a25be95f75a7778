// The programme over HTTP on real ledgers: the year's decisions, figures and circulars, the audit desk, exports, petitions.
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, type JsonObject } from '../../../domain/json.ts';
import type { Ports } from '../../../domain/ports.ts';
import { approvalPackageSchema } from '../../../domain/programme/approval-package.ts';
import type { ActName } from '../../../domain/projects/act-names.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { openNeighbourhood } from '../../../functions/portal/open-project.ts';
import { replayDecisions } from '../../../functions/portal/replay-decisions.ts';
import { PROGRAMME_ROUTES } from '../../../functions/programme/routes.ts';
import { openApiOf } from '../../../functions/runtime/openapi.ts';
import { performAct } from '../../../functions/runtime/perform-act.ts';
import { writeCsv, writeWorkbook } from '../../../functions/runtime/write-workbook.ts';
import { fillContents } from '../../../functions/typesetting/fill-contents.ts';
import { acts } from '../../../local/acts.ts';
import { actor, fundedOn, neighbourhoodIn, TODAY } from '../../domain/programme/neighbourhoods.ts';
import { at } from '../../domain/projects/funding/step-four.ts';
import { inApprovals, underConstruction } from '../../domain/projects/works/building-site.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { putInLedger, storePaper } from '../funding/project-in-ledger.ts';
import { type Asked, ask } from './ask.ts';

let fake: FakePorts;
let ports: Ports;
let paper: string;
beforeEach(async () => {
  fake = fakePorts({ now: at(TODAY) });
  ports = fake.ports;
  paper = await storePaper(ports);
});
afterEach(() => fake.close());

const OFFICE = actor('RENOVATION_OFFICE');
const STREET = actor('STREET', '330302001');
const year = { year: '2026' };
const office = (name: string, more: Omit<Asked, 'by' | 'path'> & { path?: Asked['path'] } = {}) =>
  ask(ports, name, { by: OFFICE, ...more, path: { ...year, ...more.path } });

async function perform({ projectId }: Project, by: Asked['by'], name: ActName, input: unknown) {
  const human = acts[name];
  if (human === undefined) throw new Error(`no act ${name}`);
  return performAct(ports, human, { projectId, actor: by, input });
}

describe('the description of the API', () => {
  it('holds every route of the programme', () => {
    const described = JSON.stringify(openApiOf(PROGRAMME_ROUTES, { version: '1', servers: [] }));
    for (const { path } of PROGRAMME_ROUTES) expect(described).toContain(JSON.stringify(path));
  });
});

describe('meetings', () => {
  const decision = { text: '协调东门管线迁改', owner: { role: 'STREET', unit: '330302001' }, dueOn: '2026-03-20' };

  it('make tasks, which only their owner finishes, once', async () => {
    const meeting = { heldOn: TODAY, subject: '三月例会', minutes: paper, decisions: [decision] };
    expect((await office('recordMeeting', { body: meeting })).status).toBe(201);
    const owed = await ask(ports, 'listOwed', { by: STREET });
    expect(owed.json.owed).toMatchObject([
      { kind: 'TASK', since: TODAY, dueOn: '2026-03-20', overdue: false, entry: { programmeYear: '2026', seq: 1 } },
    ]);
    const finish = { path: { ...year, no: '1' }, body: { finishedOn: TODAY, result: '已迁改' } };
    expect((await ask(ports, 'finishTask', { by: actor('STREET', '330302002'), ...finish })).status).toBe(403);
    expect((await ask(ports, 'finishTask', { by: STREET, ...finish })).status).toBe(200);
    expect((await ask(ports, 'finishTask', { by: STREET, ...finish })).status).toBe(404);
    expect((await ask(ports, 'listOwed', { by: STREET })).json.owed).toEqual([]);
  });

  it('name minutes that are on file, and dates that can be', async () => {
    const meeting = { heldOn: TODAY, subject: '三月例会', minutes: 'f'.repeat(64), decisions: [decision] };
    expect((await office('recordMeeting', { body: meeting })).status).toBe(422);
    const early = { ...meeting, minutes: paper, decisions: [{ ...decision, dueOn: '2026-03-01' }] };
    expect((await office('recordMeeting', { body: early })).status).toBe(422);
  });
});

describe('the round', () => {
  it('shows a street its own, with the ranks of the whole district', async () => {
    await putInLedger(ports, fundedOn('2026-03-03', { serial: '0001', street: '330302002' }));
    await putInLedger(ports, fundedOn('2026-03-04', { serial: '0002' }));
    const round = await ask(ports, 'readRound', { by: STREET, path: year });
    expect(round.json.waiting).toMatchObject([{ projectId: '330302-2026-0002', rank: 2, fits: false }]);
    expect((await office('readRound')).json.waiting).toHaveLength(2);
  });

  it('is closed to an application that came too late, until the district decides otherwise', async () => {
    const project = await putInLedger(ports, neighbourhoodIn('DESIGN_READY'));
    expect((await office('openRound', { body: { closesOn: '2026-03-01', notice: paper } })).status).toBe(201);
    expect((await perform(project, STREET, 'apply-for-round', { year: '2026', application: paper })).ok).toBe(true);
    expect((await office('readRound')).json).toMatchObject({ members: [{ as: 'LATE', application: { seq: 2 } }] });
    const place = { projectId: project.projectId, decision: 'SUPPLEMENT', reason: '民生急需', document: paper };
    expect((await office('decidePlace', { body: place })).status).toBe(201);
    expect((await office('readRound')).json).toMatchObject({
      members: [{ as: 'SUPPLEMENTED', decision: { programmeYear: '2026', seq: 2 } }],
      waiting: [{ projectId: project.projectId }],
    });
  });

  it('is supposed otherwise without a trace', async () => {
    await putInLedger(ports, fundedOn('2026-03-03'));
    const supposed = await office('supposeRound', { body: { budget: '4000000', cap: '400' } });
    expect(supposed.json).toMatchObject({ asThingsStand: { taken: '0.00' }, supposed: { taken: '4000000.00' } });
    expect(await ports.ledger.list('PROGRAMME')).toEqual([]);
    expect(await ports.ledger.list('BUDGET')).toEqual([]);
  });
});

describe('a circular', () => {
  it('is drafted from the ledgers, edited, issued, and then left alone', async () => {
    const project = await putInLedger(ports, neighbourhoodIn('IN_INVESTMENT_PLAN'));
    const mode = { mode: 'EPC', projectCode: '2020-330302-78-01-123456' };
    expect((await perform(project, STREET, 'choose-delivery-mode', mode)).ok).toBe(true);
    const drafted = await office('draftCircular', { body: { month: '2026-03' } });
    expect(drafted).toMatchObject({ status: 201, json: { circular: { no: 1, month: '2026-03', kind: 'MONTHLY' } } });
    expect((await office('draftCircular', { body: { month: '2026-03' } })).status).toBe(409);
    const of = { path: { no: '1' } };
    const edited = { title: '三月通报', paragraphs: ['全区进展平稳。'] };
    expect((await office('editCircular', { ...of, body: edited })).status).toBe(200);
    const issue = { reference: '鹿旧改办〔2026〕3号', issuedOn: TODAY };
    expect((await office('issueCircular', { ...of, body: issue })).status).toBe(200);
    expect((await office('editCircular', { ...of, body: edited })).status).toBe(409);
    expect((await office('readCircular', of)).json).toMatchObject({
      circular: { title: '三月通报', issued: { reference: '鹿旧改办〔2026〕3号' } },
      figures: { district: { listed: { value: 1 }, open: { entries: [{ seq: 2 }] } } },
    });
  });

  it('and the assessment of a street fill in the papers that are issued for them', async () => {
    await putInLedger(ports, neighbourhoodIn('APPROVALS'));
    await office('draftCircular', { body: { month: '2026-03' } });
    const { json } = await office('readCircular', { path: { no: '1' } });
    expect(fillContents('C1', {}, json.contents as JsonObject).parsed).toMatchObject({
      ok: true,
      value: { issueNo: 1 },
    });
    const assessed = await office('readAssessment');
    const [street] = assessed.json.streets as { contents: JsonObject }[];
    expect(fillContents('C2', {}, street?.contents ?? {}).parsed).toMatchObject({
      ok: true,
      value: { street: '五马街道' },
    });
  });

  it('keeps its figures when the ledgers go on', async () => {
    await office('draftCircular', { body: { month: '2026-03' } });
    await putInLedger(ports, neighbourhoodIn('POOL'));
    const { json } = await office('readCircular', { path: { no: '1' } });
    expect(json).toMatchObject({ figures: { district: { projects: { value: 0 } } } });
    expect((await ask(ports, 'readFigure', { by: OFFICE, path: { code: 'projects' } })).json.value).toBe(1);
  });
});

describe('figures', () => {
  it('of a street are its own, whatever it asks for', async () => {
    await putInLedger(ports, neighbourhoodIn('POOL', { serial: '0001' }));
    await putInLedger(ports, neighbourhoodIn('POOL', { serial: '0002', street: '330302002' }));
    const asked = { path: { code: 'projects' }, query: { street: '330302002' } };
    const own = await ask(ports, 'readFigure', { by: STREET, ...asked });
    expect(own.json).toMatchObject({ value: 1, clause: '二(一)' });
    expect((await ask(ports, 'readFigure', { by: OFFICE, path: asked.path })).json.value).toBe(2);
  });
});

describe('several who write a year at once', () => {
  it('all get through, each with an entry of their own', async () => {
    const decision = { text: '落实会议要求', owner: { role: 'STREET', unit: '330302001' }, dueOn: '2026-03-20' };
    const meeting = { heldOn: TODAY, subject: '例会', minutes: paper, decisions: [decision] };
    const answers = await Promise.all(Array.from({ length: 8 }, () => office('recordMeeting', { body: meeting })));
    expect(answers.map(({ json }) => Number(json.seq)).toSorted((one, other) => one - other)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    const { json } = await office('readProgramme');
    expect((json.tasks as { no: number }[]).map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('the assessment', () => {
  it('cites the words behind each measure, and gives points by the criteria set', async () => {
    for (const serial of ['0001', '0002', '0003']) await putInLedger(ports, neighbourhoodIn('APPROVALS', { serial }));
    const criteria = [{ measure: 'ON_TIME', points: 10 }];
    expect(
      (await office('setCriteria', { body: { criteria: [...criteria, ...criteria], document: paper } })).status,
    ).toBe(422);
    expect((await office('setCriteria', { body: { criteria, document: paper } })).status).toBe(201);
    const { json } = await office('readAssessment');
    expect(json).toMatchObject({ streets: [{ street: '330302001', projects: 3, score: '100.00', rank: 1 }] });
    expect(JSON.stringify(json)).toContain('实施进度督查通报机制');
  });
});

describe('duties', () => {
  it('of a project suggest whom its joint review convenes', async () => {
    const project = await putInLedger(ports, inApprovals());
    await perform(project, STREET, 'declare-contents', { contents: ['ROAD_CLOSURE'] });
    const { json } = await ask(ports, 'readProjectDuties', { by: OFFICE, path: { id: project.projectId } });
    expect(json.reviewParties).toMatchObject([
      { party: 'DRB' },
      { party: 'FINANCE' },
      { party: 'LAW_ENFORCEMENT' },
      { party: 'TRAFFIC_POLICE' },
      { party: 'HOUSING' },
    ]);
    const owed = await ask(ports, 'listOwed', { by: OFFICE, query: { party: 'TRAFFIC_POLICE' } });
    expect(owed.json.owed).toMatchObject([
      { kind: 'DUTY', since: TODAY, entry: { projectId: project.projectId, seq: 2 } },
    ]);
  });

  it('are a register with the words of the text', async () => {
    const { json } = await ask(ports, 'listDuties', { by: STREET });
    expect(json.duties).toHaveLength(33);
  });
});

describe('the audit desk', () => {
  it('lists findings, draws the same sample twice, and writes the working paper', async () => {
    await putInLedger(ports, underConstruction());
    const auditor = actor('AUDIT');
    const { json } = await ask(ports, 'listAuditFindings', { by: auditor });
    expect(json).toMatchObject({ projects: 1 });
    expect(
      (json.findings as { code: string; hits: number }[]).filter(({ hits }) => hits > 0).map(({ code }) => code),
    ).toEqual(['SOURCES_NOT_AS_PLANNED', 'OWN_MONEY_MISSING']);
    const query = { seed: '2026-01', size: '3' };
    const sample = await ask(ports, 'drawSample', { by: auditor, query });
    expect(sample.json).toMatchObject({ of: 1, sample: [{ projectId: '330302-2026-0001' }] });
    const working = await ask(ports, 'exportWorkingPaper', { by: auditor, query });
    const { sheets } = await readXlsx(working.bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['审计发现', '抽样']);
  });

  it('is not for streets', async () => {
    expect((await ask(ports, 'listAuditFindings', { by: STREET })).status).toBe(403);
  });
});

describe('the ledger of special lines', () => {
  it('keeps lifts apart, with what was set aside and what was paid', async () => {
    const project = await putInLedger(ports, underConstruction());
    const lift = {
      line: 'ELEVATOR',
      item: '3 幢电梯',
      amount: '400000',
      expressRule: '加装电梯实施办法',
      document: paper,
    };
    await perform(project, STREET, 'list-special-line', lift);
    await perform(project, actor('FINANCE'), 'pay-special-line', {
      no: 1,
      amount: '150000.50',
      paidOn: TODAY,
      certificate: paper,
    });
    const { json } = await ask(ports, 'listSpecialLines', { by: OFFICE });
    const lines = json.lines as { line: string }[];
    expect(lines.find(({ line }) => line === 'ELEVATOR')).toMatchObject({
      setAside: { value: '400000.00', entries: [{ seq: 2 }] },
      paid: { value: '150000.50', entries: [{ seq: 3 }] },
    });
  });
});

describe('exports', () => {
  it('open in both formats, for every table', async () => {
    await putInLedger(ports, neighbourhoodIn('APPROVALS'));
    const names = ['streets', 'overdue', 'waiting-list', 'special-lines', 'assessment'];
    for (const table of [...names, 'statistics-plan', 'statistics-progress', 'statistics-effect']) {
      const xlsx = await office('exportTable', { path: { table } });
      expect((await readXlsx(xlsx.bytes)).sheets).toHaveLength(1);
      const csv = await office('exportTable', { path: { table }, query: { format: 'csv' } });
      expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    }
  });
});

describe('a spreadsheet', () => {
  it('holds what begins like a formula as text, and no formula at all', async () => {
    const title = { zh: '表', en: 'Table' };
    const hostile = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '＝1', ' =1'];
    const { bytes } = await writeWorkbook(
      [{ title, columns: [title], rows: hostile.map((cell) => [cell]), notes: [] }],
      't',
    );
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows.slice(1, 7).map(([cell]) => cell)).toEqual(hostile);
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(parts.length).toBeGreaterThan(0);
    for (const [, part] of parts) expect(new TextDecoder().decode(part)).not.toMatch(/<f[ >]/);
    const csv = new TextDecoder().decode(
      writeCsv({ title, columns: [title], rows: hostile.map((cell) => [cell]), notes: [] }).bytes,
    );
    for (const line of csv.split('\r\n').slice(1, 7)) expect(line).toMatch(/^"?'/);
  });
});

describe('the package for the approval platform', () => {
  it('has the project under its code, its documents by hash, and the schema that it follows', async () => {
    const project = await putInLedger(ports, inApprovals());
    await perform(project, STREET, 'file-feasibility-study', { study: paper, estimate: '5775000' });
    const path = { id: project.projectId };
    const { status, bytes } = await ask(ports, 'downloadApprovalPackage', { by: OFFICE, path });
    expect(status).toBe(200);
    const files = unzipSync(bytes);
    const read = (name: string) => JSON.parse(new TextDecoder().decode(files[name]));
    expect(read('package.json')).toMatchObject({
      projectCode: '2020-330302-78-01-123456',
      employer: { name: '五马街道' },
      documents: [{ act: 'file-feasibility-study', field: '/study', sha256: paper, mediaType: 'application/pdf' }],
      ledger: { seq: 2 },
    });
    expect(read('package.schema.json').required).toContain('projectCode');
    const { hash, ...unhashed } = approvalPackageSchema.parse(read('package.json'));
    expect(hash).toBe(hashOf(unhashed));
    expect(approvalPackageSchema.safeParse({ ...unhashed, hash, projectCode: 7 }).success).toBe(false);
    expect(read('signature.json')).toHaveProperty('signature');
  });

  it('waits for the code of the platform', async () => {
    const { projectId } = await putInLedger(ports, neighbourhoodIn('CONFIRMED'));
    expect((await ask(ports, 'downloadApprovalPackage', { by: OFFICE, path: { id: projectId } })).status).toBe(409);
  });
});

describe('a petition', () => {
  const words = '张三反映夜间施工，电话 13800000000';

  it('keeps the words of the person in the vault, and out of ledger and views', async () => {
    const project = await putInLedger(ports, underConstruction());
    const path = { id: project.projectId };
    const bureau = actor('PETITION_BUREAU');
    const letter = await ask(ports, 'putPetitionLetter', { by: bureau, path, body: { text: words } });
    const input = { topic: 'NUISANCE', receivedOn: TODAY, text: letter.json.sha256 };
    expect((await perform(project, bureau, 'register-petition', input)).ok).toBe(true);
    const entries = await ports.ledger.read({ kind: 'PROJECT', id: project.projectId });
    const views = await ports.views.query('register', '330302001');
    expect(JSON.stringify([entries, views])).not.toContain('张三');
    const read = { path: { ...path, no: '1', letter: 'text' } };
    expect((await ask(ports, 'readPetitionLetter', { by: bureau, ...read })).json).toEqual({ text: words });
    expect((await ask(ports, 'readPetitionLetter', { by: STREET, ...read })).status).toBe(200);
    expect((await ask(ports, 'readPetitionLetter', { by: actor('STREET', '330302002'), ...read })).status).toBe(403);
    expect((await ask(ports, 'readPetitionLetter', { by: actor('AUDIT'), ...read })).status).toBe(403);
    const shown = await ask(ports, 'readProjectProgramme', { by: STREET, path });
    expect(shown.json.petitions).toEqual([
      { no: 1, topic: 'NUISANCE', receivedOn: TODAY, dueOn: '2026-05-08', extended: false, seqs: [2] },
    ]);
  });

  it('is decided the same by a replay, also when its words were erased in time', async () => {
    const { ports: own } = fake;
    const opened = await openNeighbourhood(own, STREET, neighbourhoodIn('POOL').neighbourhood, undefined);
    if (!opened.ok) throw new Error('not opened');
    const path = { id: opened.value.projectId };
    const letter = await ask(own, 'putPetitionLetter', { by: STREET, path, body: { text: words } });
    const text = String(letter.json.sha256);
    expect(
      await perform(opened.value, STREET, 'register-petition', { topic: 'OTHER', receivedOn: TODAY, text }),
    ).toMatchObject({ ok: true });
    await own.papers.erase(text);
    expect(await replayDecisions(own, acts, path.id)).toMatchObject({ decisions: 2, differences: [] });
    const read = { path: { ...path, no: '1', letter: 'text' } };
    expect((await ask(own, 'readPetitionLetter', { by: STREET, ...read })).status).toBe(404);
  });

  it('refers to a letter in the vault of its own project, and to nothing else', async () => {
    const project = await putInLedger(ports, underConstruction());
    const register = (text: string) =>
      perform(project, STREET, 'register-petition', { topic: 'OTHER', receivedOn: TODAY, text });
    expect(await register(paper)).toMatchObject({ ok: false, refusal: { fields: [{ path: '/text' }] } });
    const other = await putInLedger(ports, neighbourhoodIn('POOL', { serial: '0002' }));
    const path = { id: other.projectId };
    const foreign = await ask(ports, 'putPetitionLetter', { by: STREET, path, body: { text: words } });
    expect(await register(String(foreign.json.sha256))).toMatchObject({ ok: false });
  });
});
