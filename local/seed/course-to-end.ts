// The ordinary course of a project through the approvals, and from the acceptance to the management (二(三)5, 7–9).
import { Decimal } from 'decimal.js';
import { printAmount } from '../../domain/money/money.ts';
import { currentPlan } from '../../domain/projects/consent/record.ts';
import { JOINT_REVIEW, PERMITS, TRANSFERS } from './course-of-departments.ts';
import { type Move, move, moveWhen, oneOf, type Stage } from './move.ts';

export const CONTRACT = '施工合同-1';
const AUDITED = '0.97';

/** What was built cost less than estimated; nothing of the contingency was needed. */
function finalFigures({ project }: Stage, of: string) {
  const { direct, otherCosts, titleArea } = currentPlan(project);
  const less = (amount: string): string => printAmount(new Decimal(amount).times(of).toDecimalPlaces(0));
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

export const COURSE_TO_SITE: readonly Move[] = [
  moveWhen(
    oneOf(5, 3),
    move(0, 'STREET', 'gain-premises', ({ on, paper, index }) => ({
      source: index % 2 === 0 ? 'STATE_OWNED_IDLE' : 'SMALL_PLOT',
      mode: index % 2 === 0 ? 'LENT' : 'SWAP',
      use: (['ELDERLY_CARE', 'CHILDCARE', 'COMMUNITY_SERVICE'] as const)[index % 3],
      area: `${120 + (index % 7) * 35}.50`,
      gainedOn: on,
      document: paper('GP'),
    })),
  ),
  move(4, 'STREET', 'choose-delivery-mode', ({ on, index }) => ({
    mode: 'DESIGN_BID_BUILD',
    projectCode: `${on.slice(0, 4)}-330302-78-01-${123_000 + index}`,
  })),
  move(5, 'STREET', 'file-feasibility-study', (stage) => ({ study: stage.paper('A1'), estimate: estimateOf(stage) })),
  move(7, 'DRB', 'decide-feasibility-study', (stage) => ({
    decision: 'APPROVED',
    approval: stage.paper('A1B'),
    approvedEstimate: estimateOf(stage),
  })),
  ...JOINT_REVIEW,
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
  ...PERMITS,
];

export const COURSE_TO_CLOSE: readonly Move[] = [
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
  ...TRANSFERS,
  move(40, 'STREET', 'submit-final-accounts', (stage) => ({
    submittedOn: stage.on,
    // One in eight bills more than the audit finds.
    accounts: finalFigures(stage, oneOf(8, 1)(stage) ? '0.985' : AUDITED),
    document: stage.paper('K8'),
  })),
  move(20, 'FINANCE', 'approve-final-accounts', (stage) => ({
    approvedOn: stage.on,
    audited: finalFigures(stage, AUDITED),
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
  // Some have no means for a company: the owners manage themselves.
  move(20, 'STREET', 'set-management-mode', ({ paper, index }) => ({
    ...(index % 5 === 4
      ? { mode: 'SELF_MANAGEMENT', reason: '户数少、收费难，业主大会决定自治管理' }
      : { mode: 'PROPERTY_COMPANY' }),
    propertyManagedBefore: false,
    document: paper('PM'),
  })),
];
