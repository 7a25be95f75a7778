// The Wait state, and the strict reading of the instant it waits for.
import type { StateOf } from './definition.ts';
import { EvaluationError } from './errors.ts';
import { type Eventual, onceThere } from './eventual.ts';
import type { Frame } from './frames.ts';
import type { Interpreter } from './interpreter.ts';
import { evaluate, type Scope } from './jsonata.ts';

const TIMESTAMP = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
const MAX_SECONDS = 99_999_999;

export async function enterWait(interpreter: Interpreter, frame: Frame, state: StateOf<'Wait'>): Promise<void> {
  const scope = interpreter.scope(frame);
  const seconds = await secondsOf(state.Seconds, 'Seconds', scope, 0);
  const until =
    seconds === undefined
      ? requireTimestamp(await evaluate(state.Timestamp ?? '', 'Timestamp', scope))
      : scope.now + seconds * 1000;
  interpreter.transition(frame, (draft) => {
    draft.phase = { kind: 'waiting' };
    draft.wake = until;
  });
}

/** A number of seconds given in the definition or as an expression. */
export function secondsOf(
  template: number | string | undefined,
  field: string,
  scope: Scope,
  least: 0 | 1,
): Eventual<number | undefined> {
  if (template === undefined) return undefined;
  return onceThere(evaluate(template, field, scope), (seconds) => {
    if (typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= least && seconds <= MAX_SECONDS) {
      return seconds;
    }
    throw new EvaluationError(field, `The field '${field}' must be a whole number from ${least} to ${MAX_SECONDS}.`);
  });
}

/** Undefined for what is no instant: `Date.parse` would also take the 30th of February and times without a zone. */
export function parseTimestamp(timestamp: unknown): number | undefined {
  const [, date, time] = (typeof timestamp === 'string' && TIMESTAMP.exec(timestamp)) || [];
  const asWritten = new Date(`${date}T${time}Z`);
  const instant = Date.parse(String(timestamp));
  const exists = !Number.isNaN(asWritten.getTime()) && asWritten.toISOString().startsWith(`${date}T${time}`);
  return exists && !Number.isNaN(instant) ? instant : undefined;
}

function requireTimestamp(timestamp: unknown): number {
  const instant = parseTimestamp(timestamp);
  if (instant !== undefined) return instant;
  throw new EvaluationError(
    'Timestamp',
    "The field 'Timestamp' cannot be parsed as an ISO-8601 extended offset date-time format string.",
  );
}
