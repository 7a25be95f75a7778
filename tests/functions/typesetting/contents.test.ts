// Papers that contradict themselves, or would show what must not be shown, are refused before they are set.
import { describe, expect, it } from 'vitest';
import { decimalOf, sum } from '../../../domain/money/money.ts';
import { PAPER_CONTENTS, type TypesetCode } from '../../../domain/paper/paper-contents.ts';
import { typesetPaper } from '../../../functions/typesetting/typeset-paper.ts';
import { linesOf, readPdf } from '../../../local/paperwork/read-pdf.ts';
import { edition, house, making, sampleOf, seal, setPaper, typesetter } from './sample-papers.ts';
import * as approvals from './samples/approvals.ts';
import * as consent from './samples/consent.ts';
import * as money from './samples/money.ts';

const added = (amounts: readonly string[]) => sum(amounts.map((amount) => decimalOf(amount))).toFixed(2);

describe('the contents of papers', () => {
  const contradictions: readonly (readonly [string, TypesetCode, unknown])[] = [
    ['a notice whose votes leave a household out', 'F3', { ...consent.F3, householdsTotal: 339 }],
    ['a signature form that is not the whole roll', 'F2', { ...consent.F2, areaTotal: '28800.01' }],
    ['a list of more rooms than agreed', 'F4', { ...consent.F4, householdsAgree: 100 }],
    ['an approval whose money is not its costs', 'A2', { ...approvals.A2, subsidy: '11520000.01' }],
    ['a negative amount', 'A2F', { ...approvals.A2F, subsidyCap: '-400' }],
    [
      'bills that are a fen short together',
      'S1',
      { ...money.S1, requiredAmount: '2738290.01', excessBorne: '931703.82' },
    ],
    ['a settlement without one household', 'S2', { ...money.S2, bills: money.S2.bills.slice(1) }],
    ['a mobile number on a poster', 'F3', { ...consent.F3, bodyTel: '13800138000' }],
    ['an override of the direction of writing', 'F3', { ...consent.F3, bodyName: '瓯园小区\u202e业主委员会' }],
    [
      'a unit code with an O for a zero',
      'U1',
      { ...consent.U1, slips: consent.U1.slips.map((slip) => ({ ...slip, unitCode: 'K7MR3WXO' })) },
    ],
    ['a field that the paper has no place for', 'F3', { ...consent.F3, ownerName: '张三' }],
  ];

  it.each(contradictions)('refuse %s', (_, kind, contents) => {
    expect(PAPER_CONTENTS[kind].safeParse(contents).success).toBe(false);
  });

  it('leave the reason of an addition that fails', async () => {
    const parsed = PAPER_CONTENTS.A2.safeParse({ ...approvals.A2, directCost: '1' });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['directCost']]);
  });

  it('let bills and settlements of 338 households add up to the fen', async () => {
    const bills = sampleOf('S1');
    const settlements = sampleOf('S2');
    expect(bills.pages).toHaveLength(338);
    expect(added(bills.pages.map(({ due }) => due))).toBe('2738290.00');
    expect(added(settlements.pages.map(({ due }) => due))).toBe('1987386.52');
    const owed = settlements.pages.map(({ direction, amount }) => (direction === 'REFUND' ? `-${amount}` : amount));
    expect(added(owed)).toBe(added(settlements.pages.map(({ due, paid }) => decimalOf(due).minus(paid).toFixed(2))));
  });

  it('write refunds, claims and nothing as three different letters', async () => {
    const { pages, ...paper } = sampleOf('S2');
    const three = [0, 137, 24].flatMap((place) => pages[place] ?? []);
    const [refund, collect, none] = (await readPdf((await setPaper('S2', { ...paper, pages: three })).paper.pdf())).map(
      (page) =>
        linesOf(page)
          .map(({ text }) => text)
          .join(''),
    );
    expect(refund).toContain('应退您户');
    expect(refund).toContain('退回原缴款渠道');
    expect(collect).toContain('您户应补缴');
    expect(collect).toContain('人民币贰仟伍佰元整');
    expect(none).toContain('无须退补');
    expect(none).toContain('人民币零元整');
  });

  it('let every row and column of the estimate add up as printed in 万元', async () => {
    const table = sampleOf('A2F');
    for (const row of [...table.aspects, ...table.kinds, table.whole, table.selfRaisedRow])
      expect(added(row.cells)).toBe(row.total);
    const column = (rows: typeof table.kinds, index: number) => added(rows.map(({ cells }) => cells[index] ?? '0'));
    for (const index of [0, 1, 2, 3]) {
      expect(column(table.aspects, index)).toBe(table.kinds[0]?.cells[index]);
      expect(column(table.kinds, index)).toBe(table.whole.cells[index]);
    }
    expect(table.whole.total).toBe(table.wan.total);
    const approval = sampleOf('A2');
    expect(table.kinds.map((row) => row.total)).toEqual([
      approval.wan.direct,
      approval.wan.other,
      approval.wan.contingency,
    ]);
    expect(table.selfRaisedRow.total).toBe(approval.wan.selfRaised);
  });

  it('print the rare characters of names and places', async () => {
    const rare = {
      ...sampleOf('W1'),
      neighbourhoodName: '喆垚㛃𬱖龘堃昇园',
      applicant: '仝焱䶮犇业主委员会',
    };
    const [page] = await readPdf((await setPaper('W1', rare)).paper.pdf());
    expect(page?.runs.filter(({ missingGlyph }) => missingGlyph)).toEqual([]);
    const text = page
      ? linesOf(page)
          .map((line) => line.text)
          .join('')
      : '';
    expect(text).toContain('喆垚㛃𬱖龘堃昇园');
    expect(text).toContain('仝焱䶮犇业主委员会');
  });

  it('are refused with the characters named when no font has them', async () => {
    const contents = { ...sampleOf('W1'), bodyStatus: '召集人𠮷' };
    const set = await typesetPaper({ typesetter, seal, house }, { kind: 'W1', contents, making, edition });
    expect(set).toMatchObject({
      ok: false,
      refusal: { code: 'MALFORMED', says: { zh: expect.stringContaining('𠮷（U+20BB7）') } },
    });
  });
});
