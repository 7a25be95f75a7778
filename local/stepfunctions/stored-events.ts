// How the events of a history are stored: kinds as numbers, details that were told before and pieces of earlier payloads
// as references. What a state gets is mostly what the one before gave, so that a history is hardly larger than its data.
import type { JsonObject } from '../../domain/json.ts';
import { borrow, type Piece, type RememberedPayload, remember, SHORT } from './borrowing.ts';
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

/**
 * `[type, at, previous, details, borrowed text or 0, payload]`, shortened at the end. 0 stands for the time of the event
 * before, another number for the details of that event.
 */
type StoredEvent = [number, number, number, (JsonObject | number)?, (Borrowed | 0)?, unknown?];

/** A payload made of a piece of the payload of an earlier event: `before + textOf(event).slice(from, to) + after`. */
type Borrowed = [event: number, from: number, to: number, before?: string, after?: string];

/** Details told, of which there are hardly more in a machine. */
const REMEMBERED_DETAILS = 64;

/** What was written last in an execution. */
export interface Lately {
  /** When the last event was. */
  at: number;
  /** The latest last. */
  readonly payloads: RememberedPayload[];
  /** By their text, the event that told them first. */
  readonly details: Map<string, number>;
}

export function nothingLately(): Lately {
  return { at: 0, payloads: [], details: new Map() };
}

export function forget(lately: Lately): void {
  lately.at = 0;
  lately.payloads.length = 0;
  lately.details.clear();
}

/** The stored form of event number `id`. */
export function storedEvent(id: number, event: HistoryEvent, lately: Lately, piece?: Piece): string {
  const { type, at, previous, details, payload } = event;
  const start = `[${PLACES[type]},${at === lately.at ? 0 : at},${previous}`;
  lately.at = at;
  if (payload === undefined) return details ? `${start},${storedDetails(id, details, lately)}]` : `${start}]`;
  const withDetails = `${start},${details ? storedDetails(id, details, lately) : '{}'}`;
  if (payload.length <= SHORT) return `${withDetails},0,${payload}]`;
  const borrowed = borrow(payload, piece, lately.payloads);
  if (!borrowed) {
    remember(id, payload, piece, lately.payloads);
    return `${withDetails},0,${payload}]`;
  }
  const { event: source, from, to, before, after } = borrowed;
  // What is the same once more needs no second place to be found at.
  if (before || after) remember(id, payload, piece, lately.payloads);
  const around = before || after ? `,${JSON.stringify(before)},${JSON.stringify(after)}` : '';
  return `${withDetails},[${source},${from},${to}${around}]]`;
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

/** Reads stored events back, in order, the first one being event 1. */
export function readEvents(chunks: readonly string[]): HistoryEvent[] {
  const payloads: string[] = [];
  const told: HistoryEvent[] = [];
  // Written by storedEvent only.
  const stored = chunks.flatMap((chunk): StoredEvent[] => JSON.parse(chunk));
  let now = 0;
  for (const [place, at, previous, given, borrowed, own] of stored) {
    now = at || now;
    const type = TYPES[place];
    if (type === undefined) throw new Error(`a stored event is of the unknown type ${place}`);
    const details = typeof given === 'number' ? told[given - 1]?.details : given;
    const payload = borrowed === undefined ? undefined : borrowed ? textOf(borrowed, payloads) : JSON.stringify(own);
    told.push({ type, at: now, previous, details, ...(payload === undefined ? {} : { payload }) });
    payloads[told.length] = payload ?? '';
  }
  return told;
}

function textOf([event, from, to, before = '', after = '']: Borrowed, payloads: readonly string[]): string {
  return before + (payloads[event] ?? '').slice(from, to) + after;
}
