// Wakes what is due: waits, retries, timeouts, heartbeats and executions that have run too long, in the order of their times.
import type { Execution, Frame } from './frames.ts';
import type { Interpreter } from './interpreter.ts';
import { stopNested } from './nesting.ts';
import { timeOutTask } from './tasks.ts';

/** setTimeout takes 31 bits of milliseconds, 24.8 days, and fires at once beyond that. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** One timer of the process for all that waits; what is due is read from the rows. */
export class Alarm {
  readonly #now: () => number;
  readonly #ring: () => void;
  #at = Number.POSITIVE_INFINITY;
  #timeout: NodeJS.Timeout | undefined;

  constructor(now: () => number, ring: () => void) {
    this.#now = now;
    this.#ring = ring;
  }

  /** Rings at this time, unless it rings earlier anyway. */
  setFor(at: number): void {
    if (at >= this.#at) return;
    this.cancel();
    this.#at = at;
    const delay = Math.min(Math.max(at - this.#now(), 0), LONGEST_TIMEOUT);
    this.#timeout = setTimeout(() => {
      this.cancel();
      this.#ring();
    }, delay);
    this.#timeout.unref();
  }

  cancel(): void {
    clearTimeout(this.#timeout);
    this.#at = Number.POSITIVE_INFINITY;
  }
}

export function wakeDue(interpreter: Interpreter): void {
  const { store, now } = interpreter.surroundings;
  for (const { execution: id, frame: number } of store.due(now())) {
    const execution = store.execution(id);
    if (!execution) continue;
    if (number === undefined) timeOutExecution(interpreter, execution);
    else {
      const frame = execution.frames.get(number);
      if (frame && (frame.wake ?? Number.POSITIVE_INFINITY) <= now()) wakeFrame(interpreter, frame);
    }
  }
}

function timeOutExecution(interpreter: Interpreter, execution: Execution): void {
  interpreter.conclude(execution, 'TIMED_OUT', { error: 'States.Timeout' });
}

function wakeFrame(interpreter: Interpreter, frame: Frame): void {
  const { phase } = frame;
  interpreter.transition(frame, (draft) => {
    draft.wake = undefined;
    if (phase.kind === 'waiting') draft.phase = { kind: 'leaving' };
    else if (phase.kind === 'backing-off') draft.phase = { kind: 'ready' };
    else if (phase.kind === 'task') {
      const timedOut = phase.deadline !== undefined && phase.deadline <= interpreter.surroundings.now();
      timeOutTask(interpreter, draft, timedOut ? 'States.Timeout' : 'States.HeartbeatTimeout');
    } else if (phase.kind === 'nested') {
      timeOutTask(interpreter, draft, 'States.Timeout');
      stopNested(interpreter, frame);
    }
  });
}
