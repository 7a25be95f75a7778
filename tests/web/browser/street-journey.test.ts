// A street at its browser takes a neighbourhood from the survey to full funding, with real papers; its colleagues act from their own desks.
import type { Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { rosterOf } from '../../../domain/roster/roster.ts';
import { writeRosterTemplate } from '../../../functions/intake/write-roster-template.ts';
import { writeVotesTemplate } from '../../../functions/intake/write-votes-template.ts';
import { Desk, type ProjectView } from '../../../local/demo/desk.ts';
import { DEMO_PASSWORD } from '../../../local/seed/district.ts';
import { residentsOf } from '../../../local/seed/residents.ts';
import { samplePdf } from '../../../local/seed/sample-pdf.ts';
import { type OfficeDesk, pdf, signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { overflowOn, picture, violationsOn } from './visit.ts';

const RESIDENTS = residentsOf({ households: 12, area: '1000.00', buildings: 1 });
const TODAY = '2026-03-02';

let server: StageServer;
let street: OfficeDesk;
let colleagues: Desk;
let projectId: string;

beforeAll(async () => {
  server = await stageServer();
  colleagues = new Desk(server.origin, DEMO_PASSWORD);
  street = await signIn(server.origin, 'street-01');
});

const paper = (account: string, name: string) => colleagues.upload(account, `${name}.pdf`, samplePdf(name));

async function act(account: string, name: string, input: object): Promise<void> {
  await colleagues.act(account, projectId, name, input);
}

/** Freezes the roll, opens and tallies: everybody agrees. */
async function ballot(account: string, which: 'WILLINGNESS' | 'PLAN', opening: string, tally: string): Promise<void> {
  const { rollHash } = await colleagues.post<{ rollHash: string }>(account, `/api/projects/${projectId}/rolls`, {
    ballot: which,
  });
  const form = await paper(account, `form ${which}`);
  const started = which === 'PLAN' ? { openedOn: TODAY } : { startedOn: TODAY };
  await act(account, opening, { ...started, rollHash, form });
  const units = RESIDENTS.map(({ owners: _, ...row }) => ({ ...row, ownerKeys: [row.unit] as const }));
  const votes = RESIDENTS.map(({ unit }) => ({ unit, vote: 'AGREE' as const, publishRoom: true }));
  const sheet = await writeVotesTemplate({ ...rosterOf(units), hash: rollHash }, votes);
  const sha256 = await colleagues.upload(account, 'votes.xlsx', sheet);
  const imported = await colleagues.post<{ votesSha256: string }>(account, `/api/projects/${projectId}/votes`, {
    sha256,
    rollHash,
  });
  await act(account, tally, { heldOn: TODAY, votes: imported.votesSha256 });
}

/** Lets the next request of the address go only once somebody has sent the form. */
async function holdUntilSent(address: string): Promise<void> {
  const { page } = street;
  const hold = async (route: Route) => {
    await page.locator('.act-foot .ant-btn-loading').waitFor();
    await route.continue();
  };
  await page.route(address, hold, { times: 1 });
}

describe('a street', () => {
  it('opens a project, surveys it and imports the roster', async () => {
    const { page } = street;
    await street.open('/projects');
    await page.getByRole('button', { name: '新开项目' }).click();
    await page.locator('.act-form input').first().fill('望江里小区');
    await page.locator('.act-form').getByRole('button').last().click();
    await page.waitForURL(/\/projects\/330302-2026-\d{4}$/);
    projectId = page.url().split('/').at(-1) ?? '';
    await page.getByRole('heading', { level: 1, name: '望江里小区' }).waitFor();

    await street.act('调查摸底', {
      '/record': pdf('survey record'),
      '/needsRenovation': true,
      '/renovatedBefore': '0',
      '/eligibility/completionYear': '1996',
      '/eligibility/inDemolitionPlan': false,
      '/eligibility/dangerGrade': 'B',
      '/eligibility/comprehensivelyRenovable': true,
    });
    await picture(page, 'act-done-desk');
    await street.done();
    await page.locator('#roster input[type=file]').setInputFiles({
      name: 'roster.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await writeRosterTemplate(RESIDENTS)),
    });
    expect(await page.locator('#roster [role=status]').innerText()).toContain('12');
  });

  it('forms the body and has the plan designed, when the community has asked the residents', async () => {
    await ballot('community-01', 'WILLINGNESS', 'start-consultation', 'tally-willingness');
    await act('community-01', 'submit-willingness', {
      submittedOn: TODAY,
      statement: await paper('community-01', 'W1'),
    });

    await street.act('成立业委会或自治小组', { '/kind': 'OWNERS_COMMITTEE', '/recognition': pdf('recognition') });
    await street.done();
    // Sent while the contract is still on its way: the form waits for it.
    const { page } = street;
    await holdUntilSent('**/api/uploads');
    await page.getByRole('button', { name: '委托初步设计', exact: true }).first().click();
    await street.fill('/designer', '温州市某设计院');
    await page.locator('#field-contract input[type=file]').setInputFiles(pdf('contract'));
    await page.locator('.act-form').getByRole('button', { name: '委托初步设计', exact: true }).click();
    await street.done();
    await page.getByText('初步方案编制中').first().waitFor();
  });

  it('reaches full funding with the last booking', async () => {
    await act('street-01', 'submit-design', {
      designedOn: TODAY,
      document: await paper('street-01', 'P1'),
      basedOn: ['SITE_FACTS', 'RESIDENT_CHOICES', 'MANAGEMENT_NEEDS'],
      parts: ['ENGINEERING', 'RESOURCES', 'BUDGET', 'FUNDING_PLAN', 'MANAGEMENT'],
      items: [
        { id: 'B-1', name: '屋面防水', aspect: 'BUILDING', category: 'BASIC', directCost: '300000.00', chosen: true },
      ],
      otherCosts: '20000.00',
      contingency: '10000.00',
      titleArea: '1000.00',
      designedTogether: { lifts: true, wasteSorting: true, fireSafety: true },
    });
    await act('body-01-1', 'publish-plan', { publishedOn: TODAY, planVersion: 1, place: '东门' });
    await ballot('body-01-1', 'PLAN', 'open-ballot', 'tally-plan-ballot');
    const documents = {
      F3: await paper('body-01-1', 'F3'),
      F4: await paper('body-01-1', 'F4'),
      P2: await paper('body-01-1', 'P2'),
    };
    await act('body-01-1', 'post-notice', { documents, places: [{ place: '东门公告栏', conspicuous: true }] });
    await act('body-01-1', 'confirm-posting', {
      place: '东门公告栏',
      postedOn: TODAY,
      photo: await paper('body-01-1', 'photo'),
    });
    await server.goTo('2026-03-10');
    const application = await Promise.all(['M1', 'M2', 'M3', 'M4'].map((kind) => paper('body-01-1', kind)));
    const [m1, m2, m3, m4] = application;
    await act('body-01-1', 'submit-application', { application: m1, notice: m2, undertaking: m3, managementPlan: m4 });

    const { page } = street;
    // Sent by keys from within the number: it becomes a digest first.
    await holdUntilSent('**/api/account-references');
    await page.getByRole('button', { name: '建立资金专用账户', exact: true }).first().click();
    await street.fill('/bank', '温州银行鹿城支行');
    await street.fill('/lastDigits', '7890');
    await street.fill('/numberHash', '7330001234567890');
    await page.keyboard.press('Control+Enter');
    await street.done();
    const { funding } = await colleagues.get<ProjectView & { funding: { arrival?: { required: string } } }>(
      'street-01',
      `/api/projects/${projectId}`,
    );
    await street.act('登记到账资金', {
      '/rows/0/channel': 'COMMON_INCOME',
      '/rows/0/amount': funding.arrival?.required ?? '33000.00',
      '/rows/0/creditedOn': '2026-03-10',
      '/rows/0/receipt': 'CI-0001',
    });
    await street.done();
    await page.getByText('自筹资金已到位').first().waitFor();
    await picture(page, 'project-funded-desk');
    expect(street.errors).toEqual([]);
  });

  it('is followed by the community, which reads how much has arrived, and no account', async () => {
    const { page, errors } = await signIn(server.origin, 'community-01', 'phone');
    for (const path of ['/money', `/money/accounts/${projectId}`]) {
      await page.goto(`${server.origin}${path}`);
      await page.getByText('1 个小区归集自筹资金，1 个已满 100%。').waitFor();
      expect(await page.locator('main tbody tr').allInnerTexts()).toEqual([
        expect.stringMatching(/^望江里小区 330302-2026-\d{4}\s+100\.00%/),
      ]);
      expect(await page.locator('main').innerText()).not.toMatch(/尾号|7890|专户/);
    }
    expect([await violationsOn(page), await overflowOn(page), errors]).toEqual([[], 0, []]);
    await picture(page, 'money-own-phone');
  });
});
