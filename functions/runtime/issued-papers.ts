// The papers issued for a project, from the read model: numbers, pages, hashes, and which of them are void.
import type { DocumentCode } from '../../domain/paper/catalogue.ts';
import { ISSUED_PAPERS, type IssuedPaper, issuedOfRow } from '../../domain/paper/issue-register.ts';
import type { Ports } from '../../domain/ports.ts';

/** Which printing of a version is in force: undefined for the first, and where none was issued here. */
export async function printingInForce(
  ports: Pick<Ports, 'views'>,
  { projectNo, kind, version }: Pick<IssuedPaper, 'projectNo' | 'kind' | 'version'>,
): Promise<number | undefined> {
  const issued = await listIssuedPapers(ports, projectNo, kind);
  return issued.find((paper) => paper.version === version && paper.voidedOn === undefined)?.printing;
}

/** All versions and serials, void ones too; of one kind if it is named. */
export async function listIssuedPapers(
  { views }: Pick<Ports, 'views'>,
  projectNo: string,
  kind?: DocumentCode,
): Promise<readonly IssuedPaper[]> {
  const issued: IssuedPaper[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.query(ISSUED_PAPERS, projectNo, {
      ...(kind !== undefined && { prefix: `${kind}/` }),
      ...(cursor !== undefined && { cursor }),
    });
    issued.push(...page.rows.map(issuedOfRow));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return issued;
}
