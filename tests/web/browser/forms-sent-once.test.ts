// A form of the office is sent once: anew after a refusal, the same again after a lost answer, and without a paper that was refused.
import type { Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { decimalOf, printAmount } from '../../../domain/money/money.ts';
import { Desk } from '../../../local/demo/desk.ts';
import { DEMO_PASSWORD } from '../../../local/seed/district.ts';
import { pdf, signIn } from './desk.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { tell } from './told.ts';

let server: StageServer;
let colleagues: Desk;
let inReview: string;
let awaitsSubsidy: string;

beforeAll(async () => {
  server = await stageServer();
  colleagues = new Desk(server.origin, DEMO_PASSWORD);
  [inReview = '', awaitsSubsidy = ''] = await tell(server.system.ports, '2026-03-02', [
    { name: '水心住宅区', street: 3, serial: 1, until: 'give-review-opinion' },
    { name: '蝉街小区', street: 4, serial: 1, until: 'reserve-subsidy' },
  ]);
  await server.system.idle();
});

describe('a form', () => {
  it('takes an opinion without its sheet, where the file chosen for it was refused', async () => {
    const fire = await signIn(server.origin, 'fire');
    await fire.open(`/reviews/${inReview}`);
    await fire.page.getByRole('button', { name: '提出联审意见', exact: true }).first().click();
    await fire.fill('/opinion', 'APPROVE');
    const notes = { name: 'sheet.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no PDF at all') };
    await fire.page.locator('#field-sheet input[type=file]').setInputFiles(notes);
    await fire.page.locator('#field-sheet .say.bad').waitFor();
    await fire.page.locator('.act-form .ant-btn-primary').click();
    await fire.done();
  });

  it('lets finance reserve the subsidy by the form that was refused, once the budget is enough, and once though the answer is lost', async () => {
    const { reserved } = await colleagues.get<{ reserved: string }>('finance', '/api/budgets/2026');
    await adjustBudget(printAmount(decimalOf(reserved).plus(1)));
    const finance = await signIn(server.origin, 'finance');
    await finance.open(`/projects/${awaitsSubsidy}`);
    await finance.act('预留财政补助', { '/budgetYear': '2026' });
    await finance.page.locator('.act-form').getByText('BUDGET_EXHAUSTED').waitFor();
    await adjustBudget('900000000.00');
    await finance.page.route('**/acts/reserve-subsidy', loseAnswer, { times: 1 });
    const send = finance.page.locator('.act-form .ant-btn-primary');
    await send.click();
    await finance.page.locator('.act-form').getByText('OFFLINE').waitFor();
    // Pressed again, and once more before the page has drawn that it is.
    await send.evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await finance.done();
    expect(await countActs(awaitsSubsidy, 'reserve-subsidy')).toBe(1);
  });
});

async function adjustBudget(amount: string): Promise<void> {
  const document = await colleagues.upload('finance', 'budget.pdf', pdf('budget').buffer);
  const adjustment = { year: '2026', amount, document, reason: '区财政调整' };
  await colleagues.post('finance', '/api/budgets/adjustments', adjustment);
}

/** The server acts, and nobody hears of it. */
async function loseAnswer(route: Route): Promise<void> {
  await route.fetch();
  await route.abort();
}

async function countActs(projectId: string, act: string): Promise<number> {
  const { entries } = await colleagues.get<{ entries: { act: string }[] }>(
    'renovation-office',
    `/api/projects/${projectId}/ledger`,
  );
  return entries.filter((entry) => entry.act === act).length;
}
