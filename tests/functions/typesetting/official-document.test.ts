// The measures of GB/T 9704—2012, taken on the produced file.
import { describe, expect, it } from 'vitest';
import type { SetPaper } from '../../../functions/typesetting/typeset-paper.ts';
import { linesOf, readPdf } from '../../../local/paperwork/read-pdf.ts';
import { edition, house, making, sampleOf, setPaper } from './sample-papers.ts';

const MARGIN = { left: 28, right: 184, top: 37, bottom: 262 };
const LINE_PITCH = 225 / 22;

const pagesOf = (set: SetPaper) => readPdf(set.paper.pdf());
const approval = async () => {
  const [first, second] = await pagesOf(await setPaper('A2', sampleOf('A2')));
  if (!first || !second) throw new Error('the approval has two pages');
  return { first, second };
};

describe('an official document', () => {
  it('fills the type area with 28 characters a line and a pitch of 22 lines a page', async () => {
    const { first, second } = await approval();
    const body = linesOf(first).filter(({ size, x }) => Math.abs(size - 16) < 0.01 && x < 40);
    const full = [...body, ...linesOf(second)].filter(({ text }) => [...text].length === 28);
    expect(full.length).toBeGreaterThan(3);
    for (const { x, end } of full) {
      expect(x).toBeCloseTo(MARGIN.left, 1);
      expect(Math.abs(end - MARGIN.right)).toBeLessThan(0.3);
    }
    const paragraphs = body.filter(({ baseline }) => baseline > 165);
    for (const [index, line] of paragraphs.slice(1).entries()) {
      expect(line.baseline - (paragraphs[index]?.baseline ?? 0)).toBeCloseTo(LINE_PITCH, 1);
    }
  });

  it('has type of 22 points in the title, 16 in the text, 14 in the imprint, and indents two characters', async () => {
    const { first, second } = await approval();
    const sizeOf = (page: typeof first, text: string) => linesOf(page).find((line) => line.text.includes(text))?.size;
    expect(sizeOf(first, '示例区发展和改革局关于')).toBeCloseTo(22, 1);
    expect(sizeOf(first, '经研究，现批复如下')).toBeCloseTo(16, 1);
    expect(sizeOf(second, '抄送：')).toBeCloseTo(14, 1);
    expect(linesOf(first).find(({ text }) => text.startsWith('你街道'))?.x).toBeCloseTo(28 + 2 * (156 / 28), 0);
  });

  it('puts the red rule 4 mm under the number, as wide as the type area', async () => {
    const { first } = await approval();
    const rule = first.shapes.find(({ width, height }) => width > 150 && height < 1);
    const number = linesOf(first).find(({ text }) => text === edition.number);
    expect(rule?.x).toBeCloseTo(MARGIN.left, 1);
    expect(rule?.width).toBeCloseTo(156, 1);
    // The glyphs of 16 points reach 0.12 em below their baseline.
    const foot = (number?.baseline ?? 0) + 0.12 * 16 * (25.4 / 72);
    expect((rule?.y ?? 0) - foot).toBeCloseTo(4, 0);
    expect(linesOf(first).find(({ text }) => text.endsWith('局文件'))?.baseline).toBeGreaterThan(MARGIN.top + 35);
  });

  it('lets the date end four characters before the right edge, and centres the name over it', async () => {
    const { second } = await approval();
    const lines = linesOf(second);
    const date = lines.find(({ text }) => text === '2026年11月16日');
    const name = lines.find(({ text, x }) => text === '示例区发展和改革局' && x > 100);
    expect(MARGIN.right - (date?.end ?? 0)).toBeCloseTo(4 * 16 * (25.4 / 72), 0);
    const middle = (line: typeof date) => ((line?.x ?? 0) + (line?.end ?? 0)) / 2;
    expect(Math.abs(middle(name) - middle(date))).toBeLessThan(0.5);
  });

  it('ends the imprint on the bottom edge of the type area, and the page number 7 mm under it, outside', async () => {
    const { first, second } = await approval();
    const last = Math.max(...second.shapes.map(({ y, height }) => y + height));
    expect(last).toBeCloseTo(MARGIN.bottom, 0);
    const [odd, even] = [first, second].map((page) => linesOf(page).find(({ text }) => /^— \d —$/.test(text)));
    // The dash runs 0.3 em above the baseline.
    expect((odd?.baseline ?? 0) - 0.3 * 14 * (25.4 / 72)).toBeCloseTo(MARGIN.bottom + 7, 0);
    expect(odd?.x).toBeGreaterThan(150);
    expect(even?.x).toBeCloseTo(MARGIN.left + 14 * (25.4 / 72), 0);
  });

  it('keeps its code outside the type area: 25 mm, right-aligned, 6 mm from the top', async () => {
    const { first } = await approval();
    expect(first.pictures).toHaveLength(1);
    const [code] = first.pictures;
    expect(code?.width).toBeCloseTo(25, 1);
    expect(code?.y).toBeCloseTo(6, 1);
    expect((code?.x ?? 0) + (code?.width ?? 0)).toBeCloseTo(MARGIN.right, 1);
    expect((code?.y ?? 0) + (code?.height ?? 0)).toBeLessThan(MARGIN.top);
  });

  it('never draws a seal: nothing red but the mark and the rule, nothing round', async () => {
    const { second } = await approval();
    expect(second.shapes.every(({ height }) => height < 0.01)).toBe(true);
  });

  it('shows a draft as 送审稿, without code and without number', async () => {
    const [first] = await pagesOf(await setPaper('A2', sampleOf('A2'), { edition: undefined }));
    const text = first ? linesOf(first).map((line) => line.text) : [];
    expect(text).toContain('送审稿');
    expect(first?.pictures).toEqual([]);
    expect(text.some((line) => line.includes(edition.number))).toBe(false);
  });

  it('puts the imprint of an odd number of pages on a blank even page without number, if printed on both sides', async () => {
    const pages = await pagesOf(await setPaper('A3', sampleOf('A3'), { house: { ...house, duplex: true } }));
    expect(pages).toHaveLength(4);
    const last = pages.at(-1);
    const text = last ? linesOf(last).map((line) => line.text) : [];
    expect(text.some((line) => line.includes('印发'))).toBe(true);
    expect(text.some((line) => /^— \d —$/.test(line))).toBe(false);
  });

  it('marks every page of a rehearsal', async () => {
    for (const page of await pagesOf(await setPaper('A2', sampleOf('A2'), { house: { ...house, rehearsal: true } }))) {
      expect(linesOf(page).some(({ text }) => text.includes('不具法律效力'))).toBe(true);
    }
  });

  it.each([
    ['one line', '示例区财政局'],
    ['a name too long to be only narrowed', '温州市示例区老旧小区改造工作领导小组办公室'],
  ])('keeps the mark of the issuer on %s', async (_, issuer) => {
    const [first] = await pagesOf(await setPaper('A2', sampleOf('A2'), { making: { issuer, date: making.date } }));
    const mark = first?.runs.filter(({ text, size }) => text.endsWith('文件') && size > 17) ?? [];
    expect(mark).toHaveLength(1);
    expect(mark[0]?.text).toBe(`${issuer}文件`);
    expect(mark[0]?.x).toBeGreaterThanOrEqual(MARGIN.left);
    expect(mark[0]?.end).toBeLessThanOrEqual(MARGIN.right);
  });

  it('keeps text on the page of the signature, however long the annexes are', async () => {
    const annexes = Array.from({ length: 9 }, (_, index) => `瓯园小区老旧小区改造项目附件材料第${index + 1}册`);
    const contents = { ...sampleOf('X1'), annexes };
    const pages = await pagesOf(await setPaper('X1', contents));
    const signed = pages.find((page) => linesOf(page).some(({ text }) => text === '2026年11月16日'));
    expect(signed && linesOf(signed).some(({ text }) => text.includes('妥否，请批示'))).toBe(true);
  });
});
