// Two colleagues and an auditor at their browsers: a task handed over by keyboard, a list exported as it is filtered, a
// project decided again, and the view that each likes.
import { buffer } from 'node:stream/consumers';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { tell } from './told.ts';
import { violationsOn } from './visit.ts';

const TODAY = '2026-03-02';

let server: StageServer;
let collecting: string;

beforeAll(async () => {
  server = await stageServer();
  [collecting = ''] = await tell(server.system.ports, TODAY, [
    { name: '桃源新村', street: 1, serial: 1, until: 'book-contributions' },
    { name: '荷花小区', street: 2, serial: 1, until: 'consent-start' },
  ]);
  await server.system.idle();
});

describe('a task', () => {
  it('is handed to a colleague by keyboard, and given back by the colleague', async () => {
    const clerk = await signIn(server.origin, 'street-01');
    const { page } = clerk;
    await page.getByRole('button', { name: '交接 桃源新村' }).focus();
    await page.keyboard.press('Enter');
    // The only colleague is chosen already; a week is offered.
    await page.getByLabel('同事').waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: '交给同事' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('已交给 五马街道复核 · 到 3月9日').waitFor();
    expect(await violationsOn(page)).toEqual([]);

    const colleague = await signIn(server.origin, 'street-01-2', 'phone');
    await colleague.page.getByText('五马街道经办 交给您').waitFor();
    await colleague.page.getByRole('button', { name: '退回 桃源新村' }).click();
    await colleague.page.getByRole('button', { name: '交接 桃源新村' }).waitFor();
    expect([...clerk.errors, ...colleague.errors]).toEqual([]);
  });
});

describe('the list of projects', () => {
  it('is exported as it is filtered', async () => {
    const office = await signIn(server.origin, 'renovation-office');
    await office.open('/projects?text=荷花');
    const saved = office.page.waitForEvent('download');
    await office.page.getByRole('button', { name: '导出 .xlsx' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('项目清单-2026-03-02.xlsx');
    const [sheet] = (await readXlsx(await buffer(await file.createReadStream()))).sheets;
    const names = sheet?.rows.map(([, name]) => name).filter((name) => typeof name === 'string');
    expect(names).toContain('荷花小区');
    expect(names).not.toContain('桃源新村');
    expect(office.errors).toEqual([]);
  });
});

describe('the auditor', () => {
  it('finds a project by its number and sees every decision made again', async () => {
    const auditor = await signIn(server.origin, 'audit', 'desk', 'en');
    await auditor.open('/audit');
    const { page } = auditor;
    await page.getByLabel('Project number').fill(collecting);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Replay' }).click();
    await page.locator('h1', { hasText: /^\d+ decisions, 0 differ\.$/ }).waitFor();
    expect(await page.locator('.replay tbody .tag.ok').count()).toBe(await page.locator('.replay tbody tr').count());
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/projects/${collecting}#entry-1`);
    const entry = 'document.getElementById("entry-1")?.getBoundingClientRect().top < innerHeight';
    await expect.poll(() => page.evaluate<boolean>(entry)).toBe(true);
    // A part above it comes late and is large: the entry stays where it is looked for.
    await page.evaluate(`document.querySelector('main').style.paddingTop = '3000px'`);
    await expect.poll(() => page.evaluate<boolean>(entry)).toBe(true);
    expect(auditor.errors).toEqual([]);
  });
});

describe('the view of one reader', () => {
  it('grows and darkens at once, and stays so', async () => {
    const reader = await signIn(server.origin, 'finance', 'phone');
    const { page, errors } = reader;
    await reader.open('/settings/view');
    await page.getByLabel('大字').check();
    await page.getByLabel('高对比').check();
    await page.reload();
    expect(await page.getByLabel('大字').isChecked()).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.body).zoom')).toBe('1.2');
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await violationsOn(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
