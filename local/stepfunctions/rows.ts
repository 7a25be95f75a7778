// The SQLite layout of the engine, and how frames and executions are laid into it.
import type { Json } from '../../domain/json.ts';
import type { Definition } from './definition.ts';
import {
  type Execution,
  type ExecutionRecord,
  type ExecutionStatus,
  type Frame,
  isInvoking,
  isRunnable,
  type Phase,
} from './frames.ts';
import type { HistoryEvent } from './history.ts';
import { payloadOfText } from './payload.ts';
import { nothingLately } from './stored-events.ts';
import { textOfTold, toldEvent, toldText } from './told-payloads.ts';

/** Frames of one execution lie side by side; a history of 25,000 events never needs more of them. */
const FRAMES_PER_EXECUTION = 32_768;

export const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sfn_execution (
    id INTEGER PRIMARY KEY, machine TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL,
    input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT, startedAt INTEGER NOT NULL, stoppedAt INTEGER,
    deadline INTEGER, packed INTEGER NOT NULL DEFAULT 0, UNIQUE (machine, name)) STRICT;
  CREATE INDEX IF NOT EXISTS sfn_execution_machine ON sfn_execution (machine, id);
  CREATE INDEX IF NOT EXISTS sfn_execution_status ON sfn_execution (machine, status, id);
  CREATE INDEX IF NOT EXISTS sfn_execution_deadline ON sfn_execution (deadline) WHERE deadline IS NOT NULL;
  CREATE INDEX IF NOT EXISTS sfn_execution_unpacked ON sfn_execution (id) WHERE packed = 0 AND status <> 'RUNNING';
  CREATE TABLE IF NOT EXISTS sfn_frame (
    id INTEGER PRIMARY KEY, active INTEGER NOT NULL, wake INTEGER, child INTEGER, parent INTEGER, position INTEGER NOT NULL,
    branch INTEGER NOT NULL, state TEXT NOT NULL, phase TEXT NOT NULL, enteredAt INTEGER NOT NULL,
    previousEvent INTEGER NOT NULL, attempts TEXT NOT NULL, variables TEXT NOT NULL, input TEXT NOT NULL, data TEXT) STRICT;
  CREATE INDEX IF NOT EXISTS sfn_frame_wake ON sfn_frame (wake) WHERE wake IS NOT NULL;
  CREATE INDEX IF NOT EXISTS sfn_frame_child ON sfn_frame (child) WHERE child IS NOT NULL;
  CREATE TABLE IF NOT EXISTS sfn_history (execution INTEGER NOT NULL, last INTEGER NOT NULL, events ANY NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS sfn_history_event ON sfn_history (execution, last);`;

export const UPSERT_FRAME = `
  INSERT INTO sfn_frame VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET
    active = excluded.active, wake = excluded.wake, child = excluded.child, state = excluded.state,
    phase = excluded.phase, enteredAt = excluded.enteredAt, previousEvent = excluded.previousEvent,
    attempts = excluded.attempts, variables = excluded.variables, input = excluded.input, data = excluded.data`;

export interface ExecutionRow {
  readonly id: number;
  readonly machine: string;
  readonly version: number;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly input: string;
  readonly output: string | null;
  readonly error: string | null;
  readonly cause: string | null;
  readonly startedAt: number;
  readonly stoppedAt: number | null;
}

export interface FrameRow {
  readonly id: number;
  readonly wake: number | null;
  readonly parent: number | null;
  readonly position: number;
  readonly branch: number;
  readonly state: string;
  readonly phase: string;
  readonly enteredAt: number;
  readonly previousEvent: number;
  readonly attempts: string;
  readonly variables: string;
  readonly input: string;
  readonly data: string | null;
}

export function frameId(execution: number, number: number): number {
  return execution * FRAMES_PER_EXECUTION + number;
}

export function splitFrameId(id: number): { execution: number; number: number } {
  return { execution: Math.floor(id / FRAMES_PER_EXECUTION), number: id % FRAMES_PER_EXECUTION };
}

export function newExecution(start: {
  id: number;
  machine: string;
  name: string;
  input: Json;
  startedAt: number;
  definition: Definition;
}): Execution {
  return {
    ...start,
    frames: new Map(),
    changed: new Set(),
    nextFrame: 0,
    events: 0,
    unwritten: '',
    lately: nothingLately(),
  };
}

export function executionRecord(row: ExecutionRow): ExecutionRecord {
  return {
    ...row,
    output: row.output ?? undefined,
    error: row.error ?? undefined,
    cause: row.cause ?? undefined,
    stoppedAt: row.stoppedAt ?? undefined,
  };
}

/** In the order of the columns. */
export function frameRow(frame: Frame): (string | number | null)[] {
  const { phase } = frame;
  const data = 'data' in phase ? phase.data : undefined;
  return [
    frameId(frame.execution.id, frame.number),
    isRunnable(frame) || isInvoking(frame) ? 1 : 0,
    frame.wake ?? null,
    frame.phase.kind === 'nested' ? frame.phase.child : null,
    frame.parent ?? null,
    frame.index,
    frame.branch,
    frame.state,
    phaseText(phase),
    frame.enteredAt,
    frame.previousEvent,
    frame.attempts.length ? JSON.stringify(frame.attempts) : '[]',
    frame.variables.text,
    toldText(frame.input.text, frame.inputEvent),
    data ? toldText(data.text, phase.kind === 'task' ? phase.dataEvent : undefined) : null,
  ];
}

/** Without what has a column of its own. */
function phaseText(phase: Phase): string {
  if (phase.kind !== 'task') return JSON.stringify({ ...phase, data: undefined });
  const { kind, token, submitted, deadline, heartbeat } = phase;
  return JSON.stringify({ kind, token, submitted, deadline, heartbeat });
}

export function frameOf(row: FrameRow, execution: Execution, history: () => readonly HistoryEvent[]): Frame {
  const payload = (text: string) => payloadOfText(textOfTold(text, history));
  const dataEvent = toldEvent(row.data ?? '');
  const data = row.data === null ? {} : { data: payload(row.data), ...(dataEvent && { dataEvent }) };
  return {
    execution,
    number: splitFrameId(row.id).number,
    parent: row.parent ?? undefined,
    index: row.position,
    branch: row.branch,
    state: row.state,
    phase: { ...JSON.parse(row.phase), ...data },
    enteredAt: row.enteredAt,
    wake: row.wake ?? undefined,
    previousEvent: row.previousEvent,
    input: payload(row.input),
    inputEvent: toldEvent(row.input),
    variables: payloadOfText(row.variables),
    attempts: JSON.parse(row.attempts),
  };
}
