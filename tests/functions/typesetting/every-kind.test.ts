// Every kind of paper that goes out has a schema, a template and a sample that it sets well.
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS, filedAs, findDocumentKind } from '../../../domain/paper/catalogue.ts';
import type { TypesetCode } from '../../../domain/paper/paper-contents.ts';
import { CORNER_MARKS } from '../../../functions/typesetting/sheet-geometry.ts';
import { TEMPLATES } from '../../../functions/typesetting/templates.ts';
import { linesOf, type PdfPage, readPdf } from '../../../local/paperwork/read-pdf.ts';
import { sampleOf, setPaper, TYPESET_CODES } from './sample-papers.ts';

/** A bill of one household is set like any other. */
const SHORTENED = new Set(['S1', 'S2', 'F2']);

/** All but official documents, and slips that are cut apart. */
const isForm = (kind: TypesetCode): boolean => TEMPLATES[kind].code !== 'OFFICIAL' && kind !== 'U1';

/** Corner marks of 5 mm, 7 mm from the edges; side of the code, its distance from the right and from the top. */
function marksAndCode({ width, height, shapes, pictures }: PdfPage) {
  const { inset, size } = CORNER_MARKS;
  const far = (length: number) => length - inset - size;
  const corners = [inset, far(width)].flatMap((x) => [inset, far(height)].map((y) => ({ x, y })));
  const marked = corners.filter(({ x, y }) =>
    shapes.some((box) =>
      [box.x - x, box.y - y, box.width - size, box.height - size].every((off) => Math.abs(off) < 0.1),
    ),
  );
  const [code] = pictures;
  const measured =
    code && [code.width, width - code.x - code.width, code.y].map((length) => Math.round(length * 10) / 10);
  return [marked.length, measured] as const;
}

describe('every kind of paper that goes out', () => {
  it('has a schema and a template; T alone is sent as text', async () => {
    const goingOut = DOCUMENT_KINDS.filter(({ direction }) => direction !== 'IN').map(({ code }) => code);
    expect(new Set(TYPESET_CODES)).toEqual(new Set(goingOut.filter((code) => code !== 'T')));
    for (const { file } of Object.values(TEMPLATES)) {
      expect(existsSync(new URL(`../../../functions/typesetting/templates/${file}`, import.meta.url)), file).toBe(true);
    }
  });

  it('leaves none of the 72 kinds without a template, or without a file type and a title that intake knows it by', () => {
    const opened = new Set(['pdf', 'scan', 'ofd', 'xlsx', 'jpg']);
    for (const { code, direction, formats, title } of DOCUMENT_KINDS) {
      if (direction !== 'IN' && code !== 'T') expect(Object.keys(TEMPLATES), code).toContain(code);
      if (direction === 'OUT') continue;
      expect(
        formats.some((format) => opened.has(format)),
        code,
      ).toBe(true);
      expect(findDocumentKind(title.zh)?.code, code).toBe(filedAs(code));
    }
    expect(DOCUMENT_KINDS).toHaveLength(72);
  });

  it.each(TYPESET_CODES)(
    'sets %s with a code on every page, no missing glyph and nothing outside the page',
    async (kind) => {
      const contents = sampleOf(kind);
      const sample =
        SHORTENED.has(kind) && 'pages' in contents ? { ...contents, pages: contents.pages.slice(0, 2) } : contents;
      const set = await setPaper(kind, sample as typeof contents);
      expect(set.pages).toHaveLength(set.paper.pages);
      const pages = await readPdf(set.paper.pdf());
      expect(pages).toHaveLength(set.paper.pages);
      for (const page of pages) {
        expect(page.pictures.length).toBeGreaterThan(0);
        expect(page.runs.filter(({ missingGlyph }) => missingGlyph)).toEqual([]);
        const outside = linesOf(page).filter(
          ({ x, baseline }) => x < 6 || x > page.width - 6 || baseline > page.height - 6,
        );
        expect(outside).toEqual([]);
        if (isForm(kind)) expect([kind, ...marksAndCode(page)]).toEqual([kind, 4, [32, 14, 9]]);
      }
    },
  );

  it.each([
    ['N2', 'N2Terminated', '终止告知书'],
    ['A6', 'A6Granted', '许可告知'],
  ] as const)('sets the other face of %s', async (kind, variant, title) => {
    const [page] = await readPdf((await setPaper(kind, sampleOf(kind, variant))).paper.pdf());
    expect(page && linesOf(page).some(({ text }) => text.includes(title))).toBe(true);
  });
});
