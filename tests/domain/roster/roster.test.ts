// A roster counts, orders and hashes its units; votes are held against it.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../../domain/money/money.ts';
import { type RosterUnit, rosterOf, unitOf } from '../../../domain/roster/roster.ts';
import { ballotUnits, countVotes, matchVotes, type VoteRow } from '../../../domain/roster/votes.ts';

const unit = (building: string, room: string, area: string, ...ownerKeys: string[]): RosterUnit => {
  const door = { building, stairwell: '1', room };
  const [first = `owner of ${building} ${room}`, ...others] = ownerKeys;
  return { unit: unitOf(door), ...door, area, kind: 'RESIDENTIAL', ownerKeys: [first, ...others] };
};

const UNITS = [
  unit('10', '101', '80.10', 'a'),
  unit('2', '1001', '70.20', 'b', 'a'),
  unit('2', '201', '60.30', 'a'),
  unit('2', '0201', '1.05', 'c'),
];

describe('a roster', () => {
  it('orders the units as people walk the buildings, and keeps leading zeros apart', () => {
    expect(rosterOf(UNITS).units.map(({ unit }) => unit)).toEqual(['2-1-201', '2-1-0201', '2-1-1001', '10-1-101']);
  });

  it('counts units of the same owner as one household, a co-owned unit under its first owner, and adds areas exactly', () => {
    expect(rosterOf(UNITS).totals).toEqual({ units: 4, households: 3, area: '211.65', titleArea: null });
  });

  it('tells the area by property right only when every unit has one', () => {
    const measured = UNITS.map((row) => ({ ...row, titleArea: '100.00' }));
    expect(rosterOf(measured).totals.titleArea).toBe('400.00');
    expect(rosterOf([...UNITS.slice(0, 1), ...measured.slice(1)]).totals.titleArea).toBeNull();
  });

  it('has the same hash in whatever order the rows stood', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(UNITS, { minLength: UNITS.length }), (shuffled) => {
        expect(rosterOf(shuffled).hash).toBe(rosterOf(UNITS).hash);
      }),
      { numRuns: 20 },
    );
  });

  it('has another hash when one area or one owner is another', () => {
    const hash = rosterOf(UNITS).hash;
    expect(rosterOf([unit('10', '101', '80.11', 'a'), ...UNITS.slice(1)]).hash).not.toBe(hash);
    expect(rosterOf([unit('10', '101', '80.10', 'z'), ...UNITS.slice(1)]).hash).not.toBe(hash);
  });
});

describe('votes held against the frozen roll', () => {
  const roll = rosterOf(UNITS);
  const row = (at: number, of: string, vote: VoteRow['vote'], more: Partial<VoteRow> = {}): VoteRow => ({
    row: at,
    unit: of,
    vote,
    publishRoom: false,
    ...more,
  });

  it('count a unit without a row as not returned', () => {
    const { votes, problems } = matchVotes(roll, [row(5, '2-1-201', 'AGREE', { publishRoom: true, area: '60.30' })]);
    expect(problems).toEqual([]);
    expect(votes).toHaveLength(4);
    expect(votes[0]).toEqual({ unit: '2-1-201', vote: 'AGREE', publishRoom: true });
    expect(countVotes(roll, votes)).toMatchObject({
      AGREE: { units: 1, area: '60.30' },
      NOT_RETURNED: { units: 3, area: '151.35' },
      INVALID: { units: 0, area: '0.00' },
    });
  });

  it('tell every unknown, double, contradicting and altered row at once', () => {
    const { problems } = matchVotes(roll, [
      row(5, '2-1-201', 'AGREE'),
      row(6, '2-1-201', 'AGREE'),
      row(7, '2-1-201', 'DISAGREE'),
      row(8, '2-1-999', 'AGREE'),
      row(9, '10-1-101', 'AGREE', { area: '80.11' }),
    ]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [6, 'ENTERED_TWICE'],
      [7, 'CONTRADICTING'],
      [8, 'UNKNOWN_UNIT'],
      [9, 'AREA_DIFFERS'],
    ]);
  });

  it('give the ballot one line per unit with its voting owner and area', () => {
    const { votes } = matchVotes(roll, [row(5, '2-1-1001', 'AGREE')]);
    expect(ballotUnits(roll, votes)[2]).toEqual({
      unit: '2-1-1001',
      ownerId: 'b',
      area: decimalOf('70.20'),
      vote: 'AGREE',
    });
  });
});
