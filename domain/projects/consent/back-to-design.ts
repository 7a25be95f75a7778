// The way back: a plan that is changed is designed, voted on and posted again; what it replaces stays in the ledger (二(三)3, SU-05).
import type { Instant } from '../../calendar/plain-date.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { moveTo, type Project } from '../project.ts';
import { NO_PUBLICITY } from '../publicity/record.ts';

/** Ballot and publicity begin afresh; eligibility, willingness, body and the money booked stay. */
export function backToDesign(project: Project, at: Instant): Project {
  const { planBallot: _, ...consent } = project.consent;
  return { ...moveTo(project, 'DESIGNING', at), consent, publicity: NO_PUBLICITY };
}

export const findBallotAgain = (reason: string, { consent }: Project, pack: RulePack): Finding =>
  ruleFinding(pack, 'V-03', {
    verdict: 'WARN',
    code: 'BALLOT_AND_PUBLICITY_AGAIN',
    says: {
      zh: '方案变更后须重新表决并重新公示',
      en: 'The plan is changed: it is voted on and publicised again',
    },
    facts: { reason, planVersion: consent.plan?.version ?? 0, ballotPassed: consent.planBallot?.tally?.passed ?? null },
  });
