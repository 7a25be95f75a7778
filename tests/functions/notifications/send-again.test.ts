// A notice that did not arrive, over HTTP: sent again, or by another channel of its desk, and asked twice it is sent once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendDigests } from '../../../functions/notifications/send-digests.ts';
import {
  at,
  DAY,
  ID,
  MAILBOX,
  type NoticeDesk,
  OFFICE,
  OWN_STREET,
  openNoticeDesk,
  pathOf,
  STREET,
} from './notice-desk.ts';

let desk: NoticeDesk;
beforeEach(async () => {
  desk = await openNoticeDesk();
});
afterEach(() => desk.close());

describe('a notice that failed', () => {
  it('names the other channels of its desk, to those who may send it and to nobody else', async () => {
    await desk.failed();
    const offered = [
      { name: 'mail', kind: 'SMTP' },
      { name: 'ding', kind: 'DINGTALK' },
      { name: 'hook', kind: 'WEBHOOK' },
    ];
    for (const who of [OFFICE, OWN_STREET, 'OPERATOR']) {
      expect(await desk.deliveries(who)).toMatchObject([{ state: 'FAILED', kind: 'SMTP', sendBy: offered }]);
      const listed = await desk.call(who, `/api/notices?day=${DAY}`);
      expect(listed.body.deliveries).toMatchObject([{ recipient: 'wuma', sendBy: offered }]);
    }
    const [seen] = await desk.deliveries('AUDIT');
    expect(seen).toMatchObject({ state: 'FAILED', kind: 'SMTP' });
    expect(seen).not.toHaveProperty('sendBy');
  });

  it('reaches the desk by the channel that is chosen, with a record of its own beside the first', async () => {
    await desk.failed();
    desk.fake.setNow(at(30));
    const asked = await desk.sendBy('ding');
    expect(asked).toMatchObject({
      status: 202,
      body: { recipient: 'wuma', channel: 'ding', kind: 'DINGTALK', state: 'PENDING', attempts: 0 },
    });
    // What was asked for stands there before the sender has gone round.
    expect((await desk.deliveries()).map(({ channel, state }: Record<string, string>) => [channel, state])).toEqual([
      ['mail', 'FAILED'],
      ['ding', 'PENDING'],
    ]);
    await desk.round(31);
    expect(JSON.parse(desk.group.received[0]?.body ?? '').text.content).toContain('待办事项：提交初步设计方案');
    expect(await desk.deliveries()).toMatchObject([
      { channel: 'mail', state: 'SWITCHED', attempts: 1, code: 'SMTP_550' },
      { channel: 'ding', state: 'DELIVERED', attempts: 1, writtenAt: at(30), at: at(31) },
    ]);
    const { body } = await desk.call(OFFICE, pathOf(ID));
    expect(body).toMatchObject({ writtenAt: at(0), projectId: '330302-2026-0017' });
    expect(JSON.stringify(body)).not.toContain('@');
    expect((await desk.call(OFFICE, `/api/notices?day=${DAY}`)).body.deliveries).toHaveLength(2);
  });

  it('is sent once, however often and by however many it is asked for', async () => {
    await desk.failed();
    const asked = await Promise.all([
      desk.sendBy('ding'),
      desk.sendBy('ding', { who: OWN_STREET }),
      desk.sendBy('ding'),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([202, 202, 202]);
    await desk.round(1);
    await desk.round(2);
    expect(desk.group.received).toHaveLength(1);
    expect(await desk.sendBy('ding')).toMatchObject({ status: 409, body: { code: 'NOT_NOW' } });
    expect(desk.settled()).toMatchObject([{ state: 'FAILED' }, { state: 'DELIVERED' }]);
  });

  it('is sent again by the same channel when its mailbox is there, in the same record', async () => {
    await desk.failed();
    desk.mail.mailboxes.clear();
    expect((await desk.sendBy('mail')).body).toMatchObject({ channel: 'mail', state: 'PENDING', attempts: 1 });
    await desk.round(20);
    expect(desk.mail.mails.map(({ to }) => to)).toEqual([[MAILBOX]]);
    expect(await desk.deliveries()).toMatchObject([
      { channel: 'mail', state: 'DELIVERED', attempts: 2, writtenAt: at(0), at: at(20) },
    ]);
    expect((await desk.call(OFFICE, `/api/notices?day=${DAY}`)).body.deliveries).toHaveLength(1);
  });

  it('has one id on every channel, by which a receiver knows that it is the same', async () => {
    await desk.failed();
    await desk.sendBy('hook');
    await desk.round(1);
    expect(desk.group.received[0]?.headers['idempotency-key']).toBe(`${ID}/wuma`);
    expect(JSON.parse(desk.group.received[0]?.body ?? '')).toMatchObject({ id: ID, recipient: 'wuma' });
  });

  it('goes on to a third channel where the second fails too, and back to the first', async () => {
    await desk.failed();
    desk.group.answer = { status: 503 };
    await desk.sendBy('ding');
    await desk.round(1);
    expect(await desk.deliveries()).toMatchObject([
      { state: 'SWITCHED' },
      { channel: 'ding', state: 'PENDING', attempts: 1 },
    ]);
    await desk.sendBy('hook');
    await desk.round(2);
    expect((await desk.deliveries()).map(({ state }: { state: string }) => state)).toEqual([
      'SWITCHED',
      'SWITCHED',
      'PENDING',
    ]);
    desk.mail.mailboxes.clear();
    await desk.sendBy('mail');
    desk.group.answer = { status: 200 };
    for (const minute of [3, 10, 60]) await desk.round(minute);
    expect(desk.mail.mails).toHaveLength(1);
    expect(desk.group.received).toHaveLength(2);
    expect(await desk.deliveries()).toMatchObject([
      { channel: 'mail', state: 'DELIVERED', attempts: 2 },
      { channel: 'ding', state: 'SWITCHED' },
      { channel: 'hook', state: 'SWITCHED' },
    ]);
    expect(await desk.fake.ports.outbox.pending()).toBe(0);
  });
});

describe('a notice that is being tried again', () => {
  it('takes another channel at once, and is left alone on the one that is down', async () => {
    desk.mail.out = true;
    await desk.round(0);
    expect(await desk.deliveries()).toMatchObject([{ state: 'PENDING', sendBy: [{ name: 'ding' }, { name: 'hook' }] }]);
    await desk.sendBy('ding');
    await desk.round(1);
    desk.mail.out = false;
    for (const minute of [5, 60, 120]) await desk.round(minute);
    expect([desk.group.received.length, desk.mail.mails.length]).toEqual([1, 0]);
    expect(await desk.deliveries()).toMatchObject([{ state: 'SWITCHED' }, { channel: 'ding', state: 'DELIVERED' }]);
    expect(await desk.fake.ports.outbox.pending()).toBe(0);
  });

  it('that arrives before the other channel is taken is not sent by it any more', async () => {
    desk.mail.out = true;
    await desk.round(0);
    await desk.sendBy('ding');
    desk.mail.out = false;
    // Its own message stands before the one that was asked for.
    await desk.round(10);
    expect([desk.mail.mails.length, desk.group.received.length]).toEqual([1, 0]);
    expect(await desk.deliveries()).toMatchObject([
      { channel: 'mail', state: 'DELIVERED' },
      { channel: 'ding', state: 'SWITCHED' },
    ]);
  });

  it('is not sent by the same channel beside', async () => {
    desk.mail.out = true;
    await desk.round(0);
    expect((await desk.sendBy('mail')).body).toMatchObject({ channel: 'mail', state: 'PENDING', attempts: 1 });
    expect(await desk.fake.ports.outbox.pending()).toBe(1);
  });
});

describe('a digest', () => {
  it('that failed is written anew for the other channel, as the list stands then', async () => {
    const [dueOn, projectId, id] = ['2026-03-09', '330302-2026-0017', 'digest-2026-03-02'];
    const row = (seq: number, act: string) => ({
      ...{ view: 'tasks', partition: `STREET#${STREET}`, sort: `${dueOn}#${projectId}` },
      ...{ value: { projectId, dueOn, act }, watermark: { ledger: `PROJECT/${projectId}`, seq } },
    });
    await desk.fake.ports.views.write([row(1, 'submit-design')]);
    await desk.failed();
    await sendDigests(desk.fake.ports, desk.sender());
    await desk.fake.ports.views.write([row(2, 'form-body')]);
    expect((await desk.sendBy('hook', { id })).status).toBe(202);
    await desk.round(1);
    expect(JSON.parse(desk.group.received[0]?.body ?? '')).toMatchObject({ id, tasks: [{ act: 'form-body' }] });
    expect(await desk.deliveries(OFFICE, id)).toMatchObject([{ state: 'SWITCHED' }, { state: 'DELIVERED' }]);
    await sendDigests(desk.fake.ports, desk.sender());
    expect(desk.mail.mails).toEqual([]);
  });
});
