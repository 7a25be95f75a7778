// One step of a runnable frame: into its state, out of it, or from its error to Retry and Catch.
import { Fault } from '../../domain/errors.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { branchDone, branchFailed, enterMap, enterParallel, startIteration } from './branches.ts';
import { stateName } from './context.ts';
import type { State, StateOf } from './definition.ts';
import { EvaluationError, StateError } from './errors.ts';
import { LEAVING_EVENTS, nameDetails } from './event-details.ts';
import { type Eventual, onceThere } from './eventual.ts';
import type { Frame } from './frames.ts';
import type { Interpreter } from './interpreter.ts';
import { evaluate } from './jsonata.ts';
import { fieldsOf, type Payload, payloadOf, requireWithinLimit } from './payload.ts';
import { findRetrier, matchesError, retryDelay } from './retry.ts';
import { enterTask } from './tasks.ts';
import { enterWait } from './waits.ts';

/** How a state is left: by its own fields, by a choice rule, or by a catcher. */
interface Exit {
  readonly Output?: Json | undefined;
  readonly Assign?: JsonObject | undefined;
  readonly Next?: string | undefined;
}

export function step(interpreter: Interpreter, frame: Frame): Eventual<void> {
  const failed = (error: unknown) => {
    if (isDatabaseError(error)) throw error;
    interpreter.transition(frame, (draft) => failEvaluation(interpreter, draft, error));
  };
  try {
    const stepped = stepPhase(interpreter, frame);
    return stepped instanceof Promise ? stepped.catch(failed) : stepped;
  } catch (error) {
    failed(error);
  }
}

function stepPhase(interpreter: Interpreter, frame: Frame): Eventual<void> {
  const { phase } = frame;
  if (phase.kind === 'starting') return startIteration(interpreter, frame);
  if (phase.kind === 'ready') return enter(interpreter, frame);
  if (phase.kind === 'leaving') return leaveWithResult(interpreter, frame, phase.data);
  if (phase.kind === 'failing') return recover(interpreter, frame, phase.error, phase.cause);
}

/** A full disk is no error of the workflow. */
function isDatabaseError(error: unknown): boolean {
  return error instanceof Fault || (error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR');
}

function enter(interpreter: Interpreter, frame: Frame): Eventual<void> {
  const state = interpreter.stateOf(frame);
  switch (state.Type) {
    case 'Task':
      return enterTask(interpreter, frame, state);
    case 'Pass':
    case 'Succeed':
      return leave(interpreter, frame, state);
    case 'Choice':
      return choose(interpreter, frame, state);
    case 'Wait':
      return enterWait(interpreter, frame, state);
    case 'Fail':
      return enterFail(interpreter, frame, state);
    case 'Parallel':
      return enterParallel(interpreter, frame, state);
    case 'Map':
      return enterMap(interpreter, frame, state);
  }
}

async function choose(interpreter: Interpreter, frame: Frame, state: StateOf<'Choice'>): Promise<void> {
  for (const [index, rule] of state.Choices.entries()) {
    const field = `Choices[${index}]/Condition`;
    const matches = await evaluate(rule.Condition, field, interpreter.scope(frame));
    if (typeof matches !== 'boolean') throw new EvaluationError(field, `The field '${field}' must be a boolean.`);
    if (matches) return leave(interpreter, frame, rule);
  }
  if (state.Default === undefined) {
    throw new StateError('States.NoChoiceMatched', `No choice of the state '${frame.state}' matched.`);
  }
  return leave(interpreter, frame, { Output: state.Output, Assign: state.Assign, Next: state.Default });
}

async function enterFail(interpreter: Interpreter, frame: Frame, state: StateOf<'Fail'>): Promise<void> {
  const scope = interpreter.scope(frame);
  const text = async (field: 'Error' | 'Cause') => {
    const value = await evaluate(state[field] ?? '', field, scope);
    if (typeof value !== 'string') throw new EvaluationError(field, `The field '${field}' must be a string.`);
    return value;
  };
  const error = await text('Error');
  const cause = await text('Cause');
  interpreter.transition(frame, (draft) => interpreter.fail(draft, error, cause));
}

function leaveWithResult(interpreter: Interpreter, frame: Frame, result: Payload | undefined): Eventual<void> {
  return leave(interpreter, frame, stateToLeave(interpreter, frame), result && { result: result.value }, result);
}

function leave(
  interpreter: Interpreter,
  frame: Frame,
  exit: Exit,
  seen: { result?: Json; errorOutput?: JsonObject } = {},
  otherwise: Payload = frame.input,
): Eventual<void> {
  const scope = interpreter.scope(frame, seen);
  return onceThere(interpreter.payload(exit.Output, 'Output', scope, otherwise, frame.input), (output) =>
    onceThere(exit.Assign && interpreter.payload(exit.Assign, 'Assign', scope, otherwise), (assigned) =>
      leaveWith(interpreter, frame, exit.Next, output, assigned),
    ),
  );
}

function leaveWith(
  interpreter: Interpreter,
  frame: Frame,
  next: string | undefined,
  output: Payload,
  assigned: Payload | undefined,
): void {
  requireWithinLimit(output, `output of the state '${frame.state}'`);
  if (assigned) requireWithinLimit(assigned, `variables assigned in the state '${frame.state}'`);
  interpreter.transition(frame, (draft) => {
    const name = nameDetails(frame.state);
    const details = assigned ? { ...name, assignedVariables: texts(fieldsOf(assigned)) } : name;
    interpreter.record(draft, LEAVING_EVENTS[stateToLeave(interpreter, frame).Type], details, output);
    if (assigned) draft.variables = payloadOf({ ...fieldsOf(draft.variables), ...fieldsOf(assigned) });
    if (next !== undefined) interpreter.enter(draft, next, output);
    else finish(interpreter, draft, output);
  });
}

function stateToLeave(interpreter: Interpreter, frame: Frame): Exclude<State, StateOf<'Fail'>> {
  const state = interpreter.stateOf(frame);
  if (state.Type === 'Fail') throw new Error('a Fail state is never left');
  return state;
}

function texts(variables: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, JSON.stringify(value)]));
}

