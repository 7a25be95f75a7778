// Where the cells of a sign sheet lie, in millimetres from the top left corner of the page: for the reader of scans.
import * as z from 'zod';
import type { PageName } from '../../domain/paper/filing-code.ts';
import type { SetPaper } from './typeset-paper.ts';

/** The corner marks that a scan is straightened by: black squares of 5 mm, 7 mm from the edges of the sheet. */
export const CORNER_MARKS = { inset: 7, size: 5 } as const;

const SIGN_CELLS = ['AGREE', 'DISAGREE', 'ABSTAIN', 'SIGNATURE', 'SIGNER', 'PUBLISH_ROOM', 'DATE'] as const;

const millimetres = z.number().nonnegative();

const signCell = z.strictObject({
  name: z.enum(SIGN_CELLS),
  x: millimetres,
  y: millimetres,
  width: millimetres,
  height: millimetres,
});

/** As the templates leave it in the compiled document; `page` counts the pages of the file. */
const signRow = z.strictObject({ row: z.int(), unit: z.string(), page: z.int().positive(), cells: z.array(signCell) });

export type SignCell = z.output<typeof signCell>;

export interface SignPage {
  /** As the code on the page names it. */
  readonly page: PageName;
  /** `row`: place of the household in the frozen roll; `unit`: `3-2-501`. */
  readonly rows: readonly { readonly row: number; readonly unit: string; readonly cells: readonly SignCell[] }[];
}

/** Pages without cells to sign, like covers, are left out. */
export function sheetGeometry({ paper, pages }: SetPaper): SignPage[] {
  const rows = z.array(signRow).parse(paper.query('sign-row'));
  return [...Map.groupBy(rows, ({ page }) => page)].flatMap(([place, onPage]) => {
    const page = pages[place - 1];
    return page === undefined ? [] : [{ page, rows: onPage.map(({ page: _, ...row }) => row) }];
  });
}
