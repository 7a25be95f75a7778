// Whether a paper may stand for a circular that is issued: one that was set here says the words of the proposal, under its number.
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import { hashOf } from '../../domain/json.ts';
import { districtNo } from '../../domain/paper/district-number.ts';
import type { IssuedPaper } from '../../domain/paper/issue-register.ts';
import type { Ports } from '../../domain/ports.ts';
import type { CircularRecord } from '../../domain/programme/circulars.ts';
import { listIssuedPapers } from '../runtime/issued-papers.ts';

interface Named {
  readonly document?: string | undefined;
  readonly reference: string;
}

/** A paper that came in from elsewhere, signed and scanned, is not compared. */
export async function permitDocument(
  ports: Pick<Ports, 'views' | 'papers'>,
  year: string,
  { no, proposed }: CircularRecord,
  { document, reference }: Named,
): Promise<Outcome<undefined>> {
  if (document === undefined) return granted(undefined);
  const paper = (await listIssuedPapers(ports, districtNo(year))).find(({ sha256 }) => sha256 === document);
  if (paper === undefined) return granted(undefined);
  if (paper.kind !== 'C1' || paper.serials?.from !== no) {
    return wrong('/document', { zh: '这不是本期通报的文件。', en: 'This is not the paper of this circular.' });
  }
  if (paper.voidedOn !== undefined) {
    return wrong('/document', { zh: '该文件已作废，请重新签发。', en: 'That paper is void: set it again.' });
  }
  if (paper.number !== reference) {
    return wrong('/reference', {
      zh: `与文件上的文号 ${paper.number ?? ''} 不一致。`,
      en: `Not the number on the paper, ${paper.number ?? ''}.`,
    });
  }
  if (proposed !== undefined && (await hashOfWords(ports, paper)) !== proposed.contents) {
    return wrong('/document', {
      zh: '文件与提请印发的正文不一致，请重新签发文件。',
      en: 'The paper says other words than those proposed: set it again.',
    });
  }
  return granted(undefined);
}

async function hashOfWords({ papers }: Pick<Ports, 'papers'>, { contents }: IssuedPaper): Promise<string | undefined> {
  const bytes = contents === undefined ? undefined : await papers.get(contents);
  if (bytes === undefined) return undefined;
  try {
    // Written by `issuePaper`; `get` has checked that the bytes are those of the hash.
    return hashOf(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new Fault('CORRUPT', 'the contents of an issued circular cannot be read', { cause });
  }
}

const wrong = (path: string, says: { readonly zh: string; readonly en: string }) =>
  refused('MALFORMED', says, { fields: [{ path, says }] });
