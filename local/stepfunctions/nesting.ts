// Executions that start executions: started in the transition of the parent, awaited by `.sync:2`, stopped with it.
import { randomUUID } from 'node:crypto';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { StateOf } from './definition.ts';
import { ServiceError } from './errors.ts';
import { resourceDetails } from './event-details.ts';
import type { ExecutionRecord, Frame } from './frames.ts';
import type { Interpreter } from './interpreter.ts';
import { fieldsOf, type Payload, payloadOf } from './payload.ts';
import { startExecution } from './starting.ts';
import { failTask, succeedTask } from './tasks.ts';

export function startNested(
  interpreter: Interpreter,
  draft: Frame,
  state: StateOf<'Task'>,
  input: Payload,
  deadline: number | undefined,
): void {
  const { StateMachineArn: arn, Name: name = randomUUID(), Input: childInput = {} } = fieldsOf(input);
  let child: ExecutionRecord;
  try {
    child = startExecution(interpreter, {
      stateMachineArn: String(arn),
      name: String(name),
      input: typeof childInput === 'string' ? childInput : JSON.stringify(childInput),
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const code = error.name.replace(/(Exception)?$/, 'Exception');
    failTask(interpreter, draft, `StepFunctions.${code}`, error.message);
    return;
  }
  const { arns } = interpreter.surroundings;
  const started = payloadOf({ ExecutionArn: arns.execution(child.machine, child.name), StartDate: child.startedAt });
  if (state.Resource.endsWith('.sync:2')) {
    interpreter.record(draft, 'TaskSubmitted', resourceDetails(state), started);
    draft.phase = { kind: 'nested', child: child.id };
    draft.wake = deadline;
  } else succeedTask(interpreter, draft, started);
}

/** Tells the frames that wait for this execution, or for any that closed while nobody was there to tell. */
export function nestedExecutionClosed(interpreter: Interpreter, child: number | 'closed'): void {
  const { records, store } = interpreter.surroundings;
  for (const frame of store.parentsOf(child)) {
    const record = frame.phase.kind === 'nested' ? records.get(frame.phase.child) : undefined;
    if (!record || record.status === 'RUNNING') continue;
    const described = describeNested(interpreter, record);
    interpreter.transition(frame, (draft) => {
      if (record.status === 'SUCCEEDED') succeedTask(interpreter, draft, payloadOf(described));
      else failTask(interpreter, draft, 'States.TaskFailed', JSON.stringify(described));
    });
  }
}

/** A nested execution does not outlive the wait for it. */
export function stopNested(interpreter: Interpreter, frame: Frame): void {
  if (frame.phase.kind !== 'nested') return;
  const child = interpreter.surroundings.store.execution(frame.phase.child);
  if (child) interpreter.conclude(child, 'ABORTED', {});
}

function describeNested(interpreter: Interpreter, record: ExecutionRecord): JsonObject {
  const { arns, store } = interpreter.surroundings;
  const { error, cause } = record;
  const output = store.outputOf(record);
  return {
    ExecutionArn: arns.execution(record.machine, record.name),
    Input: json(record.input),
    InputDetails: { Included: true },
    Name: record.name,
    ...(output === undefined ? {} : { Output: json(output), OutputDetails: { Included: true } }),
    ...(error === undefined ? {} : { Error: error }),
    ...(cause === undefined ? {} : { Cause: cause }),
    StartDate: record.startedAt,
    StateMachineArn: arns.machine(record.machine),
    Status: record.status,
    StopDate: record.stoppedAt ?? null,
  };
}

function json(text: string): Json {
  return JSON.parse(text);
}
