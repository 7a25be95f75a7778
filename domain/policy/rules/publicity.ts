// Publicity of the approved plan: what is posted where, five working days after the posting, objections (PB-01 to PB-05).
import { addDays, type Instant, type PlainDate, startOfDay } from '../../calendar/plain-date.ts';
import { addWorkingDays, type Calendar, type WorkingDayPeriod } from '../../calendar/working-days.ts';
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { valueOn } from '../parameters/dated.ts';
import { type Question, ruleFinding } from '../rule-finding.ts';
import { gatheredInForce } from './in-force.ts';

export interface PostingFacts {
  readonly planApproved: boolean;
  /** On-line publication alone is no posting place. */
  readonly places: readonly { readonly place: string; readonly conspicuous: boolean; readonly photographed: boolean }[];
}

/** Only an approved plan is publicised, and at a conspicuous place inside the neighbourhood, with a photo. */
export const isPubliclyPosted: Question<PostingFacts> = ({ planApproved, places }, _on, pack) => {
  const good = places.filter(({ conspicuous, photographed }) => conspicuous && photographed);
  const facts = { planApproved, places: places.map((place) => ({ ...place })) };
  if (!planApproved) {
    const says = { zh: '表决未通过，不进入公示', en: 'The plan was not approved: there is nothing to publicise' };
    return [ruleFinding(pack, 'PB-01', { verdict: 'FAIL', code: 'PLAN_NOT_APPROVED', says, facts })];
  }
  if (good.length === 0) {
    const says = {
      zh: '尚无小区内显著位置的张贴记录（地点和照片）',
      en: 'No posting at a conspicuous place inside the neighbourhood is recorded with a photo',
    };
    return [ruleFinding(pack, 'PB-01', { verdict: 'FAIL', code: 'NOT_POSTED', says, facts })];
  }
  const says = { zh: `已在 ${good.length} 处显著位置张贴`, en: `Posted at ${good.length} conspicuous places` };
  return [ruleFinding(pack, 'PB-01', { verdict: 'PASS', code: 'POSTED', says, facts })];
};

/** What must hang together: notice of opinions, list of agreeing room numbers, design plan. */
export const PUBLICITY_DOCUMENTS = {
  F3: { zh: '居民意见公示书', en: 'notice of opinions' },
  F4: { zh: '同意改造居民房号汇总表', en: 'list of agreeing room numbers' },
  P2: { zh: '改造设计方案', en: 'design plan' },
} as const;
type PublicityDocument = keyof typeof PUBLICITY_DOCUMENTS;

const isPublicityDocument = (kind: string): kind is PublicityDocument => kind in PUBLICITY_DOCUMENTS;

export const isPublicityComplete: Question<{ readonly posted: readonly string[] }> = ({ posted }, _on, pack) => {
  const missing = Object.keys(PUBLICITY_DOCUMENTS)
    .filter(isPublicityDocument)
    .filter((kind) => !posted.includes(kind));
  const complete = missing.length === 0;
  return [
    ruleFinding(pack, 'PB-02', {
      verdict: complete ? 'PASS' : 'FAIL',
      code: complete ? 'PUBLICITY_COMPLETE' : 'PUBLICITY_INCOMPLETE',
      says: complete
        ? { zh: '公示内容齐全', en: 'All that must be posted is posted' }
        : {
            zh: `公示内容缺：${missing.map((kind) => PUBLICITY_DOCUMENTS[kind].zh).join('、')}`,
            en: `Not posted: ${missing.map((kind) => PUBLICITY_DOCUMENTS[kind].en).join(', ')}`,
          },
      facts: { posted: [...posted] },
      figures: { missing },
    }),
  ];
};

export interface PublicityPeriodFacts {
  /** The confirmed posting, never the intention. */
  readonly postedOn: PlainDate;
  /** More than the minimum, if the body chose so. */
  readonly workingDays?: number | undefined;
  readonly calendar: Calendar;
}

export interface PublicityPeriod {
  readonly period: WorkingDayPeriod;
  readonly findings: readonly Finding[];
}

/** The instant at which the application may be handed in: 00:00 of the day after the last counted one. */
export const publicityOpensAt = (endsOn: PlainDate): Instant => startOfDay(addDays(endsOn, 1));

/** The posting day is not counted (Civil Code 201); the minimum is met at 24:00 of the last counted day. */
export function publicityPeriod(facts: PublicityPeriodFacts, pack: RulePack): PublicityPeriod {
  const { postedOn, calendar } = facts;
  const least = valueOn(pack.publicityWorkingDays, postedOn);
  const workingDays = facts.workingDays ?? least;
  const period = addWorkingDays(calendar, postedOn, workingDays);
  const findings = [
    findPeriod(postedOn, workingDays, period, calendar, pack),
    ...findShortPeriod(workingDays, least, pack),
    ...gatheredInForce(postedOn, pack),
  ];
  return { period, findings };
}

