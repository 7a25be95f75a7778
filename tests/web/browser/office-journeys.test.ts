// The office at its browsers: decisions, live figures, two clerks at once, and what happens when session or network are gone.
import { beforeAll, describe, expect, it } from 'vitest';
import { codeInAddress } from '../../../functions/runtime/find-notice.ts';
import { Desk } from '../../../local/demo/desk.ts';
import { DEMO_PASSWORD } from '../../../local/seed/district.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { type OfficeDesk, pdf, signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { tell } from './told.ts';
import { picture, visit } from './visit.ts';

const TODAY = '2026-03-02';

let server: StageServer;
let colleagues: Desk;
let inPublicity: string;
let awaitsConsent: string;
let inReview: string;

beforeAll(async () => {
  server = await stageServer();
  colleagues = new Desk(server.origin, DEMO_PASSWORD);
  [inPublicity = '', awaitsConsent = '', inReview = ''] = await tell(server.system.ports, TODAY, [
    { name: '桃源新村', street: 1, serial: 1, until: 'close-publicity' },
    { name: '荷花小区', street: 2, serial: 1, until: 'consent-start' },
    { name: '水心住宅区', street: 3, serial: 1, until: 'give-review-opinion' },
  ]);
  await server.system.idle();
});

const stateOf = async (projectId: string): Promise<string> =>
  (await colleagues.get<{ state: string }>('renovation-office', `/api/projects/${projectId}`)).state;

describe('decisions', () => {
  it('lets a department give its opinion in the joint review', async () => {
    const housing = await signIn(server.origin, 'housing');
    await housing.open(`/reviews/${inReview}`);
    await housing.act('提出联审意见', { '/opinion': 'APPROVE' });
    await housing.done();
    await picture(housing.page, 'review-desk');
    const { approvals } = await colleagues.get<{ approvals: { jointReview: { opinions: unknown[] } } }>(
      'housing',
      `/api/projects/${inReview}`,
    );
    expect(approvals.jointReview.opinions).toMatchObject([{ party: 'HOUSING', opinion: 'APPROVE' }]);
    expect(housing.errors).toEqual([]);
  });

  it('lets the principal leader consent to the start', async () => {
    const leader = await signIn(server.origin, 'principal-leader');
    await leader.open(`/projects/${awaitsConsent}`);
    await leader.act('主要领导同意', {
      '/decision': 'CONSENT',
      '/reference': '鹿政办阅〔2026〕8号',
      '/document': pdf('consent'),
    });
    await leader.done();
    expect(await stateOf(awaitsConsent)).toBe('LEADER_CONSENTED');
    expect(leader.errors).toEqual([]);
  });

  it('lets a resident object from a phone and the committee record the outcome', async () => {
    const { noticeCode, units } = await colleagues.get<{ noticeCode: string; units: { code: string }[] }>(
      'body-01-1',
      `/api/projects/${inPublicity}/unit-codes`,
    );
    const { page } = await visit('phone');
    await page.goto(`${server.origin}/p/n/${codeInAddress(noticeCode)}/objection`);
    await page.getByLabel('户码').fill(units[3]?.code ?? '');
    await page.getByLabel('出资').check();
    await page.getByRole('button', { name: '提交异议' }).click();
    const number = await page.locator('.number').innerText();

    const committee = await signIn(server.origin, 'body-01-1');
    await committee.open(`/projects/${inPublicity}`);
    await committee.act('记录协商调解', {
      '/objectionId': number,
      '/outcome': 'RESOLVED',
      '/record': pdf('mediation'),
      '/materialChange': false,
    });
    await committee.done();
    await page.reload();
    expect(await page.locator('.facts').innerText()).toContain('已调解，意见一致');
    expect(committee.errors).toEqual([]);
  });
});

