// Who may let the reconciler repair a project by hand: one person of the renovation office proposes what the dry run showed,
// another one confirms it. Either may decline; whoever proposed withdraws by declining.
import { granted, type Outcome, refused } from '../errors.ts';
import { isSameEntry, type Repair, type RepairEntryRef, type RepairProposal } from './repairs.ts';

/** The two answers to a proposal. */
export const REPAIR_DECISIONS = ['CONFIRM', 'DECLINE'] as const;
export type RepairDecision = (typeof REPAIR_DECISIONS)[number];
export type RepairStep = 'PROPOSE' | RepairDecision;

/** What a dry run shows now. */
export interface Diagnosis {
  readonly seq: number;
  readonly repairs: readonly Repair[];
}

const isSame = (one: readonly Repair[], other: readonly Repair[]): boolean => one.join() === other.join();

/** `asked`: what the person has seen and wants to be done. */
export function permitRepair(
  now: Diagnosis,
  asked: readonly Repair[],
  open: RepairProposal | undefined,
): Outcome<undefined> {
  if (now.repairs.length === 0) return nothingToRepair();
  if (!isSame(now.repairs, asked)) return otherwiseNow(now);
  // One that speaks of something else than is found now gives way to the new one.
  if (open === undefined || !isSame(open.found, now.repairs)) return granted(undefined);
  return refused('NOT_NOW', {
    zh: '已有人提出这样修复，待区旧改办另一名经办人确认。',
    en: 'This repair is proposed already: another person of the renovation office confirms it.',
  });
}

/** `proposal`: the one that the person has seen, no later one. */
export function permitRepairDecision(
  now: Diagnosis,
  open: RepairProposal | undefined,
  {
    by,
    decision,
    proposal,
  }: { readonly by: string; readonly decision: RepairDecision; readonly proposal: RepairEntryRef },
): Outcome<RepairProposal> {
  if (open === undefined) {
    return refused('NOT_NOW', {
      zh: '目前没有待确认的修复；请先试看，再提出。',
      en: 'No repair waits to be confirmed now: look first, then propose it.',
    });
  }
  if (!isSameEntry(open.ref, proposal)) {
    return refused('STALE', {
      zh: '修复的提议刚刚变了；请看过新的提议再定。',
      en: 'The proposal has just changed: read the new one, then decide.',
    });
  }
  if (decision === 'DECLINE') return granted(open);
  if (open.by === by) {
    return refused('FORBIDDEN_ROLE', {
      zh: '本人提出的修复须由区旧改办另一名经办人确认。',
      en: 'What you have proposed yourself is confirmed by another person of the renovation office.',
    });
  }
  if (now.repairs.length === 0) return nothingToRepair();
  return isSame(now.repairs, open.found) ? granted(open) : otherwiseNow(now);
}

/** What the page offers to a person of the office. */
export function repairStepsOf(now: Diagnosis, open: RepairProposal | undefined, by: string): readonly RepairStep[] {
  const proposal = open?.ref ?? { year: '', seq: 0 };
  const decisions = REPAIR_DECISIONS.filter(
    (decision) => permitRepairDecision(now, open, { by, decision, proposal }).ok,
  );
  return permitRepair(now, now.repairs, open).ok ? ['PROPOSE', ...decisions] : decisions;
}

const nothingToRepair = () =>
  refused('NOT_NOW', { zh: '这个项目没有要修的。', en: 'There is nothing to repair in this project.' });

const otherwiseNow = ({ seq }: Diagnosis) =>
  refused(
    'STALE',
    {
      zh: '情况已经变了，请重新试看，再按新的结果提出。',
      en: 'Things have changed: look again, and propose what is found now.',
    },
    { seq },
  );
