// What a running execution is made of: one frame for the machine and one for every branch and iteration inside it.
// The data of a workflow is JSON, so a stored frame is the whole continuation: nothing is ever replayed.
import type { Json } from '../../domain/json.ts';
import type { Definition } from './definition.ts';
import type { Payload } from './payload.ts';
import type { Lately } from './stored-events.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED' | 'TIMED_OUT';

/** The row of an execution, running or closed. */
export interface ExecutionRecord {
  readonly id: number;
  readonly machine: string;
  readonly version: number;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly input: string;
  readonly output: string | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly startedAt: number;
  readonly stoppedAt: number | undefined;
}

/** A running execution in memory. */
export interface Execution {
  readonly id: number;
  readonly machine: string;
  readonly name: string;
  readonly input: Json;
  readonly startedAt: number;
  readonly definition: Definition;
  readonly frames: Map<number, Frame>;
  /** Numbers of the frames that differ from their rows. */
  readonly changed: Set<number>;
  nextFrame: number;
  /** Id of the last event of the history. */
  events: number;
  /** Events not yet written, in their stored form, separated by commas. */
  unwritten: string;
  readonly lately: Lately;
}

/** Where a frame stands within its state. In 'starting', 'ready', 'leaving' and 'failing' the engine has to move it on. */
export type Phase =
  /** An iteration whose input is not selected yet. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'backing-off' }
  | {
      readonly kind: 'task';
      /** The arguments. */
      readonly data: Payload;
      /** The event that tells them. */
      readonly dataEvent?: number | undefined;
      /** Set for a callback. */
      readonly token?: string | undefined;
      /** The function of a callback has returned: only the token is awaited. */
      readonly submitted?: boolean;
      readonly deadline?: number | undefined;
      readonly heartbeat?: { readonly seconds: number; readonly due: number } | undefined;
    }
  | { readonly kind: 'nested'; readonly child: number }
  | {
      readonly kind: 'branches';
      /** The items of a Map. */
      readonly data?: Payload;
      readonly total: number;
      readonly tolerated: number;
      /** A threshold was given, so that exceeding it has an error of its own. */
      readonly threshold?: boolean;
    }
  | { readonly kind: 'leaving' /** The result, if the state has one. */; readonly data?: Payload }
  | { readonly kind: 'failing'; readonly error: string; readonly cause: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: string; readonly cause: string };

export interface Frame {
  readonly execution: Execution;
  readonly number: number;
  readonly parent: number | undefined;
  /** Position among the branches or iterations of the parent. */
  readonly index: number;
  /** Index into the branches of the definition. */
  readonly branch: number;
  state: string;
  phase: Phase;
  enteredAt: number;
  /** When the engine has to look at it again. */
  wake: number | undefined;
  /** Id of the event that the next one of this frame follows. */
  previousEvent: number;
  input: Payload;
  /** The event that tells the input. */
  inputEvent: number | undefined;
  /** Variables of this scope; those of the outer scopes are in the parents. */
  variables: Payload;
  /** Attempts made for each retrier of the state. */
  attempts: number[];
}

export function isRunnable(frame: Frame): boolean {
  const { kind } = frame.phase;
  return kind === 'starting' || kind === 'ready' || kind === 'leaving' || kind === 'failing';
}

/** A function still has to be called, or its answer to come back. */
export function isInvoking({ phase }: Frame): boolean {
  return phase.kind === 'task' && !phase.submitted;
}

/** The engine itself has something to do for it; otherwise it waits for a token, a time or a child. */
export function isActive(execution: Execution): boolean {
  for (const frame of execution.frames.values()) if (isRunnable(frame) || isInvoking(frame)) return true;
  return false;
}
