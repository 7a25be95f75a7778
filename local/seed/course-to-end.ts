// The ordinary course of a project from the first approval to the end (二(三)5–9).
import { Decimal } from 'decimal.js';
import { printAmount } from '../../domain/money/money.ts';
import { currentPlan } from '../../domain/projects/consent/record.ts';
import { type Move, move, type Stage } from './move.ts';

const PARTIES = ['HOUSING', 'FINANCE', 'FIRE'] as const;
const CONTRACT = '施工合同-1';

/** What was built cost three in a hundred less than estimated; nothing of the contingency was needed. */
function finalFigures({ project }: Stage) {
  const { direct, otherCosts, titleArea } = currentPlan(project);
  const less = (amount: string): string => printAmount(new Decimal(amount).times('0.97').toDecimalPlaces(0));
  return {
    direct: {
      MANDATORY: less(direct.MANDATORY),
      BASIC: less(direct.BASIC),
      IMPROVEMENT: less(direct.IMPROVEMENT),
      UPGRADE: less(direct.UPGRADE),
    },
    otherCosts: less(otherCosts),
    contingency: '0.00',
    titleArea,
  };
}

const estimateOf = ({ project }: Stage): string => currentPlan(project).funding.total;

export const COURSE_TO_END: readonly Move[] = [
  move(4, 'STREET', 'choose-delivery-mode', ({ on }) => ({
    mode: 'DESIGN_BID_BUILD',
    projectCode: `${on.slice(0, 4)}-330302-78-01-123456`,
  })),
  move(5, 'STREET', 'file-feasibility-study', (stage) => ({ study: stage.paper('A1'), estimate: estimateOf(stage) })),
  move(7, 'DRB', 'decide-feasibility-study', (stage) => ({
    decision: 'APPROVED',
    approval: stage.paper('A1B'),
    approvedEstimate: estimateOf(stage),
  })),
  move(1, 'RENOVATION_OFFICE', 'convene-joint-review', () => ({ parties: PARTIES })),
  ...PARTIES.map((party) => move(1, party, 'give-review-opinion', () => ({ opinion: 'APPROVE' }))),
  move(3, 'RENOVATION_OFFICE', 'issue-review-minutes', ({ on, paper }) => ({ heldOn: on, minutes: paper('A3') })),
  move(2, 'STREET', 'file-preliminary-design', (stage) => ({ design: stage.paper('A2'), estimate: estimateOf(stage) })),
  move(10, 'DRB', 'decide-preliminary-design', (stage) => ({
    decision: 'APPROVED',
    approval: stage.paper('A2B'),
    approvedEstimate: estimateOf(stage),
  })),
  move(8, 'STREET', 'file-drawings', ({ paper }) => ({ documents: { A4: paper('A4'), A5: paper('A5') } })),
  move(1, 'STREET', 'file-combined-permit', () => ({
    conditionsMet: true,
    citation: '浙建〔2019〕9号规定的“多合一”情形',
  })),
  move(5, 'HOUSING', 'decide-combined-permit', ({ paper }) => ({ decision: 'GRANTED', permit: paper('A6') })),
  move(20, 'STREET', 'record-tender', (stage) => ({
    route: 'OPEN_TENDER',
    contracts: [{ contractNo: CONTRACT, type: 'WORKS', estimate: estimateOf(stage), price: estimateOf(stage) }],
    record: stage.paper('A7'),
  })),
  move(4, 'STREET', 'establish-site-platform', ({ on }) => ({ establishedOn: on, place: '小区东门岗亭' })),
  move(0, 'STREET', 'engage-tracking-audit', ({ on, paper }) => ({ engagedOn: on, engagement: paper('TA') })),
  move(1, 'STREET', 'start-works', ({ on }) => ({ startedOn: on })),
  move(60, 'COMMUNITY', 'log-site-problem', ({ on }) => ({
    kind: 'NUISANCE',
    summary: '夜间施工噪声扰民',
    raisedOn: on,
  })),
  move(0, 'STREET', 'resolve-site-problem', ({ on }) => ({
    no: 1,
    discussedOn: on,
    resolvedOn: on,
    resolution: '十八时后停止切割作业',
  })),
  move(30, 'STREET', 'record-progress-payment', (stage) => ({
    contractNo: CONTRACT,
    amount: printAmount(new Decimal(estimateOf(stage)).times('0.5').toDecimalPlaces(0)),
    paidOn: stage.on,
    certificate: stage.paper('PP'),
  })),
  move(90, 'STREET', 'report-completion', ({ on }) => ({ completedOn: on })),
  move(15, 'STREET', 'record-acceptance', ({ on, paper }) => ({
    acceptedOn: on,
    units: [
      ...['DESIGN', 'CONSTRUCTION', 'SUPERVISION', 'DEPARTMENT'].map((kind) => ({ kind, result: 'PASS' })),
      { kind: 'SURVEY', result: 'NOT_INVOLVED' },
    ],
    report: paper('K6'),
  })),
  move(3, 'STREET', 'file-fire-acceptance', ({ paper }) => ({
    applies: true,
    documents: {
      K1: paper('K1'),
      K2: paper('K2'),
      K3: paper('K3'),
      K4: { paper: paper('K4'), sealed: true },
      K5: { paper: paper('K5'), sealed: true },
    },
  })),
  move(4, 'STREET', 'file-completion', ({ paper }) => ({ documents: { K6: paper('K6'), K7: paper('K7') } })),
  move(45, 'STREET', 'submit-final-accounts', (stage) => ({
    submittedOn: stage.on,
    accounts: finalFigures(stage),
    document: stage.paper('K8'),
  })),
  move(20, 'FINANCE', 'approve-final-accounts', (stage) => ({
    approvedOn: stage.on,
    audited: finalFigures(stage),
    document: stage.paper('K8D'),
  })),
  move(5, 'STREET', 'settle-contributions', () => ({})),
  move(10, 'STREET', 'complete-settlement', ({ project, on }) => ({
    payments:
      project.funding.settlement?.direction === 'NONE'
        ? []
        : [{ channel: 'INDIVIDUAL', amount: project.funding.settlement?.amount, paidOn: on, receipt: 'TK-0001' }],
  })),
  move(5, 'ARCHIVES', 'archive-project', ({ paper }) => ({
    list: paper('K9'),
    kinds: ['A1', 'A2', 'A3', 'A5', 'K6', 'K7', 'K8'],
  })),
  move(5, 'STREET', 'hand-over', ({ on, paper }) => ({
    handedOverOn: on,
    handovers: [{ receiver: 'OWNERS_COMMITTEE', list: paper('HO') }],
  })),
  move(20, 'STREET', 'set-management-mode', ({ paper }) => ({
    mode: 'PROPERTY_COMPANY',
    propertyManagedBefore: false,
    document: paper('PM'),
  })),
];
