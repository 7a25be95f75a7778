// What a project has on file from scans: which papers, which of their pages, and which sheets have not come back.
import type { DocumentCode } from '../../../domain/paper/catalogue.ts';
import { filedUnder, readPlace } from '../../../domain/paper/filing/filed-page.ts';
import type { PageName } from '../../../domain/paper/filing-code.ts';
import type { Ports } from '../../../domain/ports.ts';
import { listIssuedPapers } from '../../runtime/issued-papers.ts';
import { listSignSheets } from '../../runtime/sign-sheets.ts';
import { listFiled } from './stack-records.ts';
import { isPosted } from './take-place.ts';

export interface FiledPaper {
  readonly kind: DocumentCode;
  readonly version: number;
  readonly printing?: number;
  /** Absent for papers of which a project has one. */
  readonly serial?: number;
  /** In order of page number. */
  readonly pages: readonly { readonly page: number; readonly pageId: string }[];
}

export async function filedPapers(ports: Pick<Ports, 'views'>, projectId: string): Promise<readonly FiledPaper[]> {
  const pages = (await listFiled(ports, projectId)).flatMap(({ place, pageId }) => {
    const name = readPlace(place);
    return name === undefined ? [] : [{ ...name, pageId }];
  });
  const papers = Map.groupBy(pages, (page) => filedUnder({ ...page, projectNo: projectId, page: 0 }));
  return [...papers.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const { page: _, pageId: __, ...paper } = first;
    const inOrder = [first, ...rest].map(({ page, pageId }) => ({ page, pageId })).toSorted((a, b) => a.page - b.page);
    return [{ ...paper, pages: inOrder }];
  });
}

type SetOfPages = Pick<PageName, 'projectNo' | 'kind' | 'version' | 'printing'>;

/** Places of the pages of one version of a paper that were issued to come back and are not on file. */
export async function missingPages(ports: Pick<Ports, 'views'>, paper: SetOfPages): Promise<readonly string[]> {
  const filed = new Set((await listFiled(ports, paper.projectNo, `${paper.kind}/`)).map(({ place }) => place));
  const sheets = await listSignSheets(ports, paper);
  // Of booklets to sign the covers stay with the residents; of any other paper all pages belong together.
  const expected = sheets.length > 0 ? sheets : await pagesIssued(ports, paper);
  return expected.filter((place) => !filed.has(place));
}

async function pagesIssued(
  ports: Pick<Ports, 'views'>,
  { projectNo, kind, version, printing }: SetOfPages,
): Promise<readonly string[]> {
  const issued = (await listIssuedPapers(ports, projectNo, kind)).find(
    (paper) => paper.version === version && paper.printing === printing && paper.serials === undefined,
  );
  const count = isPosted({ kind }) ? 0 : (issued?.pages ?? 0);
  return Array.from({ length: count }, (_, index) =>
    filedUnder({ projectNo, kind, version, ...(printing !== undefined && { printing }), page: index + 1 }),
  );
}
