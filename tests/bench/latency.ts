// From an act to what others see of it, over HTTP, while streets are at work: on the dashboard, and on open pages that listen.
// And the server itself: how soon it is there, and the memory it holds at rest and under that load.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { streetsSchema } from '../../domain/dashboard.ts';
import { workUntil } from '../chaos/street-at-work.ts';
import { Clerk, type Counter } from '../support/journey/clerk.ts';
import { atMost, figure, type Measured, median, quantile } from './figure.ts';
import type { Asked } from './sections.ts';

const SERVED = new URL('served.ts', import.meta.url).pathname;
const STREET = '330302001';
const ACTS = 150;
const BUSY_STREETS = ['02', '03'] as const;
const SETTLED_AFTER = 1_500;

async function memoryOf(child: ChildProcess): Promise<number> {
  child.send('memory');
  for (;;) {
    const [message] = await once(child, 'message');
    if (message.megabytes !== undefined) return message.megabytes;
  }
}

/** When the stream told of each project first. */
async function listen(origin: string, token: string, heard: Map<string, number>, ended: AbortSignal): Promise<void> {
  const response = await fetch(`${origin}/api/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: ended,
  });
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const now = performance.now();
    text += chunk;
    for (const [, projectId = ''] of text.matchAll(/"projectId":"([^"]+)"/g)) {
      if (!heard.has(projectId)) heard.set(projectId, now);
    }
    text = text.slice(text.lastIndexOf('\n\n') + 2);
  }
}

async function tokenOf(origin: string, account: string): Promise<string> {
  const response = await fetch(`${origin}/oidc/demo-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: 'jiugai-2020' }),
  });
  const { access_token } = Object(await response.json());
  return String(access_token);
}

interface Round {
  readonly ready: number;
  readonly dashboardP50: number;
  readonly dashboardP95: number;
  readonly pagesP95: number;
  readonly told: number;
  readonly atRest: number;
  readonly underLoad: number;
}

export async function measureLatency({ rounds, tell }: Asked): Promise<Measured> {
  const measured: Round[] = [];
  for (let round = 1; round <= rounds; round++) {
    tell(`round ${round} of ${rounds}: ${ACTS} acts while ${BUSY_STREETS.length} other streets are at work`);
    measured.push(await measureRound());
  }
  const middle = (pick: (one: Round) => number) => median(measured.map(pick));
  const told = Math.min(...measured.map((one) => one.told));
  return {
    figures: [
      atMost(
        'ready after',
        middle((one) => one.ready),
        'ms',
        2_000,
      ),
      figure(
        'act → dashboard, p50',
        middle((one) => one.dashboardP50),
        'ms',
      ),
      atMost(
        'act → dashboard, p95',
        middle((one) => one.dashboardP95),
        'ms',
        250,
      ),
      figure(
        `act → open pages (at least ${told} of ${ACTS} told before the next act), p95`,
        middle((one) => one.pagesP95),
        'ms',
      ),
      figure(
        'memory of the server at rest',
        middle((one) => one.atRest),
        'MB',
      ),
      figure(
        'memory of the server under load, at most',
        middle((one) => one.underLoad),
        'MB',
      ),
    ],
    notes: [],
  };
}

/** A server that does not start has said why: waiting for its address would only end in silence. */
async function endOf(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`the server ended with ${code} before it was ready`);
}

async function measureRound(): Promise<Round> {
  const spawned = performance.now();
  const child = fork(SERVED, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [{ origin }] = await Promise.race([once(child, 'message'), endOf(child)]);
  const ready = performance.now() - spawned;
  await sleep(SETTLED_AFTER);
  const atRest = await memoryOf(child);

  const counter: Counter = { origin, open: async () => {}, answered: () => {} };
  const office = new Clerk(counter);
  const street = new Clerk(counter);
  const heard = new Map<string, number>();
  const ended = new AbortController();
  const listening = listen(origin, await tokenOf(origin, 'renovation-office'), heard, ended.signal).catch(() => {});
  let isDone = false;
  const busy = BUSY_STREETS.map((number) => workUntil(() => isDone, counter, number, new Map()));
  const onDashboard: number[] = [];
  const onPages: number[] = [];
  let most = atRest;
  for (let serial = 1; serial <= ACTS; serial++) {
    const community = `${STREET}${String(1 + Math.floor(serial / 90)).padStart(3, '0')}`;
    const code = `${community}-${String(1 + (serial % 90)).padStart(2, '0')}`;
    const neighbourhood = { name: `第 ${serial} 新村`, code, community, street: STREET };
    const begun = performance.now();
    const { status, body } = await street.post('street-01', '/api/projects', { input: { neighbourhood } });
    if (status !== 201) throw new Error(`open-project: ${status} ${JSON.stringify(body)}`);
    for (;;) {
      const { body: funnel } = await office.get('renovation-office', '/api/dashboard/streets');
      if (openIn(funnel) >= serial) break;
    }
    onDashboard.push(performance.now() - begun);
    const told = heard.get(String(body.projectId));
    if (told !== undefined) onPages.push(told - begun);
    if (serial % 25 === 0) most = Math.max(most, await memoryOf(child));
  }
  isDone = true;
  await Promise.all(busy);
  most = Math.max(most, await memoryOf(child));
  ended.abort();
  await listening;
  child.send('close');
  await once(child, 'exit');
  return {
    ready,
    dashboardP50: quantile(onDashboard, 0.5),
    dashboardP95: quantile(onDashboard, 0.95),
    pagesP95: quantile(onPages, 0.95),
    told: onPages.length,
    atRest,
    underLoad: most,
  };
}

/** Open projects of the measured street, as the dashboard tells them. */
function openIn(body: Record<string, unknown>): number {
  const { streets } = streetsSchema.parse(body);
  const row = streets.find(({ street }) => street === STREET);
  return row?.cells.reduce((sum, { open }) => sum + open, 0) ?? 0;
}
