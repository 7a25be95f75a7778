// What the notice on the wall says, gathered for its page: the period, the ballot, the money, how many objections; no unit, no person.
import type { Bilingual } from '../../../../domain/bilingual.ts';
import { dateInShanghai, type Instant, type PlainDate } from '../../../../domain/calendar/plain-date.ts';
import { Fault } from '../../../../domain/errors.ts';
import { decimalOf, printShare } from '../../../../domain/money/money.ts';
import { packById, type RulePack } from '../../../../domain/policy/packs.ts';
import { valueOn } from '../../../../domain/policy/parameters/dated.ts';
import { CATEGORIES, type Category } from '../../../../domain/policy/parameters/local.ts';
import type { Ports } from '../../../../domain/ports.ts';
import type { Counted, PlanFunding } from '../../../../domain/projects/consent/record.ts';
import type { Project } from '../../../../domain/projects/project.ts';
import { type NoticeKind, openObjections, voidNow } from '../../../../domain/projects/publicity/record.ts';
import { currentCalendar } from '../../../runtime/current-calendar.ts';
import { type CountedNotice, countDays } from './count-days.ts';

export interface NoticeFacts {
  readonly projectId: string;
  readonly neighbourhood: string;
  readonly street: string;
  readonly version: number;
  readonly state: Project['state'];
  readonly now: Instant;
  readonly today: PlainDate;
  readonly places: readonly { readonly place: string; readonly postedOn?: PlainDate }[];
  /** Why the count began again, each time since the ballot. */
  readonly restarts: readonly Bilingual[];
  /** Papers of the notice that were voided, until a notice without them is made ready. */
  readonly voided: readonly NoticeKind[];
  /** Absent while a poster is missing: then no day counts. */
  readonly count?: CountedNotice;
  readonly ballot?: {
    readonly households: Counted<number>;
    readonly area: Counted<string>;
    readonly heldOn: PlainDate;
  };
  readonly money?: PlanFunding & { readonly shares: readonly { category: Category; percent: string }[] };
  readonly objections: { readonly received: number; readonly open: number };
}

export async function noticeFacts(ports: Ports, project: Project): Promise<NoticeFacts> {
  const { projectId, neighbourhood, consent, publicity, state } = project;
  const now = ports.clock.now();
  const today = dateInShanghai(now);
  const pack = packOf(project);
  const { runsFrom, endsOn, places, objections } = publicity;
  const tally = consent.planBallot?.tally;
  return {
    projectId,
    neighbourhood: neighbourhood.name,
    street: neighbourhood.street,
    version: consent.planBallot?.planVersion ?? 0,
    state,
    now,
    today,
    places: places.map(({ place, posted }) => ({ place, ...(posted && { postedOn: posted.on }) })),
    restarts: await restartsOf(ports, projectId),
    voided: voidNow(publicity).map(({ kind }) => kind),
    ...(runsFrom && { count: countDays(runsFrom, endsOn, await currentCalendar(ports), pack) }),
    ...(tally && { ballot: { households: tally.households, area: tally.area, heldOn: tally.heldOn } }),
    ...(consent.plan && { money: { ...consent.plan.funding, shares: sharesOn(today, pack) } }),
    objections: { received: objections.length, open: openObjections(publicity).length },
  };
}

/** The last day of a period that is over, whatever is still in mediation; undefined while objections are taken. */
export const endedOn = ({ count, today, state }: NoticeFacts): PlainDate | undefined =>
  count?.period.status === 'FIXED' && state !== 'PUBLICITY_INTERRUPTED' && count.period.endsOn < today
    ? count.period.endsOn
    : undefined;

/** Posters found down and papers voided are kept by the ledger; their findings say it in words. */
async function restartsOf({ ledger }: Pick<Ports, 'ledger'>, projectId: string): Promise<readonly Bilingual[]> {
  const entries = await ledger.read({ kind: 'PROJECT', id: projectId });
  const tallied = entries.findLastIndex(({ act }) => act === 'tally-plan-ballot');
  return entries
    .slice(tallied + 1)
    .flatMap(({ findings }) => findings)
    .filter(({ code }) => code === 'PUBLICITY_RESTARTED')
    .map(({ says }) => says);
}

/** Residents' share of each category in force today, per cent (三(三)). */
function sharesOn(today: PlainDate, pack: RulePack) {
  const shares = valueOn(pack.residentShares, today);
  return CATEGORIES.map((category) => ({
    category,
    percent: printShare(shares[category].rate, decimalOf(1)).replace(/\.00$/, ''),
  }));
}

function packOf({ pack: id }: Project): RulePack {
  const pack = packById(id);
  if (pack === undefined) throw new Fault('CORRUPT', `no rule pack ${id}`);
  return pack;
}
