// The embedded Step Functions under the contract of the Workflow port: executions that stand still, and tasks that wait.
import type { Database } from '../../../adapters/sqlite/database.ts';
import { StepFunctions } from '../../../local/stepfunctions/engine.ts';
import type { ObservedEngine } from '../../adapters/contract/workflow.ts';

/** Stands still until it is stopped. */
const STANDING = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Stand still',
  States: { 'Stand still': { Type: 'Wait', Seconds: 600, End: true } },
});

const WAITING = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Wait for an answer',
  States: {
    'Wait for an answer': {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      TimeoutSeconds: '{% $states.input.seconds %}',
      Arguments: {
        FunctionName: 'keep-token',
        Payload: { execution: '{% $states.context.Execution.Id %}', taskToken: '{% $states.context.Task.Token %}' },
      },
      End: true,
    },
  },
});

/** A task waits this long if nobody says otherwise. */
const PATIENCE_SECONDS = 600;

export interface EmbeddedEngineOptions {
  readonly database: Database;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Moves that clock. */
  readonly moveTo: (now: number) => Promise<void>;
}

export class EmbeddedEngine extends StepFunctions implements ObservedEngine {
  readonly renovationMachineArn: string;
  readonly #taskMachineArn: string;
  /** Executions by the token of their task. */
  readonly #tasks: Map<string, string>;
  readonly #options: EmbeddedEngineOptions;

  constructor(options: EmbeddedEngineOptions) {
    const tasks = new Map<string, string>();
    super({
      database: options.database,
      clock: { now: options.now },
      async invoke(_, payload) {
        const { execution, taskToken } = payload as { execution: string; taskToken: string };
        tasks.set(taskToken, execution);
      },
    });
    this.#tasks = tasks;
    this.#options = options;
    this.renovationMachineArn = this.deployStateMachine({ name: 'renovation', definition: STANDING }).stateMachineArn;
    this.#taskMachineArn = this.deployStateMachine({ name: 'task', definition: WAITING }).stateMachineArn;
  }

  /** One execution a page, so that a caller who does not turn the page is found out. */
  override listExecutions(request: Parameters<StepFunctions['listExecutions']>[0]) {
    return super.listExecutions({ ...request, maxResults: 1 });
  }

  async started() {
    const { executions } = super.listExecutions({ stateMachineArn: this.renovationMachineArn });
    return executions.map(({ executionArn }) => {
      const { name, input } = this.describeExecution({ executionArn });
      return { name, input: input ?? '' };
    });
  }

  async newTask(seconds = PATIENCE_SECONDS) {
    const { executionArn } = this.startExecution({
      stateMachineArn: this.#taskMachineArn,
      input: JSON.stringify({ seconds }),
    });
    await this.idle();
    const [taskToken] = [...this.#tasks].find(([, execution]) => execution === executionArn) ?? [];
    if (taskToken === undefined) throw new Error('the task did not begin to wait');
    return taskToken;
  }

  async answerTo(taskToken: string) {
    await this.idle();
    const { output } = this.describeExecution({ executionArn: this.#tasks.get(taskToken) ?? '' });
    return output && JSON.parse(output);
  }

  async letTimePass(seconds: number) {
    await this.#options.moveTo(this.#options.now() + seconds * 1000);
    this.wake();
    await this.idle();
  }
}
