// A notice that did not arrive, over HTTP: sent again, or by another channel of its desk; asked twice it is sent once, and who
// may not is refused. Mail server and group robots are real ones, on this machine.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import { granted } from '../../../domain/errors.ts';
import { listNotices } from '../../../functions/dashboard/list-notices.ts';
import { readNotice } from '../../../functions/dashboard/read-notice.ts';
import { sendNoticeAgain } from '../../../functions/dashboard/send-notice-again.ts';
import { openChannels } from '../../../functions/notifications/channels/open-channels.ts';
import { sendDigests } from '../../../functions/notifications/send-digests.ts';
import { sendDueMessages } from '../../../functions/notifications/send-due-messages.ts';
import { notificationSettings } from '../../../functions/notifications/settings.ts';
import type { Sender } from '../../../functions/notifications/tell-recipients.ts';
import { serveRoutes } from '../../local/http/serve-routes.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { CERTIFICATE } from './localhost-certificate.ts';
import { type HttpsSink, httpsSink, type SmtpSink, smtpSink } from './sinks.ts';

const STREET = '330302001';
const ID = '330302-2026-0017-9';
const DAY = '2026-03-02';
const MAILBOX = 'wuma@street.example.cn';
const at = (minutes: number): Instant => instantOf(Date.UTC(2026, 2, 2, 1, minutes));

let fake: FakePorts;
let mail: SmtpSink;
let group: HttpsSink;
let origin: string;
beforeEach(async () => {
  fake = fakePorts({ now: at(0) });
  [mail, group] = await Promise.all([smtpSink(), httpsSink()]);
  const routes = [listNotices, readNotice, sendNoticeAgain];
  // A token is a role and a unit.
  const verifyToken = async (token: string) => {
    const [role = '', unit = role] = token.split('.');
    return granted({ sub: `p-${role}`, role, unit });
  };
  origin = (await serveRoutes(routes, { ports: fake.ports, verifyToken })).origin;
  await fake.ports.outbox.enqueue([
    {
      messageId: ID,
      to: { role: 'STREET', unit: STREET },
      template: 'task-opened',
      values: { projectId: '330302-2026-0017', act: 'submit-design', dueOn: '2026-05-01' },
    },
  ]);
});
afterEach(async () => {
  fake.close();
  await Promise.all([mail.close(), group.close()]);
});

const NETWORK = { allowPrivate: true, certificateAuthority: CERTIFICATE };

/** The desk of a street is told by mail, and can be told by a group and by a webhook of its own. */
function sender(desk: object = { otherChannels: ['ding', 'hook'] }): Sender {
  const settings = notificationSettings.parse({
    site: 'https://jiugai.example.cn',
    channels: {
      mail: { kind: 'SMTP', host: '127.0.0.1', port: mail.port, security: 'NONE', from: 'jiugai@example.cn' },
      ding: { kind: 'DINGTALK', url: group.url, secret: 'SECkey', ...NETWORK },
      hook: { kind: 'WEBHOOK', url: group.url, secret: 'shared', ...NETWORK },
    },
    recipients: [{ id: 'wuma', role: 'STREET', unit: STREET, channel: 'mail', address: MAILBOX, ...desk }],
  });
  const channels = openChannels(settings);
  if (!channels.ok) throw new Error(channels.refusal.says.en);
  return { settings, channels: channels.value, letterhead: { site: settings.site, rehearsal: false } };
}

