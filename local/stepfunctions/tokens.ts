// Task tokens: they lead to their frame, and only the one handed out for the present attempt opens it.
import { ServiceError } from './errors.ts';
import type { Frame, Phase } from './frames.ts';
import type { ExecutionRecords } from './records.ts';
import type { Store } from './store.ts';

export function newTaskToken(frame: Frame, secret: string): string {
  return Buffer.from(`${frame.execution.id}.${frame.number}.${secret}`).toString('base64url');
}

/** The frame that waits for this token, and how. */
export function requireWaiting(
  token: string,
  store: Store,
  records: ExecutionRecords,
): { frame: Frame; phase: Extract<Phase, { kind: 'task' }> } {
  const [, execution, number] = /^(\d{1,15})\.(\d{1,5})\.[0-9a-f-]{36}$/.exec(decode(token)) ?? [];
  if (execution === undefined) throw new ServiceError('InvalidToken', 'Invalid token');
  const frame = store.execution(Number(execution))?.frames.get(Number(number));
  if (frame?.phase.kind === 'task' && frame.phase.token === token) return { frame, phase: frame.phase };
  if (records.get(Number(execution))) {
    throw new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  }
  throw new ServiceError('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'");
}

function decode(token: string): string {
  return token.length <= 2048 ? Buffer.from(token, 'base64url').toString() : '';
}
