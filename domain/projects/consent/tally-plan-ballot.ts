// The body counts the ballot on the plan: two thirds by area and by households, of all; the Civil Code beside it as advice (二(三)3).
import { granted } from '../../errors.ts';
import { tallyBallot } from '../../policy/rules/ballot.ts';
import { defineAct } from '../act.ts';
import { moveTo } from '../project.ts';
import { hasReached } from '../states.ts';
import {
  ballotUnderCount,
  heldInTime,
  printTally,
  type TallyInput,
  type TallyResult,
  tallyInput,
  type VotesOfRoll,
  withTally,
} from './tally.ts';

export const tallyPlanBallot = defineAct<'tally-plan-ballot', TallyInput, VotesOfRoll, TallyResult>({
  name: 'tally-plan-ballot',
  title: { zh: '统计方案表决', en: 'Tally plan ballot' },
  step: 3,
  clause: '二(三)3',
  input: tallyInput,
  decide({ project, input, facts, on, pack }) {
    const inTime = heldInTime(input, ballotUnderCount(project.consent.planBallot, project.projectId), on);
    if (!inTime.ok) return inTime;
    const ballot = tallyBallot({ question: 'V-03', units: facts.units }, input.heldOn, pack);
    const outcome = ballot.passed ? 'passed' : 'failed';
    return granted({ outcome, result: printTally(ballot), findings: ballot.findings });
  },
  apply(project, { input, outcome, result, at }) {
    const planBallot = ballotUnderCount(project.consent.planBallot, project.projectId);
    return {
      ...moveTo(project, outcome === 'passed' ? 'PLAN_APPROVED' : 'PLAN_REJECTED', at),
      consent: { ...project.consent, planBallot: withTally(planBallot, input, result) },
    };
  },
  outcome({ state }) {
    if (state === 'PLAN_REJECTED') return 'failed';
    return hasReached(state, 'PLAN_APPROVED') ? 'passed' : undefined;
  },
});
