// The duties that one project opens, and what became of each: owed since which entry, or discharged.
import { dateInShanghai, type PlainDate } from '../calendar/plain-date.ts';
import type { Role } from '../parties.ts';
import type { ReviewParty } from '../projects/approvals/joint-review.ts';
import { reviewPartyInput } from '../projects/approvals/review-party-input.ts';
import type { Mark } from '../projects/programme/record.ts';
import type { Project } from '../projects/project.ts';
import { hasReached, type OrderedState } from '../projects/states.ts';
import { DUTY_IDS, type DutyId, dutyOf } from './duties.ts';
import type { Duty } from './duty.ts';

export interface OpenedDuty {
  readonly duty: DutyId;
  readonly party: Role;
  /** Street code, name of a specialised unit, or the party's role. */
  readonly unit: string;
  /** The entry that called for it. */
  readonly since: { readonly on: PlainDate; readonly seq: number };
  readonly dischargedOn?: PlainDate;
}

/** Every duty of 三(二) that this project calls for, in the order of the text. */
export function openedDuties(project: Project): readonly OpenedDuty[] {
  return DUTY_IDS.flatMap((id) => {
    const duty = dutyOf(id);
    const since = calledFor(project, duty);
    if (since === undefined) return [];
    return unitsOf(project, duty).map((unit) => {
      const dischargedOn = dischargeOf(project, id, duty, unit);
      return { duty: id, party: duty.party, unit, since, ...(dischargedOn !== undefined && { dischargedOn }) };
    });
  });
}

export const isUndischarged = ({ dischargedOn }: OpenedDuty): boolean => dischargedOn === undefined;

/**
 * Opened and not discharged. What the works touch is known from the design on; a party owes something for it only once
 * the project goes through its approvals: before, it may never be built.
 */
export const owedDuties = (project: Project): readonly OpenedDuty[] =>
  openedDuties(project)
    .filter(isUndischarged)
    .flatMap((opened) => {
      if (dutyOf(opened.duty).trigger.kind !== 'CONTENT') return [opened];
      if (!reached(project, 'APPROVALS')) return [];
      const mark = project.programme.entered.APPROVALS;
      return [mark && mark.seq > opened.since.seq ? { ...opened, since: { on: mark.on, seq: mark.seq } } : opened];
    });

function calledFor(project: Project, { trigger }: Duty): OpenedDuty['since'] | undefined {
  const { contents } = project.programme;
  switch (trigger.kind) {
    case 'PROGRAMME':
      return undefined;
    case 'PROJECT':
      return reached(project, trigger.from) ? entryInto(project, trigger.from) : undefined;
    case 'SELF_GOVERNANCE':
      return project.consent.body?.kind === 'SELF_GOVERNANCE_GROUP' ? entryInto(project, 'BODY_FORMED') : undefined;
    case 'CONTENT':
      return trigger.contents
        .flatMap((content) => contents?.contents[content] ?? [])
        .toSorted((one, other) => one.seq - other.seq)[0];
  }
}

const reached = ({ state, suspended }: Project, milestone: OrderedState): boolean =>
  hasReached(suspended?.from ?? state, milestone);

/** A project that was put on file beyond the state has no entry into it: the last entry stands for it. */
function entryInto({ programme, since, head }: Project, state: OrderedState): OpenedDuty['since'] {
  const mark: Mark | undefined = programme.entered[state];
  return mark ? { on: mark.on, seq: mark.seq } : { on: dateInShanghai(since), seq: head.seq };
}

/** Each utility owes for its own lines only. */
const unitsOf = (project: Project, { party }: Duty): readonly string[] =>
  party === 'UTILITY'
    ? [...new Set(project.programme.contents?.utilities.map(({ unit }) => unit))]
    : [party === 'STREET' ? project.neighbourhood.street : party];

function dischargeOf(
  { programme: { discharged, trail } }: Project,
  id: DutyId,
  { dischargedBy, party }: Duty,
  unit: string,
): PlainDate | undefined {
  const said = discharged.find((given) => given.duty === id && (party !== 'UTILITY' || given.party === unit));
  if (said) return said.on;
  const acts = dischargedBy?.map((act) => trail[act]?.at(-1)?.on);
  if (acts === undefined || acts.some((on) => on === undefined)) return undefined;
  return acts.toSorted().at(-1);
}

/** Whom the joint review of this project convenes: the parties whose duties it opens, and no others (二(四)2). */
export function partiesFor(project: Project): readonly ReviewParty[] {
  const parties = openedDuties(project)
    .filter(({ duty }) => dutyOf(duty).reviews)
    .map(({ party, unit }) => (party === 'UTILITY' ? `UTILITY:${unit}` : party));
  return [...new Set(parties)].flatMap((party) => reviewPartyInput.safeParse(party).data ?? []);
}