async function call(who: string, path: string, body?: object) {
  const answer = await fetch(new URL(path, origin), {
    headers: { authorization: `Bearer ${who}`, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}
const OFFICE = 'RENOVATION_OFFICE';
const OWN_STREET = `STREET.${STREET}`;
const pathOf = (id: string) => `/api/notices/${encodeURIComponent(id)}`;
const sendBy = (channel: string, { who = OFFICE, id = ID, recipient = 'wuma' } = {}) =>
  call(who, `${pathOf(id)}/deliveries`, { recipient, channel });
const deliveries = async (who = OFFICE, id = ID) => (await call(who, pathOf(id))).body.deliveries;
const round = (minute: number, told = sender()) => {
  fake.setNow(at(minute));
  return sendDueMessages(fake.ports, told);
};
const settled = () =>
  fake.database
    .prepare('SELECT state, detail FROM outbox ORDER BY place')
    .all()
    .map((row) => ({ ...row }));

/** The mailbox does not exist: the notice has failed for good. */
async function failed(): Promise<void> {
  mail.mailboxes.set(MAILBOX, 550);
  await round(0);
}

describe('a notice that failed', () => {
  it('names the other channels of its desk, to those who may send it and to nobody else', async () => {
    await failed();
    const offered = [
      { name: 'mail', kind: 'SMTP' },
      { name: 'ding', kind: 'DINGTALK' },
      { name: 'hook', kind: 'WEBHOOK' },
    ];
    for (const who of [OFFICE, OWN_STREET, 'OPERATOR']) {
      expect(await deliveries(who)).toMatchObject([{ state: 'FAILED', kind: 'SMTP', sendBy: offered }]);
      const listed = await call(who, `/api/notices?day=${DAY}`);
      expect(listed.body.deliveries).toMatchObject([{ recipient: 'wuma', sendBy: offered }]);
    }
    const [seen] = await deliveries('AUDIT');
    expect(seen).toMatchObject({ state: 'FAILED', kind: 'SMTP' });
    expect(seen).not.toHaveProperty('sendBy');
  });

  it('reaches the desk by the channel that is chosen, with a record of its own beside the first', async () => {
    await failed();
    fake.setNow(at(30));
    const asked = await sendBy('ding');
    expect(asked).toMatchObject({
      status: 202,
      body: { recipient: 'wuma', channel: 'ding', kind: 'DINGTALK', state: 'PENDING', attempts: 0 },
    });
    // What was asked for stands there before the sender has gone round.
    expect((await deliveries()).map(({ channel, state }: Record<string, string>) => [channel, state])).toEqual([
      ['mail', 'FAILED'],
      ['ding', 'PENDING'],
    ]);
    await round(31);
    expect(JSON.parse(group.received[0]?.body ?? '').text.content).toContain('待办事项：提交初步设计方案');
    expect(await deliveries()).toMatchObject([
      { channel: 'mail', state: 'SWITCHED', attempts: 1, code: 'SMTP_550' },
      { channel: 'ding', state: 'DELIVERED', attempts: 1, writtenAt: at(30), at: at(31) },
    ]);
    const { body } = await call(OFFICE, pathOf(ID));
    expect(body).toMatchObject({ writtenAt: at(0), projectId: '330302-2026-0017' });
    expect(JSON.stringify(body)).not.toContain('@');
    expect((await call(OFFICE, `/api/notices?day=${DAY}`)).body.deliveries).toHaveLength(2);
  });

  it('is sent once, however often and by however many it is asked for', async () => {
    await failed();
    const asked = await Promise.all([sendBy('ding'), sendBy('ding', { who: OWN_STREET }), sendBy('ding')]);
    expect(asked.map(({ status }) => status)).toEqual([202, 202, 202]);
    await round(1);
    await round(2);
    expect(group.received).toHaveLength(1);
    expect(await sendBy('ding')).toMatchObject({ status: 409, body: { code: 'NOT_NOW' } });
    expect(settled()).toMatchObject([{ state: 'FAILED' }, { state: 'DELIVERED' }]);
  });

  it('is sent again by the same channel when its mailbox is there, in the same record', async () => {
    await failed();
    mail.mailboxes.clear();
    expect((await sendBy('mail')).body).toMatchObject({ channel: 'mail', state: 'PENDING', attempts: 1 });
    await round(20);
    expect(mail.mails.map(({ to }) => to)).toEqual([[MAILBOX]]);
    expect(await deliveries()).toMatchObject([
      { channel: 'mail', state: 'DELIVERED', attempts: 2, writtenAt: at(0), at: at(20) },
    ]);
    expect((await call(OFFICE, `/api/notices?day=${DAY}`)).body.deliveries).toHaveLength(1);
  });

  it('has one id on every channel, by which a receiver knows that it is the same', async () => {
    await failed();
    await sendBy('hook');
    await round(1);
    expect(group.received[0]?.headers['idempotency-key']).toBe(`${ID}/wuma`);
    expect(JSON.parse(group.received[0]?.body ?? '')).toMatchObject({ id: ID, recipient: 'wuma' });
  });

  it('goes on to a third channel where the second fails too, and back to the first', async () => {
    await failed();
    group.answer = { status: 503 };
    await sendBy('ding');
    await round(1);
    expect(await deliveries()).toMatchObject([
      { state: 'SWITCHED' },
      { channel: 'ding', state: 'PENDING', attempts: 1 },
    ]);
    await sendBy('hook');
    await round(2);
    expect((await deliveries()).map(({ state }: { state: string }) => state)).toEqual([
      'SWITCHED',
      'SWITCHED',
      'PENDING',
    ]);
    mail.mailboxes.clear();
    await sendBy('mail');
    group.answer = { status: 200 };
    for (const minute of [3, 10, 60]) await round(minute);
    expect(mail.mails).toHaveLength(1);
    expect(group.received).toHaveLength(2);
    expect(await deliveries()).toMatchObject([
      { channel: 'mail', state: 'DELIVERED', attempts: 2 },
      { channel: 'ding', state: 'SWITCHED' },
      { channel: 'hook', state: 'SWITCHED' },
    ]);
    expect(await fake.ports.outbox.pending()).toBe(0);
  });
});

describe('a notice that is being tried again', () => {
  it('takes another channel at once, and is left alone on the one that is down', async () => {
    mail.out = true;
    await round(0);
    expect(await deliveries()).toMatchObject([{ state: 'PENDING', sendBy: [{ name: 'ding' }, { name: 'hook' }] }]);
    await sendBy('ding');
    await round(1);
    mail.out = false;
    for (const minute of [5, 60, 120]) await round(minute);
    expect([group.received.length, mail.mails.length]).toEqual([1, 0]);
    expect(await deliveries()).toMatchObject([{ state: 'SWITCHED' }, { channel: 'ding', state: 'DELIVERED' }]);
    expect(await fake.ports.outbox.pending()).toBe(0);
  });

  it('that arrives before the other channel is taken is not sent by it any more', async () => {
    mail.out = true;
    await round(0);
    await sendBy('ding');
    mail.out = false;
    // Its own message stands before the one that was asked for.
    await round(10);
    expect([mail.mails.length, group.received.length]).toEqual([1, 0]);
    expect(await deliveries()).toMatchObject([
      { channel: 'mail', state: 'DELIVERED' },
      { channel: 'ding', state: 'SWITCHED' },
    ]);
  });

  it('is not sent by the same channel beside', async () => {
    mail.out = true;
    await round(0);
    expect((await sendBy('mail')).body).toMatchObject({ channel: 'mail', state: 'PENDING', attempts: 1 });
    expect(await fake.ports.outbox.pending()).toBe(1);
  });
});

describe('a digest', () => {
  it('that failed is written anew for the other channel, as the list stands then', async () => {
    const [dueOn, projectId, id] = ['2026-03-09', '330302-2026-0017', 'digest-2026-03-02'];
    const row = (seq: number, act: string) => ({
      ...{ view: 'tasks', partition: `STREET#${STREET}`, sort: `${dueOn}#${projectId}` },
      ...{ value: { projectId, dueOn, act }, watermark: { ledger: `PROJECT/${projectId}`, seq } },
    });
    await fake.ports.views.write([row(1, 'submit-design')]);
    await failed();
    await sendDigests(fake.ports, sender());
    await fake.ports.views.write([row(2, 'form-body')]);
    expect((await sendBy('hook', { id })).status).toBe(202);
    await round(1);
    expect(JSON.parse(group.received[0]?.body ?? '')).toMatchObject({ id, tasks: [{ act: 'form-body' }] });
    expect(await deliveries(OFFICE, id)).toMatchObject([{ state: 'SWITCHED' }, { state: 'DELIVERED' }]);
    await sendDigests(fake.ports, sender());
    expect(mail.mails).toEqual([]);
  });
});

describe('what is refused', () => {
  it('is a notice that has arrived', async () => {
    await round(0);
    expect(await deliveries()).toMatchObject([{ state: 'DELIVERED' }]);
    for (const channel of ['mail', 'ding']) {
      expect(await sendBy(channel)).toMatchObject({
        status: 409,
        body: { code: 'NOT_NOW', detailZh: '这条通知已经送达这个收件处，不用再发。' },
      });
    }
    await round(1);
    expect([mail.mails.length, group.received.length]).toEqual([1, 0]);
  });

  it('is another channel where the desk has none, with what would make it one', async () => {
    mail.mailboxes.set(MAILBOX, 550);
    await round(0, sender({}));
    expect(await deliveries()).toMatchObject([{ sendBy: [{ name: 'mail' }] }]);
    const { status, body } = await sendBy('ding');
    expect([status, body.code]).toEqual([409, 'GATE_SHUT']);
    expect(body.detailZh).toContain('请系统管理员在通知设置里补登一个');
  });

  it('is a channel that the desk does not have, a desk and a notice that there are not', async () => {
    await failed();
    expect((await sendBy('fax')).body).toMatchObject({ code: 'MALFORMED', fields: [{ path: '/channel' }] });
    expect((await sendBy('ding', { recipient: 'drb' })).body.code).toBe('NOT_FOUND');
    expect((await sendBy('ding', { id: '330302-2026-0099-1' })).body.code).toBe('NOT_FOUND');
  });

  it('is whoever only reads, another street, and every other party', async () => {
    await failed();
    expect((await sendBy('ding', { who: 'AUDIT' })).body.code).toBe('FORBIDDEN_ROLE');
    expect((await sendBy('ding', { who: 'FINANCE' })).body.code).toBe('FORBIDDEN_ROLE');
    expect((await sendBy('ding', { who: 'STREET.330302002' })).body.code).toBe('NOT_FOUND');
    expect((await sendBy('ding', { who: 'OPERATOR' })).status).toBe(202);
  });

  it('is a channel that was taken out of the settings while the message was on its way', async () => {
    await failed();
    await sendBy('ding');
    await round(1, sender({ otherChannels: ['hook'] }));
    expect(group.received).toEqual([]);
    expect(await deliveries()).toMatchObject([
      { channel: 'mail', state: 'FAILED' },
      { channel: 'ding', state: 'FAILED', code: 'CHANNEL_CLOSED' },
    ]);
    // Back in the settings it can be asked for once more.
    await round(2);
    await sendBy('ding');
    await round(3);
    expect(group.received).toHaveLength(1);
  });
});
