// Two persons of the renovation office let the reconciler repair a project that lost its wait: one looks and proposes, the other
// is told and confirms. An auditor can only look.
import { beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { type OfficeDesk, signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { overflowOn, picture, violationsOn } from './visit.ts';

let server: StageServer;
beforeAll(async () => {
  server = await stageServer();
  await server.goTo('2026-03-03');
  server.system.stored.database.connection.exec('DELETE FROM waits');
});

async function lookAt({ page }: OfficeDesk, look: string): Promise<string> {
  await page.goto(`${server.origin}/operations/reconciler`);
  await page.locator('#repair-project').fill(PROJECT_ID);
  await page.getByRole('button', { name: look }).click();
  await page.locator('#repair [role=status] .say').waitFor();
  return page.locator('#repair').innerText();
}

describe('a project that stands still', () => {
  it('is looked at by the auditor, who is offered no repair', async () => {
    const desk = await signIn(server.origin, 'audit', 'phone', 'en');
    const said = await lookAt(desk, 'Look');
    expect(said).toContain('The reconciler would do this: Reopened a wait');
    expect(said).toContain('Two persons of the renovation office repair.');
    expect(await desk.page.getByRole('button', { name: 'Propose' }).count()).toBe(0);
    expect([await violationsOn(desk.page), await overflowOn(desk.page), desk.errors]).toEqual([[], 0, []]);
    await picture(desk.page, 'operations-repair-phone');
  });

  it('is proposed for repair by one person of the renovation office, who cannot confirm it', async () => {
    const desk = await signIn(server.origin, 'renovation-office');
    expect(await lookAt(desk, '试看')).toContain('对账会这样修： 重开等待');
    await desk.page.getByRole('button', { name: `提出修复 ${PROJECT_ID}` }).click();
    await desk.page.getByRole('button', { name: '撤回提议' }).waitFor();
    const said = await desk.page.locator('#repair').innerText();
    expect(said).toMatch(/待第二人确认：[\s\S]*重开等待[\s\S]*renovation-office/);
    expect(await desk.page.getByRole('button', { name: '确认修复' }).count()).toBe(0);
    await desk.page.locator('#repairs-by-hand').getByText('待第二人确认').waitFor();
    expect([await violationsOn(desk.page), desk.errors]).toEqual([[], []]);
    await picture(desk.page, 'operations-repair-desk');
  });

  it('is repaired when the other person, led there by the list of tasks, confirms what is shown', async () => {
    const desk = await signIn(server.origin, 'renovation-office-2', 'phone');
    const { page } = desk;
    await page.locator('#repairs').getByText('重开等待').waitFor();
    expect([await violationsOn(page), await overflowOn(page)]).toEqual([[], 0]);
    await picture(page, 'tasks-repair-phone');
    await page.locator('#repairs .do-task').click();
    await page.getByRole('button', { name: `确认修复 ${PROJECT_ID}` }).click();
    await page.locator('#repair .say.ok', { hasText: '已修好' }).waitFor();
    await server.system.idle();
    // Without a reload it stands in the ledger of repairs below, with both accounts.
    const written = page.locator('#repairs-by-hand tbody tr');
    await written.getByText('正常').waitFor();
    expect(await written.innerText()).toMatch(/renovation-office[\s\S]*→[\s\S]*renovation-office-2[\s\S]*重开等待/);
    expect([await violationsOn(page), await overflowOn(page)]).toEqual([[], 0]);
    await picture(page, 'operations-repaired-phone');
    expect(await lookAt(desk, '试看')).toContain('没有要修的');
    expect(desk.errors).toEqual([]);
  });
});
