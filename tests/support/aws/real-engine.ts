// Step Functions of an account under the contract of the Workflow port: machines of its own for each test, one that stands
// still, and one whose task is an activity, so that its token is handed out without a function.
import { setTimeout } from 'node:timers/promises';
import {
  CreateActivityCommand,
  CreateStateMachineCommand,
  DeleteActivityCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  GetActivityTaskCommand,
  paginateListExecutions,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { ObservedEngine } from '../../adapters/contract/workflow.ts';

/** Nothing of a test that died runs longer. */
const PATIENCE_SECONDS = 600;

const standing = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Stand still',
  States: { 'Stand still': { Type: 'Wait', Seconds: PATIENCE_SECONDS, End: true } },
});

const waitingFor = (activityArn: string) =>
  JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'Wait for an answer',
    States: {
      'Wait for an answer': {
        Type: 'Task',
        Resource: activityArn,
        TimeoutSeconds: '{% $states.input.seconds %}',
        End: true,
      },
    },
  });

export interface RealEngineOptions {
  /** Names of machines begin with it. */
  readonly prefix: string;
  readonly roleArn: string;
  readonly letTimePass?: (seconds: number) => Promise<void>;
}

export type RealEngine = ObservedEngine & {
  readonly renovationMachineArn: string;
  close(): Promise<void>;
};

export async function openRealEngine(
  sfn: SFNClient,
  { prefix, roleArn, letTimePass = (seconds) => setTimeout(seconds * 1000) }: RealEngineOptions,
): Promise<RealEngine> {
  const machine = async (name: string, definition: string) => {
    const create = new CreateStateMachineCommand({ name: `${prefix}-${name}`, definition, roleArn });
    return (await sfn.send(create)).stateMachineArn ?? '';
  };
  const { activityArn = '' } = await sfn.send(new CreateActivityCommand({ name: `${prefix}-answer` }));
  const renovationMachineArn = await machine('renovation', standing);
  const taskMachineArn = await machine('task', waitingFor(activityArn));
  /** Executions by the token of their task. */
  const tasks = new Map<string, string>();

  async function executionsOf(stateMachineArn: string) {
    const arns: string[] = [];
    for await (const { executions = [] } of paginateListExecutions({ client: sfn }, { stateMachineArn })) {
      arns.push(...executions.map(({ executionArn = '' }) => executionArn));
    }
    return arns;
  }
  const describe = (executionArn: string) => sfn.send(new DescribeExecutionCommand({ executionArn }));

  return {
    renovationMachineArn,
    async started() {
      const described = await Promise.all((await executionsOf(renovationMachineArn)).map(describe));
      return described.map(({ name = '', input = '' }) => ({ name, input }));
    },
    async newTask(seconds = PATIENCE_SECONDS) {
      const start = new StartExecutionCommand({ stateMachineArn: taskMachineArn, input: JSON.stringify({ seconds }) });
      const { executionArn = '' } = await sfn.send(start);
      const { taskToken } = await sfn.send(new GetActivityTaskCommand({ activityArn }));
      if (taskToken === undefined) throw new Error('the task did not begin to wait');
      tasks.set(taskToken, executionArn);
      return taskToken;
    },
    async answerTo(taskToken) {
      const { output } = await describe(tasks.get(taskToken) ?? '');
      return output && JSON.parse(output);
    },
    letTimePass,
    async close() {
      const running = [...(await executionsOf(renovationMachineArn)), ...tasks.values()];
      for (const executionArn of running) await sfn.send(new StopExecutionCommand({ executionArn }));
      for (const stateMachineArn of [renovationMachineArn, taskMachineArn]) {
        await sfn.send(new DeleteStateMachineCommand({ stateMachineArn }));
      }
      await sfn.send(new DeleteActivityCommand({ activityArn }));
    },
  };
}
