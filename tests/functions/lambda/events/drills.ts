// The drills of the operations manual, without an account: the table goes back to a second ago, everything derived is lost,
// letters lie in a queue, keys are rotated. The commands are those that an operator runs.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type AttributeValue, DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, expect, it, vi } from 'vitest';
import { LEDGER_KINDS } from '../../../../domain/ledger.ts';
import { objectCreated, SCHEDULED } from '../../../support/aws/events.ts';
import { TABLE } from '../../../support/aws/installation/environment.ts';
import { itemsIn } from '../../../support/aws/table-rows.ts';
import { STREET, type Stage } from './stage.ts';

type Item = Record<string, AttributeValue>;
const QUARTER = 15 * 60_000;
const DERIVED = /^(?:VIEW|COUNT|WAITS|MESSAGE)#/;
const run = promisify(execFile);

export function describeDrills(stageOf: () => Stage): void {
  let stage: Stage;
  beforeEach(() => {
    stage = stageOf();
  });

  const withTable = async <T>(work: (client: DynamoDBClient) => Promise<T>): Promise<T> => {
    const client = new DynamoDBClient();
    return work(client).finally(() => client.destroy());
  };
  const dump = () => withTable((client) => itemsIn({ client, name: TABLE }));
  const remove = (items: readonly Item[]) =>
    withTable(async (client) => {
      for (const { pk, sk } of items) {
        await client.send(
          new DeleteItemCommand({ TableName: TABLE, Key: { pk: pk ?? { S: '' }, sk: sk ?? { S: '' } } }),
        );
      }
    });
  const put = (items: readonly Item[]) =>
    withTable(async (client) => {
      for (const Item of items) await client.send(new PutItemCommand({ TableName: TABLE, Item }));
    });
  const rowsOf = (items: readonly Item[]) =>
    items
      .filter(({ content, ledger }) => content && LEDGER_KINDS.some((kind) => ledger?.S?.startsWith(`${kind}/`)))
      .map(({ pk, sk, content }) => JSON.stringify([pk, sk, content]))
      .toSorted();
  /** Two rounds: what was started in the first is sound in the second. */
  const reconcile = async () => {
    for (const _ of [1, 2]) {
      vi.setSystemTime(Date.now() + QUARTER);
      await stage.lambda.call('reconcileProjects', SCHEDULED);
      await stage.lambda.stream();
    }
    const counted = stage.logged.filter((line) => line.includes('"stuck"')).map((line) => JSON.parse(line));
    return counted.at(-1);
  };
  const queue = (name: string) => `${process.env.AWS_ENDPOINT_URL_SQS}/123456789012/${name}`;
  const command = async (name: string, ...args: readonly string[]) => {
    const file = fileURLToPath(new URL(`../../../../local/operate/${name}.ts`, import.meta.url));
    return (await run(process.execPath, [file, ...args], { env: process.env })).stdout;
  };
  const givenUp = JSON.stringify({
    requestContext: {
      functionArn: 'arn:aws-cn:lambda:cn-north-1:123456789012:function:ProjectEntries:live',
      condition: 'RetryAttemptsExhausted',
    },
    version: '1.0',
    DDBStreamBatchInfo: { shardId: 'shardId-1', batchSize: 1 },
  });

  it('a table that went back to a second ago: the machines follow, nobody is stuck, and the act can be done again', async () => {
    const id = await stage.openProject();
    const before = await dump();
    expect((await stage.act(id, 'record-survey', 1, await stage.survey())).statusCode).toBe(200);
    await stage.lambda.stream();
    expect(await stage.waiting(id)).toEqual(['start-consultation']);

    const now = await dump();
    await remove(now);
    await put(before);
    expect(await reconcile()).toMatchObject({ stuck: 0 });
    expect(await stage.waiting(id)).toEqual(['record-survey']);
    const again = await stage.act(id, 'record-survey', 1, await stage.survey(), 'after-the-restore');
    expect(again.statusCode).toBe(200);
    // The machine had gone on before the restore: the token that stands in the table is used up, and a round sees to it.
    expect(await reconcile()).toMatchObject({ stuck: 0 });
    expect(await stage.waiting(id)).toEqual(['start-consultation']);
  });

  it('everything derived lost: one letter brings the rows back from the ledgers, a round the waits', async () => {
    const id = await stage.openProject();
    await stage.act(id, 'record-survey', 1, await stage.survey());
    await stage.lambda.stream();
    const whole = await dump();
    await remove(whole.filter(({ pk }) => DERIVED.test(pk?.S ?? '')));
    expect(await stage.waiting(id)).toEqual([]);

    stage.lambda.sqs.lying.set(queue('unprojected'), [givenUp]);
    expect(await command('redrive', queue('unprojected'))).toMatch(
      /ledgers projected again: 1\n1 封已处理 dealt with，0 /,
    );
    expect(rowsOf(await dump())).toEqual(rowsOf(whole));
    expect(await reconcile()).toMatchObject({ stuck: 0 });
    expect(await stage.waiting(id)).toEqual(['start-consultation']);
  });

  it('rows that older software did not keep: one command adds them, beside what stands', async () => {
    const id = await stage.openProject();
    await stage.act(id, 'record-survey', 1, await stage.survey());
    await stage.lambda.stream();
    const whole = await dump();
    await remove(whole.filter(({ pk }) => /^(?:VIEW|COUNT)#(?:years|names|grants-by-role)#/.test(pk?.S ?? '')));
    expect(rowsOf(await dump())).not.toEqual(rowsOf(whole));
    expect(await command('rebuild')).toMatch(/^[1-9]\d* 本账已重新列出 ledgers gone through\n$/);
    expect(rowsOf(await dump())).toEqual(rowsOf(whole));
    expect(await reconcile()).toMatchObject({ stuck: 0 });
  });

  it('letters of every kind in their queues: each is dealt with and gone, an unknown one stays', async () => {
    const asked = await stage.http('intakeRoutes', {
      method: 'POST',
      route: '/api/uploads',
      person: STREET,
      body: { name: '扫描件.pdf' },
    });
    const key = `uploads/${String(asked.body.uploadId)}`;
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
    stage.lambda.s3.store.put('jiugai-intake', key, pdf);
    const letters = [JSON.stringify(objectCreated(key, pdf.length)), 'messages are due', '{}', '{"of":"nobody"}'];
    stage.lambda.sqs.lying.set(queue('letters'), letters);
    const said = await command('redrive', queue('letters')).catch((error: { stdout: string }) => error.stdout);
    expect(said).toMatch(/file taken in: 1/);
    expect(said).toMatch(/3 封已处理 dealt with，1 封仍在队列 left/);
    stage.lambda.sqs.pass(3_600);
    expect(stage.lambda.sqs.lying.get(queue('letters'))).toEqual(['{"of":"nobody"}']);
    const stored = await stage.http('intakeRoutes', {
      method: 'GET',
      route: '/api/uploads/{id}',
      parameters: { id: String(asked.body.uploadId) },
      person: STREET,
    });
    expect(stored.body).toMatchObject({ state: 'STORED' });
  });

  it('rotated keys: the new one signs, the older one stays listed', async () => {
    const before = await (await stage.ports()).seal.publicKeys();
    const said = await command('rotate-keys', '--aws');
    const after = await (await stage.ports()).seal.publicKeys();
    expect(after.map(({ keyId }) => keyId).slice(0, -1)).toEqual(before.map(({ keyId }) => keyId));
    expect(said).toContain(`${after.at(-1)?.keyId}  新 signs from now on`);
  });
}
