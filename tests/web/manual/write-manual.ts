// `npm run manual`: starts the system with the demo district, takes the pictures of the tour, and writes docs/manual.zh-CN.md.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { instantOf, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { codeInAddress } from '../../../functions/runtime/find-notice.ts';
import { buildWeb, isWebOutdated } from '../../../local/build-web.ts';
import { Desk } from '../../../local/demo/desk.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../../local/seed/district.ts';
import { seedDistrict } from '../../../local/seed/seed-district.ts';
import { startServer } from '../../../local/start-server.ts';
import { launchChromium } from '../browser/chromium.ts';
import { SIZES } from '../browser/sizes.ts';
import { OfficeWalk } from '../browser/sweep/walk-office.ts';
import { manualText, pictureOf } from './manual-text.ts';
import { type Sights, STREET_OF_PROJECT, type Stop, TOUR } from './tour.ts';

const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url));
/** A working day in spring, so that every run takes the same pictures. */
const TODAY = plainDateOf('2026-03-02');
/** Wide enough to read the small print, small enough to keep in the repository. */
const WIDEST = { desk: 1200, phone: 480, wall: 1200 } as const;
const QUALITY = 72;
/** Left around a part of a page. */
const MARGIN = 12;
/** No picture of the tour is longer than a screen and a half. */
const LONGEST = { desk: 1200, phone: 1500, wall: 1080 } as const;

if (isWebOutdated()) await buildWeb();
const folder = await mkdtemp(join(tmpdir(), 'jiugai-manual-'));
const started = await startServer({
  folder,
  clock: { kind: 'VIRTUAL', from: instantOf(Date.UTC(2026, 2, 2, 1)) },
  port: 0,
  demo: true,
  publicLimit: { capacity: 10_000, perSecond: 1_000 },
  log: () => {},
});
if (!started.ok) throw new Error(started.refusal.says.en);
const { origin, system, close } = started.value;
const browser = await launchChromium();
try {
  console.log('正在填充演示区 Filling the demo district');
  await seedDistrict(system.ports, TODAY);
  // A quarter of an hour later the reconciler has looked at everything once.
  await system.advance(instantOf(Date.UTC(2026, 2, 2, 1, 15)));
  await system.idle();
  const sights = await findSights();
  await mkdir(join(DOCS, 'manual'), { recursive: true });
  for (const old of await readdir(join(DOCS, 'manual'))) await rm(join(DOCS, 'manual', old));
  for (const stop of TOUR) {
    const bytes = await takePicture(browser, stop, sights);
    await writeFile(join(DOCS, pictureOf(stop.name)), bytes);
    console.log(`${pictureOf(stop.name)}  ${Math.round(bytes.byteLength / 1024)} KB`);
  }
  await writeFile(join(DOCS, 'manual.zh-CN.md'), manualText());
} finally {
  await browser.close();
  await close();
  await rm(folder, { recursive: true });
}

async function findSights(): Promise<Sights> {
  const desk = new Desk(origin, DEMO_PASSWORD);
  const first = async (state: string): Promise<string> => {
    const { projects } = await desk.get<{ projects: { projectId: string }[] }>(
      'renovation-office',
      `/api/projects?state=${state}`,
    );
    const [found] = projects;
    if (found === undefined) throw new Error(`the demo district has no project in ${state}`);
    return found.projectId;
  };
  const inPublicity = await first('PUBLICITY_RUNNING');
  const { neighbourhood } = await desk.get<{ neighbourhood: { code: string } }>(
    'renovation-office',
    `/api/projects/${inPublicity}`,
  );
  const body = DEMO_ACCOUNTS.find(({ unit }) => unit === neighbourhood.code)?.id;
  const { noticeCode, units } = await desk.get<{ noticeCode: string; units: { code: string }[] }>(
    body,
    `/api/projects/${inPublicity}/unit-codes`,
  );
  const { address } = await desk.post<{ address: string }>('operator', '/api/display-keys', { until: TODAY });
  return {
    inPublicity,
    inBallot: await first('VOTING'),
    collecting: await first('ACCOUNT_OPENED'),
    noticeAddress: `/p/n/${codeInAddress(noticeCode)}`,
    unitCode: units[8]?.code ?? '',
    displayAddress: address.replace('#', '?scene=1#'),
  };
}

async function takePicture(browser: Browser, stop: Stop, sights: Sights): Promise<Buffer> {
  const context = await browser.newContext({
    ...SIZES[stop.size],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    deviceScaleFactor: stop.size === 'phone' ? 2 : 1,
  });
  const page = await context.newPage();
  const walk = new OfficeWalk(page);
  if (stop.account !== undefined) await signIn(page, await accountOf(stop.account, stop.address(sights)));
  await page.goto(origin + stop.address(sights));
  await page.locator('h1').first().waitFor();
  await stop.act?.(page, sights);
  await walk.settled();
  await page.evaluate('scrollTo(0, 0)');
  const part = stop.from === undefined ? null : await page.locator(stop.from).boundingBox();
  const whole = await page.screenshot({ fullPage: true, scale: 'css' });
  await context.close();
  const { width = 0, height = 0 } = await sharp(whole).metadata();
  const left = Math.max(0, Math.floor((part?.x ?? 0) - MARGIN));
  const top = Math.max(0, Math.floor((part?.y ?? 0) - MARGIN));
  const box = {
    ...{ left, top },
    width: part === null ? width : Math.min(width - left, Math.ceil(part.width + 2 * MARGIN)),
    height: Math.min(LONGEST[stop.size], height - top, Math.ceil((part?.height ?? height) + 2 * MARGIN)),
  };
  return sharp(whole)
    .extract(box)
    .resize({ width: WIDEST[stop.size], withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .toBuffer();
}

async function accountOf(account: string, address: string): Promise<string> {
  if (account !== STREET_OF_PROJECT) return account;
  const [projectId] = /[\d-]+/.exec(address) ?? [];
  const { neighbourhood } = await new Desk(origin, DEMO_PASSWORD).get<{ neighbourhood: { street: string } }>(
    'renovation-office',
    `/api/projects/${projectId}`,
  );
  return DEMO_ACCOUNTS.find(({ role, unit }) => role === 'STREET' && unit === neighbourhood.street)?.id ?? '';
}

async function signIn(page: Page, account: string): Promise<void> {
  await page.goto(`${origin}/`);
  await page.locator('.door-right .ant-btn-primary').click();
  await page.locator('#account').fill(account);
  await page.locator('#password').fill(DEMO_PASSWORD);
  await page.locator('form button').first().click();
  await page.locator('main h1').waitFor();
}
