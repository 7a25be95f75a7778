// The two acts that count a ballot (二(三)1, 二(三)3): what is handed in, what is gathered, how it is decided and kept.
import * as z from 'zod';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { Fault, granted, type Outcome } from '../../errors.ts';
import { tallyBallot } from '../../policy/rules/ballot.ts';
import { type BallotUnit, printMajority } from '../../policy/rules/double-majority.ts';
import type { Act } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { hasReached, type OrderedState, type State } from '../states.ts';
import type { Ballot, Tally } from './record.ts';

export const tallyInput = z.strictObject({
  heldOn: dayInput,
  /** The votes as entered against the frozen roll, in the vault. */
  votes: paperInput,
});
export type TallyInput = z.output<typeof tallyInput>;

/** Every unit of the frozen roll with its vote; a unit without a form has not returned one. */
export interface VotesOfRoll {
  readonly units: readonly BallotUnit[];
}

export type TallyResult = Pick<Tally, 'passed' | 'households' | 'area'>;

/** The ballot that is being counted: the table lets nobody count before one is open. */
export function ballotUnderCount<Opened extends Ballot>(ballot: Opened | undefined, projectId: string): Opened {
  if (ballot === undefined) throw new Fault('CORRUPT', `${projectId} counts votes without a ballot`);
  return ballot;
}

/** The day of the ballot lies between its opening and today. */
export function heldInTime({ heldOn }: TallyInput, { openedOn }: Ballot, on: PlainDate): Outcome<undefined> {
  if (heldOn >= openedOn) return notAhead(on, [['/heldOn', heldOn]]);
  return fieldsRefused([
    {
      path: '/heldOn',
      says: { zh: `不得早于表决开始之日（${openedOn}）`, en: `Must not be earlier than the opening, ${openedOn}` },
    },
  ]);
}

interface TallyAct<Name extends string> extends Pick<Act<Name>, 'name' | 'title' | 'step' | 'clause'> {
  readonly question: 'V-01' | 'V-03';
  readonly ballot: 'willingness' | 'planBallot';
  readonly passed: OrderedState;
  readonly failed: State;
}

/** An act that counts a ballot: two thirds by area and by households, of all. */
export function defineTally<const Name extends string>({
  question,
  ballot,
  passed,
  failed,
  ...act
}: TallyAct<Name>): Act<Name, TallyInput, VotesOfRoll, TallyResult> {
  return {
    ...act,
    input: tallyInput,
    decide({ project, input, facts, on, pack }) {
      const inTime = heldInTime(input, ballotUnderCount(project.consent[ballot], project.projectId), on);
      if (!inTime.ok) return inTime;
      const counted = tallyBallot({ question, units: facts.units }, input.heldOn, pack);
      const result = { passed: counted.passed, ...printMajority(counted) };
      return granted({ outcome: counted.passed ? 'passed' : 'failed', result, findings: counted.findings });
    },
    apply(project, { input, outcome, result, at }) {
      const tally: Tally = { ...result, heldOn: input.heldOn, votes: input.votes };
      return {
        ...moveTo(project, outcome === 'passed' ? passed : failed, at),
        consent: {
          ...project.consent,
          [ballot]: { ...ballotUnderCount(project.consent[ballot], project.projectId), tally },
        },
      };
    },
    outcome({ state }) {
      if (state === failed) return 'failed';
      return hasReached(state, passed) ? 'passed' : undefined;
    },
  };
}
