// Two versions of an issued paper side by side: what the contents say otherwise in words, then both papers page by page.
import { beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '../../../local/demo/desk.ts';
import { DEMO_PASSWORD } from '../../../local/seed/district.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { issueTwoVersions } from './sweep/two-versions.ts';
import { overflowOn, picture, violationsOn } from './visit.ts';

const ADDRESS = `/projects/${PROJECT_ID}/papers/N1/versions?old=1&new=2`;

let server: StageServer;
beforeAll(async () => {
  server = await stageServer();
  await server.stage.playUntil('PLAN_APPROVED');
  await issueTwoVersions(new Desk(server.origin, DEMO_PASSWORD), 'street-01', PROJECT_ID);
});

describe('two versions of an issued paper', () => {
  it('stand side by side from the list, their differences in words above, enlarged together', async () => {
    const desk = await signIn(server.origin, 'street-01');
    const { page, errors } = desk;
    await desk.open(`/projects/${PROJECT_ID}/papers`);
    await page.getByRole('link', { name: /^与上一版对看/ }).click();
    await page.waitForURL(`**${ADDRESS}`);
    await page.locator('main h1', { hasText: '第 1 版与第 2 版：3 处内容不同' }).waitFor();
    const words = await page.locator('.changes').innerText();
    for (const said of ['补正期限', '2026年3月16日', '2026年3月23日', '第 1 行', '承诺书（M3）', '（原来没有）']) {
      expect(words).toContain(said);
    }
    // Before the first page the renderer is loaded.
    await page.locator('.look img').nth(1).waitFor();
    expect([await violationsOn(page), await overflowOn(page)]).toEqual([[], 0]);
    await picture(page, 'versions-desk');
    for (const key of ['+', '+']) await page.keyboard.press(key);
    await page.getByText('200%').waitFor();
    await page.keyboard.press('d');
    await page.getByText('相同处变黑').waitFor();
    await page.locator('.over img').nth(1).waitFor();
    await picture(page, 'versions-overlay-desk');
    expect(errors).toEqual([]);
  });

  it('stand one below the other on a phone, opened by the address that was sent, in English too', async () => {
    const desk = await signIn(server.origin, 'audit', 'phone', 'en');
    const { page, errors } = desk;
    await desk.open(ADDRESS);
    await page.locator('main h1', { hasText: 'version 1 and version 2: 3 fields differ' }).waitFor();
    await page.locator('.look img').nth(1).waitFor();
    const [first, second] = await page
      .locator('.look')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    expect(second).toBeGreaterThan((first ?? 0) + 100);
    expect([await violationsOn(page), await overflowOn(page)]).toEqual([[], 0]);
    await picture(page, 'versions-phone');
    expect(errors).toEqual([]);
  });
});
