// The ordinary course of a project, act by act: who does it, how many days after the one before, with what input.
import { Decimal } from 'decimal.js';
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { splitByLargestRemainder } from '../../domain/money/largest-remainder.ts';
import { printAmount } from '../../domain/money/money.ts';
import type { Role } from '../../domain/parties.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
import { currentPlan } from '../../domain/projects/consent/record.ts';
import type { Project } from '../../domain/projects/project.ts';
import type { RosterRow } from '../../functions/intake/read-roster.ts';

export interface Stage {
  readonly project: Project;
  readonly on: PlainDate;
  readonly residents: readonly RosterRow[];
  /** SHA-256 of a sample paper of the kind. */
  paper(kind: string): string;
  /** Roll frozen for the ballot under way, and the votes given on it. */
  readonly roll: string;
  readonly votes: string;
  /** Yuan for each ㎡ of direct cost, by category. */
  readonly rates: Readonly<Record<'MANDATORY' | 'BASIC' | 'IMPROVEMENT' | 'UPGRADE', number>>;
}

export interface Move {
  readonly act: ActName;
  readonly role: Role;
  /** Days after the move before. */
  readonly after: number;
  input(stage: Stage): unknown;
  /** What has to be there first, besides the clock. */
  readonly before?: 'FREEZE_WILLINGNESS' | 'FREEZE_PLAN' | 'VOTE';
}

const PLACES = ['小区东门公告栏', '小区西门公告栏'] as const;
const PARTIES = ['HOUSING', 'FINANCE', 'FIRE'] as const;
const CONTRACT = '施工合同-1';

const costOf = ({ rates }: Stage, category: keyof Stage['rates'], area: Decimal): string =>
  printAmount(area.times(rates[category]).toDecimalPlaces(0));

const areaOf = ({ residents }: Stage): Decimal => Decimal.sum(...residents.map(({ area }) => area));
const DIRECT_ITEMS = [
  ['M-01', '雨污管网和消防设施改造', 'PIPE_NETWORK', 'MANDATORY'],
  ['B-01', '屋面防水和道路整修', 'BUILDING', 'BASIC'],
  ['I-01', '停车位和适老设施', 'AGE_FRIENDLY', 'IMPROVEMENT'],
  ['U-01', '社区服务用房', 'COMMUNITY_SERVICE', 'UPGRADE'],
] as const;

function designOf(stage: Stage): unknown {
  const area = areaOf(stage);
  const direct = DIRECT_ITEMS.map(([, , , category]) => new Decimal(costOf(stage, category, area)));
  const total = Decimal.sum(...direct);
  return {
    designedOn: stage.on,
    document: stage.paper('P1'),
    basedOn: ['SITE_FACTS', 'RESIDENT_CHOICES', 'MANAGEMENT_NEEDS'],
    parts: ['ENGINEERING', 'RESOURCES', 'BUDGET', 'FUNDING_PLAN', 'MANAGEMENT'],
    items: DIRECT_ITEMS.map(([id, name, aspect, category], index) => ({
      id,
      name,
      aspect,
      category,
      directCost: printAmount(direct[index] ?? new Decimal(0)),
      chosen: true,
    })),
    otherCosts: printAmount(total.times('0.08').toDecimalPlaces(0)),
    contingency: printAmount(total.times('0.03').toDecimalPlaces(0)),
    titleArea: printAmount(area),
    designedTogether: { lifts: true, wasteSorting: true, fireSafety: true },
  };
}

function contributionsOf({ project, residents, on }: Stage): unknown {
  const required = new Decimal(currentPlan(project).funding.residents);
  const shares = splitByLargestRemainder(
    required,
    residents.map(({ area }) => new Decimal(area)),
  );
  return {
    rows: residents.map(({ unit }, index) => ({
      unit,
      channel: 'INDIVIDUAL',
      amount: printAmount(shares[index] ?? new Decimal(0)),
      creditedOn: on,
      receipt: `HH-${String(index + 1).padStart(4, '0')}`,
    })),
  };
}

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
const move = (after: number, role: Role, act: ActName, input: Move['input'], before?: Move['before']): Move => ({
  act,
  role,
  after,
  input,
  ...(before && { before }),
});

