// Parallel and Map: opens a frame for every branch or iteration, joins them, and ends them together when one fails.
import type { StateOf } from './definition.ts';
import { EvaluationError } from './errors.ts';
import type { Frame, Phase } from './frames.ts';
import type { HistoryEventType } from './history.ts';
import type { Interpreter } from './interpreter.ts';
import { evaluate, type Scope } from './jsonata.ts';
import { stopNested } from './nesting.ts';
import { payloadOf, requireWithinLimit } from './payload.ts';

type BranchesPhase = Extract<Phase, { kind: 'branches' }>;
type Failure = { readonly error: string; readonly cause: string };

export async function enterParallel(interpreter: Interpreter, frame: Frame, state: StateOf<'Parallel'>): Promise<void> {
  const given = await interpreter.payload(state.Arguments, 'Arguments', interpreter.scope(frame), frame.input);
  const input = requireWithinLimit(given, `arguments of the state '${frame.state}'`);
  interpreter.transition(frame, (draft) => {
    interpreter.record(draft, 'ParallelStateStarted');
    draft.phase = { kind: 'branches', total: state.Branches.length, tolerated: 0 };
    for (const [index, inner] of state.Branches.entries()) {
      const branch = draft.execution.definition.branches.indexOf(inner);
      const place = { parent: draft.number, index, branch, previousEvent: draft.previousEvent, input };
      interpreter.enter(interpreter.addFrame(draft.execution, place), inner.StartAt, input);
    }
  });
}

export async function enterMap(interpreter: Interpreter, frame: Frame, state: StateOf<'Map'>): Promise<void> {
  const scope = interpreter.scope(frame);
  const items = await interpreter.payload(state.Items, 'Items', scope, frame.input);
  if (!Array.isArray(items.value)) throw new EvaluationError('Items', "The field 'Items' must be an array.");
  const total = items.value.length;
  const concurrency = await boundOf(state.MaxConcurrency, 'MaxConcurrency', scope);
  const count = await boundOf(state.ToleratedFailureCount, 'ToleratedFailureCount', scope);
  const percentage = await boundOf(state.ToleratedFailurePercentage, 'ToleratedFailurePercentage', scope);
  const tolerated = count ?? (percentage === undefined ? undefined : Math.floor((total * percentage) / 100));
  interpreter.transition(frame, (draft) => {
    interpreter.record(draft, 'MapStateStarted', { length: total });
    draft.phase = {
      kind: 'branches',
      data: items,
      total,
      tolerated: tolerated ?? 0,
      ...(tolerated === undefined ? {} : { threshold: true }),
    };
    // 0 is no limit. Whenever an iteration ends, the next one is opened.
    const first = Math.min(total, concurrency || total);
    for (let index = 0; index < first; index++) openIteration(interpreter, draft, index);
    if (total === 0) join(interpreter, draft, []);
  });
}

function openIteration(interpreter: Interpreter, map: Frame, index: number): void {
  const branch = map.execution.definition.branches.indexOf(mapState(interpreter, map).ItemProcessor);
  const started = interpreter.surroundings.store.append(map.execution, {
    type: 'MapIterationStarted',
    at: interpreter.surroundings.now(),
    previous: map.previousEvent,
    details: { name: map.state, index },
  });
  const place = { parent: map.number, index, branch, previousEvent: started, input: map.input };
  interpreter.addFrame(map.execution, place);
}

function mapState(interpreter: Interpreter, map: Frame): StateOf<'Map'> {
  const state = interpreter.stateOf(map);
  if (state.Type !== 'Map') throw new Error(`the state ${map.state} is no Map`);
  return state;
}

/** Selects the input of an iteration and enters its first state. */
export async function startIteration(interpreter: Interpreter, frame: Frame): Promise<void> {
  const map = frame.parent === undefined ? undefined : frame.execution.frames.get(frame.parent);
  if (map?.phase.kind !== 'branches') return;
  const { ItemSelector: selector } = mapState(interpreter, map);
  const items = map.phase.data?.value;
  const item = payloadOf(Array.isArray(items) ? items[frame.index] : null);
  const selected = await interpreter.payload(selector, 'ItemSelector', interpreter.scope(frame), item);
  const input = requireWithinLimit(selected, `input of iteration ${frame.index} of the state '${map.state}'`);
  interpreter.transition(frame, (draft) => interpreter.enter(draft, interpreter.branchOf(draft).StartAt, input));
}

