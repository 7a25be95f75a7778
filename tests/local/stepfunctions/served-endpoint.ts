// The endpoint of a workbench on a port of its own, with a client of the AWS SDK; both are closed with the test.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SFNClient } from '@aws-sdk/client-sfn';
import { onTestFinished } from 'vitest';
import { stepFunctionsEndpoint } from '../../../local/stepfunctions/endpoint.ts';
import { workbench } from './workbench.ts';

export async function served() {
  const bench = workbench();
  const server = stepFunctionsEndpoint(bench.sfn, bench.database).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${address.port}`;
  const client = new SFNClient({
    endpoint,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  onTestFinished(() => {
    client.destroy();
    server.close();
  });
  return { ...bench, endpoint, client };
}