function findPeriod(
  postedOn: PlainDate,
  workingDays: number,
  period: WorkingDayPeriod,
  calendar: Calendar,
  pack: RulePack,
): Finding {
  const facts = { postedOn, workingDays, calendar: calendar.version };
  const countedDays = [...period.countedDays];
  if (period.status === 'PENDING_CALENDAR') {
    const { unpublishedYear, provisionalEndsOn } = period;
    return ruleFinding(pack, 'PB-03', {
      verdict: 'NEEDS_DECISION',
      code: 'PENDING_CALENDAR',
      says: {
        zh: `${unpublishedYear} 年放假安排尚未公布，已确定 ${countedDays.length} 个工作日；无调休时至 ${provisionalEndsOn} 止，以公布为准`,
        en: `The arrangement of ${unpublishedYear} is not published; ${countedDays.length} working days are certain; provisionally until ${provisionalEndsOn}`,
      },
      facts,
      figures: { countedDays, unpublishedYear, provisionalEndsOn },
    });
  }
  return ruleFinding(pack, 'PB-03', {
    verdict: 'PASS',
    code: 'PUBLICITY_COUNTED',
    says: {
      zh: `${postedOn} 张贴，张贴当日不计，公示 ${workingDays} 个工作日至 ${period.endsOn} 24时`,
      en: `Posted on ${postedOn}, that day not counted; ${workingDays} working days end on ${period.endsOn} at 24:00`,
    },
    facts,
    figures: { countedDays, endsOn: period.endsOn },
  });
}

function findShortPeriod(workingDays: number, least: number, pack: RulePack): Finding[] {
  if (workingDays >= least) return [];
  return [
    ruleFinding(pack, 'PB-03', {
      verdict: 'FAIL',
      code: 'PUBLICITY_TOO_SHORT',
      says: {
        zh: `公示 ${workingDays} 个工作日，少于 ${least} 个工作日`,
        en: `${workingDays} working days are fewer than ${least}`,
      },
      facts: { workingDays },
      figures: { least },
    }),
  ];
}

export type PostingEvent =
  | { readonly kind: 'POSTED'; readonly on: PlainDate; readonly plan: string }
  | { readonly kind: 'FOUND_DOWN' | 'VOIDED'; readonly on: PlainDate };

/** From when the count runs: a changed plan, a poster found down or a notice voided starts it again (PB-04); undefined while nothing hangs. */
export function publicityRunsFrom(events: readonly PostingEvent[]): PlainDate | undefined {
  let hanging: { readonly on: PlainDate; readonly plan: string } | undefined;
  for (const event of events) {
    if (event.kind !== 'POSTED') hanging = undefined;
    else if (hanging?.plan !== event.plan) hanging = event;
  }
  return hanging?.on;
}

export const OBJECTION_OUTCOMES = ['RESOLVED', 'WITHDRAWN', 'UNRESOLVED_RECORDED'] as const;

export interface ObjectionFacts {
  readonly objections: readonly {
    readonly id: string;
    readonly outcome?: (typeof OBJECTION_OUTCOMES)[number] | undefined;
  }[];
  /** Mediation changed what owners voted on. */
  readonly planChangedMaterially?: boolean | undefined;
}

/** Every objection needs a recorded outcome of mediation, not agreement: nobody has a veto. */
export const objectionsHaveOutcomes: Question<ObjectionFacts> = ({ objections, planChangedMaterially }, _on, pack) => {
  const open = objections.filter(({ outcome }) => outcome === undefined).map(({ id }) => id);
  const facts = { objections: objections.map(({ id, outcome }) => ({ id, outcome: outcome ?? null })) };
  const settled = ruleFinding(pack, 'PB-05', {
    verdict: open.length === 0 ? 'PASS' : 'FAIL',
    code: open.length === 0 ? 'OBJECTIONS_SETTLED' : 'OBJECTION_OPEN',
    says:
      open.length === 0
        ? {
            zh: `异议 ${objections.length} 件，均有调解结果`,
            en: `${objections.length} objections, all with an outcome`,
          }
        : {
            zh: `${open.length} 件异议尚无协商调解结果：${open.join('、')}`,
            en: `${open.length} objections without an outcome: ${open.join(', ')}`,
          },
    facts,
    figures: { open },
  });
  if (planChangedMaterially !== true) return [settled];
  const says = {
    zh: '调解使方案有实质变更，须重新表决并重新公示',
    en: 'Mediation changed the plan materially: vote and publicise again',
  };
  return [settled, ruleFinding(pack, 'PB-05', { verdict: 'FAIL', code: 'PLAN_CHANGED_MATERIALLY', says, facts })];
};
