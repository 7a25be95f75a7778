// The workflow on AWS: waits with their tokens in the table, over the Step Functions of the account.
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeExecutionCommand,
  paginateListExecutions,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import type { RunningExecution, Signal, Wait, Workflow } from '../../domain/ports.ts';
import { unless } from './faults.ts';
import {
  type Item,
  itemsOf,
  listedItems,
  number,
  numberOf,
  queryItems,
  startKey,
  type Table,
  text,
  textOf,
  waitKey,
} from './table.ts';

const WAIT = 'WAIT';
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

  const resolve = async ({ projectId, outcomes }: Extract<Signal, { kind: 'RESOLVE' }>) => {
    for await (const item of itemsOf(table, waitsOf(projectId))) {
      const outcome = outcomes[textOf(item, 'wait') ?? ''];
      if (outcome === undefined) continue;
      // Answered before it is forgotten: a death in between answers again, which Step Functions takes for nothing.
      await unless(TOKEN_IS_OVER, () =>
        sfn.send(
          new SendTaskSuccessCommand({ taskToken: textOf(item, 'taskToken'), output: JSON.stringify({ outcome }) }),
        ),
      );
      await forget(table, item);
    }
  };

  const describe = async (name: string): Promise<readonly RunningExecution[]> => {
    // AWS forgets an execution 90 days after its end.
    const found = await unless(['ExecutionDoesNotExist'], () =>
      sfn.send(new DescribeExecutionCommand({ executionArn: executionArn(name) })),
    );
    return found?.status === 'RUNNING' ? [runningOf(found)] : [];
  };

  return {
    async open({ projectId, wait, execution, openedAt }, taskToken) {
      await table.client.send(
        new PutItemCommand({
          TableName: table.name,
          Item: {
            ...waitKey(projectId, execution, wait),
            projectId: text(projectId),
            wait: text(wait),
            execution: text(execution),
            openedAt: text(openedAt),
            taskToken: text(taskToken),
            listed: text(WAIT),
            place: text(`${projectId}#${wait}#${execution}`),
          },
        }),
      );
    },

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

    async listWaiting(projectId) {
      const waits: Wait[] = [];
      const items = projectId === undefined ? listedItems(table, WAIT) : itemsOf(table, waitsOf(projectId));
      for await (const item of items) waits.push(waitOf(item));
      return waits;
    },

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

const waitsOf = (projectId: string): string => waitKey(projectId, '', '').pk.S;
const startsOf = (projectId: string): string => startKey(projectId, 0, '').pk.S;

/**
 * Waits stand in the machines of the steps, which the renovation machine starts and which end with it. Their names,
 * `projectId-step-generation`, have project and generation in common with its own.
 */
async function forgetWaits(table: Table, projectId: string, isOver: (generation: number) => boolean): Promise<void> {
  for await (const item of itemsOf(table, waitsOf(projectId))) {
    if (isOver(partsOf(textOf(item, 'execution') ?? '').generation)) await forget(table, item);
  }
}

/** Unless it was opened again with another token in the meantime. */
async function forget(table: Table, { pk = text(''), sk = text(''), taskToken = text('') }: Item): Promise<void> {
  await unless(['ConditionalCheckFailedException'], () =>
    table.client.send(
      new DeleteItemCommand({
        TableName: table.name,
        Key: { pk, sk },
        ConditionExpression: 'taskToken = :taskToken',
        ExpressionAttributeValues: { ':taskToken': taskToken },
      }),
    ),
  );
}

/** Project and generation in the name or ARN of an execution. */
function partsOf(execution: string): { projectId: string; generation: number } {
  const [, projectId = '', generation] = /([^:]+)-\d+-(\d+)$/.exec(execution) ?? [];
  return { projectId, generation: Number(generation) };
}

const waitOf = (item: Item): Wait => ({
  projectId: textOf(item, 'projectId') ?? '',
  wait: textOf(item, 'wait') ?? '',
  execution: textOf(item, 'execution') ?? '',
  openedAt: (textOf(item, 'openedAt') ?? '') as Instant,
});

function runningOf(execution: {
  executionArn?: string | undefined;
  stateMachineArn?: string | undefined;
  startDate?: Date | undefined;
}): RunningExecution {
  const { executionArn = '', stateMachineArn = '', startDate } = execution;
  return { execution: executionArn, machine: stateMachineArn, startedAt: instantOf(startDate?.getTime() ?? 0) };
}
