// Tasks handed to a colleague: the entries of a unit's DELEGATIONS ledger, their fold, and their read model. Handing over
// changes whose list a task stands on, never what anybody may do.

import * as z from 'zod';
import { projectIdSchema } from '../api.ts';
import { dateInShanghai, type PlainDate, parsePlainDate } from '../calendar/plain-date.ts';
import type { Entry, LedgerRef } from '../ledger.ts';
import type { Actor } from '../parties.ts';
import type { ViewWrite } from '../ports.ts';
import { ACT_NAMES } from '../projects/act-names.ts';

const task = { projectId: projectIdSchema, act: z.enum(ACT_NAMES) };

export const delegateTaskPayload = z.strictObject({
  ...task,
  /** Subject of the colleague's token; says nothing about the person. */
  to: z.string().min(1).max(200),
  /** The last day on which the colleague has it. */
  until: z.iso.date(),
});
export const takeBackTaskPayload = z.strictObject(task);

export type TaskRef = z.output<typeof takeBackTaskPayload>;

/** Who gave which task to whom, and for how long. */
export interface Delegation extends z.output<typeof delegateTaskPayload> {
  readonly by: string;
  readonly at: string;
}

export type Delegations = ReadonlyMap<string, Delegation>;

/** The unit that tasks stand on the list of; each has a ledger of its own. */
export type Desk = Pick<Actor, 'role' | 'unit'>;
export const deskOf = ({ role, unit }: Desk): string => `${role}#${unit}`;
export const delegationsLedger = (desk: Desk): LedgerRef => ({ kind: 'DELEGATIONS', id: deskOf(desk) });

export const taskKey = ({ projectId, act }: TaskRef): string => `${projectId}#${act}`;

export const isInForce = ({ until }: Delegation, on: PlainDate): boolean => until >= on;

export function foldDelegations(entries: readonly Entry[]): Delegations {
  const delegations = new Map<string, Delegation>();
  for (const { act, payload, actor, at } of entries) {
    if (act === 'delegate-task') {
      const given = delegateTaskPayload.parse(payload);
      delegations.set(taskKey(given), { ...given, by: actor.id, at });
    } else if (act === 'take-back-task') delegations.delete(taskKey(takeBackTaskPayload.parse(payload)));
  }
  return delegations;
}

/** A day that is not over yet, and not so far away that nobody remembers. */
export function isFairUntil(until: string, on: PlainDate, latest: PlainDate): boolean {
  const day = parsePlainDate(until);
  return day !== undefined && day >= on && day <= latest;
}

export const DELEGATED_TASKS = 'delegated-tasks';

/**
 * The rows that the last of a ledger's entries changes: its own task, and those whose time is over on its day. The day is that
 * of the entry, so that doing it again changes nothing.
 */
export function projectDelegations(ref: LedgerRef, entries: readonly Entry[]): ViewWrite[] {
  const last = entries.at(-1);
  if (last === undefined) return [];
  const today = dateInShanghai(last.at);
  const over = [...foldDelegations(entries.slice(0, -1)).values()].filter((each) => !isInForce(each, today));
  return rowsOf(ref, entries, last, [namedIn(last), ...over.map(taskKey)]);
}

/** A row for every task that was ever given: null where it is with nobody. */
export function allDelegations(ref: LedgerRef, entries: readonly Entry[]): ViewWrite[] {
  const last = entries.at(-1);
  return last === undefined ? [] : rowsOf(ref, entries, last, entries.map(namedIn));
}

const namedIn = ({ payload: { projectId, act } }: Entry): string =>
  taskKey(takeBackTaskPayload.parse({ projectId, act }));

function rowsOf(ref: LedgerRef, entries: readonly Entry[], last: Entry, keys: readonly string[]): ViewWrite[] {
  const watermark = { ledger: `${ref.kind}/${ref.id}`, seq: last.seq };
  const today = dateInShanghai(last.at);
  const standing = foldDelegations(entries);
  return [...new Set(keys)].map((key) => {
    const delegation = standing.get(key);
    const value = delegation !== undefined && isInForce(delegation, today) ? { ...delegation } : null;
    return { view: DELEGATED_TASKS, partition: ref.id, sort: key, value, watermark };
  });
}
