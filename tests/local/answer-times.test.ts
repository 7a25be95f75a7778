// What the server measured of itself, asked over HTTP: per route and for the ledger, kept over a restart, and nobody in it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../domain/calendar/plain-date.ts';
import { Desk } from '../../local/demo/desk.ts';
import { DEMO_PASSWORD } from '../../local/seed/district.ts';
import { type RunningServer, startServer } from '../../local/start-server.ts';

interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
}

interface Times {
  readonly measured: boolean;
  readonly routes: readonly (Spread & { readonly name: string; readonly title?: { readonly zh: string } })[];
  readonly visible?: Spread;
  readonly days: readonly (Spread & { readonly day: string })[];
}

let folder: string;
let server: RunningServer;
let desk: Desk;

async function start(): Promise<void> {
  const started = await startServer({
    folder,
    clock: { kind: 'VIRTUAL', from: instantOf(Date.UTC(2026, 9, 12, 1)) },
    port: 0,
    demo: true,
    log: () => {},
  });
  if (!started.ok) throw new Error(started.refusal.says.en);
  server = started.value;
  desk = new Desk(server.origin, DEMO_PASSWORD);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiugai-'));
  await start();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const timesFor = (account: string) => desk.get<Times>(account, '/api/operations/times');
const routeIn = ({ routes }: Times, name: string) => routes.find((route) => route.name === name);

const openNeighbourhood = () =>
  desk.post('street-01', '/api/projects', {
    neighbourhood: { name: '桂柑新村', code: '330302001001-01', community: '330302001001', street: '330302001' },
  });

describe('the times of the server', () => {
  it('count every answer by its route, the slowest first, and every entry with its rows', async () => {
    await openNeighbourhood();
    for (let asked = 0; asked < 3; asked++) await desk.get('street-01', '/api/projects');
    const times = await timesFor('operator');
    expect(routeIn(times, 'listProjects')).toMatchObject({ count: 3, title: { zh: '项目列表' } });
    expect(routeIn(times, 'openProject')?.count).toBe(1);
    // Those by which people sign in too.
    expect(times.routes.filter(({ title }) => title === undefined)).toEqual([]);
    expect(routeIn(times, 'issueDemoToken')).toMatchObject({ title: { zh: '演示账号登录（仅演示模式）' } });
    expect(times.visible?.count).toBeGreaterThanOrEqual(1);
    const slowest = times.routes.map(({ p95 }) => p95);
    expect(slowest).toEqual(slowest.toSorted((a, b) => b - a));
    for (const { p50, p95 } of times.routes) expect(p50).toBeLessThanOrEqual(p95);
    expect(times.days.map(({ day }) => day)).toEqual(['2026-10-12']);
  });

  it('go on counting after a restart, and are shown by day', async () => {
    await openNeighbourhood();
    await desk.get('street-01', '/api/projects');
    const before = await timesFor('operator');
    await server.close();
    await start();
    await desk.get('street-01', '/api/projects');
    const after = await timesFor('operator');
    expect(routeIn(after, 'listProjects')?.count).toBe(2);
    expect(routeIn(after, 'openProject')?.count).toBe(1);
    expect(after.visible?.count).toBeGreaterThanOrEqual(before.visible?.count ?? Number.POSITIVE_INFINITY);
    const moved = await server.system.advance(instantOf(Date.UTC(2026, 9, 13, 1)));
    expect(moved.ok).toBe(true);
    await desk.get('street-01', '/api/projects');
    const tomorrow = await timesFor('operator');
    expect(tomorrow.days.map(({ day }) => day)).toEqual(['2026-10-12', '2026-10-13']);
    expect(routeIn(tomorrow, 'listProjects')?.count).toBe(1);
  });

  it('hold no account, no number of a project and no address', async () => {
    await openNeighbourhood();
    await desk.get('street-01', '/api/projects/330302-2026-0001');
    const text = JSON.stringify(await timesFor('audit'));
    expect(text).toContain('readProject');
    expect(text).not.toMatch(/street-01|330302|127\.0\.0\.1|localhost/);
  });

  it('are for the operator, the Office and the auditors', async () => {
    expect((await desk.send('renovation-office', 'GET', '/api/operations/times')).status).toBe(200);
    expect((await desk.send('street-01', 'GET', '/api/operations/times')).status).toBe(403);
  });
});