function finish(interpreter: Interpreter, draft: Frame, output: Payload): void {
  draft.phase = { kind: 'done' };
  draft.input = output;
  draft.inputEvent = draft.previousEvent;
  draft.wake = undefined;
  if (draft.parent === undefined) interpreter.conclude(draft.execution, 'SUCCEEDED', { output });
  else branchDone(interpreter, draft, draft.parent);
}

function failEvaluation(interpreter: Interpreter, draft: Frame, thrown: unknown): void {
  const error =
    thrown instanceof StateError ? thrown : new StateError('States.Runtime', `Internal error: ${String(thrown)}`);
  const state = stateName(draft);
  const cause = `An error occurred while executing the state '${state}'. ${error.reason}`;
  if (error instanceof EvaluationError) {
    const details = { error: error.error, cause, location: error.location, state };
    interpreter.record(draft, 'EvaluationFailed', details);
  }
  interpreter.fail(draft, error.error, cause);
}

/** From the error to the first retrier with an attempt left, else to the first catcher, else out of the branch. */
async function recover(interpreter: Interpreter, frame: Frame, error: string, cause: string): Promise<void> {
  if (frame.state === '') return giveUp(interpreter, frame, error, cause);
  const state = interpreter.stateOf(frame);
  const retriers = ('Retry' in state && state.Retry) || [];
  const again = findRetrier(retriers, frame.attempts, error, state.Type);
  if (again) return backOff(interpreter, frame, retriers.length, again);
  const catcher =
    'Catch' in state && state.Catch?.find(({ ErrorEquals }) => matchesError(ErrorEquals, error, state.Type));
  if (!catcher) return giveUp(interpreter, frame, error, cause);
  const errorOutput = { Error: error, Cause: cause };
  try {
    await leave(interpreter, frame, catcher, { errorOutput }, payloadOf(errorOutput));
  } catch (thrown) {
    // A catcher that fails is not caught by the next one.
    if (!(thrown instanceof StateError)) throw thrown;
    giveUp(interpreter, frame, thrown.error, thrown.reason);
  }
}

function backOff(
  interpreter: Interpreter,
  frame: Frame,
  retriers: number,
  again: NonNullable<ReturnType<typeof findRetrier>>,
): void {
  const { now, random } = interpreter.surroundings;
  interpreter.transition(frame, (draft) => {
    draft.attempts = Array.from({ length: retriers }, (_, i) => (frame.attempts[i] ?? 0) + (i === again.index ? 1 : 0));
    draft.phase = { kind: 'backing-off' };
    draft.wake = now() + retryDelay(again.retrier, again.attempt, random);
  });
}

function giveUp(interpreter: Interpreter, frame: Frame, error: string, cause: string): void {
  interpreter.transition(frame, (draft) => {
    draft.phase = { kind: 'failed', error, cause };
    if (draft.parent === undefined) interpreter.conclude(draft.execution, 'FAILED', { error, cause });
    else branchFailed(interpreter, draft, draft.parent, { error, cause });
  });
}
