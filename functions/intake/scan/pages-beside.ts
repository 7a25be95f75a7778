// The pages that a scanned page is looked at beside: the one on file in its place, the one with the same picture, other versions.
import { granted, type Outcome } from '../../../domain/errors.ts';
import { filedUnder, readPlace, type StackPageRecord } from '../../../domain/paper/filing/filed-page.ts';
import type { Ports } from '../../../domain/ports.ts';
import { findVisiblePage, type PageRequest } from './page-access.ts';
import { type ReceiptPage, receiptPageOf } from './stack-receipt.ts';
import { findContent, findFiled, listFiled } from './stack-records.ts';

/** In the order in which they are offered. */
export const REASONS_BESIDE = ['SAME_PLACE', 'SAME_PICTURE', 'OTHER_VERSION'] as const;
type Why = (typeof REASONS_BESIDE)[number];

export interface ComparedPages {
  readonly page: ReceiptPage;
  readonly beside: readonly { readonly why: Why; readonly page: ReceiptPage }[];
}

type Reads = Pick<Ports, 'ledger' | 'views'>;

/** Only pages that the asker may see anyway: a duplicate of somebody else's page stays unseen. */
export async function findPagesBeside(ports: Reads, request: PageRequest): Promise<Outcome<ComparedPages>> {
  const found = await findVisiblePage(ports, request);
  if (!found.ok) return found;
  const page = found.value;
  const beside: { readonly why: Why; readonly page: ReceiptPage }[] = [];
  for (const { why, pageId } of await rivalsOf(ports, page)) {
    if (pageId === page.pageId || beside.some((other) => other.page.pageId === pageId)) continue;
    const other = await findVisiblePage(ports, { ...request, pageId });
    if (other.ok) beside.push({ why, page: receiptPageOf(other.value) });
  }
  return granted({ page: receiptPageOf(page), beside });
}

async function rivalsOf(ports: Reads, { name, digest }: StackPageRecord) {
  const rivals: { readonly why: Why; readonly pageId: string }[] = [];
  const holder = name && (await findFiled(ports, name));
  if (holder) rivals.push({ why: 'SAME_PLACE', pageId: holder.pageId });
  const first = digest === null ? undefined : await findContent(ports, digest);
  if (first !== undefined) rivals.push({ why: 'SAME_PICTURE', pageId: first });
  if (name === null) return rivals;
  const filed = await listFiled(ports, name.projectNo, `${name.kind}/`);
  const own = filedUnder(name);
  const others = filed
    .flatMap(({ place, pageId }) => {
      const other = readPlace(place);
      return other === undefined ? [] : [{ ...other, place, pageId }];
    })
    // Another version, or another printing of the same one.
    .filter(({ place, page, serial }) => place !== own && page === name.page && serial === name.serial)
    .toSorted((a, b) => b.version - a.version || (b.printing ?? 1) - (a.printing ?? 1));
  return [...rivals, ...others.map(({ pageId }) => ({ why: 'OTHER_VERSION' as const, pageId }))];
}
