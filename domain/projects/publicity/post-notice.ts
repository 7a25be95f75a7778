// The body makes the notice ready: three papers that must hang together, and the places where they will hang (二(三)3, PB-02).
// Where one that hung was voided or came down, it is made ready again, and the count begins anew (PB-04).
import * as z from 'zod';
import type { Instant, PlainDate } from '../../calendar/plain-date.ts';
import { gateShut, granted, type Outcome } from '../../errors.ts';
import type { PlanPrinting } from '../../paper/printings-of-plan.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { isPublicityComplete, PUBLICITY_DOCUMENTS } from '../../policy/rules/publicity.ts';
import { defineAct } from '../act.ts';
import { fieldsRefused, paperInput } from '../act-input.ts';
import { approvedOn } from '../consent/record.ts';
import type { Project } from '../project.ts';
import { hasReached } from '../states.ts';
import { NOTICE_KINDS, type Notice, type PublicityRecord, voidNow } from './record.ts';

export const placeInput = z.string().trim().min(2).max(60);

export const postNoticeInput = z.strictObject({
  documents: z.strictObject({ F3: paperInput.optional(), F4: paperInput.optional(), P2: paperInput.optional() }),
  places: z
    .array(z.strictObject({ place: placeInput, conspicuous: z.boolean() }))
    .min(1)
    .max(100)
    .refine((places) => places.some(({ conspicuous }) => conspicuous), {
      error: '至少一处应为小区内显著位置｜At least one place must be a conspicuous one inside the neighbourhood',
    })
    .refine((places) => new Set(places.map(({ place }) => place)).size === places.length, {
      error: '张贴地点有重复｜A place is named twice',
    }),
});

/** What the register of papers has of this version of the plan. */
export type NoticeFacts = readonly PlanPrinting[];

interface NoticeReady {
  readonly notice: Notice;
  /** Where another notice was interrupted: no posting before this day counts. */
  readonly notBefore?: PlainDate;
}

export const postNotice = defineAct<'post-notice', z.output<typeof postNoticeInput>, NoticeFacts, NoticeReady>({
  name: 'post-notice',
  title: { zh: '准备公示', en: 'Post notice' },
  step: 3,
  clause: '二(三)3',
  input: postNoticeInput,
  decide({ project, input, facts, at, on, pack }) {
    const { F3, F4, P2 } = input.documents;
    const complete = isPublicityComplete({ posted: Object.keys(input.documents) }, on, pack);
    if (F3 === undefined || F4 === undefined || P2 === undefined) return gateShut(complete);
    const notice = { F3, F4, P2 };
    const holding = checkNothingVoid(project.publicity, notice, facts, at);
    if (!holding.ok) return holding;
    if (!isInterrupted(project)) return granted({ outcome: 'ready', result: { notice }, findings: complete });
    const notBefore = startAgain(project.publicity, notice, facts, on);
    return granted({
      outcome: 'ready',
      result: { notice, notBefore },
      findings: [...complete, findPostedAgain(notBefore, pack)],
    });
  },
  apply(project, { input, result, on }) {
    const { notice } = result;
    // Another notice in place of one that hangs already is a changed notice: what hung before counts no more (PB-04).
    const replaces = project.publicity.places.some(({ posted }) => posted !== undefined);
    const notBefore = result.notBefore ?? (replaces ? on : approvedOn(project));
    const places = input.places.map((place) => ({ ...place, notBefore }));
    const { voided } = project.publicity;
    const replaced = voided && { voided: voided.map((paper) => ({ ...paper, replaced: true as const })) };
    return { ...project, publicity: { ...project.publicity, notice, places, ...replaced } };
  },
  outcome: ({ state, publicity }) =>
    hasReached(state, 'PLAN_APPROVED') && publicity.notice !== undefined ? 'ready' : undefined,
});

const isInterrupted = ({ state, publicity }: Project): boolean =>
  state === 'PUBLICITY_INTERRUPTED' || voidNow(publicity).length > 0;

/** A void paper is not hung up again, be it the file that was issued or a scan of it. */
function checkNothingVoid(
  { notice: hung, voided = [] }: PublicityRecord,
  notice: Notice,
  printed: NoticeFacts,
  at: Instant,
): Outcome<undefined> {
  const isVoid = ({ sha256, voidedAt }: PlanPrinting): boolean =>
    (voidedAt !== undefined && voidedAt < at) || voided.some((paper) => paper.sha256 === sha256);
  const problems = NOTICE_KINDS.flatMap((kind) => {
    const path = `/documents/${kind}`;
    const { zh, en } = PUBLICITY_DOCUMENTS[kind];
    const printings = printed.filter((paper) => paper.kind === kind);
    const named = printings.find(({ sha256 }) => sha256 === notice[kind]);
    const isStill = voided.some((paper) => paper.kind === kind && paper.replaced === undefined);
    if ((named && isVoid(named)) || (isStill && hung?.[kind] === notice[kind])) {
      const says = {
        zh: `这份${zh}已作废，请改用重新印发的一份`,
        en: `This ${en} is void: use the one that was issued again`,
      };
      return [{ path, says }];
    }
    if (named !== undefined || printings.length === 0 || !printings.every(isVoid)) return [];
    const says = {
      zh: `${zh}已作废，请先按同一版重新印发`,
      en: `The ${en} is void: issue it again under the same version first`,
    };
    return [{ path, says }];
  });
  return problems.length === 0 ? granted(undefined) : fieldsRefused(problems);
}

/** The day of the interruption, of the new print, or of today where old posters may still be taken for the new ones. */
function startAgain({ places }: PublicityRecord, notice: Notice, printed: NoticeFacts, on: PlainDate): PlainDate {
  if (places.some(({ posted }) => posted !== undefined)) return on;
  const issued = printed.filter(({ sha256 }) => NOTICE_KINDS.some((kind) => notice[kind] === sha256));
  return [...places.map(({ notBefore }) => notBefore), ...issued.map(({ issuedOn }) => issuedOn)].reduce(
    (latest, day) => (day > latest ? day : latest),
  );
}

const findPostedAgain = (notBefore: PlainDate, pack: RulePack): Finding =>
  ruleFinding(pack, 'PB-04', {
    verdict: 'WARN',
    code: 'NOTICE_POSTED_AGAIN',
    says: {
      zh: '重新公示：各处都要重新张贴、确认，自最后一处张贴之日起重新计算',
      en: 'Posted again: it goes up and is confirmed at every place, and the count begins again from the last of them',
    },
    facts: { notBefore },
  });
