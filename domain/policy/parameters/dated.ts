// A number of the rules with the time it holds, where it stands, and how well that was verified.
import type { PlainDate } from '../../calendar/plain-date.ts';

/**
 * TEXT: stands in the instrument itself. READING: chosen by us where the instrument is open. LAW_READ: read in the full
 * text of the law. LAW_SEEN: seen quoted on a public page. UNVERIFIED: general knowledge, to be confirmed by a person.
 */
export type Grade = 'TEXT' | 'READING' | 'LAW_READ' | 'LAW_SEEN' | 'UNVERIFIED';

export interface Dated<Value> {
  readonly value: Value;
  readonly from: PlainDate;
  /** Last day; without it, until further notice. */
  readonly to?: PlainDate;
  readonly citation: string;
  readonly grade: Grade;
}

/** One value after another, earliest first. */
export type Parameter<Value> = readonly [Dated<Value>, ...Dated<Value>[]];

/**
 * The value that holds on the day. Facts of an earlier day are judged by the first value: whether anything was in force
 * then is a question of its own (G-02). Undefined after the last day of the last value.
 */
export function inForceOn<Value>(parameter: Parameter<Value>, on: PlainDate): Dated<Value> | undefined {
  const held = parameter.filter(({ from }) => from <= on).at(-1) ?? parameter[0];
  return held.to !== undefined && held.to < on ? undefined : held;
}

/** The same where the rules cannot do without a value. */
export function valueOn<Value>(parameter: Parameter<Value>, on: PlainDate): Value {
  const held = inForceOn(parameter, on);
  if (held === undefined) throw new RangeError(`no value in force on ${on}: ${parameter[0].citation}`);
  return held.value;
}
