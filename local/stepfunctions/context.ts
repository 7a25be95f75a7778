// What the expressions of a frame can see of their surroundings: the context object, and the variables of all scopes.
import type { Json, JsonObject } from '../../domain/json.ts';
import type { Arns } from './arns.ts';
import type { Frame } from './frames.ts';
import { fieldsOf } from './payload.ts';

export function executionContext(frame: Frame, arns: Arns, token: string | undefined): object {
  const { execution } = frame;
  const item = mapItem(frame);
  return {
    Execution: {
      Id: arns.execution(execution.machine, execution.name),
      Input: execution.input,
      Name: execution.name,
      RoleArn: arns.roleArn,
      // Hardly any expression asks for the times.
      get StartTime() {
        return new Date(execution.startedAt).toISOString();
      },
    },
    StateMachine: { Id: arns.machine(execution.machine), Name: execution.machine },
    State: {
      get EnteredTime() {
        return new Date(frame.enteredAt).toISOString();
      },
      Name: frame.state,
      RetryCount: frame.attempts.reduce((sum, attempts) => sum + attempts, 0),
    },
    ...(item ? { Map: { Item: item } } : {}),
    ...(token === undefined ? {} : { Task: { Token: token } }),
  };
}

/** The variables of the frame and of the scopes around it. No name is in two of them: the definition check sees to that. */
export function visibleVariables(frame: Frame): JsonObject {
  const outer = parentOf(frame);
  const own = fieldsOf(frame.variables);
  return outer ? { ...visibleVariables(outer), ...own } : own;
}

/** An iteration that has not begun is still in the state of its Map. */
export function stateName(frame: Frame): string {
  return frame.state || (parentOf(frame)?.state ?? '');
}

/** Index and value of the innermost iteration that the frame is in. */
function mapItem(frame: Frame): { Index: number; Value: Json } | undefined {
  const parent = parentOf(frame);
  if (!parent) return undefined;
  const items = parent.phase.kind === 'branches' ? parent.phase.data?.value : undefined;
  return Array.isArray(items) ? { Index: frame.index, Value: items[frame.index] } : mapItem(parent);
}

function parentOf(frame: Frame): Frame | undefined {
  return frame.parent === undefined ? undefined : frame.execution.frames.get(frame.parent);
}
