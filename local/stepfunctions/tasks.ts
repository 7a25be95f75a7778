// The Task state: schedules a function or a nested execution, takes its answer, and gives up on it in time.
import { randomUUID } from 'node:crypto';
import type { StateOf } from './definition.ts';
import { StateError } from './errors.ts';
import { resourceDetails, scheduledDetails } from './event-details.ts';
import { type Eventual, onceThere } from './eventual.ts';
import type { Frame, Phase } from './frames.ts';
import type { Interpreter } from './interpreter.ts';
import { startNested } from './nesting.ts';
import {
  exceedsLimit,
  fieldsOf,
  type Payload,
  payloadOf,
  payloadOfJson,
  payloadOfText,
  requireWithinLimit,
} from './payload.ts';
import { newTaskToken } from './tokens.ts';
import { secondsOf } from './waits.ts';

type TaskPhase = Extract<Phase, { kind: 'task' }>;

export function enterTask(interpreter: Interpreter, frame: Frame, state: StateOf<'Task'>): Eventual<void> {
  const isCallback = state.Resource.endsWith('.waitForTaskToken');
  const token = isCallback ? newTaskToken(frame, randomUUID()) : undefined;
  const scope = interpreter.scope(frame, { token });
  return onceThere(interpreter.payload(state.Arguments, 'Arguments', scope, frame.input), (given) => {
    const input = requireWithinLimit(given, `arguments of the state '${frame.state}'`);
    return onceThere(secondsOf(state.TimeoutSeconds, 'TimeoutSeconds', scope, 1), (timeout) =>
      onceThere(secondsOf(state.HeartbeatSeconds, 'HeartbeatSeconds', scope, 1), (heartbeat) =>
        schedule(interpreter, frame, state, { input, token, timeout, heartbeat, now: scope.now }),
      ),
    );
  });
}

interface Scheduled {
  readonly input: Payload;
  readonly token: string | undefined;
  readonly timeout: number | undefined;
  readonly heartbeat: number | undefined;
  readonly now: number;
}

function schedule(interpreter: Interpreter, frame: Frame, state: StateOf<'Task'>, scheduled: Scheduled): void {
  const { database, arns } = interpreter.surroundings;
  const { input, token, timeout, heartbeat, now } = scheduled;
  const deadline = timeout === undefined ? undefined : now + timeout * 1000;
  interpreter.transition(frame, (draft) => {
    interpreter.record(draft, 'TaskScheduled', scheduledDetails(state, arns.region, timeout, heartbeat), input);
    const dataEvent = draft.previousEvent;
    interpreter.record(draft, 'TaskStarted', resourceDetails(state));
    if (state.Resource.includes(':states:startExecution'))
      return startNested(interpreter, draft, state, input, deadline);
    draft.phase = {
      kind: 'task',
      data: input,
      dataEvent,
      token,
      deadline,
      heartbeat: heartbeat === undefined ? undefined : { seconds: heartbeat, due: now + heartbeat * 1000 },
    };
    draft.wake = earliest(draft.phase);
    database.afterCommit(() => invokeFunction(interpreter, draft));
  });
}

/** Calls the function of a scheduled task: at least once, since a crash forgets whether it was called. */
export function invokeFunction(interpreter: Interpreter, frame: Frame): void {
  if (frame.phase.kind !== 'task') return;
  const { data } = frame.phase;
  interpreter.keepBusy(
    callFunction(interpreter, data, frame.input).then((answer) => takeAnswer(interpreter, frame, data, answer)),
  );
}

function takeAnswer(interpreter: Interpreter, frame: Frame, given: Payload, answer: Payload | StateError): void {
  if (interpreter.stopped) return;
  // A heartbeat may have replaced the frame meanwhile; the attempt is the same as long as its arguments are.
  const current = interpreter.surroundings.store.execution(frame.execution.id)?.frames.get(frame.number);
  if (current?.phase.kind !== 'task' || current.phase.data !== given) return;
  const { phase } = current;
  interpreter.transition(current, (draft) => {
    if (answer instanceof StateError) failTask(interpreter, draft, answer.error, answer.reason);
    else if (phase.token === undefined) succeedTask(interpreter, draft, answer);
    else submitTask(interpreter, draft, phase, answer);
  });
}

/** A function that is called again after a restart has this long at least, whatever had passed while nothing ran. */
const AGAIN = 60_000;

/**
 * Calls the function of a task that a crash has interrupted. Its time stood still as well: without that, an outage of a
 * minute would end every execution that was between two waits.
 */
