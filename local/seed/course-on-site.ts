// From the start of the works to their completion: supervision, log, reports, money, and what does not go as planned (二(三)6).
import { Decimal } from 'decimal.js';
import { printAmount } from '../../domain/money/money.ts';
import { currentPlan } from '../../domain/projects/consent/record.ts';
import { GUIDANCE } from './course-of-departments.ts';
import { CONTRACT } from './course-to-end.ts';
import { type Move, move, moveWhen, oneOf, type Stage } from './move.ts';

const WORK = [
  '围挡搭设和管线物探',
  '雨污管网开挖敷设',
  '管网回填和路面基层',
  '屋面防水和外墙',
  '路面和停车位',
  '扫尾清理',
];
const WEATHER = ['晴', '多云', '阴', '小雨'];

const log = (after: number, turn: number): Move =>
  move(after, 'STREET', 'keep-site-log', ({ on, index, paper }) => ({
    day: on,
    weather: WEATHER.at((index + turn) % WEATHER.length),
    workers: 18 + ((index * 5 + turn * 7) % 24),
    work: WORK[turn % WORK.length],
    photos: [paper('SITE')],
  }));

const report = (percent: number): Move =>
  move(0, 'STREET', 'publish-progress', ({ on, paper }) => ({
    publishedOn: on,
    percent,
    summary: `工程完成 ${percent}%`,
    photo: paper('BOARD'),
  }));

const share = ({ project }: Stage, of: string): string =>
  printAmount(new Decimal(currentPlan(project).funding.total).times(of).toDecimalPlaces(0));

/** One site was paid beyond what had been measured: an auditor finds it. */
const payment = (of: string, measured: string): Move =>
  move(0, 'STREET', 'record-progress-payment', (stage) => ({
    contractNo: CONTRACT,
    amount: share(stage, of),
    paidOn: stage.on,
    measured: share(stage, oneOf(16, 5)(stage) ? '0.3' : measured),
    certificate: stage.paper('PP'),
  }));

const problem = (after: number, kind: string, summary: string): Move =>
  move(after, 'COMMUNITY', 'log-site-problem', ({ on }) => ({ kind, summary, raisedOn: on }));
const solved = (after: number, no: number, resolution: string): Move =>
  move(after, 'STREET', 'resolve-site-problem', ({ on }) => ({ no, discussedOn: on, resolvedOn: on, resolution }));

const changes = oneOf(10, 7);

export const COURSE_ON_SITE: readonly Move[] = [
  move(4, 'STREET', 'establish-site-platform', ({ on }) => ({ establishedOn: on, place: '小区东门岗亭' })),
  move(0, 'COMMUNITY', 'register-resident-supervisors', ({ paper }) => ({ count: 5, roster: paper('RS') })),
  move(0, 'STREET', 'engage-tracking-audit', ({ on, paper }) => ({ engagedOn: on, engagement: paper('TA') })),
  move(1, 'STREET', 'start-works', ({ on }) => ({ startedOn: on })),
  log(1, 0),
  move(9, 'DRAWING_REVIEWER', 'record-ex-post-review', ({ paper, index }) => ({
    report: paper('XR'),
    findings: index % 3 === 0 ? ['消火栓间距须复核', '室外管网高程标注不全'] : [],
  })),
  log(5, 1),
  moveWhen(
    ({ project }) => project.approvals.exPostFindings.length > 0,
    move(10, 'STREET', 'close-review-findings', ({ paper }) => ({ numbers: [1, 2], remedy: paper('XF') })),
  ),
  { ...report(15) },
  move(2, 'HOUSING', 'record-inspection', ({ on, paper }) => ({
    inspectedOn: on,
    units: (['CONTRACTOR', 'SUPERVISOR'] as const).map((unit) => ({
      unit,
      staff: true,
      responsibility: true,
      acceptance: true,
    })),
    quality: true,
    safety: true,
    civilisedSite: true,
    sheet: paper('IS'),
  })),
  problem(28, 'NUISANCE', '夜间施工噪声扰民'),
  solved(0, 1, '十八时后停止切割作业'),
  report(35),
  ...GUIDANCE,
  payment('0.5', '0.55'),
  log(20, 2),
  moveWhen(
    oneOf(2, 1),
    move(2, 'RENOVATION_OFFICE', 'record-representatives-visit', ({ on, paper }) => ({
      visitedOn: on,
      groups: ['PEOPLES_CONGRESS', 'CPPCC'],
      count: 8,
      opinions: '加快管网回填，减少扬尘',
      record: paper('RV'),
    })),
  ),
  moveWhen(
    changes,
    move(1, 'STREET', 'request-change-order', (stage) => ({
      contractNo: CONTRACT,
      reason: '地下障碍物须改线',
      effect: { direction: 'MORE', amount: '20000' },
      changesVotedContent: false,
      request: stage.paper('CO'),
    })),
  ),
  moveWhen(
    changes,
    move(3, 'RENOVATION_OFFICE', 'decide-change-order', ({ paper }) => ({
      no: 1,
      decision: 'EXCEPTION',
      reason: '管线改线不可避免，未改变表决内容',
      auditorOpinion: paper('TO'),
    })),
  ),
  log(4, 3),
  report(60),
  problem(10, 'QUALITY', '西侧路面平整度不足'),
  solved(12, 2, '已铣刨重铺并复测合格'),
  log(6, 4),
  report(80),
  payment('0.3', '0.85'),
  log(20, 5),
  moveWhen(
    ({ project }) => project.programme.specialLines.some(({ planItem }) => planItem === undefined),
    move(2, 'FINANCE', 'pay-special-line', ({ project, on, paper }) => ({
      no: project.programme.specialLines.find(({ planItem }) => planItem === undefined)?.no,
      amount: '180000',
      paidOn: on,
      certificate: paper('SP'),
    })),
  ),
  // Asked for and never decided: what was voted on and what is built differ.
  moveWhen(
    oneOf(21, 8),
    move(1, 'STREET', 'request-change-order', (stage) => ({
      contractNo: CONTRACT,
      reason: '取消东侧两个停车位',
      effect: { direction: 'LESS', amount: '8000' },
      changesVotedContent: true,
      request: stage.paper('CO'),
    })),
  ),
  report(98),
  move(10, 'STREET', 'report-completion', ({ on }) => ({ completedOn: on })),
];
