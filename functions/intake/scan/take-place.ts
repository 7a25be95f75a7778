// Gives a page its place in the file of a project; a place holds one page at a time.
import type { PageFindingCode } from '../../../domain/paper/filing/page-findings.ts';
import type { PageName } from '../../../domain/paper/filing-code.ts';
import type { Ports } from '../../../domain/ports.ts';
import { findPage } from '../../runtime/scanned-page.ts';
import { findContent, findFiled, writeOfContent, writeOfFiled } from './stack-records.ts';

/** Papers that hang in public and come back as photos of themselves, one for each place and more. */
const POSTED: readonly PageName['kind'][] = ['F3', 'F4', 'P2', 'C5'];

export const isPosted = ({ kind }: Pick<PageName, 'kind'>): boolean => POSTED.includes(kind);

/** Nothing if the place is this page's now; otherwise why it is not. */
export async function takePlace(
  ports: Pick<Ports, 'views'>,
  page: { readonly pageId: string; readonly name: PageName; readonly digest: string | null },
): Promise<readonly PageFindingCode[]> {
  const { pageId, name, digest } = page;
  if (digest !== null) {
    await ports.views.write([writeOfContent(digest, pageId)]);
    const first = await findContent(ports, digest);
    if (first !== undefined && first !== pageId && (await isKept(ports, first))) return ['DUPLICATE'];
  }
  if (isPosted(name)) return [];
  if ((await findFiled(ports, name)) === undefined) await ports.views.write([writeOfFiled(name, { pageId, turn: 1 })]);
  return (await findFiled(ports, name))?.pageId === pageId ? [] : ['SAME_PAGE_AGAIN'];
}

/** A page that was refused or left out does not stand in the way of the same picture handed in again. */
const isKept = async (ports: Pick<Ports, 'views'>, pageId: string): Promise<boolean> =>
  (await findPage(ports, pageId))?.state !== 'REFUSED';
