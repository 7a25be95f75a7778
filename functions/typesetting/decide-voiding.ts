// The second of two persons confirms or declines that a paper is void: its number stays taken, its code says so from now on,
// and a publicity that hung it is interrupted.
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import {
  foldIssueRegister,
  isSamePaper,
  voidedPayload,
  voidingDeclinedPayload,
} from '../../domain/paper/issue-register.ts';
import { permitDecision, type VoidingDecision } from '../../domain/paper/voiding.ts';
import type { Ports } from '../../domain/ports.ts';
import { NOTICE_KINDS } from '../../domain/projects/publicity/record.ts';
import { interruptVoidPublicity } from '../runtime/interrupt-void-publicity.ts';
import { REGISTER_RULEBOOK } from './issue-paper.ts';
import { appendToRegister, findRegistered, isOnRecord, paperNameOf, type VoidingRequest } from './paper-register.ts';

export interface DecisionRequest extends VoidingRequest {
  readonly decision: VoidingDecision;
  /** Seq of the proposal that was seen. */
  readonly proposal: number;
}

export async function decideVoiding(ports: Ports, request: DecisionRequest): Promise<Outcome<undefined>> {
  const { actor, register: ref, paper: named, decision, proposal } = request;
  const found = await findRegistered(ports, ref, named);
  if (!found.ok) return found;
  const { known } = found.value;
  const name = paperNameOf(known.paper);
  const voidedOn = known.voidedOn ?? dateInShanghai(ports.clock.now());
  const before = isOnRecord(found.value, request);
  if (!before.ok) return before;
  if (!before.value) {
    const permitted = permitDecision({ ...known, kind: known.paper.kind }, actor, { decision, proposal });
    if (!permitted.ok) return permitted;
    const decided =
      decision === 'CONFIRM'
        ? { act: 'void-paper', payload: voidedPayload.parse({ ...name, voidedOn, proposal }) }
        : { act: 'decline-voiding', payload: voidingDeclinedPayload.parse({ ...name, proposal }) };
    const written = await appendToRegister(ports, request, found.value, {
      act: decided.act,
      payload: decided.payload as JsonObject,
      findings: [],
      rulebook: REGISTER_RULEBOOK,
    });
    if (!written.ok) return written;
  }
  if (decision === 'DECLINE' || !isNoticeKind(name.kind)) return granted(undefined);
  // From the ledger just written: on AWS its read model follows later.
  const printed = foldIssueRegister(found.value.entries).issued.map(({ paper, voidedOn: before }) => {
    const on = isSamePaper(paper, name) ? voidedOn : before;
    return { ...paper, ...(on !== undefined && { voidedOn: on }) };
  });
  await interruptVoidPublicity(ports, name.projectNo, printed);
  return granted(undefined);
}

const isNoticeKind = (kind: string): boolean => NOTICE_KINDS.some((each) => each === kind);
