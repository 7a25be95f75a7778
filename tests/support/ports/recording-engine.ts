// A Step Functions that only remembers: which executions were started, which tokens were answered.
import type { Engine } from '../../../adapters/sqlite/workflow.ts';

export const RENOVATION_ARN = 'arn:aws:states:ap-southeast-1:123456789012:stateMachine:renovation';

class ServiceError extends Error {
  constructor(name: string) {
    super(name);
    this.name = name;
  }
}

interface Execution {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly input: string;
  readonly startDate: Date;
}

export class RecordingEngine implements Engine {
  readonly started: Execution[] = [];
  readonly answers: { taskToken: string; output: string }[] = [];
  readonly stopped: { executionArn: string; cause: string }[] = [];
  readonly #timedOut = new Set<string>();
  readonly #now: () => number;

  /** `now` in milliseconds since the epoch. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** From now on this token is answered with TaskTimedOut. */
  timeOut(taskToken: string): void {
    this.#timedOut.add(taskToken);
  }

  startExecution({ stateMachineArn, name, input }: { stateMachineArn: string; name: string; input: string }) {
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    if (this.#find(executionArn)) throw new ServiceError('ExecutionAlreadyExists');
    this.started.push({ executionArn, stateMachineArn, name, input, startDate: new Date(this.#now()) });
  }

  sendTaskSuccess(answer: { taskToken: string; output: string }) {
    if (this.#timedOut.has(answer.taskToken)) throw new ServiceError('TaskTimedOut');
    this.answers.push(answer);
  }

  stopExecution(request: { executionArn: string; cause: string }) {
    this.describeExecution(request);
    this.stopped.push(request);
  }

  describeExecution({ executionArn }: { executionArn: string }) {
    const execution = this.#find(executionArn);
    if (!execution) throw new ServiceError('ExecutionDoesNotExist');
    const stopped = this.stopped.some((stop) => stop.executionArn === executionArn);
    return { ...execution, status: stopped ? 'ABORTED' : 'RUNNING' };
  }

  /** One execution a page, so that a caller who does not turn the page is found out. */
  listExecutions({ nextToken = '0' }: { nextToken?: string }) {
    const running = this.started
      .map((execution) => this.describeExecution(execution))
      .filter(({ status }) => status === 'RUNNING');
    const next = Number(nextToken) + 1;
    return {
      executions: running.slice(next - 1, next),
      nextToken: next < running.length ? String(next) : undefined,
    };
  }

  #find(executionArn: string): Execution | undefined {
    return this.started.find((execution) => execution.executionArn === executionArn);
  }
}
