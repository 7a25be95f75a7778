// The body confirms with a photo where and when the notice went up; the count begins after the last place (二(三)3, PB-01, PB-03).
import * as z from 'zod';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { gateShut, granted, type Outcome } from '../../errors.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { isPublicityComplete, isPubliclyPosted } from '../../policy/rules/publicity.ts';
import { type Deciding, type Decision, defineAct } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import { countPeriod, type Period } from './period.ts';
import { placeInput } from './post-notice.ts';
import type { PostingPlace, PublicityRecord } from './record.ts';

export const confirmPostingInput = z.strictObject({ place: placeInput, postedOn: dayInput, photo: paperInput });

type ConfirmPostingInput = z.output<typeof confirmPostingInput>;

export interface PostingResult {
  /** Places still to be confirmed. */
  readonly missing: readonly string[];
  readonly running?: { readonly runsFrom: PlainDate; readonly period: Period };
}

export const confirmPosting = defineAct<'confirm-posting', ConfirmPostingInput, undefined, PostingResult>({
  name: 'confirm-posting',
  title: { zh: '确认张贴', en: 'Confirm posting' },
  step: 3,
  clause: '二(三)3',
  input: confirmPostingInput,
  decide(deciding) {
    const { project, input, on, pack } = deciding;
    const { publicity } = project;
    if (publicity.notice === undefined) return gateShut(isPublicityComplete({ posted: [] }, on, pack));
    const ahead = notAhead(on, [['/postedOn', input.postedOn]]);
    if (!ahead.ok) return ahead;
    const mayHang = checkPlace(publicity, input);
    if (!mayHang.ok) return mayHang;
    const places = withPosting(publicity.places, input);
    const missing = places.filter(({ posted }) => posted === undefined).map(({ place }) => place);
    const late = findLateConfirmation(input, on, pack);
    if (missing.length > 0) return granted({ outcome: 'recorded', result: { missing }, findings: late });
    return granted(startCount(deciding, places, late));
  },
  apply(project, { input, result: { running }, at }) {
    const { opensAt: _, ...publicity } = project.publicity;
    const places = withPosting(publicity.places, input);
    if (running === undefined) return { ...project, publicity: { ...publicity, places } };
    const { runsFrom, period } = running;
    const end = period.status === 'FIXED' && { endsOn: period.endsOn, opensAt: period.opensAt };
    return { ...moveTo(project, 'PUBLICITY_RUNNING', at), publicity: { ...publicity, places, runsFrom, ...end } };
  },
  outcome: ({ state }) => (hasReached(state, 'PUBLICITY_RUNNING') ? 'posted' : undefined),
});

function checkPlace({ places }: PublicityRecord, { place, postedOn }: ConfirmPostingInput): Outcome<undefined> {
  const listed = places.find((each) => each.place === place);
  if (listed === undefined) {
    const names = places.map((each) => each.place).join('、');
    const says = { zh: `张贴地点应为：${names}`, en: `The places of this notice are: ${names}` };
    return fieldsRefused([{ path: '/place', says }]);
  }
  if (listed.posted !== undefined) {
    const says = { zh: '该处张贴已经确认', en: 'The posting there is confirmed already' };
    return fieldsRefused([{ path: '/place', says }]);
  }
  if (postedOn < listed.notBefore) {
    const says = { zh: `不得早于 ${listed.notBefore}`, en: `Must not be earlier than ${listed.notBefore}` };
    return fieldsRefused([{ path: '/postedOn', says }]);
  }
  return granted(undefined);
}

const withPosting = (
  places: readonly PostingPlace[],
  { place, postedOn, photo }: ConfirmPostingInput,
): PostingPlace[] => places.map((each) => (each.place === place ? { ...each, posted: { on: postedOn, photo } } : each));

/** All places hang: the clock starts from the latest of them, never from the intention. */
function startCount(
  { project, on, pack, calendar }: Deciding<ConfirmPostingInput, undefined>,
  places: readonly PostingPlace[],
  late: readonly Finding[],
): Decision<PostingResult> {
  const runsFrom = places
    .flatMap(({ posted }) => posted?.on ?? [])
    .reduce((latest, day) => (day > latest ? day : latest));
  const { period, findings } = countPeriod(runsFrom, project.publicity.endsOn, calendar, pack);
  const hanging = places.map(({ place, conspicuous }) => ({ place, conspicuous, photographed: true }));
  const posted = isPubliclyPosted({ planApproved: true, places: hanging }, on, pack);
  return {
    outcome: period.status === 'FIXED' ? 'running' : 'pending-calendar',
    result: { missing: [], running: { runsFrom, period } },
    findings: [...late, ...posted, ...findings],
  };
}

/** A photo handed in days later proves the place, hardly the day: the street should look. */
function findLateConfirmation({ place, postedOn }: ConfirmPostingInput, on: PlainDate, pack: RulePack): Finding[] {
  if (postedOn === on) return [];
  return [
    ruleFinding(pack, 'PB-01', {
      verdict: 'WARN',
      code: 'POSTING_CONFIRMED_LATE',
      says: { zh: `${postedOn} 的张贴到 ${on} 才确认`, en: `The posting of ${postedOn} was confirmed on ${on} only` },
      facts: { place, postedOn },
    }),
  ];
}
