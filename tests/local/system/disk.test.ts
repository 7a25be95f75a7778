// What the running server says when its disk or its clock fails: a clear refusal, nothing lost, and everything goes on when
// the disk or the clock is well again.
import { mkdirSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { epochMillisecondsOf, instantOf } from '../../../domain/calendar/plain-date.ts';
import { reconcileProjects } from '../../../functions/dashboard/reconcile-projects.ts';
import { Problem } from '../../../functions/runtime/problems.ts';
import { DEMO_PASSWORD } from '../../../local/seed/district.ts';
import { startServer } from '../../../local/start-server.ts';
import { runServer, type TestServer } from '../../support/journey/running-server.ts';
import { rebuiltRows, storedRows } from '../../support/journey/view-rows.ts';

let server: TestServer;
beforeEach(async () => {
  server = await runServer('2026-03-02T09:00:00+08:00');
});
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
});

async function post(path: string, input: unknown, headers: Record<string, string> = {}, body?: FormData) {
  return fetch(new URL(path, server.origin), {
    method: 'POST',
    headers: { ...(body === undefined && { 'content-type': 'application/json' }), ...headers },
    body: body ?? JSON.stringify(input),
  });
}

async function bearer(): Promise<Record<string, string>> {
  const answer = await post('/oidc/demo-token', { account: 'street-01', password: DEMO_PASSWORD });
  return { authorization: `Bearer ${z.object({ access_token: z.string() }).parse(await answer.json()).access_token}` };
}

const neighbourhood = (serial: number, name = `第 ${serial} 小区`) => ({
  neighbourhood: {
    name,
    code: `330302001001-${String(serial).padStart(2, '0')}`,
    community: '330302001001',
    street: '330302001',
  },
});

/** Opens projects until one is not taken; what was answered before, and how the last was refused. */
async function openUntilRefused(who: Record<string, string>) {
  const opened: string[] = [];
  for (let serial = 1; serial < 99; serial++) {
    const answer = await post('/api/projects', neighbourhood(serial), who);
    if (!answer.ok) return { opened, problem: Problem.parse(await answer.json()), next: serial };
    opened.push(z.object({ projectId: z.string() }).parse(await answer.json()).projectId);
  }
  return expect.fail('nothing was ever refused');
}

async function expectNothingLost(opened: readonly string[]): Promise<void> {
  const { system } = server;
  // Steps that the disk refused are taken up again by themselves.
  const later = instantOf(epochMillisecondsOf(system.ports.clock.now()) + 20 * 60_000);
  expect((await system.advance(later)).ok).toBe(true);
  expect(await system.ports.ledger.list('PROJECT')).toEqual(opened.toSorted());
  expect(storedRows(system.stored.database)).toEqual(await rebuiltRows(system.ports));
  const { stuck } = await reconcileProjects(system.ports, () => {});
  expect(stuck).toEqual([]);
  for (const projectId of opened) expect(await system.ports.workflow.listWaiting(projectId)).toHaveLength(1);
}

describe('a full disk', () => {
  it('is said in a sentence; what was answered stays, and the same is taken when there is room again', async () => {
    const who = await bearer();
    const { connection } = server.system.stored.database;
    const pages = Number(connection.prepare('PRAGMA page_count').get()?.page_count);
    connection.exec(`PRAGMA max_page_count = ${pages + 12}`);
    const { opened, problem, next } = await openUntilRefused(who);
    expect([problem.status, problem.code]).toEqual([503, 'UNAVAILABLE']);
    expect(problem.detailZh).toContain('磁盘已满');
    expect(problem.detailEn).toContain('nothing was stored now');
    connection.exec('PRAGMA max_page_count = 4294967294');
    await expectNothingLost(opened);
    expect((await post('/api/projects', neighbourhood(next), who)).status).toBe(201);
  });

  it('takes no paper, and keeps none by half', async () => {
    const who = await bearer();
    // Where the bytes would go there is a file instead of a folder, which no folder can be made in.
    const papers = join(server.folder, 'papers');
    rmSync(papers, { recursive: true, force: true });
    writeFileSync(papers, '');
    const ticket = z
      .object({ uploadId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) })
      .parse(await (await post('/api/uploads', { name: 'scan.pdf' }, who)).json());
    const upload = async () => {
      const form = new FormData();
      for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value);
      form.append('file', new Blob(['%PDF-1.7\n%%EOF\n']), 'scan.pdf');
      return post(new URL(ticket.url, server.origin).pathname, undefined, {}, form);
    };
    const refused = Problem.parse(await (await upload()).json());
    expect([refused.status, refused.code]).toEqual([503, 'UNAVAILABLE']);
    rmSync(papers);
    mkdirSync(papers);
    expect((await upload()).status).toBe(204);
  });
});

