// The spreadsheets that people fill in: the same rows give the same bytes, text stays text.
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { RosterRow } from '../../../functions/intake/read-roster.ts';
import { writeRosterTemplate } from '../../../functions/intake/write-roster-template.ts';

const row = (name: string): RosterRow => ({
  unit: '3-2-0501',
  building: '3',
  stairwell: '2',
  room: '0501',
  area: '88.15',
  kind: 'RESIDENTIAL',
  owners: [{ name }],
});

describe('a template', () => {
  it('has the same bytes whenever it is written', async () => {
    expect(await writeRosterTemplate([row('张三')])).toEqual(await writeRosterTemplate([row('张三')]));
  });

  it('explains itself on its first sheet and opens on the second', async () => {
    const { sheets, activeSheet } = await readXlsx(await writeRosterTemplate());
    expect(sheets.map(({ name }) => name)).toEqual(['填写说明', '名册']);
    expect(activeSheet).toBe(1);
  });

  it('keeps what looks like a formula as text', async () => {
    const { sheets } = await readXlsx(await writeRosterTemplate([row('=HYPERLINK("http://example.org")')]));
    expect(sheets[1]?.cells?.get('1,5')?.formula).toBeUndefined();
    expect(sheets[1]?.rows[1]?.[5]).toBe('=HYPERLINK("http://example.org")');
  });

  it('has empty rows in text format, so that a room number typed into them keeps its zero', async () => {
    const { sheets } = await readXlsx(await writeRosterTemplate(), { readStyles: true });
    expect(sheets[1]?.cells?.get('500,2')?.style?.numFmt).toBe('@');
  });

  it('offers the kinds of units to choose from', async () => {
    const { sheets } = await readXlsx(await writeRosterTemplate());
    expect(sheets[1]?.dataValidations?.[0]).toMatchObject({
      range: 'I2:I1001',
      values: ['住宅', '商业', '车库', '储藏', '其他'],
    });
  });
});
