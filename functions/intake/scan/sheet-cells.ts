// What was read in the cells of a page, what people confirmed of it, and where both are remembered.
import * as z from 'zod';
import { Fault } from '../../../domain/errors.ts';
import { pageName } from '../../../domain/paper/filing/filed-page.ts';
import { confirmation } from '../../../domain/paper/filing/row-confirmation.ts';
import { CONSENT_READINGS, OPINION_READINGS, SIGNATURE_READINGS } from '../../../domain/paper/filing/row-reading.ts';
import type { Ports, ViewWrite } from '../../../domain/ports.ts';
import { BALLOTS } from '../../../domain/roster/roster-ledger.ts';

const row = z.strictObject({
  /** Place of the household in the roll; which room it is stands there. */
  no: z.int().positive(),
  reading: z.strictObject({
    no: z.int(),
    signature: z.enum(SIGNATURE_READINGS),
    opinion: z.enum(OPINION_READINGS),
    publishRoom: z.enum(CONSENT_READINGS),
  }),
  /** SHA-256 of the picture of the row; null if the sheet could not be laid over its geometry. */
  strip: z.string().nullable(),
  confirmations: z.array(confirmation),
});

const sheetCells = z.strictObject({
  pageId: z.string(),
  revision: z.int().positive(),
  name: pageName,
  ballot: z.enum(BALLOTS),
  rollHash: z.string(),
  rows: z.array(row),
});
export type SheetCells = z.output<typeof sheetCells>;
export type CellRow = z.output<typeof row>;

const VIEW = 'sheet-cells';

export async function findCells({ views }: Pick<Ports, 'views'>, pageId: string): Promise<SheetCells | undefined> {
  const found = await views.get(VIEW, pageId, '');
  if (found === undefined) return undefined;
  const read = sheetCells.safeParse(found.value);
  if (!read.success) throw new Fault('CORRUPT', `the cells of page ${pageId} cannot be read`);
  return read.data;
}

export function writeOfCells(cells: SheetCells): ViewWrite {
  return {
    view: VIEW,
    partition: cells.pageId,
    sort: '',
    // Optional fields that are absent are no JSON.
    value: JSON.parse(JSON.stringify(cells)),
    watermark: { ledger: `cells/${cells.pageId}`, seq: cells.revision },
  };
}
