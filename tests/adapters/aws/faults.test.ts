// Which errors of AWS may pass, so that a machine tries again, and which are mistakes.
import { createServer } from 'node:http';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it, onTestFinished } from 'vitest';
import { withFaults } from '../../../adapters/aws/faults.ts';
import { listening } from '../../support/aws/listening.ts';
import { CREDENTIALS, REGION } from '../../support/aws/start-aws.ts';

const READ = new GetItemCommand({ TableName: 'jiugai', Key: { pk: { S: 'a' }, sk: { S: 'b' } } });

const clientOf = (endpoint: string) =>
  withFaults(new DynamoDBClient({ region: REGION, credentials: CREDENTIALS, endpoint, maxAttempts: 1 }));

async function answering(status: number, errorName: string): Promise<DynamoDBClient> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${errorName}`, message: errorName }));
  });
  const { url, close } = await listening(server);
  onTestFinished(close);
  return clientOf(url);
}

it.each([
  [500, 'InternalServerError'],
  [400, 'ThrottlingException'],
  [400, 'ProvisionedThroughputExceededException'],
])('takes %i %s for something that passes', async (status, name) => {
  const client = await answering(status, name);
  await expect(client.send(READ)).rejects.toMatchObject({ code: 'UNAVAILABLE', cause: { name } });
});

it.each(['ResourceNotFoundException', 'AccessDeniedException', 'ValidationException'])(
  'leaves %s what it is: trying again would not help',
  async (name) => {
    const client = await answering(400, name);
    await expect(client.send(READ)).rejects.toMatchObject({ name });
  },
);

it('takes a service that cannot be reached for something that passes', async () => {
  const { url, close } = await listening(createServer());
  await close();
  await expect(clientOf(url).send(READ)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});
