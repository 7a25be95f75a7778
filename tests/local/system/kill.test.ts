// The kill drill: a loaded server is killed at random moments, again and again. Every act that was answered is in the
// ledger, once; nothing has to be repaired afterwards.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { epochMillisecondsOf, instantOf } from '../../../domain/calendar/plain-date.ts';
import { findChainBreak } from '../../../domain/ledger.ts';
import { reconcileProjects } from '../../../functions/dashboard/reconcile-projects.ts';
import { openSystem } from '../../../local/system.ts';
import { Clerk, type Counter } from '../../support/journey/clerk.ts';
import { rebuiltRows, storedRows } from '../../support/journey/view-rows.ts';

const KILLS = 20;
const STREETS = 5;
/** A life ends after so many answers at most, while others are still on their way. */
const MOST_ANSWERS = 30;

let folder: string;
let server: MortalServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kill-drill-'));
  server = new MortalServer(folder, await freePort());
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A server that is killed and started again on the same port; whoever finds it closed waits until it opens. */
class MortalServer implements Counter {
  readonly origin: string;
  readonly errors: string[] = [];
  readonly #folder: string;
  readonly #port: number;
  #next: ChildProcess;
  #life: ChildProcess | undefined;
  #open = Promise.withResolvers<void>();
  #answersLeft = 0;
  #hasAnswered = Promise.withResolvers<void>();

  constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
    this.origin = `http://localhost:${port}`;
    this.#next = this.#spawn();
  }

  open(): Promise<void> {
    return this.#open.promise;
  }

  answered(): void {
    this.#answersLeft -= 1;
    if (this.#answersLeft === 0) this.#hasAnswered.resolve();
  }

  /** Resolves when so many answers have arrived from now on. */
  hasAnswered(answers: number): Promise<void> {
    this.#answersLeft = answers;
    this.#hasAnswered = Promise.withResolvers();
    return this.#hasAnswered.promise;
  }

  async begin(): Promise<void> {
    const life = this.#next;
    life.on('message', (message) => {
      if (message === 'open') this.#open.resolve();
      else this.errors.push(JSON.stringify(message));
    });
    life.once('exit', (code) => {
      if (code !== null) this.#open.reject(new Error(`the server left by itself: ${code}`));
    });
    life.send('begin');
    this.#life = life;
    // It loads its code while this one is at work.
    this.#next = this.#spawn();
    await this.open();
  }

  async kill(): Promise<void> {
    if (this.#life === undefined) return;
    this.#open = Promise.withResolvers();
    await kill(this.#life);
    this.#life = undefined;
  }

  async close(): Promise<void> {
    await this.kill();
    await kill(this.#next);
  }

  #spawn(): ChildProcess {
    return spawn(process.execPath, [join(import.meta.dirname, 'one-life.ts'), this.#folder, String(this.#port)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Half of a life would be compiling.
      env: { ...process.env, NODE_COMPILE_CACHE: join(this.#folder, 'compiled') },
    });
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

interface Told {
  readonly projectId: string;
  /** Acts that were answered, in order. */
  readonly acts: readonly string[];
}

/** One street's day: neighbourhood after neighbourhood, until it is told to go home. */
async function workUntil(done: () => boolean, counter: Counter, street: string): Promise<readonly Told[]> {
  const clerk = new Clerk(counter);
  const account = `street-${street}`;
  const worked: Told[] = [];
  for (let serial = 1; !done(); serial++) {
    const neighbourhood = {
      name: `第 ${serial} 小区`,
      code: `330302${street.padStart(3, '0')}001-${String(serial).padStart(2, '0')}`,
      community: `330302${street.padStart(3, '0')}001`,
      street: `330302${street.padStart(3, '0')}`,
    };
    const opened = await clerk.post(account, '/api/projects', { input: { neighbourhood } });
    expect([opened.status, opened.body.code]).toEqual([201, undefined]);
    const projectId = String(opened.body.projectId);
    const acts = ['open-project'];
    const act = async (who: string, name: string, input: unknown): Promise<void> => {
      const answer = await clerk.post(who, `/api/projects/${projectId}/acts/${name}`, { input, seq: acts.length });
      expect([answer.status, answer.body.code, answer.body.seq]).toEqual([200, undefined, acts.length + 1]);
      acts.push(name);
    };
    const record = await clerk.upload(account, Buffer.from(`%PDF-1.7\n% ${projectId}\n%%EOF\n`));
    const eligibility = {
      completionYear: 1996,
      inDemolitionPlan: false,
      dangerGrade: 'B',
      comprehensivelyRenovable: true,
    };
    await act(account, 'record-survey', {
      surveyedOn: '2026-03-02',
      record,
      needsRenovation: true,
      renovatedBefore: 0,
      eligibility,
    });
    await act(account, 'suspend-project', { reason: '等待资金安排' });
    await act('renovation-office', 'resume-project', { reason: '资金已经落实' });
    worked.push({ projectId, acts });
  }
  return worked;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

it(`keeps every answered act once through ${KILLS} kills under load`, { timeout: 180_000 }, async () => {
  let done = false;
  const working = Promise.all(
    Array.from({ length: STREETS }, (_, index) => workUntil(() => done, server, String(index + 1).padStart(2, '0'))),
  );
  for (let kill = 0; kill < KILLS; kill++) {
    const answered = server.hasAnswered(Math.ceil(Math.random() * MOST_ANSWERS));
    await server.begin();
    await Promise.race([answered, working]);
    await server.kill();
  }
  await server.begin();
  done = true;
  const told = (await working).flat();
  await server.kill();
  expect(server.errors).toEqual([]);
  expect(told.length).toBeGreaterThan(KILLS / 2);

  const opened = await openSystem({ folder, clock: { kind: 'REAL' }, log: () => {} });
  if (!opened.ok) throw new Error(opened.refusal.says.en);
  const { ports, stored, close, idle } = opened.value;
  await idle();
  for (const { projectId, acts } of told) {
    const ref = { kind: 'PROJECT', id: projectId } as const;
    const entries = await ports.ledger.read(ref);
    expect(entries.map(({ act }) => act)).toEqual(acts);
    expect(findChainBreak(ref, entries)).toBeUndefined();
    expect((await ports.workflow.listWaiting(projectId)).map(({ wait }) => wait)).toEqual(['start-consultation']);
  }
  expect(await ports.ledger.list('PROJECT')).toHaveLength(told.length);
  expect(storedRows(stored.database)).toEqual(await rebuiltRows(ports));
  const later = instantOf(epochMillisecondsOf(ports.clock.now()) + 5 * 60_000);
  const { checked, repairs, stuck } = await reconcileProjects({ ...ports, clock: { now: () => later } });
  expect({ checked, repairs, stuck }).toEqual({ checked: told.length, repairs: [], stuck: [] });
  expect(stored.database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  close();
});
