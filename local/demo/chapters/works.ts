// Steps 5 and 6: the streamlined approvals with a joint review in two rounds, the site, a change order refused (二(三)5–6, 二(四)).
import { APPROVED, APPROVED_TABLE, NEIGHBOUR } from '../neighbourhood.ts';
import { ACCOUNTS, act, check, issue, reached, refused, type Story } from '../story.ts';
import { APPROVALS, APPROVALS_CC } from '../words/approvals.ts';
import { PROJECT_CODE, SITE } from '../words/names.ts';
import { REFUSED } from '../words/start.ts';
import { WORKS } from '../words/works.ts';
import { refuseNeighbour, reportProgress } from './report-progress.ts';

const { street } = ACCOUNTS;
const PARTIES = ['HOUSING', 'FINANCE', 'FIRE', 'NATURAL_RESOURCES', 'LAW_ENFORCEMENT'] as const;
/** As they are called on the opinion forms. */
const UNITS = [
  '区住房和城乡建设局',
  '区财政局',
  '区消防救援大队',
  '市自然资源和规划局鹿城分局',
  '区综合行政执法局',
] as const;
const CONTRACT = '鹿旧改施〔2021〕3号';

export async function organiseWorks(story: Story): Promise<void> {
  const { progress } = story;
  progress.chapter('第五步 工程组织实施', 'Step 5: organise the works');
  await story.moveTo('2020-11-25');
  await act(story, street, 'choose-delivery-mode', { mode: 'DESIGN_BID_BUILD', projectCode: PROJECT_CODE }, 'chosen');
  await approveStudy(story);
  await reviewTogether(story);
  await approveDesign(story);
  await permitAndTender(story);
}

async function approveStudy(story: Story): Promise<void> {
  const { papers, progress } = story;
  const study = await papers.pdf(street, 'A1F', 'feasibility study');
  await act(story, street, 'file-feasibility-study', { study, estimate: '13348800.00' }, 'filed');
  await story.moveTo('2020-12-02');
  const approval = await issue(story, 'drb', 'A1', APPROVALS.A1);
  await act(
    story,
    'drb',
    'decide-feasibility-study',
    { decision: 'APPROVED', approval, approvedEstimate: '13348800.00' },
    'approved',
  );
  progress.line('2020-12-02', '可行性研究报告批复', 'feasibility study approved');
}

async function reviewTogether(story: Story): Promise<void> {
  const { progress } = story;
  await act(story, 'renovation-office', 'convene-joint-review', { parties: PARTIES }, 'convened');
  await issue(story, 'renovation-office', 'A3N', APPROVALS.A3N);
  for (const [index, unitName] of UNITS.entries())
    await issue(
      story,
      'renovation-office',
      'A3O',
      { unitName, opinionDueOn: '2020-12-07' },
      { serial: index + 1, called: unitName },
    );
  for (const party of PARTIES.filter((each) => each !== 'FIRE')) {
    await act(story, accountOf(party), 'give-review-opinion', { opinion: 'APPROVE' }, 'approved');
  }
  await refused(story, 'renovation-office', 'issue-review-minutes', { heldOn: '2020-12-02' }, 'GATE_SHUT');
  const reason = '消防车登高操作场地被规划车位占用，请调整';
  await act(story, 'fire', 'give-review-opinion', { opinion: 'RETURN', reason }, 'returned');
  await story.moveTo('2020-12-08');
  await act(story, 'renovation-office', 'issue-review-minutes', { heldOn: '2020-12-08' }, 'returned');
  progress.line(
    '2020-12-08',
    '联审第一轮：消防退回，其余意见保留',
    'joint review, round 1: returned by fire, other opinions kept',
  );
  await act(story, 'renovation-office', 'convene-joint-review', { parties: [] }, 'convened');
  await act(story, 'fire', 'give-review-opinion', { opinion: 'APPROVE' }, 'approved');
  await story.moveTo('2020-12-15');
  const minutes = await issue(story, 'renovation-office', 'A3', APPROVALS.A3);
  await act(story, 'renovation-office', 'issue-review-minutes', { heldOn: '2020-12-15', minutes }, 'passed');
  progress.line('2020-12-15', '联审第二轮通过，出具会议纪要', 'joint review, round 2: passed');
}

