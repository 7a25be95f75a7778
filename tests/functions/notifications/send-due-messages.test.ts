// Messages on their way to people, over a real SMTP server and a real HTTPS server, with a clock that is set by hand.
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { epochMillisecondsOf, type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Message } from '../../../domain/ports.ts';
import { openChannels } from '../../../functions/notifications/channels/open-channels.ts';
import { sendDueMessages } from '../../../functions/notifications/send-due-messages.ts';
import { notificationSettings } from '../../../functions/notifications/settings.ts';
import type { Sender } from '../../../functions/notifications/tell-recipients.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { CERTIFICATE } from './localhost-certificate.ts';
import { type HttpsSink, httpsSink, readMail, type SmtpSink, smtpSink } from './sinks.ts';

const STREET = '330302001';
/** Minutes after 09:00 in Wenzhou on 2 March 2026. */
const at = (minutes: number): Instant => instantOf(Date.UTC(2026, 2, 2, 1, minutes));

const opened = (messageId: string, values: Record<string, string> = {}): Message => ({
  messageId,
  to: { role: 'STREET', unit: STREET },
  template: 'task-opened',
  values: { projectId: '330302-2026-0017', act: 'submit-design', dueOn: '2026-05-01', ...values },
});

let fake: FakePorts;
let mail: SmtpSink;
let group: HttpsSink;
beforeEach(async () => {
  fake = fakePorts({ now: at(0) });
  [mail, group] = await Promise.all([smtpSink(), httpsSink()]);
});
afterEach(async () => {
  fake.close();
  await Promise.all([mail.close(), group.close()]);
});

const NETWORK = { allowPrivate: true, certificateAuthority: CERTIFICATE };
const desk = (id: string, channel: string, more: object = {}) => ({
  id,
  role: 'STREET',
  unit: STREET,
  channel,
  ...(channel === 'mail' && { address: `${id}@street.example.cn` }),
  ...more,
});

function sender(recipients: object[], rehearsal = false): Sender {
  const settings = notificationSettings.parse({
    site: 'https://jiugai.example.cn',
    channels: {
      mail: { kind: 'SMTP', host: '127.0.0.1', port: mail.port, security: 'NONE', from: 'jiugai@example.cn' },
      dingtalk: { kind: 'DINGTALK', url: group.url, secret: 'SECkey', ...NETWORK },
      wecom: { kind: 'WECOM', url: group.url, ...NETWORK },
      hook: { kind: 'WEBHOOK', url: group.url, secret: 'shared', ...NETWORK },
    },
    recipients,
  });
  const channels = openChannels(settings);
  if (!channels.ok) throw new Error(channels.refusal.says.en);
  return { settings, channels: channels.value, letterhead: { site: settings.site, rehearsal } };
}

const settled = () =>
  fake.database
    .prepare('SELECT message_id AS id, state, detail FROM outbox ORDER BY place')
    .all()
    .map((row) => ({ ...row }));

/** A round every five minutes of the clock. */
async function passTime(told: Sender, from: number, until: number): Promise<void> {
  for (let minute = from; minute <= until; minute += 5) {
    fake.setNow(at(minute));
    await sendDueMessages(fake.ports, told);
  }
}

