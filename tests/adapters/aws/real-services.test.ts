// The run against the services of an account, tried without one: the same clients, led to the stand-ins by addresses in the
// environment, as the SDK reads them. Shows that nothing in it is answered by anybody but the services.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { NO_CONSEQUENCES } from '../../../domain/ports.ts';
import { startStepFunctionsWithActivities } from '../../support/aws/activities.ts';
import { startDynamo } from '../../support/aws/dynamo.ts';
import { environmentAt } from '../../support/aws/installation/environment.ts';
import type { Listening } from '../../support/aws/listening.ts';
import { startS3 } from '../../support/aws/s3/start-s3.ts';
import { type Queue, startSqs } from '../../support/aws/sqs.ts';
import { BUCKETS, CREDENTIALS } from '../../support/aws/start-aws.ts';
import { startRealAws } from '../../support/aws/start-real-aws.ts';
import { entryAfter } from '../../support/ports/entries.ts';
import { describeWorkflow } from '../contract/workflow.ts';

let now = Date.UTC(2026, 2, 2, 1);
let servers: readonly { close(): Promise<void> }[];
let stepFunctions: Awaited<ReturnType<typeof startStepFunctionsWithActivities>>;
let dynamo: Listening;
let sqs: Queue;
let s3: Awaited<ReturnType<typeof startS3>>;
let real: Awaited<ReturnType<typeof startRealAws>>;

beforeAll(async () => {
  stepFunctions = await startStepFunctionsWithActivities(() => now);
  dynamo = await startDynamo();
  sqs = await startSqs();
  s3 = await startS3({
    buckets: Object.values(BUCKETS),
    secretAccessKey: CREDENTIALS.secretAccessKey,
    now: () => Date.now(),
  });
  servers = [dynamo, sqs, s3, stepFunctions];
  // The installation has a machine, whose role those of the tests are given.
  stepFunctions.engine.deployStateMachine({
    name: 'renovation',
    definition: JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'End', States: { End: { Type: 'Succeed' } } }),
  });
  const environment = environmentAt({ dynamo: dynamo.url, s3: s3.url, sqs: sqs.url, sfn: stepFunctions.url });
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  real = await startRealAws('jiugai-data', process.env, {
    lag: 0,
    async letTimePass(seconds) {
      now += seconds * 1000;
      stepFunctions.engine.wake();
      await stepFunctions.engine.idle();
    },
  });
});
afterAll(async () => {
  await real.close();
  await Promise.all(servers.map((server) => server.close()));
  vi.unstubAllEnvs();
});

describeWorkflow('AWS account', () => real.open());

it('reaches table, buckets and queue by the addresses of the services', async () => {
  const opened = await real.open();
  const ref = { kind: 'PROJECT', id: '330302-2026-0017' } as const;
  expect(await opened.ledger.append(ref, entryAfter(ref), NO_CONSEQUENCES)).toBe('APPENDED');
  expect(opened.table.name).toMatch(/^jiugai-data-contract-/);
  const meta = { mediaType: 'application/pdf', paperClass: 'FILED', storedAt: '2026-03-02T01:00:00.000Z' } as never;
  const { sha256 } = await opened.papers.put(new TextEncoder().encode('%PDF'), meta);
  const [stored] = s3.store.list(BUCKETS.evidence, `papers/${sha256}`);
  // Locked for the day of the test, not for ten years.
  const days = ((stored?.version.lockedUntil ?? 0) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(0);
  expect(days).toBeLessThan(3);
  const to = { role: 'STREET', unit: '330302001' } as const;
  await opened.outbox.enqueue([{ messageId: 'm', to, template: 'task-opened', values: {} }]);
  expect(sqs.sent).toHaveLength(1);
  await opened.close();
});

it('leaves no machine and no activity behind', () => {
  const count = (operation: string) => stepFunctions.operations.filter((asked) => asked === operation).length;
  expect(count('DeleteStateMachine')).toBe(count('CreateStateMachine'));
  expect(count('DeleteActivity')).toBe(count('CreateActivity'));
  expect(stepFunctions.engine.listStateMachines().stateMachines.map(({ name }) => name)).toEqual(['renovation']);
});
