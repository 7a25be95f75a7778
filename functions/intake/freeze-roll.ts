// Freezes the roster in force as the roll of one ballot: later corrections change the next ballot, never this one.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Entry } from '../../domain/ledger.ts';
import type { Ports } from '../../domain/ports.ts';
import { type Ballot, type FrozenRoll, frozenRollPayload } from '../../domain/roster/roster-ledger.ts';
import {
  appendRosterEntry,
  findRosterEntry,
  loadRosterHistory,
  permitRosterAct,
  type RosterRequest,
} from '../runtime/append-roster-entry.ts';

export interface FreezeRollRequest extends RosterRequest {
  readonly projectId: string;
  readonly ballot: Ballot;
}

export async function freezeRoll(ports: Ports, request: FreezeRollRequest): Promise<Outcome<FrozenRoll>> {
  const { neighbourhood, projectId, ballot } = request;
  const permitted = permitRosterAct('freeze-roll', request);
  if (!permitted.ok) return permitted;
  const history = await loadRosterHistory(ports, neighbourhood.code);
  const before = await findRosterEntry(ports, request);
  if (!before.ok) return before;
  if (before.value) return granted(rollOf(before.value));
  const inForce = history.imports.at(-1);
  if (inForce === undefined) {
    return refused('NOT_NOW', {
      zh: '该小区还没有名册；请先由街道导入名册，再冻结',
      en: 'This neighbourhood has no roster yet: the street office imports it first',
    });
  }
  const { seq: rosterSeq, rosterHash: rollHash, units, households, area, titleArea } = inForce;
  const frozen = history.rolls.findLast((roll) => roll.projectId === projectId && roll.ballot === ballot);
  if (frozen?.rosterSeq === rosterSeq) return granted(frozen);
  const payload = frozenRollPayload.parse({
    projectId,
    ballot,
    rosterSeq,
    rollHash,
    units,
    households,
    area,
    titleArea,
  });
  const appended = await appendRosterEntry(ports, request, history, 'freeze-roll', payload);
  return appended.ok ? granted(rollOf(appended.value)) : appended;
}

const rollOf = ({ payload, seq, at }: Entry): FrozenRoll => ({ ...frozenRollPayload.parse(payload), seq, at });
