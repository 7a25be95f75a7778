// Forms as they are really printed, scanned: each files itself, its head agrees with its code, its cells lie where it says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { geometryOfSignSheet } from '../../../../domain/paper/filing/sheet-geometry.ts';
import type { PaperContents, TypesetCode } from '../../../../domain/paper/paper-contents.ts';
import { findCells } from '../../../../functions/intake/scan/sheet-cells.ts';
import { openRenderer } from '../../../../functions/runtime/render-pdf.ts';
import { keepSignSheets } from '../../../../functions/runtime/sign-sheets.ts';
import { sheetGeometry } from '../../../../functions/typesetting/sheet-geometry.ts';
import { type SetPaper, typesetPaper } from '../../../../functions/typesetting/typeset-paper.ts';
import { PRINTED_DPI } from '../../../../local/paperwork/pen.ts';
import { simulateScan } from '../../../../local/paperwork/simulate-scan.ts';
import { pdfOf } from '../../../../local/paperwork/stack-files.ts';
import { type FakePorts, fakePorts } from '../../../support/ports/fake-ports.ts';
import { type FiledStack, fileNow, OUYUAN, putProject } from '../../../support/scans/filing-desk.ts';
import { type FilledSheet, fillIn } from '../../../support/scans/filled-sheets.ts';
import type { PrintedSheet } from '../../../support/scans/printed-sheets.ts';
import { edition, house, making, sampleOf, typesetter } from '../../typesetting/sample-papers.ts';

const OFFICE = {
  dpi: 200,
  skew: 0.9,
  perspective: 0.003,
  blur: 0.5,
  noise: 7,
  contrast: 0.85,
  jpegQuality: 60,
  waves: 0.5,
  turned: 0,
} as const;

/** One of each layout that people fill in and hand back, with a title that names the neighbourhood, the project or neither. */
const FORMS = ['F1', 'F2', 'F2D', 'M1', 'M3', 'PB1', 'RS1', 'KC', 'SI1'] as const satisfies readonly TypesetCode[];
const SIGNED = ['F2', 'F2D'] as const;
/** A booklet begins with its cover. */
const PAGES_PRINTED = 2;

let fake: FakePorts;
let filed: FiledStack;
const filled = new Map<string, FilledSheet>();

/** The first page that people write on, as it comes out of the printer. */
async function print(kind: (typeof FORMS)[number]): Promise<PrintedSheet> {
  const whole = sampleOf(kind);
  const contents = 'pages' in whole ? { ...whole, pages: whole.pages.slice(0, PAGES_PRINTED) } : whole;
  const set = await typesetPaper(
    { typesetter, seal: fake.ports.seal, house: { ...house, verifyBase: undefined } },
    // Some pages of a form are contents of the form, which TypeScript does not follow.
    { kind, contents: contents as PaperContents, making, edition },
  );
  if (!set.ok) throw new Error(set.refusal.says.en);
  const [signed] = sheetGeometry(set.value);
  const index = signed === undefined ? 0 : placeOf(set.value, signed.page);
  const name = set.value.pages[index];
  if (name === undefined) throw new Error(`${kind} has no page ${index}`);
  const image = (await openRenderer(set.value.paper.pdf())).draw(index, PRINTED_DPI);
  return { order: { name, neighbourhood: OUYUAN.name }, image, rows: signed?.rows ?? [] };
}

const placeOf = ({ pages }: SetPaper, page: SetPaper['pages'][number]): number =>
  pages.findIndex((each) => each.page === page.page && each.serial === page.serial);

beforeAll(async () => {
  fake = fakePorts();
  await putProject(fake.ports, edition.projectNo, OUYUAN);
  const scans: Buffer[] = [];
  for (const [index, kind] of FORMS.entries()) {
    const sheet = await print(kind);
    const signed = SIGNED.some((each) => each === kind) ? await fillIn(sheet, index, false) : undefined;
    if (signed !== undefined) {
      filled.set(kind, signed);
      const geometry = geometryOfSignSheet(sheet.rows);
      const { name } = sheet.order;
      await keepSignSheets(fake.ports, [{ name, ballot: 'PLAN', rollHash: 'b'.repeat(64), geometry }]);
    }
    scans.push(await simulateScan(signed?.image ?? sheet.image, OFFICE, index));
  }
  filed = await fileNow(fake.ports, await pdfOf(scans));
});
afterAll(() => fake.close());

describe('a printed form', () => {
  it.each(FORMS)('%s files itself when it comes back', (kind) => {
    const page = filed.pages[FORMS.indexOf(kind)];
    expect([page?.name?.kind, page?.state, page?.findings]).toEqual([kind, 'FILED', []]);
  });

  it.each(SIGNED)('%s has its cells read where the template put them', async (kind) => {
    const cells = await findCells(fake.ports, filed.pages[FORMS.indexOf(kind)]?.pageId ?? '');
    const written = filled.get(kind)?.truth ?? [];
    expect(written.length).toBeGreaterThan(0);
    expect(cells?.rows.map(({ no, reading }) => [no, reading.signature, reading.opinion])).toEqual(
      written.map(({ no, signed, opinions: [first = 'NONE', ...others] }) => [
        no,
        signed ? 'SIGNED' : 'BLANK',
        others.length > 0 ? 'SEVERAL' : first,
      ]),
    );
  });
});
