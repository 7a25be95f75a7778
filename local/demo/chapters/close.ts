// Steps 7 to 9: acceptance, filings, audited accounts, refunds to the fen, handover, management, and five years of warranty (二(三)7–9).
import { FINAL, SIZE } from '../neighbourhood.ts';
import { ACCOUNTS, act, check, issue, reached, refused, type Story } from '../story.ts';
import { CLOSING } from '../words/works.ts';

const { street } = ACCOUNTS;
const UNITS = ['DESIGN', 'CONSTRUCTION', 'SUPERVISION', 'DEPARTMENT'] as const;

export async function acceptAndSettle(story: Story): Promise<void> {
  const { progress } = story;
  progress.chapter('第七步 项目竣工验收', 'Step 7: completion acceptance');
  await story.moveTo('2021-10-15');
  const acceptance = {
    acceptedOn: '2021-10-15',
    units: [...UNITS.map((kind) => ({ kind, result: 'PASS' })), { kind: 'SURVEY', result: 'NOT_INVOLVED' }],
    report: await issue(story, street, 'JA1', CLOSING.JA1),
  };
  await act(story, street, 'record-acceptance', acceptance, 'passed');
  await reached(story, 'ACCEPTED');
  progress.line('2021-10-15', '联合竣工验收合格', 'accepted jointly');
  await fileAll(story);
  await settle(story);
}

async function fileAll(story: Story): Promise<void> {
  const { papers, progress } = story;
  await story.moveTo('2021-10-20');
  const paper = (kind: string) => papers.pdf(street, kind, 'filing');
  const [K1, K2, K3, K4, K5, K6, K7] = [
    await paper('K1'),
    await paper('K2'),
    await paper('K3'),
    await paper('K4'),
    await paper('K5'),
    await paper('K6'),
    await paper('K7'),
  ];
  const unsealed = {
    applies: true,
    documents: { K1, K2, K3, K4: { paper: K4, sealed: true }, K5: { paper: K5, sealed: false } },
  };
  await act(story, street, 'file-fire-acceptance', unsealed, 'returned');
  const sealed = { applies: true, documents: { ...unsealed.documents, K5: { paper: K5, sealed: true } } };
  await act(story, street, 'file-fire-acceptance', sealed, 'accepted');
  await issue(story, 'housing', 'KF', CLOSING.KF);
  await issue(story, street, 'KC', CLOSING.KC);
  await act(story, street, 'file-completion', { documents: { K6, K7 } }, 'accepted');
  progress.line(
    '2021-10-20',
    '消防备案、竣工验收备案：材料齐全即办',
    'fire filing and completion filing: complete, so done',
  );
}

