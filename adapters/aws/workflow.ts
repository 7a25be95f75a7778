// The workflow on AWS: waits with their tokens in the table, over the Step Functions of the account.
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeExecutionCommand,
  paginateListExecutions,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { instantOf } from '../../domain/calendar/plain-date.ts';
import type { RunningExecution, Signal, Workflow } from '../../domain/ports.ts';
import { unless } from './faults.ts';
import { itemsOf, number, numberOf, queryItems, startKey, type Table, text, textOf } from './table.ts';
import { endWaits, keepWait, listWaits } from './waits.ts';

/** A wait that timed out has already gone on by itself; its renewal looks into the ledger. */
const TOKEN_IS_OVER = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

/** `renovationMachineArn` may be that of an alias: executions belong to the machine all the same. */
export function sfnWorkflow(table: Table, sfn: SFNClient, renovationMachineArn: string): Workflow {
  const machineArn = renovationMachineArn.replace(/(:stateMachine:[^:]+):.*$/, '$1');
  const executionArn = (name: string) => `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;

  const start = async ({ projectId, step, generation }: Extract<Signal, { kind: 'START' }>) => {
    const name = `${projectId}-${step}-${generation}`;
    const input = JSON.stringify({ projectId, step, generation });
    await unless(['ExecutionAlreadyExists'], () =>
      sfn.send(new StartExecutionCommand({ stateMachineArn: renovationMachineArn, name, input })),
    );
    await table.client.send(
      new PutItemCommand({
        TableName: table.name,
        Item: { ...startKey(projectId, generation, name), generation: number(generation), execution: text(name) },
      }),
    );
    // The generation before has timed out or was stopped: nobody can answer its waits any more.
    await forgetWaits(table, projectId, (waiting) => waiting < generation);
  };

  /** Answered before it is forgotten: a death in between answers again, which Step Functions takes for nothing. */
  const resolve = ({ projectId, outcomes }: Extract<Signal, { kind: 'RESOLVE' }>) =>
    endWaits(table, projectId, async ({ wait }, taskToken) => {
      const outcome = outcomes[wait];
      if (outcome === undefined) return false;
      const output = JSON.stringify({ outcome });
      await unless(TOKEN_IS_OVER, () => sfn.send(new SendTaskSuccessCommand({ taskToken, output })));
      return true;
    });

  const describe = async (name: string): Promise<readonly RunningExecution[]> => {
    // AWS forgets an execution 90 days after its end.
    const found = await unless(['ExecutionDoesNotExist'], () =>
      sfn.send(new DescribeExecutionCommand({ executionArn: executionArn(name) })),
    );
    return found?.status === 'RUNNING' ? [runningOf(found)] : [];
  };

  return {
    open: (wait, taskToken) => keepWait(table, wait, taskToken),

    async signal(signals) {
      for (const signal of signals) await (signal.kind === 'START' ? start(signal) : resolve(signal));
    },

    async stop(execution, reason) {
      const { projectId, generation } = partsOf(execution);
      await forgetWaits(table, projectId, (waiting) => waiting === generation);
      await unless(['ExecutionDoesNotExist'], () =>
        sfn.send(new StopExecutionCommand({ executionArn: execution, cause: reason })),
      );
    },

    listWaiting: (projectId) => listWaits(table, projectId),

    async listRunning(projectId) {
      const running: RunningExecution[] = [];
      if (projectId === undefined) {
        const request = { stateMachineArn: machineArn, statusFilter: 'RUNNING' } as const;
        for await (const page of paginateListExecutions({ client: sfn }, request)) {
          running.push(...(page.executions ?? []).map(runningOf));
        }
      } else {
        // Asks for the starts of the project one by one: a listing would grow with the number of all projects.
        for await (const item of itemsOf(table, startsOf(projectId))) {
          running.push(...(await describe(textOf(item, 'execution') ?? '')));
        }
      }
      return running;
    },

    async latestGeneration(projectId) {
      const newestFirst = queryItems(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': text(startsOf(projectId)) },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: 1,
      });
      for await (const item of newestFirst) return numberOf(item, 'generation');
      return 0;
    },
  };
}

const startsOf = (projectId: string): string => startKey(projectId, 0, '').pk.S;

/**
 * Waits stand in the machines of the steps, which the renovation machine starts and which end with it. Their names,
 * `projectId-step-generation`, have project and generation in common with its own.
 */
const forgetWaits = (table: Table, projectId: string, isOver: (generation: number) => boolean): Promise<void> =>
  endWaits(table, projectId, async ({ execution }) => isOver(partsOf(execution).generation));

/** Project and generation in the name or ARN of an execution. */
function partsOf(execution: string): { projectId: string; generation: number } {
  const [, projectId = '', generation] = /([^:]+)-\d+-(\d+)$/.exec(execution) ?? [];
  return { projectId, generation: Number(generation) };
}

function runningOf(execution: {
  executionArn?: string | undefined;
  stateMachineArn?: string | undefined;
  startDate?: Date | undefined;
}): RunningExecution {
  const { executionArn = '', stateMachineArn = '', startDate } = execution;
  return { execution: executionArn, machine: stateMachineArn, startedAt: instantOf(startDate?.getTime() ?? 0) };
}
