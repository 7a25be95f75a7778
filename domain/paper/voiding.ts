// Who may void an issued paper: one person of the office that issued it proposes it with a reason, another one confirms.
import { granted, type Outcome, refused } from '../errors.ts';
import { type Actor, PARTIES } from '../parties.ts';
import type { Issued, RegisteredPaper, Voiding } from './issue-register.ts';
import { issuersOf } from './issuing-parties.ts';

/** CONFIRM and DECLINE are the two answers to a proposal. */
export const VOIDING_DECISIONS = ['CONFIRM', 'DECLINE'] as const;
export type VoidingDecision = (typeof VOIDING_DECISIONS)[number];
export type VoidingAct = 'PROPOSE' | VoidingDecision;

interface Standing {
  readonly kind: Issued['kind'];
  readonly issuedBy?: RegisteredPaper['issuedBy'] | undefined;
  readonly voiding?: Voiding | undefined;
  readonly voidedOn?: RegisteredPaper['voidedOn'] | undefined;
}

/**
 * The office that issued it. A community or a body may have one account only: the street that guides it (三(二)) stands
 * in, as the other person of two.
 */
function concerns({ issuedBy, kind }: Standing, { role, unit }: Actor): boolean {
  if (issuedBy === undefined) return issuersOf(kind).includes(role);
  if (issuedBy.role === role && issuedBy.unit === unit) return true;
  return role === 'STREET' && (issuedBy.role === 'COMMUNITY' || issuedBy.role === 'BODY');
}

/** Whether the neighbourhood is the actor's is asked before. */
export function permitProposal(paper: Standing, actor: Actor): Outcome<undefined> {
  if (!concerns(paper, actor)) return otherOffice(paper);
  if (paper.voidedOn !== undefined) return alreadyVoid();
  if (paper.voiding === undefined) return granted(undefined);
  return refused('NOT_NOW', {
    zh: '已有人提出作废本件，待本单位另一名经办人确认。',
    en: 'Voiding this paper is proposed already: another person of the office confirms it.',
  });
}

/** The proposal that is decided on; the one that the decider has seen, no later one. */
export function permitDecision(
  paper: Standing,
  actor: Actor,
  { decision, proposal }: { readonly decision: VoidingDecision; readonly proposal: number },
): Outcome<Voiding> {
  if (!concerns(paper, actor)) return otherOffice(paper);
  if (paper.voidedOn !== undefined) return alreadyVoid();
  if (paper.voiding === undefined) {
    return refused('NOT_NOW', {
      zh: '目前没有人提出作废本件；请先写明理由提出。',
      en: 'Nobody proposes to void this paper now: propose it first, and say why.',
    });
  }
  if (paper.voiding.seq !== proposal) {
    return refused('STALE', {
      zh: '作废的提议刚刚变了；请看过新的理由再定。',
      en: 'The proposal has just changed: read the new reason, then decide.',
    });
  }
  if (decision === 'CONFIRM' && paper.voiding.by === actor.id) {
    return refused('FORBIDDEN_ROLE', {
      zh: '本人提出的作废须由本单位另一名经办人确认。',
      en: 'What you have proposed yourself is confirmed by another person of your office.',
    });
  }
  return granted(paper.voiding);
}

/** What the page offers; whoever proposed may withdraw, which is declining one's own. */
export function voidingActsOf(paper: Standing, actor: Actor): readonly VoidingAct[] {
  if (permitProposal(paper, actor).ok) return ['PROPOSE'];
  const proposal = paper.voiding?.seq ?? 0;
  return VOIDING_DECISIONS.filter((decision) => permitDecision(paper, actor, { decision, proposal }).ok);
}

function otherOffice({ issuedBy, kind }: Standing) {
  const parties = issuedBy === undefined ? issuersOf(kind) : [issuedBy.role];
  const names = parties.map((party) => PARTIES[party]);
  return refused('FORBIDDEN_ROLE', {
    zh: `该文件由${names.map(({ zh }) => zh).join('、')}出具，由其作废。`,
    en: `This paper was issued by ${names.map(({ en }) => en).join(', ')}, who may void it.`,
  });
}

const alreadyVoid = () => refused('NOT_NOW', { zh: '本件已经作废。', en: 'The paper is void already.' });
