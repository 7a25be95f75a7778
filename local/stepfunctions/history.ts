// The history of an execution in the event kinds of AWS: how an event is stored, and how it is told.
import type { JsonObject } from '../../domain/json.ts';
import type { State } from './definition.ts';

/** Quota of Step Functions. */
export const HISTORY_LIMIT = 25_000;

export type HistoryEventType =
  | `${State['Type']}StateEntered`
  | `${Exclude<State['Type'], 'Fail'>}StateExited`
  | `${'Task' | 'Wait' | 'Parallel' | 'Map'}StateAborted`
  | `${'Parallel' | 'Map'}State${'Started' | 'Succeeded' | 'Failed'}`
  | `MapIteration${'Started' | 'Succeeded' | 'Failed' | 'Aborted'}`
  | `Task${'Scheduled' | 'Started' | 'Submitted' | 'Succeeded' | 'Failed' | 'TimedOut'}`
  | 'EvaluationFailed'
  | `Execution${'Started' | 'Succeeded' | 'Failed' | 'Aborted' | 'TimedOut'}`;

export interface HistoryEvent {
  readonly type: HistoryEventType;
  readonly at: number;
  readonly previous: number;
  readonly details?: JsonObject | undefined;
  /** The text of the one large value that the event carries: input, output or parameters. */
  readonly payload?: string | undefined;
}

/** `[type, at, previous, details, borrowed text or 0, payload]`, shortened at the end. */
type StoredEvent = [HistoryEventType, number, number, JsonObject?, (Borrowed | 0)?, unknown?];

/** A payload made of a piece of the payload of an earlier event: `before + textOf(event).slice(from, to) + after`. */
type Borrowed = [event: number, from: number, to: number, before: string, after: string];

/** Texts shorter than a reference is worth. */
const SHORT = 48;

/** How many payloads are remembered: those of one transition. */
const REMEMBERED = 5;

/** The payloads written last in an execution, by the event that carries them. */
export type Lately = Map<number, string>;

/**
 * The stored form of event number `id`. What a state gets is mostly what the one before gave, wrapped or unwrapped: a
 * payload that contains one written lately, or is contained in it, is stored as a reference.
 */
export function storedEvent(id: number, event: HistoryEvent, lately: Lately): string {
  const { type, at, previous, details, payload } = event;
  const start = `["${type}",${at},${previous}`;
  if (payload === undefined) return details ? `${start},${JSON.stringify(details)}]` : `${start}]`;
  const borrowed = payload.length > SHORT ? borrow(payload, lately) : undefined;
  if (payload.length > SHORT) remember(id, payload, lately);
  const withDetails = `${start},${details ? JSON.stringify(details) : '{}'}`;
  return borrowed ? `${withDetails},${JSON.stringify(borrowed)}]` : `${withDetails},0,${payload}]`;
}

function borrow(payload: string, lately: Lately): Borrowed | undefined {
  for (const [event, text] of lately) {
    if (text.length >= payload.length) {
      const from = text.indexOf(payload);
      if (from >= 0) return [event, from, from + payload.length, '', ''];
    } else {
      const at = payload.indexOf(text);
      if (at >= 0) return [event, 0, text.length, payload.slice(0, at), payload.slice(at + text.length)];
    }
  }
  return undefined;
}

function remember(id: number, payload: string, lately: Lately): void {
  lately.set(id, payload);
  for (const oldest of lately.keys()) {
    if (lately.size <= REMEMBERED) break;
    lately.delete(oldest);
  }
}

/** Reads stored events back, in order, the first one being event 1. */
export function readEvents(chunks: readonly string[]): HistoryEvent[] {
  const texts: string[] = [];
  // Written by storedEvent only.
  const stored = chunks.flatMap((chunk): StoredEvent[] => JSON.parse(chunk));
  return stored.map(([type, at, previous, details, borrowed, own], index) => {
    if (borrowed === undefined) return { type, at, previous, details };
    const payload = borrowed ? textOf(borrowed, texts) : JSON.stringify(own);
    texts[index + 1] = payload;
    return { type, at, previous, details, payload };
  });
}

function textOf([event, from, to, before, after]: Borrowed, texts: readonly string[]): string {
  return before + (texts[event] ?? '').slice(from, to) + after;
}

/** The event as GetExecutionHistory gives it. */
export function describeEvent(id: number, event: HistoryEvent, includeExecutionData: boolean) {
  const { type, at, previous, details, payload } = event;
  const described = { timestamp: at / 1000, type, id, previousEventId: previous };
  const field = detailsField(type);
  if (!field) return described;
  const carried = payloadField(type);
  const data =
    carried && payload !== undefined && includeExecutionData
      ? { [carried]: payload, ...(carried === 'parameters' ? {} : { [`${carried}Details`]: { truncated: false } }) }
      : {};
  return { ...described, [field]: { ...details, ...data } };
}

function detailsField(type: HistoryEventType): string | undefined {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  if (type.startsWith('MapIteration') || type === 'MapStateStarted' || !/StateS|StateF|StateA/.test(type)) {
    return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
  }
  return undefined;
}

function payloadField(type: HistoryEventType): 'input' | 'output' | 'parameters' | undefined {
  if (type.endsWith('Entered') || type === 'ExecutionStarted') return 'input';
  if (type === 'TaskScheduled') return 'parameters';
  return type.endsWith('Exited') || type === 'TaskSubmitted' || type.endsWith('Succeeded') ? 'output' : undefined;
}
