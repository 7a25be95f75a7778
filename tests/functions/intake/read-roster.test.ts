// A roster comes back whole, with its digits as typed, or not at all with every bad cell told.
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { FieldProblem, Outcome } from '../../../domain/errors.ts';
import { readRoster } from '../../../functions/intake/read-roster.ts';
import { writeRosterTemplate } from '../../../functions/intake/write-roster-template.ts';
import { GOOD_ROW, ROSTER_TITLES, roster, rowWith, votes, workbook } from '../../support/papers/spreadsheets.ts';

const [BUILDING, , ROOM, AREA, TITLE_AREA, OWNERS, ID_NUMBERS, PHONES, KIND] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

function refusalOf(read: Outcome<unknown>) {
  if (read.ok) throw new Error('expected a refusal');
  return read.refusal;
}

const cellsOf = (fields: readonly FieldProblem[] = []) => fields.map(({ path }) => path.replace('/名册/', ''));

async function problemsOf(...rows: Parameters<typeof roster>[0]) {
  return cellsOf(refusalOf(await readRoster(await roster(rows))).fields);
}

async function unitsOf(...rows: Parameters<typeof roster>[0]) {
  const read = await readRoster(await roster(rows));
  if (!read.ok) throw new Error(read.refusal.fields?.map(({ says }) => says.en).join('\n') ?? read.refusal.says.en);
  return read.value;
}

describe('a good roster', () => {
  it('keeps leading zeros, id numbers and areas as they were typed', async () => {
    expect(await unitsOf(GOOD_ROW)).toEqual([
      {
        unit: '3-2-0501',
        building: '3',
        stairwell: '2',
        room: '0501',
        area: '88.15',
        titleArea: '102.40',
        kind: 'RESIDENTIAL',
        owners: [{ name: '张三', idNumber: '330302196001010011', phone: '13800000001' }],
      },
    ]);
  });

  it('takes numbers that Excel made of doors and areas, without binary noise', async () => {
    const [unit] = await unitsOf(rowWith({ [BUILDING]: 3, [ROOM]: 501, [AREA]: 0.1 + 0.2, [TITLE_AREA]: 102.4 }));
    expect(unit).toMatchObject({ unit: '3-2-501', area: '0.30', titleArea: '102.40' });
  });

  it('makes full-width digits plain, drops 幢 and 室, spaces and invisible characters', async () => {
    const [unit] = await unitsOf(
      rowWith({ [BUILDING]: ' ３幢 ', [ROOM]: '０５０１室', [AREA]: '８８．１５㎡', [OWNERS]: '\u200b张三\u3000' }),
    );
    expect(unit).toMatchObject({ unit: '3-2-0501', area: '88.15', owners: [{ name: '张三' }] });
  });

  it('takes co-owners from one cell, each with an id number and a phone of his own', async () => {
    const [unit] = await unitsOf(
      rowWith({
        [OWNERS]: '张三、李四',
        [ID_NUMBERS]: '330302196001010011、33030219610101002x',
        [PHONES]: '13800000001',
      }),
    );
    expect(unit?.owners).toEqual([
      { name: '张三', idNumber: '330302196001010011', phone: '13800000001' },
      { name: '李四', idNumber: '33030219610101002X' },
    ]);
  });

  it('may lack title area, id number, phone and kind, and has blank rows between', async () => {
    const bare = rowWith({ [TITLE_AREA]: null, [ID_NUMBERS]: null, [PHONES]: '', [KIND]: null });
    const units = await unitsOf(bare, [], rowWith({ [ROOM]: '0502' }));
    expect(units[0]).not.toHaveProperty('titleArea');
    expect(units[0]).toMatchObject({ kind: 'RESIDENTIAL', owners: [{ name: '张三' }] });
    expect(units).toHaveLength(2);
  });

  it('is found below a heading, with its columns in another order and others beside them', async () => {
    const order = [...ROSTER_TITLES.keys()].reverse();
    const titles = ['备注', ...order.map((place) => ROSTER_TITLES[place] ?? null)];
    const row = ['随便写', ...order.map((place) => GOOD_ROW[place] ?? null)];
    const read = await readRoster(await workbook(['某某小区业主名册'], [[], titles, row]));
    expect(read).toMatchObject({ ok: true, value: [{ unit: '3-2-0501' }] });
  });

  it('may have merged cells above its titles', async () => {
    const merges = [{ startRow: 0, endRow: 0, startCol: 0, endCol: 8 }];
    const read = await readRoster(await workbook(['某某小区业主名册'], [ROSTER_TITLES, [...GOOD_ROW]], { merges }));
    expect(read.ok).toBe(true);
  });

  it('comes back from our own template as it was written into it', async () => {
    const units = await unitsOf(GOOD_ROW, rowWith({ [ROOM]: '0502', [KIND]: '商业', [TITLE_AREA]: null }));
    expect(await readRoster(await writeRosterTemplate(units))).toEqual({ ok: true, value: units });
  });
});

