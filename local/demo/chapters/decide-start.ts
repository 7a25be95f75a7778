// Step 4: the application, an account of its own, 100 % of the residents' money, the subsidy, the leader's consent (二(三)4).
import { Decimal } from 'decimal.js';
import { splitByLargestRemainder } from '../../../domain/money/largest-remainder.ts';
import { printAmount } from '../../../domain/money/money.ts';
import { residentsOf } from '../../seed/residents.ts';
import { ESTIMATE, MONEY, SIZE } from '../neighbourhood.ts';
import { ACCOUNTS, act, check, issue, reached, read, refused, type Story } from '../story.ts';
import { ACCOUNT, PROJECT_CODE } from '../words/names.ts';
import { START } from '../words/start.ts';

const { street, body } = ACCOUNTS;
const YEAR = '2020';

export async function decideStart(story: Story): Promise<void> {
  const { papers, progress } = story;
  progress.chapter('第四步 确定项目启动', 'Step 4: decide the start');
  const application = await issue(story, body, 'M1', START.M1);
  const notice = await papers.pdf(body, 'M2', 'notice as posted');
  const incomplete = { application, notice };
  const returned = await act(story, body, 'submit-application', incomplete, 'returned');
  check('everything missing is named at once', (returned.result as { missing: unknown[] }).missing.length, 2);
  await issue(story, street, 'N1', START.N1);
  const undertaking = await issue(story, body, 'M3');
  const managementPlan = await issue(story, body, 'M4', START.M4);
  await act(story, body, 'submit-application', { ...incomplete, undertaking, managementPlan }, 'accepted');
  progress.line(
    '2020-10-13',
    '申请启动：首次缺 2 件一次告知，补齐即收件',
    'application: two missing papers named at once, then accepted',
  );

  await story.moveTo('2020-10-14');
  const number = { bank: '温州银行鹿城支行', number: '7330 0012 3456 7890' };
  const account = await story.desk.post<object>(street, '/api/account-references', number, 200);
  await act(story, street, 'open-account', { ...account, openedOn: '2020-10-14' }, 'opened');
  await issue(story, street, 'FA1', ACCOUNT);
  await issue(story, street, 'S1', { ...ACCOUNT, payBy: '2020-10-31' });
  await payContributions(story);
  await issue(story, street, 'FA2', START.FA2);
  await reserveSubsidy(story);

  await story.moveTo('2020-11-05');
  const demolitionPlan = await papers.pdf(street, 'DP', 'demolition plan');
  await act(
    story,
    street,
    'confirm-project',
    { confirmedOn: '2020-11-05', inDemolitionPlan: false, demolitionPlan },
    'confirmed',
  );
  await story.moveTo('2020-11-06');
  await act(
    story,
    street,
    'report-project',
    { reportedOn: '2020-11-06', document: await issue(story, street, 'X1', START.X1) },
    'reported',
  );
  await story.moveTo('2020-11-16');
  const consent = {
    decision: 'CONSENT',
    decidedOn: '2020-11-16',
    reference: '鹿政办阅〔2020〕58号',
    document: await issue(story, 'renovation-office', 'X2', START.X2),
  };
  await refused(story, 'renovation-office', 'consent-start', consent, 'FORBIDDEN_ROLE');
  await act(story, 'principal-leader', 'consent-start', consent, 'consented');
  await story.moveTo('2020-11-20');
  const listing = {
    listing: 'SUPPLEMENTED',
    year: YEAR,
    itemNo: '增补-12',
    listedOn: '2020-11-20',
    document: await issue(story, 'drb', 'X3', { ...START.X3, projectCode: PROJECT_CODE }),
  };
  await act(story, 'drb', 'list-in-investment-plan', listing, 'listed');
  await reached(story, 'IN_INVESTMENT_PLAN');
  progress.line(
    '2020-11-20',
    '主要领导同意，增补列入政府投资年度计划',
    'leader consented; in the annual investment plan',
  );
}

async function payContributions(story: Story): Promise<void> {
  const { papers, progress } = story;
  await story.moveTo('2020-10-30');
  const residents = residentsOf(SIZE);
  const shares = splitByLargestRemainder(
    new Decimal(MONEY.households),
    residents.map(({ area }) => new Decimal(area)),
  );
  const rows = residents.map(({ unit }, index) => ({
    unit,
    channel: 'INDIVIDUAL',
    amount: printAmount(shares[index] ?? new Decimal(0)),
    creditedOn: '2020-10-28',
    receipt: `HH-${String(index + 1).padStart(4, '0')}`,
  }));
  const last = rows.at(-1);
  if (last) last.amount = printAmount(new Decimal(last.amount).minus('0.01'));
  await act(story, street, 'book-contributions', { rows }, 'partly-funded');
  const ownersDecision = await papers.pdf(body, 'MF', 'owners decision');
  const common = [
    {
      channel: 'MAINTENANCE_FUND',
      amount: MONEY.maintenanceFund,
      creditedOn: '2020-10-29',
      receipt: 'MF-0001',
      ownersDecision,
    },
    { channel: 'COMMON_INCOME', amount: MONEY.commonIncome, creditedOn: '2020-10-29', receipt: 'CI-0001' },
  ];
  await act(story, street, 'book-contributions', { rows: common }, 'partly-funded');
  const nearly = (await read(story, street)).funding as { arrival: { arrivalRate: string; required: string } };
  check('required', nearly.arrival.required, ESTIMATE.funding.residents);
  check('one fen short never shows 100', nearly.arrival.arrivalRate, '99.99');
  await refused(story, street, 'confirm-project', {}, 'NOT_NOW');
  progress.line(
    '2020-10-30',
    `337 户及公共资金到账：到位率 ${nearly.arrival.arrivalRate}%，还不能启动`,
    'one household short of 100 %',
  );
  await act(story, street, 'book-contributions', { rows: [{ ...last, amount: '0.01', receipt: 'HH-0339' }] }, 'funded');
  progress.line('2020-10-30', '最后 1 分到账：1,828,800.00 元，到位率 100%', 'the last fen is there: 100 %');
}

async function reserveSubsidy(story: Story): Promise<void> {
  const { desk, papers, progress } = story;
  const document = await papers.pdf('finance', 'BU', 'budget');
  await desk.post('finance', '/api/budgets', { year: YEAR, amount: '11000000.00', document });
  await refused(story, 'finance', 'reserve-subsidy', { budgetYear: YEAR }, 'BUDGET_EXHAUSTED');
  const raised = { year: YEAR, amount: '30000000.00', document, reason: '追加年度补助预算' };
  await desk.post('finance', '/api/budgets/adjustments', raised);
  const queue = await desk.get<{ queue: { projectId: string }[] }>('renovation-office', '/api/queue');
  check('first in the queue', queue.queue[0]?.projectId, story.projectId);
  await act(story, 'finance', 'reserve-subsidy', { budgetYear: YEAR }, 'reserved');
  const budget = await desk.get<{ reserved: string; left: string }>('finance', `/api/budgets/${YEAR}`);
  check('reserved', budget.reserved, ESTIMATE.funding.subsidy);
  check('left', budget.left, '18480000.00');
  progress.line(
    '2020-10-30',
    '财政补助 11,520,000.00 元列入预算：预算不足时不予安排',
    'subsidy reserved; never beyond the budget',
  );
}
