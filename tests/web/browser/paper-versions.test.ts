// Two versions of an issued paper side by side: what the contents say otherwise in words, then both papers page by page; those of the
// district, which two persons void on the page that lists them.
import { beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '../../../local/demo/desk.ts';
import { DEMO_PASSWORD } from '../../../local/seed/district.ts';
import { notice, PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { issueTwoVersions, issueTwoVersionsForDistrict } from './sweep/two-versions.ts';
import { overflowOn, picture, violationsOn } from './visit.ts';

const ADDRESS = `/projects/${PROJECT_ID}/papers/N1/versions?old=1&new=2`;

let server: StageServer;
beforeAll(async () => {
  server = await stageServer();
  await server.stage.playUntil('PLAN_APPROVED');
  const office = new Desk(server.origin, DEMO_PASSWORD);
  const first = await issueTwoVersions(office, 'street-01', PROJECT_ID);
  // The ledger names the first version; the second came later.
  const { documents, places } = await notice(server.stage);
  await server.stage.perform('post-notice', 'BODY', { documents: { ...documents, P2: first }, places });
  await issueTwoVersionsForDistrict(office);
});

describe('two versions of an issued paper', () => {
  it('stand side by side from the list and from what the ledger names, their differences in words above, enlarged together', async () => {
    const desk = await signIn(server.origin, 'street-01');
    const { page, errors } = desk;
    await desk.open(`/projects/${PROJECT_ID}/papers`);
    expect(await page.getByRole('link', { name: /^与上一版对看/ }).getAttribute('href')).toBe(ADDRESS);
    await page.goto(`${server.origin}/projects/${PROJECT_ID}`);
    const named = page.locator('#documents li', { hasText: '第 1 版' });
    await named.getByRole('link', { name: '与后一版对看' }).click();
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

  it('of which one was issued before contents were kept say so, and show both papers', async () => {
    const { views } = server.system.ports;
    const [row] = (await views.query('issued-papers', PROJECT_ID, { prefix: 'N1/' })).rows;
    if (row === undefined) throw new Error('no row');
    const { contents: _, ...value } = row.value;
    await views.write([{ view: 'issued-papers', ...row, value, watermark: { ...row.watermark, seq: 99 } }]);
    const desk = await signIn(server.origin, 'street-01');
    const { page, errors } = desk;
    await desk.open(ADDRESS);
    await page.locator('main h1', { hasText: '内容当时没有留存，请对看原件' }).waitFor();
    expect(await page.locator('#changes').innerText()).toContain('第 1 版签发于');
    await page.locator('.look img').nth(1).waitFor();
    expect([await violationsOn(page), await overflowOn(page), errors]).toEqual([[], 0, []]);
    await picture(page, 'versions-not-kept-desk');
  });
});

describe('a paper of the district', () => {
  it('is laid beside its second version, proposed to be void with a reason, and taken back', async () => {
    const desk = await signIn(server.origin, 'renovation-office');
    const { page, errors } = desk;
    await desk.open('/programme/papers');
    await page.locator('main h1', { hasText: '2026 年全区文件已签发 2 份，1 份待第二人确认作废' }).waitFor();
    await picture(page, 'district-papers-desk');
    const second = page.locator('.issued > li', { hasText: '版 2' });
    await second.getByRole('button', { name: /^提出作废/ }).click();
    await second.locator('textarea').fill('日期印错');
    await second.locator('form').getByRole('button', { name: '提出作废' }).click();
    await second.getByText('由您提出，请本单位另一名经办人确认。').waitFor();
    expect([await violationsOn(page), await overflowOn(page)]).toEqual([[], 0]);
    await second.getByRole('button', { name: '撤回' }).click();
    await second.getByText('有效').waitFor();
    // The other one was proposed by a colleague.
    const first = page.locator('.issued > li', { hasText: '版 1' });
    await first.getByRole('button', { name: '确认作废' }).click();
    await first.getByText('已作废').waitFor();
    await second.getByRole('link', { name: /^与上一版对看/ }).click();
    await page.locator('main h1', { hasText: '1 处内容不同' }).waitFor();
    await page.locator('.look img').nth(1).waitFor();
    await picture(page, 'district-versions-desk');
    expect(errors).toEqual([]);
  });
});