describe('what is shown', () => {
  it('follows the ledger on an open dashboard without a reload', async () => {
    const office = await signIn(server.origin, 'renovation-office');
    const { page, errors } = office;
    await office.open('/');
    await page.locator('h1', { hasText: '4 个项目在办' }).waitFor();
    await page.evaluate('window.neverReloaded = true');
    await colleagues.post('street-04', '/api/projects', {
      neighbourhood: { name: '新桥头小区', code: '330302004001-02', community: '330302004001', street: '330302004' },
    });
    await page.locator('h1', { hasText: '5 个项目在办' }).waitFor();
    expect(await page.evaluate('window.neverReloaded')).toBe(true);
    expect(errors).toEqual([]);
  });

  it('is walked through by single keys, until they are switched off', async () => {
    const { page } = await signIn(server.origin, 'renovation-office');
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.waitForURL('**/projects');
    await page.locator('.projects tbody a').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.closest("tr")?.rowIndex')).toBe(2);
    await page.keyboard.press('?');
    const sheet = page.locator('.keys-sheet');
    await sheet.getByLabel('使用单键快捷键').uncheck();
    await sheet.getByRole('button', { name: '关闭' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    expect(new URL(page.url()).pathname).toBe('/projects');
  });

  it('shows a street nothing of another', async () => {
    const other = await signIn(server.origin, 'street-05');
    await other.open('/projects');
    expect(await other.page.locator('main').innerText()).not.toContain('桃源新村');
    await other.page.goto(`${server.origin}/projects/${inPublicity}`);
    await other.page.getByText('不在您的办理范围').first().waitFor();
    expect(await other.page.locator('main').innerText()).not.toContain('桃源新村');
  });
});

describe('two clerks at once', () => {
  it('tells the second that somebody acted first, and keeps what was typed', async () => {
    await server.stage.playUntil('SURVEYED');
    const clerk = await signIn(server.origin, 'street-01');
    await clerk.open(`/projects/${PROJECT_ID}`);
    await openForm(clerk, '中止项目');
    await clerk.fill('/reason', '现场核查');
    // An open page follows the ledger at once; this one is behind, as over a slow line.
    await clerk.settled();
    const readings = `**/api/projects/${PROJECT_ID}`;
    await clerk.page.route(readings, (route) => route.abort());
    const behind = clerk.page.waitForEvent('requestfailed');
    await server.stage.playUntil('CONSULTING');
    await behind;
    await clerk.page.unroute(readings);

    await clerk.page.locator('.act-form .ant-btn-primary').click();
    await clerk.page.locator('.act-form').getByText('STALE').waitFor();
    await picture(clerk.page, 'stale-desk');
    expect(await clerk.page.locator('.act-form textarea').inputValue()).toBe('现场核查');
    await clerk.page.locator('.act-form .ant-btn-primary').click();
    await clerk.done();
    expect(await stateOf(PROJECT_ID)).toBe('SUSPENDED');
  });
});

describe('when something is gone', () => {
  it('keeps the page and what was typed when the session is over', async () => {
    const street = await signIn(server.origin, 'street-02');
    await street.open(`/projects/${awaitsConsent}`);
    await openForm(street, '中止项目');
    await street.fill('/reason', '等待区政府研究');
    await street.page.route('**/api/**', (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: '{"code":"UNAUTHENTICATED","titleZh":"请先登录","titleEn":"Sign in first","detailZh":"","detailEn":""}',
      }),
    );
    await street.page.locator('.act-form .ant-btn-primary').click();
    await street.page.locator('dialog.ended').waitFor();
    await picture(street.page, 'session-over-desk');
    await street.page.unroute('**/api/**');
    await street.page.locator('dialog.ended .ant-btn-primary').click();
    await street.page.waitForURL(new RegExp(awaitsConsent));
    await openForm(street, '中止项目');
    expect(await street.page.locator('.act-form textarea').inputValue()).toBe('等待区政府研究');
  });

  it('keeps what is shown when the network is lost, refuses acts with a sentence, and goes on when it is back', async () => {
    const street = await signIn(server.origin, 'street-03');
    await street.open(`/projects/${inReview}`);
    await openForm(street, '中止项目');
    await street.fill('/reason', '等待图审');
    await street.page.context().setOffline(true);
    await street.page.locator('.act-form .ant-btn-primary').click();
    await street.page.locator('.act-form').getByText('OFFLINE').waitFor();
    expect(await street.page.locator('h1').first().innerText()).toBe('水心住宅区');
    expect(await street.page.locator('.act-form textarea').inputValue()).toBe('等待图审');
    await street.page.context().setOffline(false);
    await street.page.locator('.act-form .ant-btn-primary').click();
    await street.done();
    expect(await stateOf(inReview)).toBe('SUSPENDED');
  });
});

async function openForm({ page }: OfficeDesk, title: string): Promise<void> {
  await page.locator('.acts2 button').first().waitFor();
  const others = page.locator('details.rest summary');
  if (await others.isVisible()) await others.click();
  await page.getByRole('button', { name: title, exact: true }).click();
  await page.locator('.act-form').waitFor();
}
