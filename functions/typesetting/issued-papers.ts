// The papers issued for a project, from the read model: numbers, pages, hashes, and which of them are void.
import { ISSUED_PAPERS, type IssuedPaper, issuedOfRow } from '../../domain/paper/issue-register.ts';
import type { Ports } from '../../domain/ports.ts';

export async function listIssued({ views }: Pick<Ports, 'views'>, projectNo: string): Promise<readonly IssuedPaper[]> {
  const issued: IssuedPaper[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.query(ISSUED_PAPERS, projectNo, cursor === undefined ? {} : { cursor });
    issued.push(...page.rows.map(issuedOfRow));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return issued;
}
