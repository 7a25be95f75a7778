// What is read of the programme over HTTP: figures, the audit desk, special lines, and the tables that are taken away.
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAMME_ROUTES } from '../../../functions/programme/routes.ts';
import { openApiOf } from '../../../functions/runtime/openapi.ts';
import { writeCsv, writeWorkbook } from '../../../functions/runtime/write-workbook.ts';
import { actor, neighbourhoodIn, TODAY } from '../../domain/programme/neighbourhoods.ts';
import { underConstruction } from '../../domain/projects/works/building-site.ts';
import { putInLedger } from '../funding/project-in-ledger.ts';
import { OFFICE, openProgrammeDesk, type ProgrammeDesk, STREET } from './programme-desk.ts';

let desk: ProgrammeDesk;
beforeEach(async () => {
  desk = await openProgrammeDesk();
});
afterEach(() => desk.close());

describe('the description of the API', () => {
  it('holds every route of the programme', () => {
    const described = JSON.stringify(openApiOf(PROGRAMME_ROUTES, { version: '1', servers: [] }));
    for (const { path } of PROGRAMME_ROUTES) expect(described).toContain(JSON.stringify(path));
  });
});

describe('figures', () => {
  it('of a street are its own, whatever it asks for', async () => {
    await putInLedger(desk.ports, neighbourhoodIn('POOL', { serial: '0001' }));
    await putInLedger(desk.ports, neighbourhoodIn('POOL', { serial: '0002', street: '330302002' }));
    const asked = { path: { code: 'projects' }, query: { street: '330302002' } };
    const own = await desk.ask('readFigure', { by: STREET, ...asked });
    expect(own.json).toMatchObject({ value: 1, clause: '二(一)' });
    expect((await desk.ask('readFigure', { by: OFFICE, path: asked.path })).json.value).toBe(2);
  });
});

describe('the audit desk', () => {
  it('lists findings, draws the same sample twice, and writes the working paper', async () => {
    await putInLedger(desk.ports, underConstruction());
    const auditor = actor('AUDIT');
    const { json } = await desk.ask('listAuditFindings', { by: auditor });
    expect(json).toMatchObject({ projects: 1 });
    expect(
      (json.findings as { code: string; hits: number }[]).filter(({ hits }) => hits > 0).map(({ code }) => code),
    ).toEqual(['SOURCES_NOT_AS_PLANNED', 'OWN_MONEY_MISSING']);
    const query = { seed: '2026-01', size: '3' };
    const sample = await desk.ask('drawSample', { by: auditor, query });
    expect(sample.json).toMatchObject({ of: 1, sample: [{ projectId: '330302-2026-0001' }] });
    const working = await desk.ask('exportWorkingPaper', { by: auditor, query });
    const { sheets } = await readXlsx(working.bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['审计发现', '抽样']);
  });

  it('is not for streets', async () => {
    expect((await desk.ask('listAuditFindings', { by: STREET })).status).toBe(403);
  });
});

describe('the ledger of special lines', () => {
  it('keeps lifts apart, with what was set aside and what was paid', async () => {
    const project = await putInLedger(desk.ports, underConstruction());
    const lift = {
      line: 'ELEVATOR',
      item: '3 幢电梯',
      amount: '400000',
      expressRule: '加装电梯实施办法',
      document: desk.paper,
    };
    await desk.perform(project, STREET, 'list-special-line', lift);
    await desk.perform(project, actor('FINANCE'), 'pay-special-line', {
      no: 1,
      amount: '150000.50',
      paidOn: TODAY,
      certificate: desk.paper,
    });
    const { json } = await desk.ask('listSpecialLines', { by: OFFICE });
    const lines = json.lines as { line: string }[];
    expect(lines.find(({ line }) => line === 'ELEVATOR')).toMatchObject({
      setAside: { value: '400000.00', entries: [{ seq: 2 }] },
      paid: { value: '150000.50', entries: [{ seq: 3 }] },
    });
  });
});

describe('exports', () => {
  it('open in both formats, for every table', async () => {
    await putInLedger(desk.ports, neighbourhoodIn('APPROVALS'));
    const names = ['streets', 'overdue', 'waiting-list', 'special-lines', 'assessment'];
    for (const table of [...names, 'statistics-plan', 'statistics-progress', 'statistics-effect']) {
      const xlsx = await desk.office('exportTable', { path: { table } });
      expect((await readXlsx(xlsx.bytes)).sheets).toHaveLength(1);
      const csv = await desk.office('exportTable', { path: { table }, query: { format: 'csv' } });
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