describe('a roster with mistakes', () => {
  it('tells the place of every bad cell at once', async () => {
    expect(
      await problemsOf(
        GOOD_ROW,
        rowWith({ [BUILDING]: '3-1', [ROOM]: null, [AREA]: '八十八' }),
        rowWith({ [ROOM]: '0503', [OWNERS]: '', [ID_NUMBERS]: null, [PHONES]: '不详', [KIND]: '别墅' }),
      ),
    ).toEqual(['3/A', '3/C', '3/D', '4/F', '4/H', '4/I']);
  });

  it.each([88.155, '88.155', 0, '0.00', -1, '1,088.15', '1e3', 123456, Number.NaN, true, new Date(0)])(
    'refuses %s as an area',
    async (area) => {
      expect(await problemsOf(rowWith({ [AREA]: area }))).toEqual(['2/D']);
    },
  );

  it('says in both languages where and what to do', async () => {
    const { code, says, fields } = refusalOf(await readRoster(await roster([rowWith({ [AREA]: '88.155' })])));
    expect(code).toBe('MALFORMED');
    expect(says.zh).toContain('未导入任何一行');
    expect(fields?.[0]?.says).toEqual({
      zh: '“名册”表第 2 行 D 列：请填写面积（㎡），大于 0，最多两位小数，不用千分位逗号，如 88.15',
      en: 'Sheet “名册”, row 2, column D: give the area in ㎡, above 0, at most two decimals, no thousands separator, like 88.15',
    });
  });

  it('refuses an id number that Excel has rounded', async () => {
    expect(await problemsOf(rowWith({ [ID_NUMBERS]: 330302196001010000 }))).toEqual(['2/G']);
  });

  it('refuses a unit that stands in two rows', async () => {
    expect(await problemsOf(GOOD_ROW, rowWith({ [ROOM]: '0502' }), rowWith({ [BUILDING]: '3幢' }))).toEqual(['4/C']);
  });

  it('refuses one id number under two names, and more id numbers than owners', async () => {
    expect(await problemsOf(GOOD_ROW, rowWith({ [ROOM]: '0502', [OWNERS]: '李四' }))).toEqual(['3/G']);
    expect(await problemsOf(rowWith({ [ID_NUMBERS]: '330302196001010011、330302196001010012' }))).toEqual(['2/G']);
    expect(
      await problemsOf(rowWith({ [OWNERS]: '张三、李四', [ID_NUMBERS]: '330302196001010011、330302196001010011' })),
    ).toEqual(['2/G']);
  });

  it('refuses formulas and merged cells among the rows', async () => {
    const cells = new Map([['1,3', { formula: 'SUM(1,2)', formulaResult: 3 }]]);
    const merges = [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }];
    const read = await readRoster(await roster([GOOD_ROW, rowWith({ [ROOM]: '0502' })], { cells, merges }));
    expect(cellsOf(refusalOf(read).fields)).toEqual(['2/A', '2/D']);
  });

  it('never repeats a name, an id number or a phone', async () => {
    const secret = '欧阳某某某';
    const rows = [rowWith({ [OWNERS]: secret, [ID_NUMBERS]: `${secret}号`, [PHONES]: `${secret}话`, [KIND]: secret })];
    expect(JSON.stringify(refusalOf(await readRoster(await roster(rows))))).not.toContain(secret);
  });

  it('lists two hundred places and tells how many there are', async () => {
    const rows = Array.from({ length: 250 }, (_, n) => rowWith({ [ROOM]: String(n), [AREA]: 'x' }));
    const { says, fields } = refusalOf(await readRoster(await roster(rows)));
    expect(fields).toHaveLength(200);
    expect(says.zh).toContain('250 处');
  });
});

describe('a workbook that is not a filled roster', () => {
  it.each([
    ['has the titles of the votes', () => votes([]), '没有找到“名册”表的标题行'],
    ['is empty', () => workbook([], []), '没有找到“名册”表的标题行'],
    ['has titles and nothing below', () => roster([]), '标题行下面没有内容'],
    ['is our template, not filled in', () => writeRosterTemplate(), '标题行下面没有内容'],
    ['lacks a column', () => workbook(ROSTER_TITLES.slice(0, 8), [GOOD_ROW.slice(0, 8)]), '缺少这些列：户类型'],
    ['has more rows than a neighbourhood has units', () => roster(Array(20_001).fill(['1'])), '超过 20000 行'],
  ])('is refused with one clear sentence when it %s', async (_, make, sentence) => {
    const refusal = refusalOf(await readRoster(await make()));
    expect(refusal.says.zh).toContain(sentence);
    expect(refusal.fields).toBeUndefined();
  });

  it('is refused when the filled sheet is hidden', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: '封面' }, { name: '名册', rows: [ROSTER_TITLES, [...GOOD_ROW]], hidden: true }],
    });
    expect(refusalOf(await readRoster(bytes)).says.zh).toContain('是隐藏的');
  });

  it('is refused when two sheets could be meant', async () => {
    const rows = [ROSTER_TITLES, [...GOOD_ROW]];
    const bytes = await writeXlsx({
      sheets: [
        { name: '一期', rows },
        { name: '二期', rows },
      ],
    });
    expect(refusalOf(await readRoster(bytes)).says.zh).toContain('“一期”和“二期”');
  });
});

describe('a large roster', () => {
  it('of ten thousand rows is read whole', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => rowWith({ [BUILDING]: String(n), [ID_NUMBERS]: `ID${n}00` }));
    expect(await unitsOf(...rows)).toHaveLength(10_000);
  });
});
