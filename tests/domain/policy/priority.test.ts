// The queue for the start is in the order in which the money was complete.
import { describe, expect, it } from 'vitest';
import { instantOf, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { type Candidate, rankForStart } from '../../../domain/policy/rules/priority.ts';

const instant = (text: string) => instantOf(Date.parse(text));
const candidate = (projectId: string, more: Partial<Candidate> = {}): Candidate => ({
  projectId,
  eligible: true,
  fundedOn: plainDateOf('2021-03-10'),
  creditedAt: instant('2021-03-10T02:00:00Z'),
  appliedOn: plainDateOf('2021-02-01'),
  nothingToRaise: false,
  ...more,
});
const order = (...candidates: Candidate[]) => rankForStart(candidates).map(({ projectId }) => projectId);

describe('the queue for the start', () => {
  it('puts the neighbourhood first whose money was complete first', () => {
    expect(order(candidate('b'), candidate('a', { fundedOn: plainDateOf('2021-03-11') }))).toEqual(['b', 'a']);
  });

  it('decides within a day by the time of the bank', () => {
    expect(order(candidate('a'), candidate('b', { creditedAt: instant('2021-03-10T01:59:59Z') }))).toEqual(['b', 'a']);
  });

  it('puts a payment without the time of the bank after those with one, then goes by the application', () => {
    const late = { creditedAt: undefined };
    const later = { creditedAt: undefined, appliedOn: plainDateOf('2021-01-31') };
    expect(order(candidate('a', late), candidate('b', later), candidate('c'))).toEqual(['c', 'b', 'a']);
  });

  it('ranks a plan that raises nothing by its application', () => {
    const nothing = candidate('a', { nothingToRaise: true, fundedOn: undefined, appliedOn: plainDateOf('2021-03-11') });
    expect(rankForStart([nothing, candidate('b')])).toEqual([
      { rank: 1, projectId: 'b', rankedBy: 'FUNDED_ON' },
      { rank: 2, projectId: 'a', rankedBy: 'APPLIED_ON' },
    ]);
  });

  it('has no place for the ineligible, nor for one below 100 %', () => {
    expect(order(candidate('a', { eligible: false }), candidate('b', { fundedOn: undefined }))).toEqual([]);
  });

  it('is the same in whatever order the candidates come', () => {
    const [a, b, c] = [candidate('a'), candidate('b'), candidate('c')];
    expect(order(c, a, b)).toEqual(order(b, c, a));
  });
});
