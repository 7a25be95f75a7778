// Moves executions on, one small transition after the other: a frame that is runnable is stepped, the step evaluates
// what it needs, and then changes frame and history in one synchronous body.
import type { Database } from '../../adapters/sqlite/database.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { Arns } from './arns.ts';
import { executionContext, visibleVariables } from './context.ts';
import type { Branch, State } from './definition.ts';
import { HistoryFull } from './errors.ts';
import { CLOSING_EVENTS, ENTERING_EVENTS, nameDetails } from './event-details.ts';
import { type Eventual, onceThere } from './eventual.ts';
import { type Execution, type Frame, isRunnable } from './frames.ts';
import type { HistoryEventType } from './history.ts';
import { evaluate, type Scope } from './jsonata.ts';
import type { Machines } from './machines.ts';
import { nestedExecutionClosed, stopNested } from './nesting.ts';
import { type Payload, payloadOfJson } from './payload.ts';
import type { ExecutionRecords } from './records.ts';
import { step } from './steps.ts';
import type { Store } from './store.ts';

export interface Surroundings {
  readonly database: Database;
  readonly store: Store;
  readonly records: ExecutionRecords;
  readonly machines: Machines;
  readonly arns: Arns;
  /** Milliseconds since the epoch, real or virtual. */
  readonly now: () => number;
  readonly random: () => number;
  readonly invoke: (functionName: string, payload: Json) => Promise<unknown>;
  /** Sees to it that whatever is due at this time is woken. */
  readonly wakeAt: (at: number) => void;
  /** Told once the end of an execution is durable. */
  readonly executionClosed: (executionArn: string) => void;
  /** Told when a step could not be written; what was begun has to be taken up again. */
  readonly faulted: (error: unknown) => void;
}

const NO_VARIABLES: Payload = { text: '{}', value: {} };

export class Interpreter {
  readonly surroundings: Surroundings;
  /** After a stop, what is still under way ends without a trace; the next start takes it up again. */
  stopped = false;
  /** Steps and invocations under way. */
  #busy = 0;
  /** Within one step the time stands still. */
  #instant: number | undefined;
  /** Frames to be stepped as soon as the running code is done. */
  #ready: Frame[] = [];
  #quiet: PromiseWithResolvers<void> | undefined;

