// Progress circulars (通报, 三(四) I-08): drafted from the ledgers, edited by people, proposed by one of them and issued under a
// number by another; figures are frozen with the draft.
import * as z from 'zod';
import { dateInShanghai, type Instant, type PlainDate } from '../calendar/plain-date.ts';
import { Fault, granted, type Outcome, refused } from '../errors.ts';
import type { Entry } from '../ledger.ts';
import type { Actor } from '../parties.ts';
import { dayInput, fieldsRefused, notAhead, paperInput, reasonInput, referenceInput } from '../projects/act-input.ts';
import { answerTo, permitIssue, permitProposal } from './circular-persons.ts';
import type { Programme, ProgrammeEntry } from './programme-ledger.ts';

const monthInput = z
  .string()
  .regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/, '请填写月份，如 2026-03｜Give a month such as 2026-03');

const paragraphs = z
  .array(z.string().trim().min(1).max(4000))
  .min(1)
  .max(40)
  .describe('No personal data: a circular speaks of projects, streets and parties.');

export const draftCircularInput = z.strictObject({
  month: monthInput,
  kind: z.enum(['MONTHLY', 'AD_HOC']).default('MONTHLY'),
});
export const editCircularInput = z.strictObject({ title: z.string().trim().min(2).max(80), paragraphs });
/** Seq of the proposal that was read: whoever answers it answers no later one. */
const proposalInput = z.int().positive();
export const returnCircularInput = z.strictObject({
  proposal: proposalInput,
  /** Of the second person, who does not agree: the first reads what is to be changed. */
  reason: reasonInput.optional(),
});
export const issueCircularInput = z.strictObject({
  proposal: proposalInput,
  reference: referenceInput,
  issuedOn: dayInput,
  /** The circular as it went out (C1). */
  document: paperInput.optional(),
});

const draftPayload = editCircularInput.extend({
  month: monthInput,
  kind: z.enum(['MONTHLY', 'AD_HOC']),
  /** SHA-256 of the figures with the entries behind each. */
  figures: paperInput,
});
const ofCircular = { no: z.int().positive() };
const editPayload = editCircularInput.extend(ofCircular);
const proposePayload = z.strictObject({
  ...ofCircular,
  /** SHA-256 of what the paper says, in canonical JSON: these very words are issued. */
  contents: paperInput,
});
const returnPayload = returnCircularInput.extend(ofCircular);
/** Those issued before two persons were asked for name no proposal. */
const issuePayload = issueCircularInput.extend({ ...ofCircular, proposal: proposalInput.optional() });

export type CircularDraft = z.output<typeof draftPayload>;

/** One person says that the words are ready to go out. */
export interface CircularProposal {
  readonly seq: number;
  /** Id of who proposed it: somebody else issues. */
  readonly by: string;
  readonly on: PlainDate;
  readonly contents: string;
}

/** The latest answer that was no: by the second person, who says why, or by the first, who has taken it back. */
export interface CircularReturn {
  readonly by: string;
  readonly on: PlainDate;
  /** Absent where it was taken back, or returned before a reason was asked for. */
  readonly reason?: string | undefined;
}

export interface CircularRecord extends CircularDraft {
  /** Counted through the year, from 1. */
  readonly no: number;
  readonly draftedAt: Instant;
  /** Of the words as they stand: it goes when they are changed, and stays when they are issued. */
  readonly proposed?: CircularProposal | undefined;
  readonly returned?: CircularReturn;
  readonly issued?: {
    readonly reference: string;
    readonly issuedOn: PlainDate;
    readonly document?: string | undefined;
    /** Id of who issued it. */
    readonly by: string;
  };
  readonly seqs: readonly number[];
}

export function circularAfter(
  circulars: readonly CircularRecord[],
  { act, payload, seq, at, actor }: Pick<Entry, 'act' | 'payload' | 'seq' | 'at' | 'actor'>,
): readonly CircularRecord[] {
  const change = (no: number, with_: Partial<CircularRecord>): readonly CircularRecord[] =>
    circulars.map((circular) =>
      circular.no === no ? { ...circular, ...with_, seqs: [...circular.seqs, seq] } : circular,
    );
  switch (act) {
    case 'draft-circular':
      return [...circulars, { ...draftPayload.parse(payload), no: circulars.length + 1, draftedAt: at, seqs: [seq] }];
    case 'edit-circular': {
      const { no, ...edited } = editPayload.parse(payload);
      return change(no, { ...edited, proposed: undefined });
    }
    case 'propose-circular': {
      const { no, contents } = proposePayload.parse(payload);
      return change(no, { proposed: { seq, by: actor.id, on: dateInShanghai(at), contents } });
    }
    case 'return-circular': {
      const { no, reason } = returnPayload.parse(payload);
      return change(no, { proposed: undefined, returned: { by: actor.id, on: dateInShanghai(at), reason } });
    }
    case 'issue-circular': {
      const { no, proposal: _, ...issued } = issuePayload.parse(payload);
      return change(no, { issued: { ...issued, by: actor.id } });
    }
    default:
      throw new Fault('CORRUPT', `entry ${seq} is not an entry of a circular`);
  }
}

