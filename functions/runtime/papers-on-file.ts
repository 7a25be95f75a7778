// Makes sure that the papers which an act refers to are there: an entry must never name a paper that nobody has.
import { granted, type Outcome } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { fieldsRefused } from '../../domain/projects/act-input.ts';

/** `papers`: JSON pointer of the field and SHA-256; all that are missing are named at once. */
export async function papersOnFile(
  ports: Pick<Ports, 'papers'>,
  papers: readonly (readonly [path: string, sha256: string])[],
): Promise<Outcome<undefined>> {
  const described = await Promise.all(papers.map(([, sha256]) => ports.papers.describe(sha256)));
  const missing = papers.filter((_, index) => described[index] === undefined);
  if (missing.length === 0) return granted(undefined);
  return fieldsRefused(
    missing.map(([path]) => ({
      path,
      says: { zh: '没有这份文件，请先上传', en: 'There is no such paper; upload it first' },
    })),
  );
}