  constructor(surroundings: Surroundings) {
    this.surroundings = { ...surroundings, now: () => this.#instant ?? surroundings.now() };
  }

  /** Resolves when no step and no invocation is under way; undefined if that is so now. */
  get quiet(): Promise<void> | undefined {
    if (this.#busy === 0) return undefined;
    this.#quiet ??= Promise.withResolvers<void>();
    return this.#quiet.promise;
  }

  keepBusy(work: Promise<void>): void {
    this.#busy++;
    work.then(this.#rest, (error) => {
      this.surroundings.faulted(error);
      this.#rest();
    });
  }

  readonly #rest = (): void => {
    if (--this.#busy > 0) return;
    this.#quiet?.resolve();
    this.#quiet = undefined;
  };

  // What a stored execution refers to is in the definition it was started with.
  branchOf(frame: Frame): Branch {
    const branch = frame.execution.definition.branches[frame.branch];
    if (!branch) throw new Error(`the definition has no branch ${frame.branch}`);
    return branch;
  }

  stateOf(frame: Frame): State {
    const state = this.branchOf(frame).States[frame.state];
    if (!state) throw new Error(`the definition has no state ${frame.state}`);
    return state;
  }

  /** Steps the frame as soon as the running code is done, if it is runnable then and nothing else has happened to it. */
  resume(frame: Frame): void {
    this.#ready.push(frame);
    if (this.#ready.length > 1) return;
    this.#busy++;
    queueMicrotask(this.#stepReady);
  }

  readonly #stepReady = (): void => {
    // A step may make more frames ready, its own for the next step.
    for (let next = 0; next < this.#ready.length; next++) {
      const frame = this.#ready[next];
      if (!frame || !isRunnable(frame) || !this.isCurrent(frame)) continue;
      this.#instant = this.surroundings.now();
      try {
        const stepped = step(this, frame);
        if (stepped instanceof Promise) this.keepBusy(stepped);
      } catch (error) {
        this.surroundings.faulted(error);
      }
      this.#instant = undefined;
    }
    this.#ready = [];
    this.#rest();
  };

  /** False once anything else has happened to the frame: what was begun for it has no one to tell. */
  isCurrent(frame: Frame): boolean {
    return !this.stopped && this.surroundings.store.isCurrent(frame);
  }

  /** A changeable copy that takes the place of the frame. */
  draft(frame: Frame): Frame {
    const draft = { ...frame };
    this.surroundings.store.put(draft);
    this.resume(draft);
    return draft;
  }

  /** Changes a frame in one body, unless something else has happened to it meanwhile. */
  transition(frame: Frame, body: (draft: Frame) => void): void {
    if (!this.isCurrent(frame)) return;
    try {
      this.surroundings.database.write(() => {
        const draft = this.draft(frame);
        body(draft);
        if (draft.wake !== undefined) this.surroundings.wakeAt(draft.wake);
      });
    } catch (error) {
      if (!(error instanceof HistoryFull)) throw error;
      this.conclude(frame.execution, 'FAILED', { error: error.error, cause: error.reason });
    }
  }

  record(draft: Frame, type: HistoryEventType, details?: JsonObject, payload?: Payload): void {
    const { store, now } = this.surroundings;
    const event = { type, at: now(), previous: draft.previousEvent, details, payload: payload?.text };
    draft.previousEvent = store.append(draft.execution, event, payload?.part);
  }

  /** A frame for a branch that is about to begin. */
  addFrame(
    execution: Execution,
    place: { parent: number | undefined; index: number; branch: number; previousEvent: number; input: Payload },
  ): Frame {
    const frame: Frame = {
      execution,
      ...place,
      number: execution.nextFrame++,
      inputEvent: undefined,
      state: '',
      phase: { kind: 'starting' },
      enteredAt: this.surroundings.now(),
      wake: undefined,
      variables: NO_VARIABLES,
      attempts: [],
    };
    this.surroundings.store.put(frame);
    this.resume(frame);
    return frame;
  }

  enter(draft: Frame, state: string, input: Payload): void {
    draft.state = state;
    draft.input = input;
    draft.phase = { kind: 'ready' };
    draft.enteredAt = this.surroundings.now();
    draft.wake = undefined;
    draft.attempts = [];
    const { Type } = this.stateOf(draft);
    this.record(draft, ENTERING_EVENTS[Type], nameDetails(state), input);
    draft.inputEvent = draft.previousEvent;
  }

  fail(draft: Frame, error: string, cause: string): void {
    draft.phase = { kind: 'failing', error, cause };
    draft.wake = undefined;
  }

  scope(frame: Frame, seen: { result?: Json; errorOutput?: JsonObject; token?: string | undefined } = {}): Scope {
    const { token, ...states } = seen;
    const { arns, now, random } = this.surroundings;
    return {
      states: { input: frame.input.value, ...states },
      context: () => executionContext(frame, arns, token),
      variables: visibleVariables(frame),
      now: now(),
      random,
    };
  }

  /** The template as a payload; what else there is if there is no template. `input` is what the expressions see as that. */
  payload(
    template: Json | undefined,
    field: string,
    scope: Scope,
    otherwise: Payload,
    input: Payload = otherwise,
  ): Eventual<Payload> {
    if (template === undefined) return otherwise;
    return onceThere(evaluate(template, field, scope), (value) => payloadOfJson(value, otherwise, input));
  }

  /** Ends the execution and everything in it. */
  conclude(
    execution: Execution,
    status: keyof typeof CLOSING_EVENTS,
    end: { output?: Payload; error?: string | undefined; cause?: string | undefined },
  ): void {
    const { database, store, arns, now, executionClosed } = this.surroundings;
    const { output } = end;
    // An error without a cause has none, not an empty one.
    const error = end.error || undefined;
    const cause = end.cause || undefined;
    database.write(() => {
      const event = store.append(execution, {
        type: CLOSING_EVENTS[status],
        at: now(),
        previous: execution.frames.get(0)?.previousEvent ?? 0,
        details: { ...(error ? { error } : {}), ...(cause ? { cause } : {}) },
        payload: output?.text,
      });
      for (const frame of execution.frames.values()) stopNested(this, frame);
      store.close(execution, status, now(), { output: output?.text, error, cause }, event);
      database.afterCommit(() => {
        nestedExecutionClosed(this, execution.id);
        executionClosed(arns.execution(execution.machine, execution.name));
      });
    });
  }
}