export function callAgain(interpreter: Interpreter, frame: Frame): void {
  const { phase } = frame;
  if (phase.kind !== 'task') return;
  const soonest = interpreter.surroundings.now() + AGAIN;
  if ((earliest(phase) ?? soonest) < soonest) {
    interpreter.transition(frame, (draft) => {
      draft.phase = {
        ...phase,
        deadline: phase.deadline && Math.max(phase.deadline, soonest),
        heartbeat: phase.heartbeat && { ...phase.heartbeat, due: Math.max(phase.heartbeat.due, soonest) },
      };
      draft.wake = earliest(draft.phase);
    });
  }
  invokeFunction(interpreter, frame);
}

const ANSWER_BEGINS = '{"ExecutedVersion":"$LATEST","Payload":';
const ANSWER_ENDS = ',"StatusCode":200}';

async function callFunction(interpreter: Interpreter, given: Payload, input: Payload): Promise<Payload | StateError> {
  const { FunctionName: name, Payload: payload = {} } = fieldsOf(given);
  if (typeof name !== 'string') return new StateError('States.Runtime', 'The arguments have no FunctionName.');
  try {
    // The function gets a copy: what it changes must not reach the workflow.
    const copy = payloadOfText(payloadOfJson(payload, input).text).value;
    const answer = payloadOf(await interpreter.surroundings.invoke(name, copy));
    return {
      text: ANSWER_BEGINS + answer.text + ANSWER_ENDS,
      value: { ExecutedVersion: '$LATEST', Payload: answer.value, StatusCode: 200 },
      part: { payload: answer, before: ANSWER_BEGINS, after: ANSWER_ENDS },
    };
  } catch (thrown) {
    return functionError(thrown);
  }
}

/** The error of a function has the name of what it threw; errors of the service itself begin with `Lambda.`. */
function functionError(thrown: unknown): StateError {
  const name = thrown instanceof Error ? thrown.name : 'Error';
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (name.startsWith('Lambda.')) return new StateError(name, message);
  return new StateError(name, JSON.stringify({ errorMessage: message, errorType: name, trace: [] }));
}

export function succeedTask(interpreter: Interpreter, draft: Frame, result: Payload): void {
  if (!withinLimit(interpreter, draft, result)) return;
  interpreter.record(draft, 'TaskSucceeded', resourceDetails(taskState(interpreter, draft)), result);
  draft.phase = { kind: 'leaving', data: result };
  draft.wake = undefined;
}

export function failTask(interpreter: Interpreter, draft: Frame, error: string, cause: string): void {
  const details = { ...resourceDetails(taskState(interpreter, draft)), error, cause };
  interpreter.record(draft, 'TaskFailed', details);
  interpreter.fail(draft, error, cause);
}

export function timeOutTask(interpreter: Interpreter, draft: Frame, error: string): void {
  interpreter.record(draft, 'TaskTimedOut', { ...resourceDetails(taskState(interpreter, draft)), error });
  interpreter.fail(draft, error, '');
}

/** The function of a callback has returned; what it returned is only written down. */
function submitTask(interpreter: Interpreter, draft: Frame, phase: TaskPhase, answer: Payload): void {
  if (!withinLimit(interpreter, draft, answer)) return;
  interpreter.record(draft, 'TaskSubmitted', resourceDetails(taskState(interpreter, draft)), answer);
  draft.phase = { ...phase, submitted: true };
}

export function heartbeatTask(draft: Frame, phase: TaskPhase, now: number): void {
  const { heartbeat } = phase;
  if (!heartbeat) return;
  draft.phase = { ...phase, heartbeat: { ...heartbeat, due: now + heartbeat.seconds * 1000 } };
  draft.wake = earliest(draft.phase);
}

/** Fails the task if what came back is too large. */
function withinLimit(interpreter: Interpreter, draft: Frame, result: Payload): boolean {
  if (!exceedsLimit(result.text)) return true;
  const cause = `The state/task '${draft.state}' returned a result with a size exceeding the maximum number of bytes service limit.`;
  failTask(interpreter, draft, 'States.DataLimitExceeded', cause);
  return false;
}

export function taskState(interpreter: Interpreter, frame: Frame): StateOf<'Task'> {
  const state = interpreter.stateOf(frame);
  if (state.Type !== 'Task') throw new Error(`the state ${frame.state} is no Task`);
  return state;
}

function earliest({ deadline, heartbeat }: TaskPhase): number | undefined {
  return heartbeat && heartbeat.due < (deadline ?? Number.POSITIVE_INFINITY) ? heartbeat.due : deadline;
}
