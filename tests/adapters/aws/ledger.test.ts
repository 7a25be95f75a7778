// What the ledger on DynamoDB keeps beyond the contract: one act is one entry, also when an answer is lost on the way.
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoLedger } from '../../../adapters/aws/ledger.ts';
import type { LedgerRef } from '../../../domain/ledger.ts';
import { NO_CONSEQUENCES } from '../../../domain/ports.ts';
import { type Aws, startAws } from '../../support/aws/start-aws.ts';
import { chainOf, entryAfter } from '../../support/ports/entries.ts';

const REF: LedgerRef = { kind: 'PROJECT', id: '330302-2026-0017' };

let aws: Aws;
beforeAll(async () => {
  aws = await startAws();
});
afterAll(() => aws.close());

/** The answer to every put is lost; the SDK sends it again. */
function losingAnswers(client: DynamoDBClient): DynamoDBClient {
  const send = async (command: Parameters<DynamoDBClient['send']>[0]) => {
    if (command instanceof PutItemCommand) await client.send(command);
    return client.send(command);
  };
  // Only `send` is used of a client.
  return Object.assign(Object.create(client), { send }) as DynamoDBClient;
}

it('says APPENDED when the entry went in and only the answer was lost', async () => {
  const { table, close } = await aws.open();
  const ledger = dynamoLedger({ ...table, client: losingAnswers(table.client) }, aws.newId);
  const [first] = chainOf(REF, 1);
  if (!first) throw new Error('no entry');
  expect(await ledger.append(REF, first, NO_CONSEQUENCES)).toBe('APPENDED');
  expect(await ledger.append(REF, entryAfter(REF, undefined, 'other'), NO_CONSEQUENCES)).toBe('STALE');
  expect(await ledger.read(REF)).toEqual([first]);
  await close();
});

it('reads a ledger that is longer than one page of DynamoDB', async () => {
  const { ledger, close } = await aws.open();
  const entries = chainOf(REF, 6).map((entry) => ({ ...entry, payload: { note: 'x'.repeat(300_000) } }));
  for (const entry of entries) await ledger.append(REF, entry, NO_CONSEQUENCES);
  expect((await ledger.read(REF)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  await close();
});