async function approveDesign(story: Story): Promise<void> {
  const { papers, progress } = story;
  const design = await papers.pdf(street, 'A2', 'preliminary design with estimate');
  await act(story, street, 'file-preliminary-design', { design, estimate: '14683680.00' }, 'filed');
  await story.moveTo('2020-12-28');
  const request = {
    requestTitle: APPROVALS.A1.requestTitle.replace('可行性研究报告', '初步设计'),
    requestNo: '五街办〔2020〕71号',
  };
  const approval = await issue(story, 'drb', 'A2', {
    ...SITE,
    ...APPROVED,
    ...request,
    durationMonths: 8,
    cc: APPROVALS_CC,
  });
  const { totalInvestment, selfRaised, excessBorne, subsidy } = APPROVED;
  const estimate = { totalInvestment, selfRaised, excessBorne, subsidy };
  await issue(story, 'drb', 'A2F', { ...estimate, ...APPROVED_TABLE });
  // Exactly 10 % over the study is not 超过 (政府投资条例 12).
  const decision = { decision: 'APPROVED', approval, approvedEstimate: '14683680.00' };
  await act(story, 'drb', 'decide-preliminary-design', decision, 'approved');
  progress.line(
    '2020-12-28',
    '初步设计（含概算）批复：概算恰超可研 10%，不退回',
    'design approved: exactly 10 % over the study passes',
  );
}

async function permitAndTender(story: Story): Promise<void> {
  const { papers, progress } = story;
  await story.moveTo('2021-01-12');
  const A5 = await papers.pdf('designer', 'A5', 'construction drawings');
  const A4 = await issue(story, street, 'A4', { ...APPROVALS.A4, drawingHash: A5 });
  await refused(story, street, 'file-drawings', { documents: { A4 } }, 'GATE_SHUT');
  await act(story, street, 'file-drawings', { documents: { A4, A5 } }, 'filed');
  await issue(story, 'housing', 'A4R', APPROVALS.A4R);
  const permit = { conditionsMet: true, citation: '浙建〔2019〕9号规定的“多合一”情形' };
  await act(story, street, 'file-combined-permit', permit, 'filed');
  await issue(story, 'housing', 'A6', APPROVALS.A6, { serial: 1, called: '受理单' });
  await refused(story, street, 'decide-combined-permit', { decision: 'GRANTED', permit: A4 }, 'FORBIDDEN_ROLE');
  await story.moveTo('2021-01-20');
  const granted = await issue(story, 'housing', 'A6', APPROVALS.A6Granted, { serial: 2, called: '许可告知' });
  await act(story, 'housing', 'decide-combined-permit', { decision: 'GRANTED', permit: granted }, 'granted');
  await refused(story, street, 'start-works', { startedOn: '2021-01-20' }, 'GATE_SHUT');
  await story.moveTo('2021-02-20');
  const record = await issue(story, street, 'A7', APPROVALS.A7);
  const contracts = [
    { contractNo: CONTRACT, type: 'WORKS', estimate: '11800000.00', price: '11500000.00' },
    { contractNo: '鹿旧改监〔2021〕1号', type: 'SERVICES', estimate: '280000.00', price: '260000.00' },
  ];
  await refused(story, street, 'record-tender', { route: 'SMALL_WORKS', contracts, record }, 'GATE_SHUT');
  await act(story, street, 'record-tender', { route: 'OPEN_TENDER', contracts, record }, 'recorded');
  progress.line('2021-02-20', '图纸自审备案、多合一许可、公开招标', 'drawings filed, combined permit, open tender');
}

