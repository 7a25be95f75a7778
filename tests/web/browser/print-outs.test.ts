// What leaves the office on paper without being filed: samples of templates, codes for posting places, calculations; and the
// warning before a session ends.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBarcodes } from 'zxing-wasm/reader';
import { prepareCodeReader } from '../../../functions/intake/scan/find-code.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { overflowOn, picture, violationsOn, visit } from './visit.ts';

let server: StageServer;
beforeAll(async () => {
  await prepareCodeReader();
  server = await stageServer();
  await server.stage.playUntil('PUBLICITY_RUNNING');
});

/** Where residents open it. */
const SET_UP = 'https://jiugai.example.cn';

/** What a phone reads from the codes that are shown. */
async function codesOn(page: Page): Promise<readonly string[]> {
  await page.locator('svg.address-code').first().waitFor();
  const read: string[] = [];
  for (const code of await page.locator('svg.address-code').all()) {
    const [found] = await readBarcodes(new Uint8Array(await code.screenshot()), { formats: ['QRCode'] });
    read.push(found?.text ?? '');
  }
  return read;
}

describe('a sample of a template', () => {
  it.each([
    ['desk', 'zh', '看样例 A2', '试打印（PDF）'],
    ['phone', 'en', 'See a sample A2', 'Test print (PDF)'],
  ] as const)('is looked at and test-printed from the settings (%s, %s)', async (size, language, look, testPrint) => {
    const { page, errors } = await signIn(server.origin, 'renovation-office', size, language);
    await page.goto(`${server.origin}/settings/templates`);
    await page.getByRole('link', { name: look, exact: true }).click();
    await page.locator('.sheet-picture img').waitFor();
    const width = await page
      .locator('.sheet-picture img')
      .evaluate((image) => (image as HTMLImageElement).naturalWidth);
    expect(width).toBeGreaterThan(100);
    expect([await violationsOn(page), await overflowOn(page)]).toEqual([[], 0]);
    await picture(page, `settings-sample-${size}`);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: testPrint }).click();
    expect((await saved).suggestedFilename()).toBe('A2-样例.pdf');
    expect(errors).toEqual([]);
  });
});

describe('the codes for posting places', () => {
  it('are not made by a server that only its own machine reaches: the sheet says so', async () => {
    const office = await signIn(server.origin, 'renovation-office', 'phone', 'en');
    const { page, errors } = office;
    await office.open(`/settings/posting-places/${PROJECT_ID}`);
    await page
      .locator('#code-sheet .say.warn', { hasText: 'No address that phones of residents reach is set' })
      .waitFor();
    expect(await page.locator('svg.address-code, .code-sheet-act').count()).toBe(0);
    expect([await violationsOn(page), await overflowOn(page)]).toEqual([[], 0]);
    await picture(page, 'settings-codes-none-phone');
    expect(errors).toEqual([]);
  });

  it('are one for each place, carry the address that is set, lead a phone to the progress, and print without the office around', async () => {
    const office = await signIn(server.origin, 'renovation-office');
    const { page, errors } = office;
    // As a server answers that is set up with it.
    const address = `${SET_UP}/p/s/${PROJECT_ID}`;
    await page.route('**/public-address', (route) => route.fulfill({ json: { address } }));
    await office.open('/settings/posting-places');
    await page.getByRole('link', { name: '打印二维码' }).first().click();
    await page.locator('.code-sheet li').first().waitFor();
    const codes = await codesOn(page);
    expect(codes.length).toBeGreaterThan(1);
    expect(new Set(codes)).toEqual(new Set([address]));
    expect([await violationsOn(page), await overflowOn(page)]).toEqual([[], 0]);
    await picture(page, 'settings-codes-desk');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('h1, .side, .tabs, .code-sheet-act').filter({ visible: true }).count()).toBe(0);
    await picture(page, 'settings-codes-print');
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await overflowOn(page)).toBe(0);
    await picture(page, 'settings-codes-phone');
    const resident = await visit('phone');
    await resident.page.goto(server.origin + new URL(address).pathname);
    expect(await resident.page.locator('h1').innerText()).toContain('改造到第');
    expect([errors, resident.errors]).toEqual([[], []]);
  });
});

