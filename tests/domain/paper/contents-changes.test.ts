// What one version of a paper says otherwise than another, field by field.
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../domain/paper/contents-changes.ts';
import { keptContents } from '../../../domain/paper/kept-contents.ts';

describe('the changes between two versions of a paper', () => {
  it('are the fields that differ, each with both values, those that are new and those that are gone', () => {
    const before = { planVersion: '第1版', totalInvestment: '100.00', postedOn: '2026-03-02', note: '旧' };
    const after = { planVersion: '第2版', totalInvestment: '120.50', postedOn: '2026-03-02', place: '东门' };
    expect(changesBetween(before, after)).toEqual([
      { path: ['planVersion'], before: '第1版', after: '第2版' },
      { path: ['totalInvestment'], before: '100.00', after: '120.50' },
      { path: ['place'], after: '东门' },
      { path: ['note'], before: '旧' },
    ]);
  });

  it('are none where an amount is only written otherwise, or where fields stand in another order', () => {
    expect(changesBetween({ area: '28800', name: '甲' }, { name: '甲', area: '28800.00' })).toEqual([]);
    expect(changesBetween({ number: '028800' }, { number: '28800' })).toHaveLength(1);
  });

  it('lead into groups and rows: a row is known by the field that tells rows apart and stays, wherever it stands', () => {
    const before = {
      result: { agree: { households: 6, area: '600.00' } },
      items: [
        { name: '外墙', cost: '10.00' },
        { name: '电梯', cost: '20.00' },
      ],
    };
    const after = {
      result: { agree: { households: 7, area: '600.00' } },
      items: [
        { name: '管网', cost: '5.00' },
        { name: '外墙', cost: '12.00' },
      ],
    };
    expect(changesBetween(before, after)).toEqual([
      { path: ['result', 'agree', 'households'], before: 6, after: 7 },
      { path: ['items', 0], after: { name: '管网', cost: '5.00' } },
      { path: ['items', 1, 'cost'], before: '10.00', after: '12.00' },
      { path: ['items', 1], before: { name: '电梯', cost: '20.00' } },
    ]);
  });

  it('name one room that came and one that went, of a list in which no field tells the rows apart', () => {
    const room = (stairwell: string, number: string) => ({ building: '1', stairwell, room: number });
    const before = { rooms: [room('1', '101'), room('1', '102'), room('2', '101')] };
    const after = { rooms: [room('1', '101'), room('2', '101'), room('2', '102')] };
    expect(changesBetween(before, after)).toEqual([
      { path: ['rooms', 2], after: room('2', '102') },
      { path: ['rooms', 1], before: room('1', '102') },
    ]);
  });

  it('go by places where rows are the same several times, and by values in lists of words', () => {
    expect(changesBetween({ days: [1, 1, 2] }, { days: [1, 1, 3] })).toEqual([
      { path: ['days', 2], before: 2, after: 3 },
    ]);
    expect(changesBetween({ places: ['东门', '西门'] }, { places: ['西门', '北门'] })).toEqual([
      { path: ['places', 1], after: '北门' },
      { path: ['places', 0], before: '东门' },
    ]);
  });

  it('show a value that became a list, or nothing, as a whole', () => {
    expect(changesBetween({ a: '1-1', b: [1], c: null }, { a: ['1-1'], b: null, c: { d: 1 } })).toEqual([
      { path: ['a'], before: '1-1', after: ['1-1'] },
      { path: ['b'], before: [1], after: null },
      { path: ['c'], before: null, after: { d: 1 } },
    ]);
  });
});

describe('what is kept of the contents of a paper', () => {
  it('is everything but numbers of accounts and codes of units, wherever they stand', () => {
    expect(
      keptContents({ accountName: '专户', accountNo: '6222 0000', slips: [{ no: 1, unitCode: 'ABCD2345' }] }),
    ).toEqual({ accountName: '专户', slips: [{ no: 1 }] });
  });
});