export async function superviseWorks(story: Story): Promise<void> {
  const { papers, progress } = story;
  progress.chapter('第六步 项目过程监督', 'Step 6: supervise the works');
  await story.moveTo('2021-03-01');
  await act(
    story,
    street,
    'establish-site-platform',
    { establishedOn: '2021-03-01', place: '小区东门岗亭' },
    'established',
  );
  const engagement = await papers.pdf(street, 'TA', 'tracking audit');
  await act(story, street, 'engage-tracking-audit', { engagedOn: '2021-03-01', engagement }, 'engaged');
  const roster = await papers.pdf(street, 'RS', 'resident supervisors');
  await act(story, street, 'register-resident-supervisors', { count: 6, roster }, 'registered');
  await act(story, street, 'start-works', { startedOn: '2021-03-01' }, 'started');
  await reached(story, 'UNDER_CONSTRUCTION');
  progress.line(
    '2021-03-01',
    '开工：现场平台、民间监理员、跟踪审计到位',
    'works started, with platform, supervisors and tracking audit',
  );

  await story.moveTo('2021-03-20');
  await act(
    story,
    'drawing-reviewer',
    'record-ex-post-review',
    {
      report: await issue(story, 'housing', 'A5R', APPROVALS.A5R),
      findings: ['无障碍坡道坡度不满足规范要求'],
    },
    'findings-made',
  );
  const remedy = await papers.pdf('designer', 'A5', 'changed drawing');
  await act(story, street, 'close-review-findings', { numbers: [1], remedy }, 'all-closed');

  await story.moveTo('2021-05-10');
  const problem = { kind: 'NUISANCE', summary: '夜间切割噪声扰民', raisedOn: '2021-05-10' };
  await act(story, ACCOUNTS.community, 'log-site-problem', problem, 'logged');
  const solved = { no: 1, discussedOn: '2021-05-10', resolvedOn: '2021-05-10', resolution: '十八时后停止切割作业' };
  await act(story, street, 'resolve-site-problem', solved, 'resolved');
  await issue(story, street, 'SI2', WORKS.SI2, { serial: 1 });
  await story.moveTo('2021-05-12');
  await issue(story, 'renovation-office', 'SI1', WORKS.SI1, { serial: 1 });
  await issue(story, street, 'RS1', WORKS.RS1, { serial: 1 });
  await story.moveTo('2021-05-31');
  await issue(story, street, 'C5', WORKS.C5, { serial: 1 });

  await story.moveTo('2021-06-01');
  const change = {
    contractNo: CONTRACT,
    reason: '拟将水泥铺装改为花岗岩铺装',
    effect: { direction: 'MORE', amount: '800000.00' },
    changesVotedContent: false,
    request: await issue(story, street, 'CO1', WORKS.CO1, { serial: 1 }),
  };
  await act(story, street, 'request-change-order', change, 'requested');
  const answer = await story.desk.act('renovation-office', story.projectId, 'decide-change-order', {
    no: 1,
    decision: 'REJECTED',
  });
  await issue(story, 'leading-group', 'E2', WORKS.E2);
  check(
    'change order',
    answer.findings.some(({ rule }) => rule === 'SU-05'),
    true,
  );
  progress.line(
    '2021-06-01',
    '工程变更 80 万元：原则上不允许，不予批准',
    'change order of 800,000: refused on principle',
  );

  await reportProgress(story);
  await refuseNeighbour(story, NEIGHBOUR, REFUSED);

  await story.moveTo('2021-07-01');
  const certificate = await papers.pdf(street, 'PP', 'payment certificate');
  const pay = (amount: string) => ({ contractNo: CONTRACT, amount, paidOn: '2021-07-01', certificate });
  await act(story, street, 'record-progress-payment', pay('8000000.00'), 'recorded');
  await refused(story, street, 'record-progress-payment', pay('3500000.01'), 'GATE_SHUT');
  await act(story, street, 'record-progress-payment', pay('3000000.00'), 'recorded');
  progress.line(
    '2021-07-01',
    '进度款 11,000,000.00 元；超合同 1 分即拒付',
    'progress payments; one fen over the contract is refused',
  );
  await story.moveTo('2021-09-30');
  await act(story, street, 'report-completion', { completedOn: '2021-09-30' }, 'completed');
}

const accountOf = (party: string): string => party.toLowerCase().replaceAll('_', '-');
