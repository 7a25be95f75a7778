// The kinds of events that a state is told with, and those of their details that are the same every time: made once, so that
// their texts are too.
import type { JsonObject } from '../../domain/json.ts';
import type { State, StateOf } from './definition.ts';
import type { ExecutionStatus } from './frames.ts';
import type { HistoryEventType } from './history.ts';

export const ENTERING_EVENTS = {
  Task: 'TaskStateEntered',
  Pass: 'PassStateEntered',
  Choice: 'ChoiceStateEntered',
  Wait: 'WaitStateEntered',
  Succeed: 'SucceedStateEntered',
  Fail: 'FailStateEntered',
  Parallel: 'ParallelStateEntered',
  Map: 'MapStateEntered',
} as const satisfies Record<State['Type'], HistoryEventType>;

export const LEAVING_EVENTS = {
  Task: 'TaskStateExited',
  Pass: 'PassStateExited',
  Choice: 'ChoiceStateExited',
  Wait: 'WaitStateExited',
  Succeed: 'SucceedStateExited',
  Parallel: 'ParallelStateExited',
  Map: 'MapStateExited',
} as const satisfies Record<Exclude<State['Type'], 'Fail'>, HistoryEventType>;

export const CLOSING_EVENTS = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  ABORTED: 'ExecutionAborted',
  TIMED_OUT: 'ExecutionTimedOut',
} as const satisfies Record<Exclude<ExecutionStatus, 'RUNNING'>, HistoryEventType>;

const names = new Map<string, JsonObject>();

/** The same object for the same name, of which there are as many as states. */
export function nameDetails(name: string): JsonObject {
  let details = names.get(name);
  if (!details) {
    details = Object.freeze({ name });
    names.set(name, details);
  }
  return details;
}

interface ResourceDetails extends JsonObject {
  readonly resourceType: string;
  readonly resource: string;
}

const scheduledAlways = new WeakMap<StateOf<'Task'>, JsonObject>();

/** The same object for the same state, where its times are fixed. */
export function scheduledDetails(
  state: StateOf<'Task'>,
  region: string,
  timeout: number | undefined,
  heartbeat: number | undefined,
): JsonObject {
  const always = scheduledAlways.get(state);
  if (always) return always;
  const details = Object.freeze({
    ...resourceDetails(state),
    region,
    ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
    ...(heartbeat === undefined ? {} : { heartbeatInSeconds: heartbeat }),
  });
  const isFixed = typeof state.TimeoutSeconds !== 'string' && typeof state.HeartbeatSeconds !== 'string';
  if (isFixed) scheduledAlways.set(state, details);
  return details;
}

const details = new Map<string, ResourceDetails>();

/** The same object for the same resource, of which there are few. */
export function resourceDetails({ Resource }: StateOf<'Task'>): ResourceDetails {
  let known = details.get(Resource);
  if (!known) {
    const [resourceType = '', resource = ''] = Resource.split(':::')[1]?.split(/:(.*)/) ?? [];
    known = Object.freeze({ resourceType, resource });
    details.set(Resource, known);
  }
  return known;
}
