// The renovation office looks at a project that lost its wait, and lets the reconciler repair it; an auditor can only look.
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
    expect(said).toContain('The renovation office repairs.');
    expect(await desk.page.getByRole('button', { name: 'Repair' }).count()).toBe(0);
    expect([await violationsOn(desk.page), await overflowOn(desk.page), desk.errors]).toEqual([[], 0, []]);
    await picture(desk.page, 'operations-repair-phone');
  });

  it('is repaired by the renovation office after it has seen what would be done', async () => {
    const desk = await signIn(server.origin, 'renovation-office');
    const { page } = desk;
    expect(await lookAt(desk, '试看')).toContain('对账会这样修： 重开等待');
    expect(await violationsOn(desk.page)).toEqual([]);
    await picture(desk.page, 'operations-repair-desk');
    await desk.page.getByRole('button', { name: `按此修复 ${PROJECT_ID}` }).click();
    await desk.page.locator('#repair .say.ok', { hasText: '已修好' }).waitFor();
    await server.system.idle();
    // Without a reload it stands in the ledger of repairs below.
    const written = page.locator('#repairs-by-hand tbody tr');
    await written.getByText('重开等待').first().waitFor();
    expect(await written.innerText()).toMatch(/renovation-office[\s\S]*正常/);
    await picture(desk.page, 'operations-repaired-desk');
    expect(await lookAt(desk, '试看')).toContain('没有要修的');
    expect(desk.errors).toEqual([]);
  });
});
