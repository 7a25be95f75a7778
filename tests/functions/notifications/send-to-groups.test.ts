// Messages to groups, over a real HTTPS server: the robots of DingTalk and WeCom, and webhooks.
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { epochMillisecondsOf } from '../../../domain/calendar/plain-date.ts';
import { at, desk, MailRoom, opened } from './mail-room.ts';
import { httpsSink } from './sinks.ts';

let room: MailRoom;
beforeEach(async () => {
  room = await MailRoom.open();
});
afterEach(() => room.close());

describe('the robots', () => {
  it('of DingTalk get a text signed with time and secret', async () => {
    await room.enqueue(opened('m-1'));
    await room.send(room.sender([desk('group', 'dingtalk')]));
    const [{ url, body } = { url: new URL('https://x'), body: '{}' }] = room.group.received;
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
    expect(room.settled()).toMatchObject([{ state: 'DELIVERED' }]);
  });

  it('hear at most twenty messages a minute, and the others after it', async () => {
    const told = room.sender([desk('group', 'dingtalk')]);
    await room.enqueue(...Array.from({ length: 45 }, (_, index) => opened(`m-${index}`)));
    const heard = [];
    for (const minute of [0, 1, 2]) {
      room.fake.setNow(at(minute));
      await room.send(told);
      heard.push(room.group.received.length);
    }
    expect(heard).toEqual([20, 40, 45]);
    expect(await room.pending()).toBe(0);
  });

  it('are left alone for ten minutes when they say that they hear too much', async () => {
    const told = room.sender([desk('group', 'wecom')]);
    room.group.answer = { status: 200, body: '{"errcode":45009,"errmsg":"api freq out of limit"}' };
    await room.enqueue(opened('m-1'));
    await room.send(told);
    room.group.answer = { status: 200 };
    room.fake.setNow(at(9));
    await room.send(told);
    expect(room.group.received).toHaveLength(1);
    room.fake.setNow(at(10));
    await room.send(told);
    expect(room.group.received).toHaveLength(2);
    expect(room.settled()).toMatchObject([{ state: 'DELIVERED' }]);
  });

  it('that answer 200 with an error code or with something else have not taken the message', async () => {
    const told = room.sender([desk('group', 'wecom')]);
    await room.enqueue(opened('m-1'));
    room.group.answer = { status: 200, body: '{"errcode":93000}' };
    await room.send(told);
    room.group.answer = { status: 200, body: '<html>' };
    room.fake.setNow(at(1));
    await room.send(told);
    expect(await room.pending()).toBe(1);
  });
});

describe('a webhook', () => {
  it('gets the facts as JSON, signed over time and body', async () => {
    await room.enqueue(opened('m-1', { applicant: '张三' }));
    await room.send(room.sender([desk('group', 'hook')]));
    const [call] = room.group.received;
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
    room.group.answer = { status: 307, headers: { location: elsewhere.url } };
    await room.enqueue(opened('m-1'));
    await room.send(room.sender([desk('group', 'hook')]));
    await elsewhere.close();
    expect(elsewhere.received).toEqual([]);
    expect(await room.pending()).toBe(1);
  });
});
