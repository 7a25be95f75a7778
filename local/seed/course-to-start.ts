// The ordinary course of a project from the survey to the investment plan (二(三)1–4).
import { Decimal } from 'decimal.js';
import { splitByLargestRemainder } from '../../domain/money/largest-remainder.ts';
import { printAmount } from '../../domain/money/money.ts';
import { currentPlan } from '../../domain/projects/consent/record.ts';
import { DECLARE_CONTENTS } from './course-of-departments.ts';
import { type Move, move, moveWhen, oneOf, type Stage } from './move.ts';

const PLACES = ['小区东门公告栏', '小区西门公告栏'] as const;
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

export const COURSE_TO_START: readonly Move[] = [
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
  // After October the street applies for the next year.
  move(2, 'STREET', 'apply-for-round', ({ on, paper }) => ({
    year: on.slice(5, 7) > '10' ? String(Number(on.slice(0, 4)) + 1) : on.slice(0, 4),
    application: paper('AR'),
  })),
  move(2, 'STREET', 'commission-design', ({ on, paper }) => ({
    commissionedOn: on,
    designer: '温州市某设计院有限公司',
    contract: paper('DC'),
  })),
  move(30, 'STREET', 'submit-design', designOf),
  DECLARE_CONTENTS,
  moveWhen(
    oneOf(3, 0),
    move(0, 'STREET', 'list-special-line', ({ paper }) => ({
      line: 'RAIN_SEWAGE_SPLIT',
      item: '市政雨污分流接驳段',
      amount: '360000',
      document: paper('SL'),
    })),
  ),
  moveWhen(
    oneOf(4, 1),
    move(0, 'STREET', 'list-special-line', ({ paper, index }) => ({
      line: 'ELEVATOR',
      item: `既有住宅加装电梯 ${1 + (index % 3)} 台`,
      amount: printAmount(new Decimal(200_000).times(1 + (index % 3))),
      expressRule: '温州市既有住宅加装电梯的有关规定',
      document: paper('SL'),
    })),
  ),
  // The same work also stands in the total: the special line pays nothing for it.
  moveWhen(
    oneOf(12, 6),
    move(0, 'STREET', 'list-special-line', ({ paper }) => ({
      line: 'WASTE_SORTING',
      item: '垃圾分类投放点',
      amount: '80000',
      planItem: 'B-01',
      document: paper('SL'),
    })),
  ),
  move(2, 'BODY', 'publish-plan', ({ on, project }) => ({
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
  moveWhen(
    oneOf(6, 2),
    move(
      0,
      'PETITION_BUREAU',
      'register-petition',
      ({ on, letter, index }) => ({
        topic: (['PLAN', 'MONEY', 'PUBLICITY', 'OTHER'] as const)[Math.floor(index / 6) % 4],
        receivedOn: on,
        text: letter,
      }),
      'LETTER',
    ),
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
  moveWhen(
    ({ project, index }) => project.programme.petitions.length > 0 && index % 12 !== 8,
    move(0, 'STREET', 'answer-petition', ({ on, letter }) => ({ no: 1, answeredOn: on, answer: letter }), 'ANSWER'),
  ),
  move(2, 'STREET', 'open-account', ({ on, paper }) => ({
    bank: '温州银行鹿城支行',
    lastDigits: '7890',
    numberHash: paper('ACCOUNT'),
    openedOn: on,
  })),
  move(20, 'STREET', 'book-contributions', contributionsOf),
  move(1, 'FINANCE', 'reserve-subsidy', ({ on }) => ({ budgetYear: on.slice(0, 4) })),
  // Somebody paid what was not asked for: the sources are not as planned any more.
  moveWhen(
    oneOf(20, 15),
    move(0, 'STREET', 'book-contributions', ({ on }) => ({
      rows: [{ channel: 'INDIVIDUAL', amount: '5000', creditedOn: on, receipt: 'HH-9001' }],
    })),
  ),
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
];
