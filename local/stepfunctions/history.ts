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

/** `[type, at, previous, details, event that holds the payload or 0, payload]`, shortened at the end. */
type StoredEvent = [HistoryEventType, number, number, JsonObject?, number?, unknown?];

/** Payloads shorter than a reference is worth. */
const SHORT = 48;

/** How many payloads are remembered: those of one transition. */
const REMEMBERED = 6;

/** The stored form of event number `id`; a payload that was written lately is referred to. */
export function storedEvent(id: number, event: HistoryEvent, lately: Map<string, number>): string {
  const { type, at, previous, details, payload } = event;
  const start = `["${type}",${at},${previous}`;
  if (payload === undefined) return details ? `${start},${JSON.stringify(details)}]` : `${start}]`;
  const withDetails = `${start},${details ? JSON.stringify(details) : '{}'}`;
  const holder = lately.get(payload);
  if (holder !== undefined) return `${withDetails},${holder}]`;
  if (payload.length > SHORT) {
    lately.set(payload, id);
    for (const oldest of lately.keys()) {
      if (lately.size <= REMEMBERED) break;
      lately.delete(oldest);
    }
  }
  return `${withDetails},0,${payload}]`;
}

/** Reads stored events back, in order, the first one being event 1. */
export function readEvents(chunks: readonly string[]): HistoryEvent[] {
  // Written by storedEvent only.
  const stored = chunks.flatMap((chunk): StoredEvent[] => JSON.parse(chunk));
  return stored.map(([type, at, previous, details, holder, payload]) => {
    const value = holder ? stored[holder - 1]?.[5] : payload;
    return { type, at, previous, details, payload: holder === undefined ? undefined : JSON.stringify(value) };
  });
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
