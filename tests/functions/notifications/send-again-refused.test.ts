// Whom a notice is not sent again to, over HTTP: who may not ask, and what there is no sending by.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAILBOX, type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

let desk: NoticeDesk;
beforeEach(async () => {
  desk = await openNoticeDesk();
});
afterEach(() => desk.close());

describe('what is refused', () => {
  it('is a notice that has arrived', async () => {
    await desk.round(0);
    expect(await desk.deliveries()).toMatchObject([{ state: 'DELIVERED' }]);
    for (const channel of ['mail', 'ding']) {
      expect(await desk.sendBy(channel)).toMatchObject({
        status: 409,
        body: { code: 'NOT_NOW', detailZh: '这条通知已经送达这个收件处，不用再发。' },
      });
    }
    await desk.round(1);
    expect([desk.mail.mails.length, desk.group.received.length]).toEqual([1, 0]);
  });

  it('is another channel where the desk has none, with what would make it one', async () => {
    desk.mail.mailboxes.set(MAILBOX, 550);
    await desk.round(0, desk.sender({}));
    expect(await desk.deliveries()).toMatchObject([{ sendBy: [{ name: 'mail' }] }]);
    const { status, body } = await desk.sendBy('ding');
    expect([status, body.code]).toEqual([409, 'GATE_SHUT']);
    expect(body.detailZh).toContain('请系统管理员在通知设置里补登一个');
  });

  it('is a channel that the desk does not have, a desk and a notice that there are not', async () => {
    await desk.failed();
    expect((await desk.sendBy('fax')).body).toMatchObject({ code: 'MALFORMED', fields: [{ path: '/channel' }] });
    expect((await desk.sendBy('ding', { recipient: 'drb' })).body.code).toBe('NOT_FOUND');
    expect((await desk.sendBy('ding', { id: '330302-2026-0099-1' })).body.code).toBe('NOT_FOUND');
  });

  it('is whoever only reads, another street, and every other party', async () => {
    await desk.failed();
    expect((await desk.sendBy('ding', { who: 'AUDIT' })).body.code).toBe('FORBIDDEN_ROLE');
    expect((await desk.sendBy('ding', { who: 'FINANCE' })).body.code).toBe('FORBIDDEN_ROLE');
    expect((await desk.sendBy('ding', { who: 'STREET.330302002' })).body.code).toBe('NOT_FOUND');
    expect((await desk.sendBy('ding', { who: 'OPERATOR' })).status).toBe(202);
  });

  it('is a channel that was taken out of the settings while the message was on its way', async () => {
    await desk.failed();
    await desk.sendBy('ding');
    await desk.round(1, desk.sender({ otherChannels: ['hook'] }));
    expect(desk.group.received).toEqual([]);
    expect(await desk.deliveries()).toMatchObject([
      { channel: 'mail', state: 'FAILED' },
      { channel: 'ding', state: 'FAILED', code: 'CHANNEL_CLOSED' },
    ]);
    // Back in the settings it can be asked for once more.
    await desk.round(2);
    await desk.sendBy('ding');
    await desk.round(3);
    expect(desk.group.received).toHaveLength(1);
  });
});
