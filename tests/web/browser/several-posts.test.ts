// Somebody with two posts at a browser: chooses one, sees it in the foot of the rail, switches, and loses one; and the
// operator, who gives a post until a day beside another and takes one of them away.
import { beforeAll, describe, expect, it } from 'vitest';
import { openNeighbourhood } from '../../../functions/portal/open-project.ts';
import { communityOf, DEMO_PASSWORD, neighbourhoodCode, STREETS } from '../../../local/seed/district.ts';
import { signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { overflowOn, picture, violationsOn, visit } from './visit.ts';

let server: StageServer;
beforeAll(async () => {
  server = await stageServer();
  for (const [name, street] of [
    ['松鹤里', STREETS[1]],
    ['滨江花园', STREETS[2]],
  ] as const) {
    if (street === undefined) continue;
    const clerk = { role: 'STREET', id: 'clerk', unit: street.code } as const;
    const place = { community: communityOf(street), street: street.code, code: neighbourhoodCode(street, 1) };
    await openNeighbourhood(server.system.ports, clerk, { name, ...place }, undefined);
  }
});

describe('somebody with two posts', () => {
  it('chooses one after signing in, switches, and is asked again when it is taken away', async () => {
    const { page, errors } = await visit('phone');
    await page.goto(`${server.origin}/projects`);
    await page.locator('.door-right .ant-btn-primary').click();
    await page.locator('#account').fill('street-02-03');
    await page.locator('#password').fill(DEMO_PASSWORD);
    await page.locator('form button').first().click();
    await page.locator('.posts').waitFor();
    expect([await violationsOn(page), await overflowOn(page)]).toEqual([[], 0]);
    await picture(page, 'posts-choose-phone');
    await page.getByRole('button', { name: '松台街道' }).click();
    await page.getByText('松鹤里').first().waitFor();
    expect(await page.getByText('滨江花园').count()).toBe(0);

    await page.getByRole('button', { name: '更多' }).click();
    expect(await page.locator('.who').innerText()).toContain('松台街道');
    await page.getByRole('button', { name: '换岗位' }).click();
    await page.locator('dialog.switch-post').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'posts-switch-phone');
    await page.getByRole('button', { name: '滨江街道' }).click();
    await page.getByText('滨江花园').first().waitFor();
    expect(await page.getByText('松鹤里').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    // The tab remembers the post, and nothing that opens anything.
    const kept: string = await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })');
    expect(kept).toContain('STREET/330302003');
    expect(kept).not.toMatch(/eyJ|access_token|Bearer/);
    expect(errors).toEqual([]);

    // As the server answers once the operator has taken that post away, and then the other one.
    const lose = async (unit: string, left: object, at: string) => {
      await page.unrouteAll();
      await page.route('**/api/me', (route) => route.fulfill({ contentType: 'application/json', ...left }));
      await page.route(`**/api${at}*`, (route) =>
        route.request().headers()['jiugai-post'] === `STREET/${unit}`
          ? route.fulfill({ status: 403, contentType: 'application/problem+json', json: { code: 'NOT_YOUR_POST' } })
          : route.continue(),
      );
      // The office may have asked by itself by now, and shows no menu any more.
      await page.evaluate((href) => document.querySelector<HTMLElement>(`.side a[href="${href}"]`)?.click(), at);
    };
    const left = [{ role: 'STREET', unit: '330302002', until: '2026-12-31' }];
    await lose('330302003', { json: { posts: left } }, '/tasks');
    await page.getByRole('alert').filter({ hasText: '已撤销或到期' }).waitFor();
    await page.getByRole('button', { name: /^松台街道.*到 2026年12月31日/ }).click();
    await page.getByText('松鹤里').first().waitFor();
    await lose('330302002', { status: 401, json: { code: 'UNAUTHENTICATED' } }, '/projects');
    await page.getByText('账号有效，但还没有岗位').waitFor();
  });
});

describe('the operator', () => {
  it('gives a post until a day beside another, takes one of the two away, and makes the link for a password', async () => {
    const { page, errors } = await signIn(server.origin, 'operator');
    await page.locator('.side a[href="/settings"]').click();
    const form = page.locator('.act-form');
    const give = async (role: string, unit: string | undefined, until: string | undefined) => {
      await form.getByLabel('账号编号').fill('p-17');
      await form.getByLabel('角色').selectOption(role);
      if (unit !== undefined) await form.getByLabel(/^单位/).fill(unit);
      await form.getByLabel(/^最后一日/).fill(until ?? '');
      await form.getByRole('button', { name: '授予岗位' }).click();
    };
    await give('STREET', '330302001', undefined);
    await form.getByText('已授予，台账编号 1').waitFor();
    await give('FINANCE', undefined, '2026-12-31');
    await form.getByText('已授予，台账编号 2').waitFor();
    await page.getByRole('button', { name: '撤销岗位 p-17 五马街道' }).click();
    await form.getByText('已撤销，台账编号 3').waitFor();
    await page.getByRole('button', { name: '撤销岗位 p-17 区财政局' }).waitFor();
    await page.getByRole('button', { name: '签发设置密码的链接：p-17' }).click();
    const link = await form.getByLabel(/只能用一次/).inputValue();
    expect(link).toContain(`${server.origin}/oidc/invitation/`);
    expect([await violationsOn(page), await overflowOn(page), errors]).toEqual([[], 0, []]);
    await picture(page, 'posts-settings-desk');
  });
});