describe('a message', () => {
  it('says number, act, date and link in the language of the desk, and nothing else that it carries', async () => {
    await fake.ports.outbox.enqueue([opened('m-1', { applicant: '张三' })]);
    await sendDueMessages(fake.ports, sender([desk('a', 'mail', { language: 'both' })]));

    const [letter] = mail.mails;
    expect(letter?.to).toEqual(['a@street.example.cn']);
    const { subject, text } = readMail(letter ?? { to: [], source: '' });
    expect(subject).toBe(
      '330302-2026-0017 待办：提交初步设计方案（2026-05-01 前） / 330302-2026-0017 to do: Submit design (by 2026-05-01)',
    );
    expect(text.replaceAll('\r\n', '\n').trim()).toBe(
      [
        '项目 330302-2026-0017',
        '待办事项：提交初步设计方案',
        '办理期限：2026-05-01',
        'https://jiugai.example.cn/projects/330302-2026-0017',
        '',
        'Project 330302-2026-0017',
        'To do: Submit design',
        'Due: 2026-05-01',
        'https://jiugai.example.cn/projects/330302-2026-0017',
      ].join('\n'),
    );
    expect(letter?.source).not.toContain(Buffer.from('张三').toString('base64'));
  });

  it('says of a reminder that it is one', async () => {
    await fake.ports.outbox.enqueue([{ ...opened('m-1'), template: 'task-reminder' }]);
    await sendDueMessages(fake.ports, sender([desk('a', 'mail')]));
    expect(mail.mails.map((letter) => readMail(letter).subject)).toEqual([
      '330302-2026-0017 催办：提交初步设计方案（2026-05-01 前）',
    ]);
  });

  it('says in a rehearsal that it is one', async () => {
    await fake.ports.outbox.enqueue([opened('m-1')]);
    await sendDueMessages(fake.ports, sender([desk('a', 'mail')], true));
    expect(mail.mails.map((letter) => readMail(letter).subject)).toEqual([
      '【演练】330302-2026-0017 待办：提交初步设计方案（2026-05-01 前）',
    ]);
  });

  it('reaches every desk of its unit, and no desk of another street or that wants digests only', async () => {
    await fake.ports.outbox.enqueue([opened('m-1')]);
    await sendDueMessages(
      fake.ports,
      sender([
        desk('a', 'mail'),
        desk('b', 'mail'),
        desk('all-streets', 'mail', { unit: undefined, digest: false }),
        desk('elsewhere', 'mail', { unit: '330302002' }),
        desk('mornings', 'mail', { immediate: false }),
      ]),
    );
    expect(mail.mails.flatMap(({ to }) => to)).toEqual([
      'a@street.example.cn',
      'b@street.example.cn',
      'all-streets@street.example.cn',
    ]);
  });

  it('that nobody wants, or that this version does not know, is settled as failed with the reason', async () => {
    await fake.ports.outbox.enqueue([
      { ...opened('m-1'), to: { role: 'DRB', unit: 'DRB' } },
      { ...opened('m-2'), template: 'from-the-future' },
    ]);
    await sendDueMessages(fake.ports, sender([desk('a', 'mail')]));
    expect(settled()).toEqual([
      { id: 'm-1', state: 'FAILED', detail: 'NO_RECIPIENT' },
      { id: 'm-2', state: 'FAILED', detail: 'UNKNOWN_TEMPLATE' },
    ]);
  });
});

describe('an outage', () => {
  it('notification provider down for an hour: nothing is lost or sent twice, on that channel and on another', async () => {
    const told = sender([desk('a', 'mail'), desk('group', 'hook')]);
    mail.out = true;
    await fake.ports.outbox.enqueue(['m-1', 'm-2', 'm-3'].map((id) => opened(id)));
    await passTime(told, 0, 30);
    await fake.ports.outbox.enqueue([opened('m-4')]);
    await passTime(told, 35, 60);
    expect(mail.mails).toEqual([]);
    expect(await fake.ports.outbox.pending()).toBe(4);

    mail.out = false;
    await passTime(told, 65, 120);
    const ids = mail.mails.map((letter) => /^Message-ID: <(.*)\.a@example\.cn>/m.exec(readMail(letter).headers)?.[1]);
    expect(ids.toSorted()).toEqual(['m-1', 'm-2', 'm-3', 'm-4']);
    expect(group.received.map(({ headers }) => headers['idempotency-key']).toSorted()).toEqual(
      ['m-1', 'm-2', 'm-3', 'm-4'].map((id) => `${id}/group`),
    );
    expect(settled().map(({ state }) => state)).toEqual(['DELIVERED', 'DELIVERED', 'DELIVERED', 'DELIVERED']);
  });

  it('is asked about once in a round, however many messages wait, and less and less often', async () => {
    const told = sender([desk('group', 'hook')]);
    group.answer = { status: 503 };
    await fake.ports.outbox.enqueue(Array.from({ length: 25 }, (_, index) => opened(`m-${index}`)));
    await sendDueMessages(fake.ports, told);
    expect(group.received).toHaveLength(1);
    await passTime(told, 1, 61);
    expect(group.received.length).toBeLessThan(10);
  });

  it('of two days is given up, with the reason: the digest says what is open', async () => {
    const told = sender([desk('group', 'hook')]);
    group.answer = { status: 503 };
    await fake.ports.outbox.enqueue([opened('m-1')]);
    await passTime(told, 0, 60);
    fake.setNow(at(48 * 60));
    await sendDueMessages(fake.ports, told);
    expect(settled()).toEqual([{ id: 'm-1', state: 'FAILED', detail: 'HTTP_503' }]);
  });

  it('does not hide a mailbox that does not exist, which is told at once and never tried again', async () => {
    mail.mailboxes.set('a@street.example.cn', 550);
    await fake.ports.outbox.enqueue([opened('m-1')]);
    await sendDueMessages(fake.ports, sender([desk('a', 'mail'), desk('b', 'mail')]));
    expect(settled()).toEqual([{ id: 'm-1', state: 'FAILED', detail: 'SMTP_550' }]);
    expect(mail.mails.flatMap(({ to }) => to)).toEqual(['b@street.example.cn']);
  });

  it('of one mailbox keeps nobody else waiting', async () => {
    mail.mailboxes.set('a@street.example.cn', 451);
    await fake.ports.outbox.enqueue([opened('m-1')]);
    const told = sender([desk('a', 'mail'), desk('b', 'mail')]);
    await sendDueMessages(fake.ports, told);
    expect(mail.mails.flatMap(({ to }) => to)).toEqual(['b@street.example.cn']);
    mail.mailboxes.clear();
    await passTime(told, 1, 6);
    expect(mail.mails.flatMap(({ to }) => to)).toEqual(['b@street.example.cn', 'a@street.example.cn']);
  });
});