export function branchDone(interpreter: Interpreter, draft: Frame, parent: number): void {
  const group = outerFrame(draft, parent);
  recordIteration(interpreter, draft, group, 'MapIterationSucceeded');
  settle(interpreter, group, draft);
}

export function branchFailed(interpreter: Interpreter, draft: Frame, parent: number, failure: Failure): void {
  const group = outerFrame(draft, parent);
  recordIteration(interpreter, draft, group, 'MapIterationFailed');
  const { tolerated, threshold } = branchesPhase(group);
  const failed = innerFrames(group).filter((inner) => inner.phase.kind === 'failed').length;
  if (failed <= tolerated) settle(interpreter, group, draft);
  else {
    const error = threshold
      ? {
          error: 'States.ExceedToleratedFailureThreshold',
          cause: 'The specified tolerated failure threshold was exceeded',
        }
      : failure;
    failTogether(interpreter, group, draft, error);
  }
}

/** Opens the next iteration, or joins all of them after the last one. */
function settle(interpreter: Interpreter, group: Frame, last: Frame): void {
  const inner = innerFrames(group);
  if (inner.length < branchesPhase(group).total) openIteration(interpreter, group, inner.length);
  else if (inner.every(({ phase: { kind } }) => kind === 'done' || kind === 'failed')) {
    const draft = interpreter.draft(group);
    draft.previousEvent = last.previousEvent;
    join(interpreter, draft, inner);
  }
}

function join(interpreter: Interpreter, draft: Frame, inner: Frame[]): void {
  const results = inner
    .toSorted((a, b) => a.index - b.index)
    .map(({ phase, input }) => (phase.kind === 'failed' ? { Error: phase.error, Cause: phase.cause } : input.value));
  for (const frame of inner) interpreter.surroundings.store.remove(frame);
  interpreter.record(draft, isMap(interpreter, draft) ? 'MapStateSucceeded' : 'ParallelStateSucceeded');
  draft.phase = { kind: 'leaving', data: payloadOf(results) };
}

function failTogether(interpreter: Interpreter, group: Frame, failed: Frame, { error, cause }: Failure): void {
  for (const inner of innerFrames(group)) abort(interpreter, inner, group);
  const draft = interpreter.draft(group);
  draft.previousEvent = failed.previousEvent;
  interpreter.record(draft, isMap(interpreter, group) ? 'MapStateFailed' : 'ParallelStateFailed');
  interpreter.fail(draft, error, cause);
}

function abort(interpreter: Interpreter, frame: Frame, group: Frame): void {
  const { store } = interpreter.surroundings;
  for (const inner of innerFrames(frame)) abort(interpreter, inner, frame);
  if (frame.phase.kind !== 'done' && frame.phase.kind !== 'failed') {
    const { Type: type } = frame.state === '' ? { Type: 'Pass' } : interpreter.stateOf(frame);
    const draft = { ...frame };
    if (type === 'Task' || type === 'Wait' || type === 'Parallel' || type === 'Map') {
      interpreter.record(draft, `${type}StateAborted`);
    }
    recordIteration(interpreter, draft, group, 'MapIterationAborted');
    stopNested(interpreter, frame);
  }
  store.remove(frame);
}

function recordIteration(interpreter: Interpreter, draft: Frame, group: Frame, type: HistoryEventType): void {
  if (isMap(interpreter, group)) interpreter.record(draft, type, { name: group.state, index: draft.index });
}

function isMap(interpreter: Interpreter, group: Frame): boolean {
  return interpreter.stateOf(group).Type === 'Map';
}

function innerFrames(group: Frame): Frame[] {
  return [...group.execution.frames.values()].filter((frame) => frame.parent === group.number);
}

function outerFrame(inner: Frame, number: number): Frame {
  const frame = inner.execution.frames.get(number);
  if (!frame) throw new Error(`frame ${number} is gone before its branches`);
  return frame;
}

function branchesPhase(group: Frame): BranchesPhase {
  if (group.phase.kind !== 'branches') throw new Error(`the state ${group.state} has no branches open`);
  return group.phase;
}

async function boundOf(
  template: number | string | undefined,
  field: string,
  scope: Scope,
): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const bound = await evaluate(template, field, scope);
  if (typeof bound === 'number' && bound >= 0) return bound;
  throw new EvaluationError(field, `The field '${field}' must be a number that is not negative.`);
}
