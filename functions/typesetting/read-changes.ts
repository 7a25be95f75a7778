// Reads what was kept of two versions of a paper, and says what the later one says otherwise.
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import { type ContentsChange, changesBetween } from '../../domain/paper/contents-changes.ts';
import type { IssuedPaper } from '../../domain/paper/issue-register.ts';
import { neverStoredOf } from '../../domain/paper/kept-contents.ts';
import type { Ports } from '../../domain/ports.ts';

export interface PaperChanges {
  readonly changes?: readonly ContentsChange[];
  /** Of which nothing was kept but the paper itself. */
  readonly notKept: ('before' | 'after')[];
  readonly unkept: readonly string[];
}

export async function readChanges(
  { papers }: Pick<Ports, 'papers'>,
  before: IssuedPaper,
  after: IssuedPaper,
): Promise<Outcome<PaperChanges>> {
  if (before.kind !== after.kind) return notVersions();
  const [old, now] = [await contentsOf(papers, before), await contentsOf(papers, after)];
  return granted({
    ...(old && now && { changes: changesBetween(old, now) }),
    notKept: [...(old ? [] : ['before' as const]), ...(now ? [] : ['after' as const])],
    unkept: neverStoredOf(after.kind),
  });
}

async function contentsOf(
  papers: Pick<Ports['papers'], 'get'>,
  { contents }: IssuedPaper,
): Promise<JsonObject | undefined> {
  const bytes = contents === undefined ? undefined : await papers.get(contents);
  if (bytes === undefined) return undefined;
  try {
    // Written by `issuePaper`; `get` has checked that the bytes are those of the hash.
    return JSON.parse(new TextDecoder().decode(bytes)) as JsonObject;
  } catch (cause) {
    throw new Fault('CORRUPT', 'the contents of an issued paper cannot be read', { cause });
  }
}

const notVersions = () =>
  refused('MALFORMED', {
    zh: '这两份不是同一种文件，不能对看。',
    en: 'These are not two versions of one kind of paper.',
  });
