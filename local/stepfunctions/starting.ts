// Starting an execution, from outside or from within another one: once per name, however often it is asked for.
import type { Json } from '../../domain/json.ts';
import { requireName } from './arns.ts';
import { ServiceError } from './errors.ts';
import type { ExecutionRecord } from './frames.ts';
import type { Interpreter } from './interpreter.ts';
import { exceedsLimit, type Payload } from './payload.ts';

export function startExecution(
  interpreter: Interpreter,
  start: { stateMachineArn: string; name: string; input: string },
): ExecutionRecord {
  const { arns, database, machines, records, store, now, wakeAt } = interpreter.surroundings;
  const machine = machines.require(start.stateMachineArn);
  const name = requireName(start.name);
  const input = parseInput(start.input);
  const existing = records.find(machine.name, name);
  if (existing) {
    if (existing.status === 'RUNNING' && existing.input === start.input) return existing;
    throw new ServiceError(
      'ExecutionAlreadyExists',
      `Execution Already Exists: '${arns.execution(machine.name, name)}'`,
    );
  }
  const at = now();
  const execution = database.write(() => {
    const opened = store.open({ machine: machine.name, version: machine.version, name, input, text: start.input, at });
    const details = { roleArn: machine.roleArn };
    store.append(opened, { type: 'ExecutionStarted', at, previous: 0, details, payload: input.text });
    const root = interpreter.addFrame(opened, { parent: undefined, index: 0, branch: 0, previousEvent: 0, input });
    interpreter.enter(root, interpreter.branchOf(root).StartAt, input);
    return opened;
  });
  const { timeoutSeconds } = execution.definition;
  if (timeoutSeconds !== undefined) wakeAt(at + timeoutSeconds * 1000);
  return {
    id: execution.id,
    machine: machine.name,
    version: machine.version,
    name,
    status: 'RUNNING',
    input: start.input,
    output: undefined,
    error: undefined,
    cause: undefined,
    startedAt: at,
    stoppedAt: undefined,
  };
}

function parseInput(text: string): Payload {
  if (exceedsLimit(text))
    throw new ServiceError('InvalidExecutionInput', 'Invalid State Machine Execution Input: too long');
  try {
    const value: Json = JSON.parse(text);
    return { text: JSON.stringify(value), value };
  } catch {
    throw new ServiceError('InvalidExecutionInput', 'Invalid State Machine Execution Input: it is not JSON');
  }
}
