// What the office does by hand, over the functions of AWS: a notice by another channel, a voiding told to the second person, a
// repair that a second person confirms.
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { bellRung } from '../../../support/aws/events.ts';
import { BUCKETS } from '../../../support/aws/start-aws.ts';
import { RECOGNITION } from '../../../support/papers/typed-contents.ts';
import { CERTIFICATE } from '../../notifications/localhost-certificate.ts';
import { httpsSink, smtpSink } from '../../notifications/sinks.ts';
import { OFFICE, STREET, type Stage } from './stage.ts';

const COLLEAGUE = { ...STREET, sub: 'p-27' };
const SECOND = { ...OFFICE, sub: 'p-28' };
const MAILBOX = 'wuma@street.example.cn';

export function describeOffice(stageOf: () => Stage): void {
  let stage: Stage;
  let id: string;
  beforeEach(async () => {
    stage = stageOf();
    id = await stage.openProject();
  });

  it('sends a notice by another channel of its desk, as the settings in the bucket of keys have it', async () => {
    const [mail, group] = await Promise.all([smtpSink(), httpsSink()]);
    onTestFinished(() => Promise.all([mail.close(), group.close()]).then(() => {}));
    mail.mailboxes.set(MAILBOX, 550);
    const network = { allowPrivate: true, certificateAuthority: CERTIFICATE };
    const settings = {
      site: 'https://jiugai.example.cn',
      channels: {
        mail: { kind: 'SMTP', host: '127.0.0.1', port: mail.port, security: 'NONE', from: 'j@example.cn' },
        hook: { kind: 'WEBHOOK', url: group.url, secret: 'shared', ...network },
      },
      recipients: [
        { id: 'wuma', role: 'STREET', unit: STREET.unit, channel: 'mail', address: MAILBOX, otherChannels: ['hook'] },
      ],
    };
    const text = Buffer.from(JSON.stringify(settings));
    stage.lambda.s3.store.put(BUCKETS.keys, 'channels.json', text, { contentType: 'application/json' });
    // The others of this file have nobody to tell.
    onTestFinished(() => stage.lambda.s3.store.delete(BUCKETS.keys, 'channels.json'));
    // A new instance of the function reads the settings when it starts.
    vi.resetModules();
    const { sendNotifications } = await import('../../../../functions/notifications/lambda.ts');
    const round = () => sendNotifications(bellRung(1), { awsRequestId: 'round' });
    await round();

    const notice = { parameters: { id: `${id}-1` }, person: STREET };
    const read = () => stage.http('dashboardRoutes', { method: 'GET', route: '/api/notices/{id}', ...notice });
    const offered = [
      { name: 'mail', kind: 'SMTP' },
      { name: 'hook', kind: 'WEBHOOK' },
    ];
    expect((await read()).body.deliveries).toMatchObject([{ state: 'FAILED', code: 'SMTP_550', sendBy: offered }]);
    const rung = stage.lambda.sqs.sent.length;
    const body = { recipient: 'wuma', channel: 'hook' };
    const ask = () =>
      stage.http('dashboardRoutes', { method: 'POST', route: '/api/notices/{id}/deliveries', ...notice, body });
    expect(await Promise.all([ask(), ask()])).toMatchObject([
      { statusCode: 202, body: { channel: 'hook', state: 'PENDING' } },
      { statusCode: 202 },
    ]);
    // The sender is rung for, as it is for every message.
    expect(stage.lambda.sqs.sent.length).toBeGreaterThan(rung);
    await round();
    await round();
    expect((await read()).body.deliveries).toMatchObject([
      { channel: 'mail', state: 'SWITCHED' },
      { channel: 'hook', state: 'DELIVERED', attempts: 1 },
    ]);
    expect(group.received.map(({ headers }) => headers['idempotency-key'])).toEqual([`${id}-1/wuma`]);
  });

  it('tells the second person of a voiding, when the stream has brought the proposal', async () => {
    const asPaper = (parameters: Record<string, string>, person: typeof STREET, route: string, body: object) =>
      stage.http('paperOutRoutes', {
        method: 'POST',
        route: `/api/projects/{id}/papers${route}`,
        parameters: { id, ...parameters },
        person,
        headers: { 'idempotency-key': crypto.randomUUID() },
        body,
      });
    const issued = await asPaper({}, STREET, '', { kind: 'B1', contents: RECOGNITION });
    const sha256 = String(issued.body.sha256);
    await stage.lambda.stream();
    await asPaper({ sha256 }, STREET, '/{sha256}/voiding', { reason: '成员人数写错' });
    await stage.lambda.stream();
    const voidings = async (person: typeof STREET) =>
      (await stage.http('portalRoutes', { method: 'GET', route: '/api/tasks', person })).body.voidings;
    expect(await voidings(COLLEAGUE)).toMatchObject([{ projectId: id, kind: 'B1', sha256 }]);
    expect(await voidings(STREET)).toEqual([]);
    const { outbox, clock } = await stage.ports();
    const told = (await outbox.claim(1_000, clock.now())).filter(({ template }) => template === 'voiding-proposed');
    expect(told).toMatchObject([{ to: { role: 'STREET', unit: STREET.unit }, values: { projectId: id } }]);
    const [{ proposal } = { proposal: 0 }] = (await voidings(COLLEAGUE)) as { proposal: number }[];
    await asPaper({ sha256 }, COLLEAGUE, '/{sha256}/voiding/decision', { decision: 'CONFIRM', proposal });
    await stage.lambda.stream();
    expect(await voidings(COLLEAGUE)).toEqual([]);
  });

  it('repairs a project by hand when a second person, who was told, confirms it', async () => {
    const { workflow, outbox, clock } = await stage.ports();
    for (const { execution } of await workflow.listRunning(id)) await workflow.stop(execution, 'lost');
    const route = '/api/operations/projects/{id}/repair';
    const repair = (person: typeof OFFICE, body?: object, path = route) =>
      stage.http('dashboardRoutes', {
        ...{ method: body ? ('POST' as const) : ('GET' as const), route: path, parameters: { id }, person },
        ...(body && { body }),
      });
    const tasks = async (person: typeof OFFICE) =>
      (await stage.http('portalRoutes', { method: 'GET', route: '/api/tasks', person })).body.repairs;
    expect((await repair(OFFICE)).body.repairs).toEqual(['STARTED']);
    const { year, seq } = (await repair(OFFICE, { repairs: ['STARTED'] })).body.proposal as {
      year: string;
      seq: number;
    };
    await stage.lambda.stream();
    expect(await tasks(OFFICE)).toEqual([]);
    expect(await tasks(SECOND)).toMatchObject([{ projectId: id, found: ['STARTED'], proposal: { year, seq } }]);
    const told = (await outbox.claim(1_000, clock.now())).filter(({ template }) => template === 'repair-proposed');
    expect(told).toMatchObject([{ to: { role: 'RENOVATION_OFFICE' }, values: { projectId: id } }]);
    const confirm = { decision: 'CONFIRM', proposal: { year, seq } };
    expect((await repair(OFFICE, confirm, `${route}/decision`)).body.code).toBe('FORBIDDEN_ROLE');
    expect((await repair(SECOND, confirm, `${route}/decision`)).body).toMatchObject({ done: ['STARTED'], sound: true });
    const listed = await stage.http('dashboardRoutes', {
      method: 'GET',
      route: '/api/operations/repairs',
      person: OFFICE,
    });
    expect(listed.body.repairs).toMatchObject([
      {
        ...{ proposedBy: OFFICE.sub, by: SECOND.sub, projectId: id, found: ['STARTED'] },
        ended: { done: ['STARTED'], left: [], sound: true },
      },
    ]);
    await stage.lambda.stream();
    expect(await tasks(SECOND)).toEqual([]);
  });
}
