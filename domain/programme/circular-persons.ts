// Who lets a circular out: one person of the office proposes it as it stands, another one looks at it and issues it.
import { granted, type Outcome, refused } from '../errors.ts';
import type { Actor } from '../parties.ts';
import type { CircularProposal, CircularRecord } from './circulars.ts';

/** EDIT and PROPOSE are for everybody of the office; RETURN is also taking one's own proposal back. */
export type CircularAct = 'EDIT' | 'PROPOSE' | 'RETURN' | 'ISSUE';

type Standing = Pick<CircularRecord, 'proposed' | 'issued'>;

export function permitProposal({ proposed }: Standing): Outcome<undefined> {
  if (proposed === undefined) return granted(undefined);
  return refused('NOT_NOW', {
    zh: '已有人提请印发本期通报，待本办另一名经办人复核。',
    en: 'This circular is proposed already: another person of the office looks at it.',
  });
}

/** The proposal that is answered: the one that was read, no later one. */
export function answerTo({ proposed }: Standing, proposal: number): Outcome<CircularProposal> {
  if (proposed?.seq === proposal) return granted(proposed);
  if (proposed === undefined) return notProposed();
  return refused('STALE', {
    zh: '通报刚刚改过并重新提请；请看过现在的正文再定。',
    en: 'The circular has just been changed and proposed anew: read it as it stands, then decide.',
  });
}

/** `proposal`: the one that was read, where somebody says which. */
export function permitIssue(
  circular: Standing,
  actor: Pick<Actor, 'id'>,
  proposal = circular.proposed?.seq,
): Outcome<CircularProposal> {
  if (proposal === undefined) return notProposed();
  const answered = answerTo(circular, proposal);
  if (!answered.ok || answered.value.by !== actor.id) return answered;
  return refused('FORBIDDEN_ROLE', {
    zh: '本人提请印发的通报，须由本办另一名经办人复核印发。',
    en: 'What you have proposed yourself is issued by another person of your office.',
  });
}

/** What the page offers to somebody of the office. */
export function circularActsOf(circular: Standing, actor: Pick<Actor, 'id' | 'role'>): readonly CircularAct[] {
  if (actor.role !== 'RENOVATION_OFFICE' || circular.issued !== undefined) return [];
  if (circular.proposed === undefined) return ['EDIT', 'PROPOSE'];
  return permitIssue(circular, actor).ok ? ['EDIT', 'RETURN', 'ISSUE'] : ['EDIT', 'RETURN'];
}

const notProposed = () =>
  refused('NOT_NOW', {
    zh: '本期通报还没有人提请印发：先由一人定稿提请，再由另一人复核印发。',
    en: 'Nobody has proposed this circular: one person proposes it, then another one issues it.',
  });
