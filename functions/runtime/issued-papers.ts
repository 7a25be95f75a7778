// Reads what was issued of one kind of paper in one project: all versions and serials, which are few.
import type { DocumentCode } from '../../domain/paper/catalogue.ts';
import { ISSUED_PAPERS, type IssuedPaper, issuedOfRow } from '../../domain/paper/issue-register.ts';
import type { Ports } from '../../domain/ports.ts';

export async function listIssuedPapers(
  { views }: Pick<Ports, 'views'>,
  projectNo: string,
  kind: DocumentCode,
): Promise<readonly IssuedPaper[]> {
  const issued: IssuedPaper[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.query(ISSUED_PAPERS, projectNo, { prefix: `${kind}/`, ...(cursor && { cursor }) });
    issued.push(...page.rows.map(issuedOfRow));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return issued;
}
