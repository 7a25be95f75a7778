// `npm run measure:portal`: how quick the dashboard is with a thousand projects: at the server, at the first paint, and from an act to another's eyes.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { instantOf } from '../../domain/calendar/plain-date.ts';
import type { Ports } from '../../domain/ports.ts';
import { buildWeb, isWebOutdated } from '../../local/build-web.ts';
import { Desk } from '../../local/demo/desk.ts';
import { DEMO_PASSWORD } from '../../local/seed/district.ts';
import { startServer } from '../../local/start-server.ts';
import { appendCopy } from '../functions/programme/district-copies.ts';
import { launchChromium } from './browser/chromium.ts';
import { SIZES } from './browser/sizes.ts';
import { tellDistrict } from './browser/sweep/district.ts';

const { values } = parseArgs({ options: { projects: { type: 'string', default: '1000' } } });
const PROJECTS = Number(values.projects);
const READS = 60;
const PAINTS = 7;
const ACTS = 30;
/** What issue 4 promises, in milliseconds. */
const TARGETS = { api: 50, paint: 1_500, visible: 500 };
const OUT = fileURLToPath(new URL('../../out/', import.meta.url));

const READINGS = ['funnel', 'ageing', 'streets', 'clocks', 'money', `budget?year=2026`, 'stuck', 'latencies'];

if (isWebOutdated()) await buildWeb();
const folder = await mkdtemp(join(tmpdir(), 'jiugai-measure-'));
const started = await startServer({
  folder,
  clock: { kind: 'VIRTUAL', from: instantOf(Date.UTC(2026, 2, 2, 1)) },
  port: 0,
  demo: true,
  publicLimit: { capacity: 100_000, perSecond: 10_000 },
  log: () => {},
});
if (!started.ok) throw new Error(started.refusal.says.en);
const { origin, system, close } = started.value;
const browser = await launchChromium();
const desk = new Desk(origin, DEMO_PASSWORD);
try {
  await fill(system.ports);
  const rows = [...(await readServer()), await paint(browser), await actToVisible(browser)];
  report(rows);
  await mkdir(OUT, { recursive: true });
  await writeFile(
    join(OUT, 'measure-portal.json'),
    JSON.stringify({ cpus: cpus().length, projects: PROJECTS, rows }, null, 2),
  );
  process.exitCode = rows.every(({ p95, target }) => p95 <= target) ? 0 : 1;
} finally {
  await browser.close();
  await close();
  await rm(folder, { recursive: true });
}

interface Row {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly target: number;
}

function rowOf(what: string, milliseconds: readonly number[], target: number): Row {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN) * 10) / 10;
  return { what, p50: at(0.5), p95: at(0.95), target };
}

/** Twelve stories over all nine steps, told again under other numbers. */
async function fill(ports: Ports): Promise<void> {
  const told = Object.values(await tellDistrict(ports));
  await system.idle();
  const stories = await Promise.all(told.map((id) => ports.ledger.read({ kind: 'PROJECT', id })));
  const young = stories.toSorted((a, b) => a.length - b.length).slice(0, stories.length / 2);
  for (let copy = 0; copy < PROJECTS - stories.length; copy += 1) {
    // One of ten is any story, the others are young: most of the time would go into the logs of building sites.
    const chosen = copy % 10 === 0 ? stories : young;
    const entries = chosen[copy % chosen.length] ?? [];
    await appendCopy(ports, entries, `330302-2024-${String(copy + 1).padStart(4, '0')}`);
    if (copy % 100 === 99) console.log(`${copy + 1} of ${PROJECTS} projects`);
  }
}

/** From the request to the whole answer, without an ETag that would spare the work. */
async function readServer(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const reading of READINGS) {
    const times: number[] = [];
    for (let count = 0; count < READS; count += 1) {
      const begun = performance.now();
      await desk.get('renovation-office', `/api/dashboard/${reading}`);
      times.push(performance.now() - begun);
    }
    rows.push(rowOf(`GET /api/dashboard/${reading.replace(/\?.*/, '')}`, times.slice(5), TARGETS.api));
  }
  return rows;
}

/** From opening the address, signed in at the issuer already, to the sentence on top with its figures. */
async function paint(from: Browser): Promise<Row> {
  const page = await openDashboard(from);
  const times: number[] = [];
  for (let count = 0; count < PAINTS; count += 1) {
    const begun = performance.now();
    await page.goto(`${origin}/`, { waitUntil: 'commit' });
    await page.locator('main h1').waitFor();
    times.push(performance.now() - begun);
  }
  await page.context().close();
  return rowOf('open the dashboard → its sentence is there', times, TARGETS.paint);
}

/** From the moment that somebody sends an act to the moment that an open dashboard says another number. */
async function actToVisible(from: Browser): Promise<Row> {
  const page = await openDashboard(from);
  const times: number[] = [];
  for (let count = 0; count < ACTS; count += 1) {
    await page.evaluate(`void (window.seen = new Promise((resolve) => {
      const before = document.querySelector('main h1').textContent;
      const observer = new MutationObserver(() => {
        if (document.querySelector('main h1')?.textContent === before) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(Date.now()));
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    }))`);
    const sent = Date.now();
    const serial = String(count + 10).padStart(2, '0');
    await desk.post('street-06', '/api/projects', {
      neighbourhood: {
        name: `测量小区${serial}`,
        code: `330302006001-${serial}`,
        community: '330302006001',
        street: '330302006',
      },
    });
    times.push((await page.evaluate<number>('window.seen')) - sent);
  }
  await page.context().close();
  return rowOf('act of a street → seen on another’s dashboard', times, TARGETS.visible);
}

async function openDashboard(from: Browser): Promise<Page> {
  const context = await from.newContext({ ...SIZES.desk, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await page.locator('.door-right .ant-btn-primary').click();
  await page.locator('#account').fill('renovation-office');
  await page.locator('#password').fill(DEMO_PASSWORD);
  await page.locator('form button').first().click();
  await page.locator('main h1').waitFor();
  return page;
}

function report(rows: readonly Row[]): void {
  console.log(`\n${PROJECTS} projects, ${cpus().length} cores, milliseconds\n`);
  console.log(`${'what'.padEnd(52)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'target'.padStart(8)}`);
  for (const { what, p50, p95, target } of rows) {
    const held = p95 <= target ? '' : '  over';
    console.log(
      `${what.padEnd(52)}${String(p50).padStart(8)}${String(p95).padStart(8)}${String(target).padStart(8)}${held}`,
    );
  }
}
