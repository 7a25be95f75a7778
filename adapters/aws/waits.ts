// Open waits in the table, each with the token that ends it; a token never leaves this folder.
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/calendar/plain-date.ts';
import type { Wait } from '../../domain/ports.ts';
import { unless } from './faults.ts';
import { type Item, itemsOf, listedItems, type Table, text, textOf, waitKey } from './table.ts';

const WAIT = 'WAIT';

const waitsOf = (projectId: string): string => waitKey(projectId, '', '').pk.S;

/** Opening a wait again gives it the newer token. */
export async function keepWait(table: Table, wait: Wait, taskToken: string): Promise<void> {
  const { projectId, wait: name, execution, openedAt } = wait;
  await table.client.send(
    new PutItemCommand({
      TableName: table.name,
      Item: {
        ...waitKey(projectId, execution, name),
        projectId: text(projectId),
        wait: text(name),
        execution: text(execution),
        openedAt: text(openedAt),
        taskToken: text(taskToken),
        listed: text(WAIT),
        place: text(`${projectId}#${name}#${execution}`),
      },
    }),
  );
}

export async function listWaits(table: Table, projectId?: string): Promise<readonly Wait[]> {
  const waits: Wait[] = [];
  const items = projectId === undefined ? listedItems(table, WAIT) : itemsOf(table, waitsOf(projectId));
  for await (const item of items) waits.push(waitOf(item));
  return waits;
}

/** Hands every wait of the project with its token to `end`, and forgets it when that says so. */
export async function endWaits(
  table: Table,
  projectId: string,
  end: (wait: Wait, taskToken: string) => Promise<boolean>,
): Promise<void> {
  for await (const item of itemsOf(table, waitsOf(projectId))) {
    if (await end(waitOf(item), textOf(item, 'taskToken') ?? '')) await forget(table, item);
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

const waitOf = (item: Item): Wait => ({
  projectId: textOf(item, 'projectId') ?? '',
  wait: textOf(item, 'wait') ?? '',
  execution: textOf(item, 'execution') ?? '',
  openedAt: (textOf(item, 'openedAt') ?? '') as Instant,
});
