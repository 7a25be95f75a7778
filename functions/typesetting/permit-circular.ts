// The paper of a circular (C1) is set for the second person only: what it says was proposed by another one, word for word.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { hashOf, type JsonObject } from '../../domain/json.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { permitIssue } from '../../domain/programme/circular-persons.ts';
import { findDraft } from '../../domain/programme/circulars.ts';
import { loadProgramme } from '../runtime/load-programme.ts';

interface CircularPaper {
  readonly year: string;
  readonly no: number;
  readonly contents: JsonObject;
}

export async function permitCircular(
  ports: Pick<Ports, 'ledger'>,
  actor: Actor,
  { year, no, contents }: CircularPaper,
): Promise<Outcome<undefined>> {
  const circular = findDraft(await loadProgramme(ports, year), no);
  if (!circular.ok) return circular;
  const permitted = permitIssue(circular.value, actor);
  if (!permitted.ok) return permitted;
  if (hashOf(contents) === permitted.value.contents) return granted(undefined);
  return refused('STALE', {
    zh: '与提请印发的正文不一致；请看过现在的正文再签发。',
    en: 'Not the words that were proposed: read the circular as it stands, then set it as a paper.',
  });
}