describe('a calculation on paper', () => {
  it('says that nothing is stored and bears a code that opens the same facts, the example written out', async () => {
    const { page, errors } = await visit('desk');
    // As a server writes it into the document that is set up with an address; the issuer leads to another one on the way.
    await page.addInitScript(
      `addEventListener('readystatechange', () =>
        document.querySelector('meta[name="jiugai-origin"]')?.setAttribute('content', '${SET_UP}'), true)`,
    );
    await page.goto(`${server.origin}/calculators/funding`);
    await page.locator('.print-out').waitFor({ state: 'attached' });
    const answer = await page.locator('main h1').innerText();
    expect(await page.locator('.print-out').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.print-out').innerText()).toContain('试算，不留存');
    const [address = ''] = await codesOn(page);
    expect(address).toMatch(/^https:\/\/jiugai\.example\.cn\/calculators\/funding\?direct\./);
    const here = address.replace(SET_UP, server.origin);
    await picture(page, 'calculator-print');
    const other = await visit('phone', { language: 'en' });
    await other.page.goto(here);
    await other.page.locator('.print-out').waitFor({ state: 'attached' });
    await picture(other.page, 'calculator-print-phone');
    // Opened on the machine itself, and no address set up: a code would lead nobody anywhere.
    expect(await other.page.locator('.calc-print').innerText()).toContain('不印二维码和网址');
    await other.page.emulateMedia({ media: 'print' });
    expect(await other.page.locator('.print-out').innerText()).not.toContain(server.origin);
    expect(await other.page.locator('svg.address-code').count()).toBe(0);
    await picture(other.page, 'calculator-print-without-code');
    await page.emulateMedia({ media: 'screen' });
    await page.goto(here);
    await page.locator('.print-out').waitFor({ state: 'attached' });
    expect(await page.locator('main h1').innerText()).toBe(answer);
    expect([errors, other.errors]).toEqual([[], []]);
  });
});

describe('a session that cannot be renewed', () => {
  const MINUTE = 60_000;

  it.each([
    ['desk', 'zh', '现在续上'],
    ['phone', 'en', 'Stay signed in'],
  ] as const)(
    'is told of two minutes before it ends, and goes on where it was (%s, %s)',
    async (size, language, goOn) => {
      const { page } = await signIn(server.origin, 'renovation-office', size, language);
      await page.clock.install();
      await page.goto(`${server.origin}/tasks`);
      await page.locator('main h1').waitFor();
      // The issuer does not answer: nothing is renewed quietly.
      await page.route('**/oidc/token', (route) => route.abort());
      await page.clock.fastForward(57.5 * MINUTE);
      expect(await page.locator('.ending').count()).toBe(0);
      await page.clock.fastForward(0.6 * MINUTE);
      await page.locator('.ending[role=alert]').waitFor();
      expect([await violationsOn(page), await overflowOn(page)]).toEqual([[], 0]);
      await picture(page, `session-ending-${size}`);
      await page.unroute('**/oidc/token');
      await page.getByRole('button', { name: goOn }).click();
      await page.locator('.ending').waitFor({ state: 'detached' });
      await page.locator('main h1').waitFor();
      expect(new URL(page.url()).pathname).toBe('/tasks');
      expect(await page.locator('dialog.ended').count()).toBe(0);
    },
  );

  it('says nothing where it is renewed quietly, and ends only when the time is over', async () => {
    const { page } = await signIn(server.origin, 'renovation-office');
    await page.clock.install();
    await page.goto(`${server.origin}/tasks`);
    await page.locator('main h1').waitFor();
    const renewed = page.waitForResponse('**/oidc/token');
    await page.clock.fastForward(57.5 * MINUTE);
    expect((await renewed).status()).toBe(200);
    await page.clock.fastForward(2 * MINUTE);
    expect(await page.locator('.ending, dialog.ended').count()).toBe(0);
    await page.route('**/oidc/token', (route) => route.abort());
    // More than an hour: the new hour began when the page had the answer, which may have been after the two minutes.
    await page.clock.fastForward(61 * MINUTE);
    await page.locator('dialog.ended').waitFor();
  });
});
