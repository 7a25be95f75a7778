// Who starts first: eligible neighbourhoods in the order in which their residents' money was complete (I-02, I-04).
import type { Instant, PlainDate } from '../../calendar/plain-date.ts';

export interface Candidate {
  readonly projectId: string;
  readonly eligible: boolean;
  /** Day on which 100 % was first reached and since then kept; undefined below 100 %. */
  readonly fundedOn?: PlainDate | undefined;
  /** When the bank credited the payment that completed it. */
  readonly creditedAt?: Instant | undefined;
  readonly appliedOn: PlainDate;
  /** Nothing to be raised (only mandatory items): ranked by application, not by a payment of nothing. */
  readonly nothingToRaise: boolean;
}

export interface Ranked {
  readonly rank: number;
  readonly projectId: string;
  readonly rankedBy: 'FUNDED_ON' | 'APPLIED_ON';
}

interface Placed {
  readonly projectId: string;
  readonly rankedBy: Ranked['rankedBy'];
  /** Text that sorts as time: the day, then within the day the bank's time, then the application. */
  readonly key: string;
}

const END_OF_DAY = '~';

function place({ projectId, fundedOn, creditedAt, appliedOn, nothingToRaise }: Candidate): Placed[] {
  if (nothingToRaise) return [{ projectId, rankedBy: 'APPLIED_ON', key: `${appliedOn} ${END_OF_DAY} ${appliedOn}` }];
  if (fundedOn === undefined) return [];
  return [{ projectId, rankedBy: 'FUNDED_ON', key: `${fundedOn} ${creditedAt ?? END_OF_DAY} ${appliedOn}` }];
}

/** Only eligible and funded neighbourhoods have a place; one that falls below 100 % loses it. */
export function rankForStart(candidates: readonly Candidate[]): Ranked[] {
  return candidates
    .filter(({ eligible }) => eligible)
    .flatMap(place)
    .toSorted((left, right) => compare(left.key, right.key) || compare(left.projectId, right.projectId))
    .map(({ projectId, rankedBy }, index) => ({ rank: index + 1, projectId, rankedBy }));
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
