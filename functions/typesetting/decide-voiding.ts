// The second of two persons confirms or declines that a paper is void: its number stays taken, its code says so from now on.
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import type { Outcome } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import { voidedPayload, voidingDeclinedPayload } from '../../domain/paper/issue-register.ts';
import { permitDecision, type VoidingDecision } from '../../domain/paper/voiding.ts';
import type { Ports } from '../../domain/ports.ts';
import { REGISTER_RULEBOOK } from './issue-paper.ts';
import { appendToRegister, findRegistered, paperNameOf, type VoidingRequest } from './paper-register.ts';

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
  const permitted = permitDecision({ ...known, kind: known.paper.kind }, actor, { decision, proposal });
  if (!permitted.ok) return permitted;
  const name = paperNameOf(known.paper);
  const voidedOn = dateInShanghai(ports.clock.now());
  const decided =
    decision === 'CONFIRM'
      ? { act: 'void-paper', payload: voidedPayload.parse({ ...name, voidedOn, proposal }) }
      : { act: 'decline-voiding', payload: voidingDeclinedPayload.parse({ ...name, proposal }) };
  return appendToRegister(ports, request, found.value, {
    act: decided.act,
    payload: decided.payload as JsonObject,
    findings: [],
    rulebook: REGISTER_RULEBOOK,
  });
}
