// Two scans of one page side by side: enlarged and moved together, by keyboard, and settled on the spot.
import { beforeAll, describe, expect, it } from 'vitest';
import { pageIdOf } from '../../../domain/paper/filing/filed-page.ts';
import { findPage } from '../../../functions/runtime/scanned-page.ts';
import { officeScanner, simulateScan } from '../../../local/paperwork/simulate-scan.ts';
import { pdfOf } from '../../../local/paperwork/stack-files.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { fileNow } from '../../support/scans/filing-desk.ts';
import { printSheets } from '../../support/scans/printed-sheets.ts';
import { signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { overflowOn, picture, violationsOn } from './visit.ts';

const CLERK = { role: 'STREET', id: 'street-clerk', unit: '330302001' } as const;
let server: StageServer;
let first: string;
let again: string;

beforeAll(async () => {
  server = await stageServer();
  const { ports } = server.system;
  const name = { projectNo: PROJECT_ID, kind: 'M1', version: 1, page: 1 } as const;
  const { sheets } = await printSheets(ports.seal, [{ name, neighbourhood: '月季小区' }]);
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const scan = (skew: number, seed: number) => simulateScan(sheet.image, officeScanner(skew), seed);
  first = (await fileNow(ports, await pdfOf([await scan(1.2, 1)]), CLERK)).uploadId;
  again = (await fileNow(ports, await pdfOf([await scan(-1, 2)]), CLERK)).uploadId;
});

const address = () => `/intake/pages/${again}/0001`;

describe('two pages side by side', () => {
  it('are the page that needs a decision and the one on file, enlarged and moved together by keyboard', async () => {
    const desk = await signIn(server.origin, 'street-01');
    const { page, errors } = desk;
    await desk.open(`/intake/stacks/${again}`);
    await page
      .locator('.view')
      .getByRole('link', { name: /两页对看/ })
      .waitFor();
    await page.keyboard.press('c');
    await page.waitForURL(`**${address()}`);
    await page.locator('main h1', { hasText: '要定留哪一页' }).waitFor();
    const panes = page.locator('.look');
    await expect.poll(() => page.locator('.look img').count()).toBe(2);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'compare-desk');

    for (const key of ['+', '+']) await page.keyboard.press(key);
    await page.getByText('200%').waitFor();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    const scrolled = () => panes.evaluateAll((all) => all.map((pane) => [pane.scrollLeft, pane.scrollTop]));
    await expect.poll(async () => (await scrolled())[1]?.[1] ?? 0).toBeGreaterThan(50);
    // The second follows the first a frame later.
    const apart = async () => {
      const [left, right] = await scrolled();
      return Math.abs((left?.[1] ?? 0) - (right?.[1] ?? 0));
    };
    await expect.poll(apart).toBeLessThan(8);
    expect((await scrolled())[1]?.[0] ?? 0).toBeGreaterThan(0);
    await picture(page, 'compare-zoomed-desk');

    await page.keyboard.press('0');
    await page.getByText('100%').waitFor();
    await page.keyboard.press('d');
    await page.getByText('相同处变黑').waitFor();
    await picture(page, 'compare-overlay-desk');
    await page.keyboard.press('d');
    await page.keyboard.press('s');
    expect(await page.locator('.compared h2').first().innerText()).toBe('已归档的同一页');
    expect(errors).toEqual([]);
  });

  it('stay side by side on a phone, in English too', async () => {
    const desk = await signIn(server.origin, 'street-01', 'phone', 'en');
    const { page } = desk;
    await desk.open(address());
    await expect.poll(() => page.locator('.look img').count()).toBe(2);
    const [left, right] = await page
      .locator('.look')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    expect(left).toBe(right);
    expect(await overflowOn(page)).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'compare-phone');
  });

  it('are settled where they are seen: the new scan takes the place of the old one', async () => {
    const desk = await signIn(server.origin, 'street-01');
    const { page } = desk;
    await desk.open(address());
    await page.getByRole('button', { name: '替换原页' }).click();
    await page.getByRole('button', { name: '替换原页' }).waitFor({ state: 'detached' });
    expect(await findPage(server.system.ports, pageIdOf(again, 1))).toMatchObject({ state: 'FILED' });
    expect(await findPage(server.system.ports, pageIdOf(first, 1))).toMatchObject({ findings: ['REPLACED'] });
  });
});
