// Sheets that are signed and scanned: one stairwell a sheet, rows to write in, and the place of every cell.
import { describe, expect, it } from 'vitest';
import { PAPER_CONTENTS, type PaperInput } from '../../../domain/paper/paper-contents.ts';
import { onlyPages } from '../../../functions/typesetting/ballot-pack.ts';
import { CORNER_MARKS, sheetGeometry } from '../../../functions/typesetting/sheet-geometry.ts';
import { linesOf, readPdf } from '../../../local/paperwork/read-pdf.ts';
import { house, sampleOf, setPaper } from './sample-papers.ts';
import { ballotMatter } from './samples/consent.ts';

const form = sampleOf('F2');
const whole = await setPaper('F2', form);

const LONG_NAME = '东瓯第二教工新村暨原地区行署机关宿舍（含沿街商铺）';
const AREA = 66.66;

/** 40 flats in one stairwell, a name of 25 characters, nothing in excess of the cap. */
const stress: PaperInput<'F2'> = {
  ...ballotMatter,
  neighbourhoodName: LONG_NAME,
  planName: `${LONG_NAME}改造初步设计方案`,
  bodyName: `${LONG_NAME}自治小组`,
  excessBorne: '0',
  totalInvestment: '13326586.19',
  areaTotal: (40 * AREA).toFixed(2),
  households: Array.from({ length: 40 }, (_, index) => ({
    no: index + 1,
    building: '12',
    stairwell: '1',
    room: `${Math.floor(index / 2) + 1}0${(index % 2) + 1}`,
    area: AREA.toFixed(2),
  })),
};

