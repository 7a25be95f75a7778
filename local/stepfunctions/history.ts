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
