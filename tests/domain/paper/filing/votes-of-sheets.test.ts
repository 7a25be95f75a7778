// From confirmed rows to votes: unknown, double, contradicting, withdrawn, co-owned and changed ones are said, not guessed.
import { describe, expect, it } from 'vitest';
import type { ConfirmedRow } from '../../../../domain/paper/filing/row-confirmation.ts';
import { stillNeeded } from '../../../../domain/paper/filing/still-needed.ts';
import { type SheetRowVote, votesOfSheets } from '../../../../domain/paper/filing/votes-of-sheets.ts';
import { type RosterUnit, rosterOf } from '../../../../domain/roster/roster.ts';

const unit = (room: string, ownerKeys: RosterUnit['ownerKeys'], building = '1'): RosterUnit => ({
  unit: `${building}-1-${room}`,
  building,
  stairwell: '1',
  room,
  area: '60.00',
  kind: 'RESIDENTIAL',
  ownerKeys,
});
const ROLL = rosterOf([unit('101', ['a']), unit('102', ['b', 'c']), unit('201', ['d']), unit('101', ['e'], '2')]);

const AGREES: ConfirmedRow = { signature: 'SIGNED', opinion: 'AGREE', publishRoom: true, remarks: [] };
const row = (no: number, more: Partial<ConfirmedRow> = {}, pageId = 'p1'): SheetRowVote => ({
  pageId,
  no,
  row: { ...AGREES, ...more },
});
const votes = (...rows: SheetRowVote[]) => votesOfSheets(ROLL, rows).votes.map(({ vote }) => vote);
const notes = (...rows: SheetRowVote[]) => votesOfSheets(ROLL, rows).notes.map(({ code, no }) => `${code} ${no}`);

describe('votes of sheets', () => {
  it('stand in the order of the roll, and who handed nothing in has not returned it', () => {
    expect(votes(row(3, { opinion: 'DISAGREE' }), row(1))).toEqual([
      'AGREE',
      'NOT_RETURNED',
      'DISAGREE',
      'NOT_RETURNED',
    ]);
  });

  it('do not come from rows that nobody wrote in', () => {
    expect(votes(row(1, { signature: 'BLANK', opinion: 'NONE' }))[0]).toBe('NOT_RETURNED');
  });

  it.each([
    ['several opinions', { opinion: 'SEVERAL' }],
    ['no opinion', { opinion: 'NONE' }],
    ['no signature', { signature: 'BLANK' }],
    ['a proxy without a letter', { remarks: ['PROXY_WITHOUT_LETTER'] }],
  ] as const)('are invalid with %s, and consent to nothing', (_, more) => {
    const {
      votes: [first],
      notes: [noted],
    } = votesOfSheets(ROLL, [row(1, { ...more, remarks: [...('remarks' in more ? more.remarks : [])] })]);
    expect(first).toEqual({ unit: '1-1-101', vote: 'INVALID', publishRoom: false });
    expect(noted?.code).toBe('INVALID');
  });

  it('publish no room of somebody who did not agree', () => {
    expect(votesOfSheets(ROLL, [row(1, { opinion: 'ABSTAIN' })]).votes[0]?.publishRoom).toBe(false);
  });

  it('leave out rows that are not on the roll', () => {
    expect(notes(row(9))).toEqual(['UNKNOWN_UNIT 9']);
  });

  it('count a household once that handed in the same opinion twice', () => {
    expect(votes(row(1), row(1, {}, 'p2'))[0]).toBe('AGREE');
    expect(notes(row(1), row(1, {}, 'p2'))).toEqual(['COUNTED_ONCE 1']);
  });

  it('say when two sheets of a household contradict each other', () => {
    expect(notes(row(1), row(1, { opinion: 'DISAGREE' }, 'p2'))).toEqual(['CONTRADICTING 1']);
  });

  it('follow the later sheet that withdraws the earlier one', () => {
    const rows = [row(1), row(1, { opinion: 'DISAGREE', remarks: ['WITHDRAWS_EARLIER'] }, 'p2')];
    expect(votes(...rows)[0]).toBe('DISAGREE');
    expect(notes(...rows)).toEqual(['WITHDRAWN 1']);
  });

  it('record co-owners and changed owners with the one vote of the unit', () => {
    expect(notes(row(2, { remarks: ['CHANGED_OWNER'] }))).toEqual(['CO_OWNED 2', 'CHANGED_OWNER 2']);
  });
});

describe('what is still needed', () => {
  it('is counted in households and square metres, building by building', () => {
    const counted = votesOfSheets(ROLL, [row(1), row(3, { opinion: 'DISAGREE' })]).votes;
    expect(stillNeeded(ROLL, counted, { share: { of: 2, outOf: 3 }, countMode: 'BY_OWNER' })).toEqual({
      passed: false,
      households: { agreed: 1, required: 3, missing: 2 },
      area: { agreed: '60.00', required: '160.00', missing: '100.00' },
      buildings: [
        {
          building: '1',
          units: 3,
          agreed: 1,
          notReturned: 1,
          area: '180.00',
          areaAgreed: '60.00',
          areaNotReturned: '60.00',
        },
        {
          building: '2',
          units: 1,
          agreed: 0,
          notReturned: 1,
          area: '60.00',
          areaAgreed: '0.00',
          areaNotReturned: '60.00',
        },
      ],
    });
  });
});
