// Finds a page of a scanned stack by its id: what it is a page of, when it was photographed, what became of it.
import { Fault } from '../../domain/errors.ts';
import { placeOf, type StackPageRecord, stackPage } from '../../domain/paper/filing/filed-page.ts';
import type { Ports, ViewRow, ViewWrite } from '../../domain/ports.ts';

export const SCANNED_PAGES = 'pages';

const sortOf = (number: number): string => String(number).padStart(4, '0');

export function scannedPageOf(row: ViewRow): StackPageRecord {
  const read = stackPage.safeParse(row.value);
  if (!read.success) throw new Fault('CORRUPT', `page ${row.partition}/${row.sort} cannot be read`);
  return read.data;
}

export async function findPage({ views }: Pick<Ports, 'views'>, pageId: string): Promise<StackPageRecord | undefined> {
  const place = placeOf(pageId);
  const row = place && (await views.get(SCANNED_PAGES, place.uploadId, sortOf(place.number)));
  return row && scannedPageOf(row);
}

export const writeOfPage = (page: StackPageRecord): ViewWrite => ({
  view: SCANNED_PAGES,
  partition: page.uploadId,
  sort: sortOf(page.number),
  // Optional fields that are absent are no JSON.
  value: JSON.parse(JSON.stringify(page)),
  watermark: { ledger: `page/${page.pageId}`, seq: page.revision },
});
