// One register of issued papers, read and written on: finds a paper in it, and appends what becomes of the paper.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { EMPTY_HEAD, type Entry, type EntryContent, type LedgerRef, sealEntry } from '../../domain/ledger.ts';
import {
  foldIssueRegister,
  isSamePaper,
  type PaperName,
  type RegisteredPaper,
} from '../../domain/paper/issue-register.ts';
import { registerConsequences } from '../../domain/paper/register-consequences.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { askedBefore } from '../runtime/asked-before.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';

export interface VoidingRequest {
  readonly actor: Actor;
  readonly register: LedgerRef;
  readonly paper: PaperName;
  /** The mark of the request, if it came with an Idempotency-Key. */
  readonly request?: string | undefined;
}

export interface FoundPaper {
  /** All that stand in the register now. */
  readonly entries: readonly Entry[];
  readonly known: RegisteredPaper;
}

export const paperNameOf = ({ projectNo, kind, version, printing, serials }: PaperName): PaperName => ({
  projectNo,
  kind,
  version,
  ...(printing !== undefined && { printing }),
  ...(serials && { serials }),
});

export async function findRegistered(
  { ledger }: Pick<Ports, 'ledger'>,
  ref: LedgerRef,
  named: PaperName,
): Promise<Outcome<FoundPaper>> {
  const entries = await ledger.read(ref);
  const known = foldIssueRegister(entries).issued.find(({ paper }) => isSamePaper(paper, named));
  if (known !== undefined) return granted({ entries, known });
  return refused('NOT_FOUND', { zh: '没有签发过这份文件。', en: 'No such paper has been issued.' });
}

/** Done before, and its answer was lost on the way: the same request is answered as if it were done now. */
export function isOnRecord({ entries }: FoundPaper, { request }: VoidingRequest): Outcome<boolean> {
  const before = askedBefore(entries, request);
  return before.ok ? granted(before.value !== undefined) : before;
}

/** Of two persons at once one wins; the other one looks again, unless both were one request. */
export async function appendToRegister(
  ports: Ports,
  asked: VoidingRequest,
  { entries }: FoundPaper,
  content: Pick<EntryContent, 'act' | 'payload' | 'findings' | 'rulebook'>,
): Promise<Outcome<undefined>> {
  const { actor, register: ref, request } = asked;
  const entry = sealEntry(ref, entries.at(-1) ?? EMPTY_HEAD, {
    ...content,
    at: ports.clock.now(),
    actor,
    calendar: (await currentCalendar(ports)).version,
    ...(request !== undefined && { request }),
  });
  const consequences = registerConsequences(ref, [...entries, entry]);
  if ((await ports.ledger.append(ref, entry, consequences)) === 'APPENDED') return granted(undefined);
  const twin = askedBefore(await ports.ledger.read(ref), request);
  if (!twin.ok) return twin;
  if (twin.value) return granted(undefined);
  return refused('STALE', {
    zh: '本登记簿刚刚有新的记录；请看过最新情况再办。',
    en: 'Something has just been written into this register: look at it again, then act.',
  });
}
