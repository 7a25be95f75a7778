// What comes later than the page: a part that cannot be fetched, and what changed before the stream of changes was there.
import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '../../../local/demo/desk.ts';
import { DEMO_PASSWORD } from '../../../local/seed/district.ts';
import { signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { picture } from './visit.ts';

let server: StageServer;
beforeAll(async () => {
  server = await stageServer();
});

const SCRIPTS = /\/assets\/.*\.js$/;
const goByLink = (page: Page, path: string) => page.locator(`nav a[href="${path}"]`).first().click();
const isSamePage = (page: Page) => page.evaluate('window.neverReloaded === true');

describe('a page that cannot be fetched', () => {
  it('says that no server answers and keeps the page until one does; asked for again then, it comes', async () => {
    const { page } = await signIn(server.origin, 'renovation-office');
    await page.evaluate('window.neverReloaded = true');
    await page.context().setOffline(true);
    await goByLink(page, '/reviews');
    const said = page.locator('main [role=alert]');
    await said.getByText('连不上服务器').waitFor();
    await picture(page, 'part-offline-desk');
    const asked = page.waitForEvent('requestfailed');
    await said.getByRole('button', { name: '重试' }).click();
    await asked;
    await said.getByText('连不上服务器').waitFor();
    expect(await isSamePage(page), 'no error page of the browser').toBe(true);
    await page.context().setOffline(false);
    await said.getByRole('button', { name: '重试' }).click();
    await page.locator('main h1').waitFor();
    expect(new URL(page.url()).pathname).toBe('/reviews');
  });

  it('is opened again, once, where a new release took its file away', async () => {
    const { page } = await signIn(server.origin, 'renovation-office');
    const openedAgain = page.waitForEvent('load');
    let missing = 1;
    await page.route(SCRIPTS, (route) => (missing-- > 0 ? route.fulfill({ status: 404, body: '' }) : route.continue()));
    await goByLink(page, '/reviews');
    await openedAgain;
    await page.locator('main h1').waitFor();
    expect(new URL(page.url()).pathname).toBe('/reviews');
  });

  it('says so instead of opening it again and again, where the new page misses it too', async () => {
    const { page } = await signIn(server.origin, 'renovation-office');
    const documents: string[] = [];
    const openedAgain = page.waitForEvent('load');
    const missing = (route: Route) => route.fulfill({ status: 404, body: '' });
    await page.route(/\/assets\/reviews-.*\.js$/, missing);
    page.on('framenavigated', (frame) => documents.push(new URL(frame.url()).pathname));
    await goByLink(page, '/reviews');
    await openedAgain;
    const said = page.locator('main [role=alert]');
    await said.getByText('系统已经更新').waitFor();
    await picture(page, 'part-replaced-desk');
    await page.unroute(/\/assets\/reviews-.*\.js$/, missing);
    await said.getByRole('button', { name: '重新打开页面' }).click();
    await page.locator('main h1').waitFor();
    expect(await said.count()).toBe(0);
  });
});

describe('what changed between reading and the stream of changes', () => {
  it('is read again once the stream is there', async () => {
    const { page } = await signIn(server.origin, 'renovation-office');
    const counted = async () => page.locator('main h1').innerText();
    const held: Route[] = [];
    await page.route('**/api/stream', (route) => void held.push(route));
    await page.goto(`${server.origin}/projects`);
    await page.locator('.projects tbody a').first().waitFor();
    await expect.poll(() => held.length).toBeGreaterThan(0);
    const before = await counted();
    const colleagues = new Desk(server.origin, DEMO_PASSWORD);
    await colleagues.post('street-04', '/api/projects', {
      neighbourhood: { name: '新桥头小区', code: '330302004001-02', community: '330302004001', street: '330302004' },
    });
    expect(await counted(), 'nobody has told it').toBe(before);
    await page.evaluate('window.neverReloaded = true');
    await held.at(-1)?.continue();
    await page.getByText('新桥头小区').first().waitFor();
    expect(await isSamePage(page)).toBe(true);
  });
});
