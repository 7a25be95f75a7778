// The list of projects as a sheet: what is filtered is what is exported, each party its own, every cell plain text.
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import { newProject, type Project } from '../../../domain/projects/project.ts';
import { projectionOf } from '../../../domain/projects/projection.ts';
import { exportProjects, MOST_EXPORTED } from '../../../functions/portal/export-projects.ts';
import { listProjects } from '../../../functions/portal/list-projects.ts';
import type { Route } from '../../../functions/runtime/route.ts';
import { askRoute, personOf } from '../../support/http/ask-route.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';

const WUMA = '330302001';
const SONGTAI = '330302002';

let fake: FakePorts;
beforeEach(() => {
  fake = fakePorts({ now: instantOf(Date.UTC(2026, 9, 12, 1)) });
});
afterEach(() => fake.close());

const project = (serial: number, name: string, more: Partial<Project> & { street?: string } = {}): Project => {
  const { street = WUMA, ...rest } = more;
  const community = `${street}001`;
  const opened = newProject({
    projectId: `330302-2026-${String(serial).padStart(4, '0')}`,
    neighbourhood: { name, code: `${community}-01`, community, street },
    pack: 'lucheng-2020-21',
    openedAt: '2026-09-01T01:00:00.000Z' as Instant,
    head: { seq: 1, hash: 'a'.repeat(64) },
  });
  return { ...opened, ...rest };
};

const put = (...projects: readonly Project[]) =>
  fake.ports.views.write(projects.flatMap((each) => projectionOf(undefined, each)));

interface Asked {
  readonly role?: string;
  readonly unit?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly language?: string;
}

const ask = (route: Route, { role = 'AUDIT', unit = role, query = {}, language = 'zh' }: Asked) =>
  askRoute(fake.ports, route, { by: personOf(role, unit), query, headers: { 'accept-language': language } });

async function sheetFor(asked: Asked = {}) {
  const answer = await ask(exportProjects, asked);
  expect(answer.status).toBe(200);
  const bytes = new Uint8Array(answer.bytes);
  const [sheet] = (await readXlsx(bytes)).sheets;
  const rows = (sheet?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')));
  const [head = [], ...rest] = rows;
  const isProject = ([number = '']: readonly string[]) => /^\d{6}-/.test(number);
  return { answer, bytes, head, projects: rest.filter(isProject), notes: rest.filter((row) => !isProject(row)).flat() };
}

const numbersOnPage = async (asked: Asked): Promise<readonly string[]> =>
  (await ask(listProjects, asked)).body.projects.map(({ projectId }: { projectId: string }) => projectId);

describe('the exported list of projects', () => {
  beforeEach(() =>
    put(
      project(1, '桂柑新村', { state: 'SURVEYED', since: '2026-10-01T01:00:00.000Z' as Instant }),
      project(2, '锦春坊', { state: 'VOTING', since: '2026-07-01T01:00:00.000Z' as Instant }),
      project(3, '荷花小区', { street: SONGTAI, state: 'OWNER_MAINTENANCE' }),
    ),
  );

  it('comes as an attachment, with a head in both languages and the one due first on top', async () => {
    const { answer, head, projects } = await sheetFor();
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('项目清单-2026-10-12.xlsx')}`,
      'cache-control': 'no-store',
    });
    expect(head.slice(0, 4)).toEqual(['项目编号 Project', '小区 Neighbourhood', '街道 Street', '步骤 Step']);
    expect(projects.map(([number]) => number)).toEqual(['330302-2026-0002', '330302-2026-0001', '330302-2026-0003']);
    expect(projects[0]?.slice(2, 9)).toEqual([
      '五马街道',
      '3 确认改造方案',
      '方案表决中',
      '统计方案表决',
      '业委会／自治小组',
      '2026-08-15',
      '是',
    ]);
  });

  it('holds exactly what the page shows under the same filters', async () => {
    for (const query of [
      { street: SONGTAI },
      { step: '3' },
      { state: 'SURVEYED' },
      { year: '2025' },
      { due: 'overdue' },
      { text: '新村' },
      { street: WUMA, due: 'overdue', text: '坊' },
    ]) {
      const { projects } = await sheetFor({ query });
      expect(projects.map(([number]) => number)).toEqual(await numbersOnPage({ query }));
    }
    expect(await numbersOnPage({ query: { due: 'overdue' } })).toEqual(['330302-2026-0002']);
  });

  it('gives each party its own area, whatever it asks for', async () => {
    const street = await sheetFor({ role: 'STREET', unit: SONGTAI, query: { street: WUMA } });
    expect(street.projects.map(([, name]) => name)).toEqual(['荷花小区']);
    expect(street.notes.join()).toContain('由松台街道导出');
    expect(street.notes.join()).not.toContain('五马');
    const body = await sheetFor({ role: 'BODY', unit: `${WUMA}001-01` });
    expect(body.projects.map(([, name]) => name)).toEqual(['锦春坊', '桂柑新村']);
  });

  it('says when and by which party it was taken, under which filters, and names no person', async () => {
    const { bytes, notes } = await sheetFor({ query: { street: WUMA, due: 'overdue' } });
    expect(notes.join()).toContain('数据截至 2026-10-12 09:00:00，由区审计局导出');
    expect(notes.join()).toContain('筛选：五马街道，已逾期；共 1 个项目');
    const whole = Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part));
    expect(whole.join()).not.toContain('person-17');
  });

  it('speaks the language of who asks', async () => {
    const { projects } = await sheetFor({ language: 'en', query: { state: 'VOTING' } });
    expect(projects[0]?.slice(2, 4)).toEqual(['Wuma', '3 Confirm plan']);
  });

  it('holds a name that begins like a formula as text, and no formula at all', async () => {
    const hostile = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '＝1'];
    await put(...hostile.map((name, index) => project(10 + index, name)));
    const { bytes, projects } = await sheetFor();
    expect(projects.map(([, name]) => name)).toEqual(expect.arrayContaining(hostile));
    const whole = Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part));
    expect(whole.join()).not.toMatch(/<f[ >]/);
  });

  it('refuses what is too long for a sheet, and says how to get it', async () => {
    const { value } = (await fake.ports.views.get('projects', 'all', '330302-2026-0001')) ?? expect.fail('no row');
    await fake.ports.views.write(
      Array.from({ length: MOST_EXPORTED }, (_, index) => ({
        view: 'projects',
        partition: 'all',
        sort: `330302-2027-${index}`,
        value,
        watermark: { ledger: 'many', seq: 1 },
      })),
    );
    const answer = await ask(exportProjects, {});
    expect([answer.status, answer.body.code]).toEqual([413, 'TOO_LARGE']);
  });
});
