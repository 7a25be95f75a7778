// The community counts who wants the renovation: two thirds by area and by households, of all (二(三)1, V-01).
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

export const tallyWillingness = defineAct<'tally-willingness', TallyInput, VotesOfRoll, TallyResult>({
  name: 'tally-willingness',
  title: { zh: '统计改造意愿', en: 'Tally willingness' },
  step: 1,
  clause: '二(三)1',
  input: tallyInput,
  decide({ project, input, facts, on, pack }) {
    const inTime = heldInTime(input, ballotUnderCount(project.consent.willingness, project.projectId), on);
    if (!inTime.ok) return inTime;
    const ballot = tallyBallot({ question: 'V-01', units: facts.units }, input.heldOn, pack);
    const outcome = ballot.passed ? 'passed' : 'failed';
    return granted({ outcome, result: printTally(ballot), findings: ballot.findings });
  },
  apply(project, { input, outcome, result, at }) {
    const willingness = ballotUnderCount(project.consent.willingness, project.projectId);
    return {
      ...moveTo(project, outcome === 'passed' ? 'WILLINGNESS_PASSED' : 'WILLINGNESS_FAILED', at),
      consent: { ...project.consent, willingness: withTally(willingness, input, result) },
    };
  },
  outcome({ state }) {
    if (state === 'WILLINGNESS_FAILED') return 'failed';
    return hasReached(state, 'WILLINGNESS_PASSED') ? 'passed' : undefined;
  },
});