async function settle(story: Story): Promise<void> {
  const { desk, papers, progress, projectId } = story;
  await story.moveTo('2021-12-10');
  const accounts = {
    direct: FINAL.direct,
    otherCosts: FINAL.otherCosts,
    contingency: FINAL.contingency,
    titleArea: SIZE.area,
  };
  const document = await papers.pdf(street, 'K8', 'final accounts');
  await act(story, street, 'submit-final-accounts', { submittedOn: '2021-12-10', accounts, document }, 'submitted');
  await story.moveTo('2021-12-28');
  const decision = await issue(story, 'finance', 'K8D', CLOSING.K8D);
  const approved = await act(
    story,
    'finance',
    'approve-final-accounts',
    { approvedOn: '2021-12-28', audited: accounts, document: decision },
    'approved',
  );
  const { due, subsidy } = (approved.project.funding as { finalAccounts: { due: string; subsidy: string } })
    .finalAccounts;
  check('due by the audited accounts', due, FINAL.due);
  check('subsidy by the audited accounts', subsidy, FINAL.subsidy);
  const settled = await act(story, street, 'settle-contributions', {}, 'refund');
  interface Settled {
    amount: string;
    bills: { unit: string; amount: string }[];
    refundByChannel: Record<string, string>;
  }
  const { amount, bills, refundByChannel } = settled.result as unknown as Settled;
  check('refund', amount, FINAL.refund);
  check('one bill for each household', bills.length, SIZE.households);
  check('bills add up to the fen', fenOf(bills.map((bill) => bill.amount)), fenOf([FINAL.refund]));
  check('channels add up to the fen', fenOf(Object.values(refundByChannel)), fenOf([FINAL.refund]));
  await issue(story, street, 'S2', CLOSING.S2);
  progress.line(
    '2021-12-28',
    `决算审定：多退 367,007.63 元，${bills.length} 张账单分厘不差`,
    'audited: 367,007.63 refunded, bills add up to the fen',
  );
  await story.moveTo('2022-01-10');
  const payments = Object.entries(refundByChannel)
    .filter(([, refund]) => fenOf([refund]) > 0)
    .map(([channel, refund], index) => ({ channel, amount: refund, paidOn: '2022-01-10', receipt: `TK-000${index}` }));
  await act(story, street, 'complete-settlement', { payments }, 'completed');
  const list = await issue(story, street, 'K9', CLOSING.K9);
  await act(
    story,
    'archives',
    'archive-project',
    { list, kinds: ['A1', 'A2', 'A3', 'A5', 'K6', 'K7', 'K8'] },
    'archived',
  );
  check(
    'evidence is readable',
    (await desk.get<{ unbroken: boolean }>(street, `/api/projects/${projectId}/ledger`)).unbroken,
    true,
  );
}

/** Integers, so that adding is exact. */
const fenOf = (amounts: readonly string[]): number =>
  amounts.reduce((fen, amount) => fen + Number(amount.replace('.', '')), 0);

export async function handOverAndMaintain(story: Story): Promise<void> {
  const { papers, progress } = story;
  progress.chapter('第八、九步 移交和长效管理', 'Steps 8 and 9: handover and long-term management');
  await story.moveTo('2022-01-20');
  for (const [index, kind] of ['WATER', 'TELECOM'].entries()) {
    const words = CLOSING.HO2[index];
    const record = await issue(story, street, 'HO2', words, { serial: index + 1, called: words?.facility ?? kind });
    await act(
      story,
      'utility',
      'transfer-utility',
      { kind, acceptedOn: '2022-01-20', unitResult: 'PASS', employerResult: 'PASS', record },
      'transferred',
    );
  }
  const list = await issue(story, street, 'HO1', CLOSING.HO1);
  await act(
    story,
    street,
    'hand-over',
    { handedOverOn: '2022-01-20', handovers: [{ receiver: 'OWNERS_COMMITTEE', list }] },
    'handed-over',
  );
  await issue(story, street, 'H2', CLOSING.H2);
  progress.line(
    '2022-01-20',
    '资料移交业委会，水、通信设施移交专业单位',
    'handed over to the committee and the utilities',
  );
  await refused(
    story,
    street,
    'set-management-mode',
    { mode: 'SELF_MANAGEMENT', propertyManagedBefore: false },
    'GATE_SHUT',
  );
  await story.moveTo('2022-02-15');
  const mode = {
    mode: 'PROPERTY_COMPANY',
    propertyManagedBefore: false,
    document: await papers.pdf(street, 'PM', 'contract'),
  };
  await act(story, street, 'set-management-mode', mode, 'set');
  await reached(story, 'IN_WARRANTY');
  progress.line('2022-02-15', '选聘物业服务企业，改造一个、管好一个', 'a property company is engaged');
  await story.moveTo('2026-10-15');
  await reached(story, 'IN_WARRANTY');
  // Accepted on 15 October 2021: the fifth year's last day still belongs to the contractor.
  await story.moveTo('2026-10-16');
  await reached(story, 'OWNER_MAINTENANCE');
  progress.line('2026-10-16', '五年保修期满，由业主承担维护', 'warranty is over after five years; the owners maintain');
}
