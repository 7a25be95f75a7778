// What an entry of the calendar would do to running notices, asked before it is written; and that nothing is written by asking.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainDateOf } from '../../domain/calendar/plain-date.ts';
import type { Project } from '../../domain/projects/project.ts';
import { Desk } from '../../local/demo/desk.ts';
import { DEMO_PASSWORD } from '../../local/seed/district.ts';
import { projectIn, V4 } from '../domain/projects/funding/step-four.ts';
import { putInLedger } from '../functions/funding/project-in-ledger.ts';
import { runServer, type TestServer } from '../support/journey/running-server.ts';

const SOURCE = '鹿政办〔2026〕9号';

let server: TestServer;
let desk: Desk;
beforeAll(async () => {
  server = await runServer('2026-03-02T09:00:00+08:00');
  desk = new Desk(server.origin, DEMO_PASSWORD);
  // Posted on Monday: five working days end on the Monday after.
  await hang('330302-2019-0001', '2026-03-02', '2026-03-09');
  await hang('330302-2019-0002', '2026-02-25', '2026-03-04');
});
afterAll(() => server.close());

async function hang(projectId: string, runsFrom: string, endsOn: string): Promise<void> {
  const project = projectIn('PUBLICITY_RUNNING', V4, projectId);
  const publicity: Project['publicity'] = {
    ...project.publicity,
    runsFrom: plainDateOf(runsFrom),
    endsOn: plainDateOf(endsOn),
  };
  await putInLedger(server.system.ports, { ...project, publicity });
}

interface Preview {
  readonly running: number;
  readonly moved: readonly { readonly projectId: string; readonly endsOn?: string; readonly wouldEndOn: string }[];
}

const look = (account: string, input: object) =>
  desk.send<Preview & { code?: string }>(account, 'POST', '/api/calendar/days/preview', { input });

describe('the preview of a day', () => {
  it('names the notices that would end later, and until when', async () => {
    const { status, body } = await look('operator', { date: '2026-03-06', kind: 'OFF', source: SOURCE });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      running: 2,
      moved: [{ projectId: '330302-2019-0001', endsOn: '2026-03-09', wouldEndOn: '2026-03-10' }],
    });
  });

  it('never shortens one: a worked Saturday moves nothing', async () => {
    const { body } = await look('operator', { date: '2026-03-07', kind: 'WORK', source: SOURCE });
    expect(body).toMatchObject({ running: 2, moved: [] });
  });

  it('writes nothing', async () => {
    const before = await desk.get<{ version: string }>('operator', '/api/calendar');
    await look('operator', { date: '2026-03-06', kind: 'OFF', source: SOURCE });
    expect((await desk.get<{ version: string }>('operator', '/api/calendar')).version).toBe(before.version);
    expect(await server.system.ports.ledger.read({ kind: 'CALENDAR', id: 'cn' })).toEqual([]);
  });

  it('is for the operator, and for what could be entered', async () => {
    expect((await look('renovation-office', { date: '2026-03-06', kind: 'OFF', source: SOURCE })).status).toBe(403);
    expect((await look('operator', { date: '2026-02-30', kind: 'OFF', source: SOURCE })).body.code).toBe('MALFORMED');
  });
});

it('previews a whole year by the same count', async () => {
  const off = ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10'];
  const body = { year: 2027, off, work: [], source: SOURCE };
  const preview = await desk.post<Preview>('operator', '/api/calendar/years/preview', body, 200);
  expect(preview).toEqual({ running: 2, moved: [] });
});

interface Year {
  readonly days: readonly { readonly date: string; readonly kind: string; readonly source: number }[];
  readonly year: {
    readonly published: boolean;
    readonly last: number;
    readonly sources: readonly { readonly of: string }[];
  };
}

describe('a whole year', () => {
  const read = (year: number) => desk.get<Year>('operator', `/api/calendar?year=${year}`);
  const sourceOf = ({ days, year }: Year, date: string) => {
    const day = days.find((each) => each.date === date);
    return { kind: day?.kind, ...year.sources[day?.source ?? -1] };
  };

  it('has all its days, each with the source of what it is', async () => {
    const year = await read(2026);
    expect([year.days.length, year.year.published, year.year.last]).toEqual([365, true, 2027]);
    expect(sourceOf(year, '2026-10-10')).toMatchObject({ kind: 'WORK', of: 'NOTICE' });
    expect(sourceOf(year, '2026-10-11')).toMatchObject({ kind: 'OFF', of: 'WEEKLY' });
  });

  it('says that it is not published, until somebody enters it', async () => {
    const before = await read(2027);
    expect(before.year.published).toBe(false);
    expect(sourceOf(before, '2027-02-08')).toEqual({ kind: 'UNKNOWN', of: 'UNPUBLISHED' });
    const off = ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10'];
    await desk.post('operator', '/api/calendar/years', { year: 2027, off, work: [], source: SOURCE }, 201);
    const after = await read(2027);
    expect(after.year.published).toBe(true);
    expect(sourceOf(after, '2027-02-08')).toEqual({ kind: 'OFF', of: 'ENTERED_YEAR', year: 2027, source: SOURCE });
  });

  it('shows a day that the district entered with its source, and not who entered it', async () => {
    await desk.post('operator', '/api/calendar/days', { date: '2026-09-10', kind: 'OFF', source: SOURCE }, 201);
    expect(sourceOf(await read(2026), '2026-09-10')).toEqual({ kind: 'OFF', of: 'ENTERED_DAY', source: SOURCE });
  });

  it.each(['1999', '2101', '26', 'abc'])('is refused where there is none: %s', async (year) => {
    expect((await desk.send('operator', 'GET', `/api/calendar?year=${year}`)).status).toBe(422);
  });
});
