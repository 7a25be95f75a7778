// A Step Functions that only remembers: which executions were started, which tokens were answered.
import type { Engine } from '../../../adapters/sqlite/workflow.ts';

export const RENOVATION_ARN = 'arn:aws:states:ap-southeast-1:123456789012:stateMachine:renovation';

class ServiceError extends Error {
  constructor(name: string) {
    super(name);
    this.name = name;
  }
}

export interface Started {
  readonly executionArn: string;
  readonly name: string;
  readonly input: string;
  readonly startDate: number;
}

export class RecordingEngine implements Engine {
  readonly started: Started[] = [];
  readonly answers: { taskToken: string; output: string }[] = [];
  readonly stopped: { executionArn: string; cause: string }[] = [];
  readonly #timedOut = new Set<string>();
  readonly #epochSeconds: () => number;

  constructor(epochSeconds: () => number) {
    this.#epochSeconds = epochSeconds;
  }

  /** From now on this token is answered with TaskTimedOut. */
  timeOut(taskToken: string): void {
    this.#timedOut.add(taskToken);
  }

  startExecution({ stateMachineArn, name, input }: { stateMachineArn: string; name: string; input: string }) {
    if (this.started.some((execution) => execution.name === name)) throw new ServiceError('ExecutionAlreadyExists');
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    this.started.push({ executionArn, name, input, startDate: this.#epochSeconds() });
  }

  sendTaskSuccess(answer: { taskToken: string; output: string }) {
    if (this.#timedOut.has(answer.taskToken)) throw new ServiceError('TaskTimedOut');
    this.answers.push(answer);
  }

  stopExecution(request: { executionArn: string; cause: string }) {
    if (!this.#running().some(({ executionArn }) => executionArn === request.executionArn)) {
      throw new ServiceError('ExecutionDoesNotExist');
    }
    this.stopped.push(request);
  }

  /** One execution a page, so that nobody forgets to turn it. */
  listExecutions({ nextToken = '0' }: { nextToken?: string }) {
    const running = this.#running();
    const place = Number(nextToken);
    return {
      executions: running.slice(place, place + 1),
      nextToken: place + 1 < running.length ? String(place + 1) : undefined,
    };
  }

  #running() {
    return this.started.filter((started) => !this.stopped.some((stop) => stop.executionArn === started.executionArn));
  }
}
