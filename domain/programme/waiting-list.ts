// The queue of a round and its waiting list: in which order the budget goes, and what would have to happen for the others (I-02, I-04).
import type { Decimal } from 'decimal.js';
import type { Bilingual } from '../bilingual.ts';
import { decimalOf, printAmount, sum, ZERO } from '../money/money.ts';
import type { Ranked } from '../policy/rules/priority.ts';
import { rankProjects } from '../projects/funding/priority-queue.ts';
import type { Project } from '../projects/project.ts';
import { isClosed, type State, titleOfState } from '../projects/states.ts';
import { type EntryRef, lastOf } from './figure.ts';
import { hasPassed } from './milestones.ts';

/** One thing that would have to happen, in the order of the procedure. */
export interface Condition {
  readonly code:
    | 'RESUME'
    | 'PLACE'
    | 'PLAN'
    | 'BALLOT'
    | 'PUBLICITY'
    | 'APPLICATION'
    | 'ACCOUNT'
    | 'OWN_MONEY'
    | 'BUDGET';
  readonly says: Bilingual;
  /** Yuan that are missing, where it is about money. */
  readonly amount?: string;
}

export interface Waiting {
  readonly projectId: string;
  readonly name: string;
  readonly street: string;
  readonly state: State;
  readonly subsidy: string;
  /** Place in the queue; absent before all its own money is there. */
  readonly rank?: number;
  readonly rankedBy?: Ranked['rankedBy'];
  /** The budget reaches this far: its turn to be reserved. */
  readonly fits: boolean;
  readonly conditions: readonly Condition[];
  /** The entries that its place rests on. */
  readonly entries: readonly EntryRef[];
}

export interface Turn {
  readonly projectId: string;
  readonly subsidy: string;
  readonly fits: boolean;
  /** Yuan by which the budget falls short of this one and all before it. */
  readonly shortage: string;
}

/**
 * The budget in the order of the queue, to the fen. Whoever does not fit holds up all behind: a later one that is
 * cheaper does not pass an earlier one (“率先达到100%的优先”).
 */
export function allocate(
  queue: readonly { readonly projectId: string; readonly subsidy: string }[],
  left: Decimal,
): readonly Turn[] {
  let needed = ZERO;
  return queue.map(({ projectId, subsidy }) => {
    needed = needed.plus(subsidy);
    const shortage = needed.minus(left);
    const fits = !shortage.isPositive() || shortage.isZero();
    return { projectId, subsidy, fits, shortage: fits ? '0.00' : printAmount(shortage) };
  });
}

/**
 * Projects that wait for a subsidy: with a place in the queue first, then by how far they have come. Those for which
 * `competes` is false have no place in the year and are not ranked.
 */
export function waitingList(
  projects: readonly Project[],
  left: Decimal,
  competes: (project: Project) => boolean = () => true,
): readonly Waiting[] {
  const waiting = projects.filter(({ funding, state }) => funding.reservation === undefined && !isClosed(state));
  const ranked = rankProjects(waiting.filter(competes));
  const rankOf = new Map(ranked.map((place) => [place.projectId, place]));
  const byId = new Map(waiting.map((project) => [project.projectId, project]));
  const queue = ranked.map(({ projectId }) => ({ projectId, subsidy: subsidyOf(byId.get(projectId)) }));
  const turns = new Map(allocate(queue, left).map((turn) => [turn.projectId, turn]));
  const queued = ranked.flatMap(({ projectId }) => byId.get(projectId) ?? []);
  const others = waiting.filter(({ projectId }) => !rankOf.has(projectId)).toSorted(nearestFirst);
  const leftAfterQueue = left.minus(sum(queue.map(({ subsidy }) => decimalOf(subsidy))));
  return [...queued, ...others].map((project) => {
    const place = rankOf.get(project.projectId);
    const turn = turns.get(project.projectId);
    return {
      projectId: project.projectId,
      name: project.neighbourhood.name,
      street: project.neighbourhood.street,
      state: project.state,
      subsidy: subsidyOf(project),
      ...(place && { rank: place.rank, rankedBy: place.rankedBy }),
      fits: turn?.fits ?? false,
      conditions: [...conditionsOf(project, competes(project)), ...budgetCondition(project, turn, leftAfterQueue)],
      entries: lastOf('apply-for-round', 'submit-application', 'book-contributions')(project),
    };
  });
}

const subsidyOf = (project: Project | undefined): string => project?.consent.plan?.funding.subsidy ?? '0.00';

const missingOf = ({ funding, consent }: Project): Decimal =>
  decimalOf(funding.arrival?.missing ?? consent.plan?.funding.residents ?? 0);

function nearestFirst(one: Project, other: Project): number {
  const rate = (project: Project) => decimalOf(project.funding.arrival?.arrivalRate ?? 0);
  return rate(other).comparedTo(rate(one)) || (one.projectId < other.projectId ? -1 : 1);
}

function conditionsOf(project: Project, hasPlace: boolean): readonly Condition[] {
  const { consent, state, suspended, funding } = project;
  const conditions: Condition[] = [];
  if (suspended) {
    const { zh, en } = titleOfState(state);
    conditions.push({ code: 'RESUME', says: { zh: `${zh}，须先恢复`, en: `${en}: to be resumed first` } });
  }
  if (!hasPlace) {
    conditions.push({
      code: 'PLACE',
      says: { zh: '经决定增补或结转列入本年度', en: 'A decision has to add it to the year, or carry it over' },
    });
  }
  if (consent.plan === undefined) {
    conditions.push({ code: 'PLAN', says: { zh: '完成初步方案', en: 'The plan has to be ready' } });
  }
  if (!hasPassed(project, 'PLAN_APPROVED')) {
    conditions.push({ code: 'BALLOT', says: { zh: '方案经业主表决通过', en: 'The owners have to approve the plan' } });
  }
  if (!hasPassed(project, 'PUBLICITY_SATISFIED')) {
    conditions.push({ code: 'PUBLICITY', says: { zh: '公示期满', en: 'The publicity has to be over' } });
  }
  if (!hasPassed(project, 'APPLICATION_SUBMITTED')) {
    conditions.push({ code: 'APPLICATION', says: { zh: '申请项目启动', en: 'The body has to apply for the start' } });
  }
  if (!hasPassed(project, 'ACCOUNT_OPENED')) {
    conditions.push({ code: 'ACCOUNT', says: { zh: '建立专用账户', en: 'The account has to be opened' } });
  }
  if (funding.reachedAt === undefined) {
    const amount = printAmount(missingOf(project));
    conditions.push({
      code: 'OWN_MONEY',
      says: { zh: `居民自筹还差 ${amount} 元`, en: `${amount} yuan of the residents’ money are missing` },
      amount,
    });
  }
  return conditions;
}

/** Without a place in the queue it stands behind all that have one. */
function budgetCondition(project: Project, turn: Turn | undefined, leftAfterQueue: Decimal): readonly Condition[] {
  const behind = decimalOf(subsidyOf(project)).minus(leftAfterQueue);
  const amount = turn?.shortage ?? (behind.isPositive() ? printAmount(behind) : '0.00');
  if (amount === '0.00') return [];
  return [
    {
      code: 'BUDGET',
      says: { zh: `年度预算须增加 ${amount} 元`, en: `The budget has to grow by ${amount} yuan` },
      amount,
    },
  ];
}
