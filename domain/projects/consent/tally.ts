// What both ballots (二(三)1, 二(三)3) have in common: what is handed in, what is gathered, how the count is kept.
import * as z from 'zod';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { Fault, type Outcome } from '../../errors.ts';
import { printAmount } from '../../money/money.ts';
import type { BallotUnit, DoubleMajority } from '../../policy/rules/double-majority.ts';
import { dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
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

export function printTally({ passed, households, area }: DoubleMajority): TallyResult {
  return {
    passed,
    households: { ...households },
    area: {
      total: printAmount(area.total),
      agreed: printAmount(area.agreed),
      required: printAmount(area.required),
      missing: printAmount(area.missing),
    },
  };
}

export const withTally = <Counted extends Ballot>(
  ballot: Counted,
  input: TallyInput,
  result: TallyResult,
): Counted => ({
  ...ballot,
  tally: { ...result, heldOn: input.heldOn, votes: input.votes },
});
