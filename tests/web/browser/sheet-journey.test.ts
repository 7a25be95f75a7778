// A sign sheet at two browsers: its pages are looked at, a clerk confirms its rows by keyboard only, and a second person sees the sample.
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { geometryOfSignSheet } from '../../../domain/paper/filing/sheet-geometry.ts';
import { loadFrozenRoll } from '../../../functions/runtime/load-frozen-roll.ts';
import { keepSignSheets } from '../../../functions/runtime/sign-sheets.ts';
import { Desk } from '../../../local/demo/desk.ts';
import { type ScanConditions, simulateScan } from '../../../local/paperwork/simulate-scan.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../../local/seed/district.ts';
import { ROUTES } from '../../../web/navigation/routes.ts';
import { type FilledSheet, fillIn } from '../../support/scans/filled-sheets.ts';
import { printSheets } from '../../support/scans/printed-sheets.ts';
import { type OfficeDesk, signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { beginTour, type Language, lookAtPage } from './sweep/look-at-page.ts';
import { isOfScans, kindOf } from './sweep/walk-office.ts';
import { tell } from './told.ts';
import { picture } from './visit.ts';

const UNITS = 12;
const BEFORE_RELOAD = 3;
/** People see another opinion here than the machine is sure of: a second person is asked, whatever the sample is. */
const CONTRADICTED = 1;
const NAME = '瓯园小区';
/** Four pages in two languages and sizes; two cores may have more to do than this. */
const LONGEST_LOOK = 180_000;
const CONDITIONS: ScanConditions = {
  dpi: 200,
  skew: -0.8,
  perspective: 0.002,
  blur: 0.4,
  noise: 4,
  contrast: 0.9,
  jpegQuality: 70,
  waves: 0.3,
  turned: 2,
};

let server: StageServer;
let colleagues: Desk;
let projectId: string;
let filled: FilledSheet;
let scan: Buffer;
let sheetAddress: string;

interface Cells {
  readonly rows: readonly { readonly no: number; readonly standing: string }[];
}

beforeAll(async () => {
  server = await stageServer();
  colleagues = new Desk(server.origin, DEMO_PASSWORD);
  const { ports } = server.system;
  [projectId = ''] = await tell(ports, '2026-03-02', [
    { name: NAME, street: 5, serial: 1, until: 'tally-plan-ballot' },
  ]);
  const { neighbourhood, consent } = await colleagues.get<{
    neighbourhood: { code: string };
    consent: { planBallot: { rollHash: string } };
  }>('street-05', `/api/projects/${projectId}`);
  const { rollHash } = consent.planBallot;
  const roll = await loadFrozenRoll(ports, neighbourhood.code, rollHash);
  if (!roll.ok) throw new Error(roll.refusal.says.en);
  const rows = roll.value.units.slice(0, UNITS).map(({ unit, area }, index) => ({ no: index + 1, unit, area }));
  const name = { projectNo: projectId, kind: 'F2', version: 1, page: 1 } as const;
  const { sheets } = await printSheets(ports.seal, [{ name, neighbourhood: NAME, rows }]);
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('nothing was printed');
  await keepSignSheets(ports, [{ name, ballot: 'PLAN', rollHash, geometry: geometryOfSignSheet(sheet.rows) }]);
  filled = await fillIn(sheet, 11, false);
  scan = await simulateScan(filled.image, CONDITIONS, 3);
});

/** The key that says what somebody wrote in the row. */
function keyOf({ signed, opinions }: FilledSheet['truth'][number]): string {
  if (!signed) return opinions.length > 0 ? '6' : '0';
  if (opinions.length > 1) return '4';
  const [opinion] = opinions;
  return opinion === undefined ? '5' : { AGREE: '1', DISAGREE: '2', ABSTAIN: '3' }[opinion];
}

/** Decides the row that has the focus, as it was written. */
async function confirmRow({ page }: OfficeDesk): Promise<void> {
  const no = Number(await page.locator('.cell.cur').getAttribute('data-no'));
  const truth = filled.truth.find((row) => row.no === no);
  if (truth === undefined) throw new Error(`row ${no} was never printed`);
  const publish = page.locator('.cell.cur .seen button').first();
  const published = (await publish.getAttribute('aria-pressed')) === 'true';
  if (published !== (truth.publishRoom === 'YES')) await page.keyboard.press('p');
  await page.keyboard.press(no === CONTRADICTED ? '3' : keyOf(truth));
}

async function confirmAll(desk: OfficeDesk): Promise<number> {
  const open = (await desk.page.locator('.cell:not(.d)').count()) || 0;
  for (let row = 0; row < open; row++) await confirmRow(desk);
  await desk.page.keyboard.press('Control+Enter');
  await desk.page.locator('h1', { hasText: '本页都已确认' }).waitFor();
  return open;
}

/** The corner that carries the code is gone: the sheet lies upside down. */
async function withoutCode(image: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(image).metadata();
  const gone = Math.round(height / 3);
  const white = { create: { width, height: gone, channels: 3, background: 'white' } } as const;
  return sharp(image)
    .composite([{ input: white, top: height - gone, left: 0 }])
    .jpeg()
    .toBuffer();
}

/** The stack of a sheet, one whose page carries no code, and the rows of the sheet; what is no paper is refused at the door. */
async function addressesOfScans(): Promise<readonly string[]> {
  const street = await signIn(server.origin, 'street-05');
  const { page } = street;
  await street.open('/intake');
  const notes = { name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no paper at all') };
  const torn = { name: 'torn.jpg', mimeType: 'image/jpeg', buffer: await withoutCode(scan) };
  const input = page.locator('.drop input');
  const before = await input.elementHandle();
  await input.setInputFiles([torn, notes]);
  await page.locator('.stacks .tag.warn').waitFor();
  // Whoever is choosing files while stacks arrive chooses them for a field that is still there.
  expect(await before?.evaluate((element) => element.isConnected)).toBe(true);
  await page.locator('.stacks .say.bad').waitFor();
  const stacks = await page
    .locator('.stacks li a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(stacks.length).toBe(2);
  return [...stacks, sheetAddress, sheetAddress.replace('/sheets/', '/pages/')];
}

async function lookAtScans(addresses: readonly string[], language: Language): Promise<readonly string[]> {
  const names = DEMO_ACCOUNTS.map(({ name }) => name);
  const look = await beginTour(server.origin, 'street-05', language, [NAME, 'pdf', ...names]);
  const wrong: string[] = [];
  for (const [index, address] of addresses.entries()) {
    await look.tour.go(address);
    const found = await lookAtPage(look, `office-scans-${index + 1}`);
    wrong.push(...found.map((each) => `${kindOf(address)} ${language} ${each}`));
  }
  return [...wrong, ...look.errors];
}

const standings = async (): Promise<readonly string[]> =>
  (
    await colleagues.get<Cells>('street-05', `/api/pages/${sheetAddress.split('/').slice(-2).join('.')}/cells`)
  ).rows.map(({ standing }) => standing);

describe('a sign sheet', () => {
  it('is dropped upside down and files itself', async () => {
    const street = await signIn(server.origin, 'street-05');
    await street.open('/intake');
    await street.page
      .locator('.drop input')
      .setInputFiles({ name: 'sheets.jpg', mimeType: 'image/jpeg', buffer: scan });
    await street.page.locator('h1', { hasText: '1 页已归档' }).waitFor();
    await street.page.locator('.pic img').waitFor();
    await picture(street.page, 'intake-filed-desk');
    sheetAddress = (await street.page.getByRole('link', { name: '逐格确认' }).getAttribute('href')) ?? '';
    expect(sheetAddress).toMatch(/^\/intake\/sheets\//);
    expect(street.errors).toEqual([]);
  });

  it('has nothing wrong on any of its pages, in both languages and sizes', { timeout: LONGEST_LOOK }, async () => {
    const addresses = await addressesOfScans();
    expect([...new Set(addresses.map(kindOf))]).toEqual(ROUTES.filter(isOfScans));
    const found = await Promise.all((['zh', 'en'] as const).map((language) => lookAtScans(addresses, language)));
    expect(found.flat()).toEqual([]);
  });

  it('is confirmed row by row by keyboard only', async () => {
    const street = await signIn(server.origin, 'street-05');
    await street.open(sheetAddress);
    await picture(street.page, 'sheet-desk');
    for (let row = 0; row < BEFORE_RELOAD; row++) await confirmRow(street);
    // What is decided and not sent outlives the page, as it does the session.
    await street.page.reload();
    await street.page
      .locator('.cell.d')
      .nth(BEFORE_RELOAD - 1)
      .waitFor();
    expect(await confirmAll(street)).toBe(UNITS - BEFORE_RELOAD);
    const settled = await standings();
    expect(new Set(settled)).toEqual(new Set(['SETTLED', 'SECOND_NEEDED']));
    expect(street.errors).toEqual([]);
  });

  it('shows the sample to a second person, whose look settles it', async () => {
    const sampled = (await standings()).filter((standing) => standing === 'SECOND_NEEDED').length;
    const community = await signIn(server.origin, 'community-05', 'phone');
    await community.open(sheetAddress);
    await picture(community.page, 'sheet-sample-phone');
    expect(await confirmAll(community)).toBe(sampled);
    expect(new Set(await standings())).toEqual(new Set(['SETTLED']));
    expect(community.errors).toEqual([]);
  });
});
