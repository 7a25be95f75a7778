// Voids an issued paper: its number stays taken, its code says from now on that it is void.
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import { type LedgerRef, sealEntry } from '../../domain/ledger.ts';
import {
  foldIssueRegister,
  isSamePaper,
  issuedRow,
  type PaperName,
  voidedPayload,
} from '../../domain/paper/issue-register.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { REGISTER_RULEBOOK } from './issue-paper.ts';

export interface VoidRequest {
  readonly actor: Actor;
  readonly register: LedgerRef;
  readonly paper: PaperName;
}

export async function voidPaper(
  ports: Ports,
  { actor, register: ref, paper: named }: VoidRequest,
): Promise<Outcome<undefined>> {
  const register = foldIssueRegister(await ports.ledger.read(ref));
  const known = register.issued.find(({ paper }) => isSamePaper(paper, named));
  if (known === undefined) {
    return refused('NOT_FOUND', { zh: '没有签发过这份文件', en: 'No such paper has been issued' });
  }
  // Voiding twice is voiding once: the first day stands.
  if (known.voidedOn !== undefined) return granted(undefined);

  const at = ports.clock.now();
  const voidedOn = dateInShanghai(at);
  const { projectNo, kind, version, serials } = known.paper;
  const entry = sealEntry(ref, register.head, {
    at,
    act: 'void-paper',
    actor,
    payload: voidedPayload.parse({ projectNo, kind, version, ...(serials && { serials }), voidedOn }) as JsonObject,
    findings: [],
    rulebook: REGISTER_RULEBOOK,
    calendar: (await currentCalendar(ports)).version,
  });
  const views = [issuedRow(ref, entry.seq, known.paper, voidedOn)];
  if ((await ports.ledger.append(ref, entry, { views, messages: [], signals: [] })) === 'APPENDED')
    return granted(undefined);
  return refused('STALE', {
    zh: '该文号序列刚刚有新的签发，请重试',
    en: 'Another paper of this series has just been issued; try again',
  });
}
