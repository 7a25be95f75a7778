// The body confirms with a photo where and when the notice went up; the count begins after the last place (二(三)3, PB-01, PB-03).
import * as z from 'zod';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { gateShut, granted, type Outcome } from '../../errors.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { isPublicityComplete, isPubliclyPosted, PUBLICITY_DOCUMENTS } from '../../policy/rules/publicity.ts';
import { type Deciding, type Decision, defineAct } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import { countPeriod, type Period } from './period.ts';
import { placeInput } from './post-notice.ts';
import { type PostingPlace, type PublicityRecord, voidNow } from './record.ts';

export const confirmPostingInput = z.strictObject({
  place: placeInput,
  postedOn: dayInput,
  photo: paperInput,
  /** Id of the page that the photo was filed as, by the code of the poster in it. */
  photoPage: z.string().max(80).optional(),
});

type ConfirmPostingInput = z.output<typeof confirmPostingInput>;

/** What the code in a photo says, and what the camera says of the time. */
export interface PosterPhoto {
  readonly poster: {
    readonly kind: 'F3' | 'F4' | 'P2';
    readonly version: number;
    /** 2 and more: issued again under the same version. */
    readonly printing?: number;
    readonly page: number;
    /** Of the place, where a poster was printed for each: 1 for the first of the notice. */
    readonly serial?: number;
  };
  /** `2026-03-02T09:12:30`, local time; null if the camera does not say. */
  readonly photographedAt: string | null;
}

export interface PostingResult {
  /** Places still to be confirmed. */
  readonly missing: readonly string[];
  readonly running?: { readonly runsFrom: PlainDate; readonly period: Period };
}

export const confirmPosting = defineAct<'confirm-posting', ConfirmPostingInput, PosterPhoto | undefined, PostingResult>(
  {
    name: 'confirm-posting',
    title: { zh: '确认张贴', en: 'Confirm posting' },
    step: 3,
    clause: '二(三)3',
    input: confirmPostingInput,
    decide(deciding) {
      const { project, input, facts, on, pack } = deciding;
      const { publicity } = project;
      if (publicity.notice === undefined) return gateShut(isPublicityComplete({ posted: [] }, on, pack));
      if (voidNow(publicity).length > 0) return gateShut([findVoidNotice(publicity, pack)]);
      const ahead = notAhead(on, [['/postedOn', input.postedOn]]);
      if (!ahead.ok) return ahead;
      const mayHang = checkPlace(publicity, input, facts);
      if (!mayHang.ok) return mayHang;
      const places = withPosting(publicity.places, input);
      const missing = places.filter(({ posted }) => posted === undefined).map(({ place }) => place);
      const late = [...findLateConfirmation(input, on, pack), ...findPhotoProof(input, facts, pack)];
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
  },
);

function checkPlace(
  { places, voided = [] }: PublicityRecord,
  { place, postedOn }: ConfirmPostingInput,
  photo: PosterPhoto | undefined,
): Outcome<undefined> {
  const listed = places.find((each) => each.place === place);
  if (listed === undefined) {
    const names = places.map((each) => each.place).join('、');
    const says = { zh: `张贴地点应为：${names}`, en: `The places of this notice are: ${names}` };
    return fieldsRefused([{ path: '/place', says }]);
  }
  const { kind, version, printing, serial } = photo?.poster ?? {};
  if (voided.some((paper) => paper.kind === kind && paper.version === version && paper.printing === printing)) {
    const says = { zh: '照片中的公示件已经作废', en: 'The poster in the photo is void' };
    return fieldsRefused([{ path: '/photoPage', says }]);
  }
  if (serial !== undefined && places[serial - 1]?.place !== place) {
    const says = {
      zh: `照片中的公示件是为“${places[serial - 1]?.place ?? `第 ${serial} 处`}”印的`,
      en: `The poster in the photo was printed for ${places[serial - 1]?.place ?? `place ${serial}`}`,
    };
    return fieldsRefused([{ path: '/photoPage', says }]);
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
  { project, on, pack, calendar }: Deciding<ConfirmPostingInput, PosterPhoto | undefined>,
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

const findVoidNotice = (publicity: PublicityRecord, pack: RulePack): Finding => {
  const papers = voidNow(publicity).map(({ kind }) => PUBLICITY_DOCUMENTS[kind]);
  return ruleFinding(pack, 'PB-04', {
    verdict: 'FAIL',
    code: 'NOTICE_VOIDED',
    says: {
      zh: `${papers.map(({ zh }) => zh).join('、')}已作废：请先重新印发，再办“准备公示”`,
      en: `Void: ${papers.map(({ en }) => en).join(', ')}. Issue it again, then make the notice ready again`,
    },
    facts: { voided: voidNow(publicity).map(({ kind, sha256, on }) => ({ kind, sha256, on })) },
  });
};

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

/** The code of the poster in the photo names notice, version and place; a time that differs is shown, not refused. */
function findPhotoProof(
  { place, postedOn }: ConfirmPostingInput,
  photo: PosterPhoto | undefined,
  pack: RulePack,
): Finding[] {
  if (photo === undefined) return [];
  const { poster, photographedAt } = photo;
  const facts = { place, postedOn, ...poster, photographedAt };
  const proven = ruleFinding(pack, 'PB-01', {
    verdict: 'PASS',
    code: 'POSTING_PROVEN_BY_CODE',
    says: {
      zh: `照片中的二维码证明张贴的是 ${poster.kind} 第 ${poster.version} 版`,
      en: `The code in the photo proves that ${poster.kind}, version ${poster.version}, hangs there`,
    },
    facts,
  });
  if (photographedAt === null || photographedAt.startsWith(postedOn)) return [proven];
  const says = {
    zh: `照片拍摄时间为 ${photographedAt.replace('T', ' ')}，填报的张贴日为 ${postedOn}`,
    en: `The photo was taken at ${photographedAt.replace('T', ' ')}, the day of posting is given as ${postedOn}`,
  };
  return [proven, ruleFinding(pack, 'PB-01', { verdict: 'WARN', code: 'PHOTO_OF_ANOTHER_DAY', says, facts })];
}