/** One monthly circular a month; ad hoc ones as needed (定期、不定期). */
export function decideDraftCircular(programme: Programme, draft: CircularDraft): Outcome<ProgrammeEntry> {
  const { month, kind } = draft;
  if (month.slice(0, 4) !== programme.year) {
    return fieldsRefused([{ path: '/month', says: { zh: '月份不在该年度内', en: 'The month is not in that year' } }]);
  }
  if (
    kind === 'MONTHLY' &&
    programme.circulars.some((circular) => circular.kind === kind && circular.month === month)
  ) {
    return refused('NOT_NOW', { zh: `${month} 月度通报已起草。`, en: `The circular of ${month} is drafted already.` });
  }
  return granted({ act: 'draft-circular', payload: { ...draft } });
}

/** What has been issued is not edited: a correction is a circular of its own. Other words are proposed anew. */
export function decideEditCircular(
  programme: Programme,
  no: number,
  input: z.output<typeof editCircularInput>,
): Outcome<ProgrammeEntry> {
  const draft = findDraft(programme, no);
  return draft.ok ? granted({ act: 'edit-circular', payload: { no, ...input } }) : draft;
}

/** `contents`: hash of what the paper would say. */
export function decideProposeCircular(programme: Programme, no: number, contents: string): Outcome<ProgrammeEntry> {
  const draft = findDraft(programme, no);
  if (!draft.ok) return draft;
  const permitted = permitProposal(draft.value);
  return permitted.ok ? granted({ act: 'propose-circular', payload: { no, contents } }) : permitted;
}

/** By the second person, who does not agree and says why, or by the first, who takes it back. */
export function decideReturnCircular(
  programme: Programme,
  no: number,
  { proposal, reason }: z.output<typeof returnCircularInput>,
  actor: Pick<Actor, 'id'>,
): Outcome<ProgrammeEntry> {
  const draft = findDraft(programme, no);
  if (!draft.ok) return draft;
  const answered = answerTo(draft.value, proposal);
  if (!answered.ok) return answered;
  if (reason === undefined && answered.value.by !== actor.id) {
    const says = { zh: '请写明为什么退回、要改什么', en: 'Say why it is returned and what is to be changed' };
    return fieldsRefused([{ path: '/reason', says }]);
  }
  return granted({ act: 'return-circular', payload: { no, proposal, ...(reason !== undefined && { reason }) } });
}

export function decideIssueCircular(
  programme: Programme,
  no: number,
  { document, ...input }: z.output<typeof issueCircularInput>,
  { actor, on }: { readonly actor: Pick<Actor, 'id'>; readonly on: PlainDate },
): Outcome<ProgrammeEntry> {
  const past = notAhead(on, [['/issuedOn', input.issuedOn]]);
  if (!past.ok) return past;
  const draft = findDraft(programme, no);
  if (!draft.ok) return draft;
  const permitted = permitIssue(draft.value, actor, input.proposal);
  if (!permitted.ok) return permitted;
  const payload = { no, ...input, ...(document !== undefined && { document }) };
  return granted({ act: 'issue-circular', payload });
}

export function findCircular({ circulars }: Programme, no: number): Outcome<CircularRecord> {
  const circular = circulars.find((record) => record.no === no);
  return circular ? granted(circular) : noSuchCircular();
}

export const noSuchCircular = (): Outcome<never> =>
  refused('NOT_FOUND', { zh: '没有这一期通报。', en: 'There is no such circular.' });

/** One that may still be changed, proposed and issued. */
export function findDraft(programme: Programme, no: number): Outcome<CircularRecord> {
  const found = findCircular(programme, no);
  if (!found.ok || found.value.issued === undefined) return found;
  return refused('NOT_NOW', {
    zh: `该期通报已以 ${found.value.issued.reference} 印发，不能再改。`,
    en: `The circular was issued as ${found.value.issued.reference}; it is not changed any more.`,
  });
}