describe('a disk that can only be read', () => {
  it('is read on, refuses what would be written, and takes it later', async () => {
    const who = await bearer();
    const { connection } = server.system.stored.database;
    const first = await post('/api/projects', neighbourhood(1), who);
    const { projectId } = z.object({ projectId: z.string() }).parse(await first.json());
    connection.exec('PRAGMA query_only = ON');
    const problem = Problem.parse(await (await post('/api/projects', neighbourhood(2), who)).json());
    expect([problem.status, problem.code]).toEqual([503, 'UNAVAILABLE']);
    expect(problem.detailZh).toContain('不可写');
    const read = await fetch(new URL(`/api/projects/${projectId}`, server.origin), { headers: who });
    expect(read.status).toBe(200);
    connection.exec('PRAGMA query_only = OFF');
    await expectNothingLost([projectId]);
    expect((await post('/api/projects', neighbourhood(2), who)).status).toBe(201);
  });
});

describe('a damaged page of the database', () => {
  /** Closes the server, lets `damage` loose on the file, and starts on the same folder. */
  async function startOn(damage: (file: string) => void) {
    const folder = `${server.folder}-damaged`;
    await moveIntoFile();
    mkdirSync(join(folder, 'keys'), { recursive: true });
    for (const name of ['jiugai.sqlite', 'keys/seal-secret', 'keys/seal-0001.pem']) {
      writeFileSync(join(folder, name), readFileSync(join(server.folder, name)));
    }
    damage(join(folder, 'jiugai.sqlite'));
    return {
      folder,
      started: await startServer({ folder, clock: { kind: 'REAL' }, port: 0, demo: 'AS_BEFORE', log: () => {} }),
    };
  }

  it('where the file begins is refused at the start, and the file stays as it is', async () => {
    const { folder, started } = await startOn((file) => writeSync(openSync(file, 'r+'), 'no database', 0));
    expect(started).toMatchObject({ ok: false });
    if (!started.ok) expect(started.refusal.says.zh).toContain('npm run restore');
    expect(readFileSync(join(folder, 'jiugai.sqlite')).subarray(0, 11).toString()).toBe('no database');
    rmSync(folder, { recursive: true });
  });

  it('of a file that was cut off is refused at the start', async () => {
    const { folder, started } = await startOn((file) => truncateSync(file, 4096 * 3));
    expect(started).toMatchObject({ ok: false });
    rmSync(folder, { recursive: true });
  });

  it('in the middle of the ledger refuses that project only, and never answers with what is not true', async () => {
    const who = await bearer();
    const opened = await post('/api/projects', neighbourhood(1, '月季小区'), who);
    const { projectId } = z.object({ projectId: z.string() }).parse(await opened.json());
    const { system } = server;
    const file = await moveIntoFile();
    const page = rootOfEntries(file);
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, (page - 1) * 4096);
    // Whoever has the page in memory would not see it.
    system.stored.database.connection.exec('PRAGMA shrink_memory');
    const ledger = await fetch(new URL(`/api/projects/${projectId}/ledger`, server.origin), { headers: who });
    const problem = Problem.parse(await ledger.json());
    expect([problem.status, problem.code]).toEqual([500, 'CORRUPT']);
    expect(problem.detailZh).toContain('已损坏');
    expect((await fetch(new URL('/api/health', server.origin))).status).toBe(200);
  });
});

/** Everything written so far leaves the log for the file itself. */
async function moveIntoFile(): Promise<string> {
  await server.system.idle();
  const file = join(server.folder, 'jiugai.sqlite');
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return file;
}

function rootOfEntries(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'entries'`).get();
  database.close();
  return Number(row?.rootpage);
}

describe('a clock that jumps back', () => {
  it('takes nothing until it is right, says so, and loses nothing', async () => {
    const folder = `${server.folder}-real`;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 2, 2, 1) });
    const started = await startServer({ folder, clock: { kind: 'REAL' }, port: 0, demo: true, log: () => {} });
    if (!started.ok) expect.fail(started.refusal.says.en);
    const { origin, system, close } = started.value;
    const virtual = server;
    server = { ...virtual, origin };
    expect((await post('/api/projects', neighbourhood(1), await bearer())).status).toBe(201);
    vi.setSystemTime(Date.UTC(2026, 1, 27, 1));
    const problem = Problem.parse(await (await post('/api/projects', neighbourhood(2), await bearer())).json());
    expect([problem.status, problem.code]).toEqual([503, 'UNAVAILABLE']);
    expect(problem.detailZh).toContain('时钟');
    expect(await system.ports.ledger.list('PROJECT')).toHaveLength(1);
    vi.setSystemTime(Date.UTC(2026, 2, 2, 2));
    expect((await post('/api/projects', neighbourhood(2), await bearer())).status).toBe(201);
    server = virtual;
    await close();
    rmSync(folder, { recursive: true });
  });
});