describe('the robots', () => {
  it('of DingTalk get a text signed with time and secret', async () => {
    await fake.ports.outbox.enqueue([opened('m-1')]);
    await sendDueMessages(fake.ports, sender([desk('group', 'dingtalk')]));
    const [{ url, body } = { url: new URL('https://x'), body: '{}' }] = group.received;
    const timestamp = String(epochMillisecondsOf(at(0)));
    expect(url.searchParams.get('access_token')).toBe('group');
    expect(url.searchParams.get('timestamp')).toBe(timestamp);
    expect(url.searchParams.get('sign')).toBe(
      createHmac('sha256', 'SECkey').update(`${timestamp}\nSECkey`).digest('base64'),
    );
    expect(JSON.parse(body)).toEqual({
      msgtype: 'text',
      text: { content: expect.stringContaining('待办事项：提交初步设计方案') },
    });
    expect(settled()).toMatchObject([{ state: 'DELIVERED' }]);
  });

  it('hear at most twenty messages a minute, and the others after it', async () => {
    const told = sender([desk('group', 'dingtalk')]);
    await fake.ports.outbox.enqueue(Array.from({ length: 45 }, (_, index) => opened(`m-${index}`)));
    const heard = [];
    for (const minute of [0, 1, 2]) {
      fake.setNow(at(minute));
      await sendDueMessages(fake.ports, told);
      heard.push(group.received.length);
    }
    expect(heard).toEqual([20, 40, 45]);
    expect(await fake.ports.outbox.pending()).toBe(0);
  });

  it('are left alone for ten minutes when they say that they hear too much', async () => {
    const told = sender([desk('group', 'wecom')]);
    group.answer = { status: 200, body: '{"errcode":45009,"errmsg":"api freq out of limit"}' };
    await fake.ports.outbox.enqueue([opened('m-1')]);
    await sendDueMessages(fake.ports, told);
    group.answer = { status: 200 };
    fake.setNow(at(9));
    await sendDueMessages(fake.ports, told);
    expect(group.received).toHaveLength(1);
    fake.setNow(at(10));
    await sendDueMessages(fake.ports, told);
    expect(group.received).toHaveLength(2);
    expect(settled()).toMatchObject([{ state: 'DELIVERED' }]);
  });

  it('that answer 200 with an error code or with something else have not taken the message', async () => {
    const told = sender([desk('group', 'wecom')]);
    await fake.ports.outbox.enqueue([opened('m-1')]);
    group.answer = { status: 200, body: '{"errcode":93000}' };
    await sendDueMessages(fake.ports, told);
    group.answer = { status: 200, body: '<html>' };
    fake.setNow(at(1));
    await sendDueMessages(fake.ports, told);
    expect(await fake.ports.outbox.pending()).toBe(1);
  });
});

describe('a webhook', () => {
  it('gets the facts as JSON, signed over time and body', async () => {
    await fake.ports.outbox.enqueue([opened('m-1', { applicant: '张三' })]);
    await sendDueMessages(fake.ports, sender([desk('group', 'hook')]));
    const [call] = group.received;
    const body = call?.body ?? '';
    expect(call?.headers['jiugai-timestamp']).toBe(at(0));
    expect(call?.headers['jiugai-signature']).toBe(
      createHmac('sha256', 'shared')
        .update(`${at(0)}.${body}`)
        .digest('hex'),
    );
    expect(JSON.parse(body)).toEqual({
      id: 'm-1',
      at: at(0),
      recipient: 'group',
      subject: {
        zh: '330302-2026-0017 待办：提交初步设计方案（2026-05-01 前）',
        en: '330302-2026-0017 to do: Submit design (by 2026-05-01)',
      },
      tasks: [{ projectId: '330302-2026-0017', act: 'submit-design', dueOn: '2026-05-01' }],
    });
  });

  it('is not followed when it points elsewhere', async () => {
    const elsewhere = await httpsSink();
    group.answer = { status: 307, headers: { location: elsewhere.url } };
    await fake.ports.outbox.enqueue([opened('m-1')]);
    await sendDueMessages(fake.ports, sender([desk('group', 'hook')]));
    await elsewhere.close();
    expect(elsewhere.received).toEqual([]);
    expect(await fake.ports.outbox.pending()).toBe(1);
  });
});
