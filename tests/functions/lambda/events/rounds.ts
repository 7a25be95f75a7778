// What SQS and the Scheduler hand over.
import { beforeEach, expect, it } from 'vitest';
import { bellRung, SCHEDULED } from '../../../support/aws/events.ts';
import type { Stage } from './stage.ts';

export function describeRounds(stageOf: () => Stage): void {
  let stage: Stage;
  beforeEach(() => {
    stage = stageOf();
  });

  const metricsOf = () =>
    stage.logged.filter((line) => line.includes('_aws')).map((line): Record<string, unknown> => JSON.parse(line));

  it('empty the outbox when the bell rings', async () => {
    await stage.openProject();
    expect(stage.lambda.sqs.sent.length).toBeGreaterThan(0);
    await stage.lambda.call('sendNotifications', bellRung(3));
    expect(metricsOf()).toMatchObject([{ service: 'sendNotifications', pendingMessages: 0 }]);
  });

  it('compare ledger, waits and executions, and count what is stuck', async () => {
    await stage.openProject();
    await stage.lambda.call('reconcileProjects', SCHEDULED);
    expect(metricsOf()).toMatchObject([{ service: 'reconcileProjects', stuck: 0 }]);
  });

  it.each(['settleOrphanReservations', 'forgetKeptAnswers', 'sendDailyDigests'])('call %s', async (name) => {
    await expect(stage.lambda.call(name, SCHEDULED)).resolves.toBeUndefined();
    expect(stage.logged.filter((line) => line.includes('"level":"ERROR"'))).toEqual([]);
  });

  it('logs neither people nor tokens', async () => {
    const id = await stage.openProject();
    await stage.act(id, 'record-survey', 1, await stage.survey());
    await stage.lambda.stream();
    await stage.lambda.call('sendNotifications', bellRung(1));
    const text = stage.logged.join('');
    expect(text).not.toBe('');
    for (const secret of ['月季小区', 'p-17', 'token', 'eyJ']) expect(text).not.toContain(secret);
  });

  it('log each thing done in one line of a closed set of fields', async () => {
    const id = await stage.openProject();
    await stage.act(id, 'record-survey', 1, await stage.survey());
    await stage.lambda.call('tallyPlanBallot', {}).catch(() => {});
    const lines = stage.logged.filter((line) => line.includes('"level"')).map((line) => JSON.parse(line));
    expect(lines).toContainEqual(expect.objectContaining({ level: 'INFO', service: 'jiugai', code: 'DONE' }));
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'ERROR', code: 'INTERNAL', route: 'tally-plan-ballot' }),
    );
    const fields = new Set(lines.flatMap((line) => Object.keys(line)));
    const known = ['level', 'message', 'timestamp', 'service', 'sampling_rate', 'xray_trace_id'];
    const ours = ['code', 'requestId', 'route', 'causes', 'at'];
    expect([...fields].filter((field) => ![...known, ...ours].includes(field))).toEqual([]);
  });
}
