// Votes come back from the template that was filled from the frozen roll, or not at all with every bad cell told.
import { describe, expect, it } from 'vitest';
import { type RosterUnit, rosterOf, unitOf } from '../../../domain/roster/roster.ts';
import { readVotes } from '../../../functions/intake/read-votes.ts';
import { writeVotesTemplate } from '../../../functions/intake/write-votes-template.ts';
import { votes } from '../../support/papers/spreadsheets.ts';

const unit = (room: string, area: string): RosterUnit => {
  const door = { building: '3', stairwell: '2', room };
  return { unit: unitOf(door), ...door, area, kind: 'RESIDENTIAL', ownerKeys: [room] };
};
const roll = rosterOf([unit('0501', '88.15'), unit('0502', '90.00')]);

async function placesOf(...rows: Parameters<typeof votes>[0]) {
  const read = await readVotes(await votes(rows));
  return read.ok ? [] : read.refusal.fields?.map(({ path }) => path);
}

describe('votes', () => {
  it('are not returned in a template that nobody has filled in', async () => {
    const read = await readVotes(await writeVotesTemplate(roll));
    expect(read).toMatchObject({
      ok: true,
      value: {
        rows: [
          { row: 2, unit: '3-2-0501', area: '88.15', vote: 'NOT_RETURNED', publishRoom: false },
          { row: 3, unit: '3-2-0502', area: '90.00', vote: 'NOT_RETURNED', publishRoom: false },
        ],
      },
    });
  });

  it('come back from the template as they were entered into it', async () => {
    const entered = { unit: '3-2-0502', vote: 'AGREE', publishRoom: true } as const;
    const read = await readVotes(await writeVotesTemplate(roll, [entered]));
    expect(read).toMatchObject({ ok: true, value: { rows: [{ vote: 'NOT_RETURNED' }, entered] } });
  });

  it.each([
    ['同意', 'AGREE'],
    ['不同意', 'DISAGREE'],
    [' 弃权 ', 'ABSTAIN'],
    ['未交', 'NOT_RETURNED'],
    ['无效', 'INVALID'],
  ])('are read from the word %s', async (word, vote) => {
    const read = await readVotes(await votes([['3', '2', '0501', '88.15', word, '是']]));
    expect(read).toMatchObject({ ok: true, value: { rows: [{ vote, publishRoom: true }] } });
  });

  it('are refused with the place of every word that is none of ours', async () => {
    expect(
      await placesOf(
        ['3', '2', '0501', '88.15', '赞成', '是'],
        ['3', '2', '0502', '大', '同意', '可以'],
        ['3', '2', '0503', '70', '', '是'],
      ),
    ).toEqual(['/意见/2/E', '/意见/3/D', '/意见/3/F', '/意见/4/E']);
  });

  it('that do not fit the roll are refused in the cells where they were entered', async () => {
    const read = await readVotes(await votes([['3', '2', '0501', '88.15', '同意', '']]));
    const says = { zh: '不符', en: 'does not fit' };
    if (!read.ok) throw new Error(read.refusal.says.en);
    const { refusal } = read.value.refuse([
      { row: 2, unit: '3-2-0501', code: 'UNKNOWN_UNIT', says },
      { row: 3, unit: '3-2-0501', code: 'CONTRADICTING', says },
      { row: 4, unit: '3-2-0501', code: 'AREA_DIFFERS', says },
    ]);
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['/意见/2/C', '/意见/3/E', '/意见/4/D']);
  });
});
