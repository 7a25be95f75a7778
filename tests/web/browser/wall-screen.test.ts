// The wall screen in a browser: opened by its key, four scenes in turn, readable from five metres, honest when the network is gone.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '../../../local/demo/desk.ts';
import { DEMO_PASSWORD } from '../../../local/seed/district.ts';
import { SCENES, SECONDS_PER_SCENE } from '../../../web/screen/rotation.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { tellDistrict } from './sweep/district.ts';
import { textsOf } from './sweep/inspect-page.ts';
import { SaidByData } from './sweep/untranslated.ts';
import { overflowOn, picture, violationsOn, visit } from './visit.ts';

/** 20 minutes of arc at 5 m, on a panel of 86 inches. */
const SMALLEST_TYPE = 30;

let server: StageServer;
let names: readonly string[];
let key: string;

beforeAll(async () => {
  server = await stageServer();
  names = Object.keys(await tellDistrict(server.system.ports, ['桃源新村', '水心小区', '下吕浦住宅区', '新桥头小区']));
  await server.system.idle();
  ({ key } = await new Desk(server.origin, DEMO_PASSWORD).post<{ key: string }>('operator', '/api/display-keys', {
    until: '2026-12-31',
  }));
});

const addressOf = (query = '', displayKey = key) => `${server.origin}/screen${query}#key=${displayKey}`;
const title = (page: Page) => page.locator('h1');

describe('the wall screen', () => {
  it.each(['zh', 'en'] as const)('shows four scenes that are read from five metres, in %s', async (language) => {
    const { page, errors } = await visit('wall', { language });
    const data = new SaidByData(page, ...names);
    const wrong: string[] = [];
    for (let scene = 1; scene <= SCENES; scene += 1) {
      await page.goto('about:blank');
      await page.goto(addressOf(`?scene=${scene}&lang=${language}`));
      await page.locator('.stage').waitFor();
      await picture(page, `screen-${scene}-wall-${language}`);
      const found = [
        ...(await smallType(page)),
        ...(await violationsOn(page)),
        ...(await data.strangersAmong(await textsOf(page, language), language)),
      ];
      wrong.push(...found.map((each) => `scene ${scene}: ${each}`));
      expect(await overflowOn(page), `scene ${scene}`).toBe(0);
    }
    expect(wrong).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('takes turns by itself, stops when told to, and goes where the arrows point', async () => {
    const { page } = await visit('wall');
    await page.clock.install();
    await page.goto(addressOf());
    await title(page).getByText('全区进度').waitFor();
    await page.clock.runFor(SECONDS_PER_SCENE * 1000);
    await title(page).getByText('街道停留').waitFor();
    await page.keyboard.press('ArrowRight');
    await title(page).getByText('资金').waitFor();
    await page.getByRole('button', { name: '暂停' }).click();
    await page.clock.runFor(SECONDS_PER_SCENE * 2 * 1000);
    expect(await title(page).innerText()).toContain('资金');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '暂停' }).waitFor();
  });

  it('keeps the last picture when the network is gone, with its age, and never as if it were new', async () => {
    const { page } = await visit('wall');
    await page.clock.install();
    await page.goto(addressOf('?scene=1'));
    await page.locator('.stage').waitFor();
    const before = await page.locator('.stage').innerText();
    const footer = page.locator('footer [role=status]');
    expect(await footer.innerText()).toMatch(/^数据截至 09:0\d$/);
    await page.context().setOffline(true);
    await page.clock.runFor(20_000);
    await footer.getByText(/数据落后 (1\d|2\d) 秒/).waitFor();
    await page.clock.runFor(60_000);
    await footer.getByText(/连接中断，画面停在 09:0\d · 1 分 \d+ 秒/).waitFor();
    expect(await page.locator('header s').innerText()).toMatch(/^09:0\d$/);
    expect(await page.locator('.stage').innerText()).toBe(before);
    await picture(page, 'screen-lost-wall-zh');
    await page.context().setOffline(false);
    await page.clock.runFor(6_000);
    await footer.getByText('数据截至').waitFor();
  });

  it('needs a key, says how to get one, and takes no wrong one', async () => {
    const { page, errors } = await visit('wall');
    await page.goto(`${server.origin}/screen`);
    await page.getByRole('heading', { name: '这块屏幕还没有显示密钥' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.goto('about:blank');
    await page.goto(addressOf('', key.replace(/.$/, key.endsWith('0') ? '1' : '0')));
    await page.getByRole('heading', { name: '显示密钥不对或已到期' }).waitFor();
    await picture(page, 'screen-wrong-key-wall-zh');
    // The refusal of the key, which a browser reports as a failed request.
    expect(errors.filter((error) => !error.includes('401'))).toEqual([]);
  });

  it('shows numbers and names of neighbourhoods only: no person, no unit, no sign-in', async () => {
    const { page } = await visit('wall');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(addressOf('?scene=4'));
    await page.locator('.stage').waitFor();
    expect(asked.filter((path) => path.startsWith('/oidc'))).toEqual([]);
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual(['/api/dashboard/screen']);
    expect(await page.context().cookies()).toEqual([]);
  });
});

/** Texts that are set smaller than can be read from five metres. */
const smallType = (page: Page): Promise<readonly string[]> =>
  page.evaluate<string[]>(`(() => {
    const small = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const place = node.parentElement;
      const size = parseFloat(getComputedStyle(place).fontSize);
      if (node.data.trim() !== '' && place.closest('script, noscript, style, .sr') === null && size < ${SMALLEST_TYPE})
        small.push(size + ' px: ' + node.data.trim());
    }
    return small;
  })()`);