export const COURSE: readonly Move[] = [
  move(3, 'STREET', 'record-survey', ({ on, paper }) => ({
    surveyedOn: on,
    record: paper('E1'),
    needsRenovation: true,
    renovatedBefore: 0,
    eligibility: {
      completionYear: 1994,
      inDemolitionPlan: false,
      dangerGrade: 'B',
      hollowCoreSlabHazard: false,
      kind: 'ORDINARY',
      comprehensivelyRenovable: true,
    },
  })),
  move(
    5,
    'COMMUNITY',
    'start-consultation',
    ({ on, roll, paper }) => ({ startedOn: on, rollHash: roll, form: paper('F1') }),
    'FREEZE_WILLINGNESS',
  ),
  move(14, 'COMMUNITY', 'tally-willingness', ({ on, votes }) => ({ heldOn: on, votes }), 'VOTE'),
  move(3, 'COMMUNITY', 'submit-willingness', ({ on, paper }) => ({ submittedOn: on, statement: paper('W1') })),
  move(10, 'STREET', 'form-body', ({ on, paper }) => ({
    kind: 'OWNERS_COMMITTEE',
    formedOn: on,
    recognition: paper('B1'),
  })),
  move(4, 'STREET', 'commission-design', ({ on, paper }) => ({
    commissionedOn: on,
    designer: '温州市某设计院有限公司',
    contract: paper('DC'),
  })),
  move(30, 'STREET', 'submit-design', designOf),
  move(3, 'BODY', 'publish-plan', ({ on, project }) => ({
    publishedOn: on,
    planVersion: currentPlan(project).version,
    place: PLACES[0],
  })),
  move(
    2,
    'BODY',
    'open-ballot',
    ({ on, roll, paper }) => ({ openedOn: on, rollHash: roll, form: paper('F2') }),
    'FREEZE_PLAN',
  ),
  move(15, 'BODY', 'tally-plan-ballot', ({ on, votes }) => ({ heldOn: on, votes }), 'VOTE'),
  move(2, 'BODY', 'post-notice', ({ paper }) => ({
    documents: { F3: paper('F3'), F4: paper('F4'), P2: paper('P2') },
    places: PLACES.map((place) => ({ place, conspicuous: true })),
  })),
  move(1, 'BODY', 'confirm-posting', ({ on, paper }) => ({ place: PLACES[0], postedOn: on, photo: paper('PHOTO-1') })),
  move(0, 'BODY', 'confirm-posting', ({ on, paper }) => ({ place: PLACES[1], postedOn: on, photo: paper('PHOTO-2') })),
  // Five working days end after eleven days at most, the long holidays included in what the seed leaves out.
  move(16, 'SYSTEM', 'close-publicity', () => ({})),
  move(2, 'BODY', 'submit-application', ({ paper }) => ({
    application: paper('M1'),
    notice: paper('F3'),
    undertaking: paper('M3'),
    managementPlan: paper('M4'),
  })),
  move(2, 'STREET', 'open-account', ({ on, paper }) => ({
    bank: '温州银行鹿城支行',
    lastDigits: '7890',
    numberHash: paper('ACCOUNT'),
    openedOn: on,
  })),
  move(20, 'STREET', 'book-contributions', contributionsOf),
  move(1, 'FINANCE', 'reserve-subsidy', ({ on }) => ({ budgetYear: on.slice(0, 4) })),
  move(3, 'STREET', 'confirm-project', ({ on, paper }) => ({
    confirmedOn: on,
    inDemolitionPlan: false,
    demolitionPlan: paper('DP'),
  })),
  move(2, 'STREET', 'report-project', ({ on, paper }) => ({ reportedOn: on, document: paper('X1') })),
  move(10, 'PRINCIPAL_LEADER', 'consent-start', ({ on, paper }) => ({
    decision: 'CONSENT',
    decidedOn: on,
    reference: '鹿政办阅〔2022〕8号',
    document: paper('X2'),
  })),
  move(5, 'DRB', 'list-in-investment-plan', ({ on, paper }) => ({
    listing: 'SUPPLEMENTED',
    year: on.slice(0, 4),
    itemNo: '增补',
    listedOn: on,
    document: paper('X3'),
  })),
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

/** Days from the opening to the move with this index. */
export const daysTo = (index: number): number =>
  COURSE.slice(0, index + 1).reduce((days, { after }) => days + after, 0);