describe('the signature form', () => {
  it('has 38 pages for 338 households: a cover a building, then sheets of at most 14 rows, each of one stairwell', async () => {
    expect(form.pages).toHaveLength(38);
    expect(form.pages.filter(({ cover }) => cover)).toHaveLength(10);
    expect(form.pages.map(({ page }) => page)).toEqual(Array.from({ length: 38 }, (_, index) => index + 1));
    const sheets = form.pages.flatMap((page) => (page.cover ? [] : [page]));
    for (const { rows } of sheets) {
      expect(rows.length).toBeLessThanOrEqual(14);
      expect(new Set(rows.map(({ unit }) => unit.split('-').slice(0, 2).join('-'))).size).toBe(1);
    }
    expect(sheets.flatMap(({ rows }) => rows.map(({ no }) => no))).toHaveLength(338);
  });

  it('tells where every cell lies, by the code of its page, in rows high enough to write in', async () => {
    const pages = sheetGeometry(whole);
    expect(pages).toHaveLength(28);
    const rows = pages.flatMap((page) => page.rows);
    expect(new Set(rows.map(({ row }) => row)).size).toBe(338);
    for (const { cells } of rows) {
      const signature = cells.find(({ name }) => name === 'SIGNATURE');
      expect(signature?.width).toBeGreaterThanOrEqual(40);
      expect(signature?.height).toBeGreaterThanOrEqual(12);
      expect(cells.map(({ name }) => name)).toEqual([
        'AGREE',
        'DISAGREE',
        'ABSTAIN',
        'SIGNATURE',
        'SIGNER',
        'PUBLISH_ROOM',
        'DATE',
      ]);
    }
    expect(pages[0]?.page).toEqual({ projectNo: '330302-2026-0017', kind: 'F2', version: 1, page: 2 });
  });

  it('draws the ticking boxes inside the cells that the geometry names', async () => {
    const [, sheet] = await readPdf((await setPaper('F2', onlyPages(form, [1, 2]))).paper.pdf());
    const [first] = sheetGeometry(whole);
    const boxes =
      sheet?.shapes.filter(({ width, height }) => Math.abs(width - 5) < 0.1 && Math.abs(height - 5) < 0.1) ?? [];
    const answers = first?.rows.flatMap(({ cells }) => cells.slice(0, 3)) ?? [];
    expect(answers).toHaveLength(36);
    for (const { x, y, width, height } of answers) {
      const inside = boxes.filter((box) => box.x > x && box.y > y && box.x + 5 < x + width && box.y + 5 < y + height);
      expect(inside).toHaveLength(1);
    }
  });

  it('has four corner marks, and its code of 32 mm at the top right', async () => {
    const [page] = await readPdf((await setPaper('F2', onlyPages(form, [2]))).paper.pdf());
    const marks =
      page?.shapes.filter(
        ({ x, width, height }) =>
          Math.abs(width - height) < 0.01 && Math.abs(width - CORNER_MARKS.size) < 0.01 && (x < 8 || x > 197),
      ) ?? [];
    const corners = marks.map(({ x, y }) => [Math.round(x), Math.round(y)]).sort();
    expect(corners).toEqual(
      [
        [198, 285],
        [198, 7],
        [7, 285],
        [7, 7],
      ].sort(),
    );
    const [code] = page?.pictures ?? [];
    expect(code?.width).toBeCloseTo(32, 1);
    expect(210 - (code?.x ?? 0) - 32).toBeCloseTo(14, 1);
    expect(code?.y).toBeCloseTo(9, 1);
  });

  it('prints no name, and says in the head which stairwell and which version', async () => {
    const [page] = await readPdf((await setPaper('F2', onlyPages(form, [2]))).paper.pdf());
    const lines = page ? linesOf(page).map(({ text }) => text) : [];
    expect(lines.some((text) => text.includes('1幢1单元') && text.includes('方案第2版'))).toBe(true);
    expect(lines.some((text) => text.includes('330302-2026-0017 F2 V1 P02'))).toBe(true);
  });

  it('prints a page again with the code and the numbers that it had in the whole', async () => {
    const again = await setPaper('F2', onlyPages(form, [5, 38]));
    expect(again.pages).toEqual([whole.pages[4], whole.pages[37]]);
    const [page] = await readPdf(again.paper.pdf());
    expect(page && linesOf(page).some(({ text }) => text.includes('总第5页／38页'))).toBe(true);
  });

  it('holds a stairwell of 40 households, a name of 25 characters and a plan without excess', async () => {
    const contents = PAPER_CONTENTS.F2.parse(stress);
    expect(contents.pages).toHaveLength(4);
    const set = await setPaper('F2', contents);
    expect(sheetGeometry(set).map(({ rows }) => rows.length)).toEqual([14, 14, 12]);
    const pages = await readPdf(set.paper.pdf());
    const cover = pages[0]
      ? linesOf(pages[0])
          .map(({ text }) => text)
          .join('')
      : '';
    expect(cover).toContain(LONG_NAME);
    expect(cover).not.toContain('超出补助标准');
    const cjk = pages.flatMap(({ runs }) => runs).filter(({ text }) => /^\p{Script=Han}+$/u.test(text));
    expect(cjk.filter(({ end }) => end > 197.1)).toEqual([]);
  });

  it('fills codes for the scanner on sheets and for phones on covers; all for the scanner without a public page', async () => {
    const offline = { ...house, verifyBase: undefined };
    expect((await setPaper('F2', onlyPages(form, [1, 2]), { house: offline })).paper.pages).toBe(2);
  });
});

describe('pages for one household', () => {
  it('carry the place in the roll in their code, and the same cells as the form', async () => {
    const set = await setPaper('F2D', sampleOf('F2D'));
    expect(set.pages.map(({ page, serial }) => [page, serial])).toEqual([
      [1, 25],
      [1, 26],
    ]);
    const geometry = sheetGeometry(set);
    expect(geometry.map(({ page, rows }) => [page.serial, rows.map(({ row }) => row)])).toEqual([
      [25, [25]],
      [26, [26]],
    ]);
  });

  it('let a notice of a long name stay on one page', async () => {
    const notice = sampleOf('F3');
    const long = {
      ...notice,
      neighbourhoodName: LONG_NAME,
      planName: `${LONG_NAME}改造初步设计方案`,
      bodyName: `${LONG_NAME}自治小组`,
      countedNote: '10月1日至7日为国庆节假期，10月10日为调休工作日',
      postingPlaces: '小区东门、南门、西门公告栏，1至12幢各单元门厅，社区服务中心公告栏，沿街商铺公告栏（共 46 处）',
    };
    expect((await setPaper('F3', long)).paper.pages).toBe(1);
  });

  it('announce no last day while the calendar of the next year is not published', async () => {
    const { publicityEndsOn: _, ...notice } = sampleOf('F3');
    const [page] = await readPdf((await setPaper('F3', notice)).paper.pdf());
    expect(
      page &&
        linesOf(page)
          .map(({ text }) => text)
          .join(''),
    ).toContain('截止日待国务院办公厅放假通知公布后补贴');
  });
});
