// How the events of a history are stored: kinds as numbers, details that were told before and pieces of earlier payloads
// as references. What a state gets is mostly what the one before gave, so that a history is hardly larger than its data.
import type { JsonObject } from '../../domain/json.ts';
import type { HistoryEvent, HistoryEventType } from './history.ts';

/** Stored by their places: only ever added to at the end. */
const TYPES = [
  'ExecutionStarted',
  'ExecutionSucceeded',
  'ExecutionFailed',
  'ExecutionAborted',
  'ExecutionTimedOut',
  'TaskStateEntered',
  'TaskScheduled',
  'TaskStarted',
  'TaskSubmitted',
  'TaskSucceeded',
  'TaskFailed',
  'TaskTimedOut',
  'TaskStateExited',
  'TaskStateAborted',
  'PassStateEntered',
  'PassStateExited',
  'ChoiceStateEntered',
  'ChoiceStateExited',
  'WaitStateEntered',
  'WaitStateExited',
  'WaitStateAborted',
  'SucceedStateEntered',
  'SucceedStateExited',
  'FailStateEntered',
  'ParallelStateEntered',
  'ParallelStateStarted',
  'ParallelStateSucceeded',
  'ParallelStateFailed',
  'ParallelStateExited',
  'ParallelStateAborted',
  'MapStateEntered',
  'MapStateStarted',
  'MapStateSucceeded',
  'MapStateFailed',
  'MapStateExited',
  'MapStateAborted',
  'MapIterationStarted',
  'MapIterationSucceeded',
  'MapIterationFailed',
  'MapIterationAborted',
  'EvaluationFailed',
] as const satisfies readonly HistoryEventType[];

// Does not compile while a type of event has no place.
const PLACES: Readonly<Record<(typeof TYPES)[number], number>> & Readonly<Record<HistoryEventType, number>> =
  // Every type is in the list, as the line above has checked.
  Object.fromEntries(TYPES.map((type, place) => [type, place])) as Record<(typeof TYPES)[number], number>;

/** `[type, at, previous, details, borrowed text or 0, payload]`, shortened at the end. A number stands for the details of that event. */
type StoredEvent = [number, number, number, (JsonObject | number)?, (Borrowed | 0)?, unknown?];

/** A payload made of a piece of the payload of an earlier event: `before + textOf(event).slice(from, to) + after`. */
type Borrowed = [event: number, from: number, to: number, before: string, after: string];

/** Texts shorter than a reference is worth. */
const SHORT = 48;
/** What may be left over around a piece before a better one is looked for. */
const CLOSE = 96;
/** Payloads remembered: those of the last two states. */
const REMEMBERED = 6;
const REMEMBERED_DETAILS = 64;

/** What was written last in an execution. */
export interface Lately {
  /** The latest last. */
  readonly payloads: { readonly event: number; readonly text: string }[];
  /** By their text, the event that told them first. */
  readonly details: Map<string, number>;
}

export function nothingLately(): Lately {
  return { payloads: [], details: new Map() };
}

export function forget({ payloads, details }: Lately): void {
  payloads.length = 0;
  details.clear();
}

/** The stored form of event number `id`. */
export function storedEvent(id: number, event: HistoryEvent, lately: Lately): string {
  const { type, at, previous, details, payload } = event;
  const start = `[${PLACES[type]},${at},${previous}`;
  if (payload === undefined) return details ? `${start},${storedDetails(id, details, lately)}]` : `${start}]`;
  const withDetails = `${start},${details ? storedDetails(id, details, lately) : '{}'}`;
  if (payload.length <= SHORT) return `${withDetails},0,${payload}]`;
  const borrowed = borrow(payload, lately);
  if (!borrowed) {
    remember(id, payload, lately);
    return `${withDetails},0,${payload}]`;
  }
  const [source, from, to, before, after] = borrowed;
  // What is the same once more needs no second place to be found at.
  if (before || after || to - from < payload.length) remember(id, payload, lately);
  const around = before || after ? `${JSON.stringify(before)},${JSON.stringify(after)}` : '"",""';
  return `${withDetails},[${source},${from},${to},${around}]]`;
}

const frozenTexts = new WeakMap<JsonObject, string>();

function storedDetails(id: number, details: JsonObject, { details: told }: Lately): string | number {
  const text = textOfDetails(details);
  const before = told.get(text);
  if (before !== undefined) return before;
  if (text.length > SHORT / 4 && told.size < REMEMBERED_DETAILS) told.set(text, id);
  return text;
}

/** Details that are frozen are the same for a whole machine. */
function textOfDetails(details: JsonObject): string {
  if (!Object.isFrozen(details)) return JSON.stringify(details);
  let text = frozenTexts.get(details);
  if (text === undefined) {
    text = JSON.stringify(details);
    frozenTexts.set(details, text);
  }
  return text;
}

/** The longest piece that the payload has in common with one written lately, as a whole or from the beginning. */
function borrow(payload: string, { payloads }: Lately): Borrowed | undefined {
  let best: Borrowed | undefined;
  let longest = SHORT;
  for (let i = payloads.length - 1; i >= 0; i--) {
    const { event, text } = payloads[i] ?? { event: 0, text: '' };
    if (text === payload) return [event, 0, text.length, '', ''];
    const found = common(payload, text);
    const length = found ? found.to - found.from : 0;
    if (!found || length <= longest) continue;
    best = [event, found.from, found.to, payload.slice(0, found.at), payload.slice(found.at + length)];
    longest = length;
    if (length >= payload.length - CLOSE) return best;
  }
  return best;
}

function common(payload: string, text: string): { from: number; to: number; at: number } | undefined {
  if (text.length > payload.length) {
    const from = text.indexOf(payload);
    if (from >= 0) return { from, to: from + payload.length, at: 0 };
  } else if (text.length < payload.length) {
    const at = payload.indexOf(text);
    if (at >= 0) return { from: 0, to: text.length, at };
  }
  let same = 0;
  while (same < payload.length && payload.charCodeAt(same) === text.charCodeAt(same)) same++;
  return { from: 0, to: same, at: 0 };
}

function remember(event: number, text: string, { payloads }: Lately): void {
  payloads.push({ event, text });
  if (payloads.length > REMEMBERED) payloads.shift();
}

/** Reads stored events back, in order, the first one being event 1. */
export function readEvents(chunks: readonly string[]): HistoryEvent[] {
  const payloads: string[] = [];
  const told: HistoryEvent[] = [];
  // Written by storedEvent only.
  const stored = chunks.flatMap((chunk): StoredEvent[] => JSON.parse(chunk));
  for (const [place, at, previous, given, borrowed, own] of stored) {
    const type = TYPES[place];
    if (type === undefined) throw new Error(`a stored event is of the unknown type ${place}`);
    const details = typeof given === 'number' ? told[given - 1]?.details : given;
    const payload = borrowed === undefined ? undefined : borrowed ? textOf(borrowed, payloads) : JSON.stringify(own);
    told.push({ type, at, previous, details, ...(payload === undefined ? {} : { payload }) });
    payloads[told.length] = payload ?? '';
  }
  return told;
}

function textOf([event, from, to, before, after]: Borrowed, payloads: readonly string[]): string {
  return before + (payloads[event] ?? '').slice(from, to) + after;
}
