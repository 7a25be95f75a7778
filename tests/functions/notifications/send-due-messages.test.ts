// Messages on their way to desks, over a real SMTP server and a real HTTPS server: what they say, whom they reach, and outages.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, desk, MailRoom, opened } from './mail-room.ts';
import { readMail } from './sinks.ts';

let room: MailRoom;
beforeEach(async () => {
  room = await MailRoom.open();
});
afterEach(() => room.close());

describe('a message', () => {
  it('says number, act, date and link in the language of the desk, and nothing else that it carries', async () => {
    await room.enqueue(opened('m-1', { applicant: '张三' }));
    await room.send(room.sender([desk('a', 'mail', { language: 'both' })]));

    const [letter] = room.mail.mails;
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
    await room.enqueue({ ...opened('m-1'), template: 'task-reminder' });
    await room.send(room.sender([desk('a', 'mail')]));
    expect(room.mail.mails.map((letter) => readMail(letter).subject)).toEqual([
      '330302-2026-0017 催办：提交初步设计方案（2026-05-01 前）',
    ]);
  });

  it('says in a rehearsal that it is one', async () => {
    await room.enqueue(opened('m-1'));
    await room.send(room.sender([desk('a', 'mail')], true));
    expect(room.mail.mails.map((letter) => readMail(letter).subject)).toEqual([
      '【演练】330302-2026-0017 待办：提交初步设计方案（2026-05-01 前）',
    ]);
  });

  it('reaches every desk of its unit, and no desk of another street or that wants digests only', async () => {
    await room.enqueue(opened('m-1'));
    await room.send(
      room.sender([
        desk('a', 'mail'),
        desk('b', 'mail'),
        desk('all-streets', 'mail', { unit: undefined, digest: false }),
        desk('elsewhere', 'mail', { unit: '330302002' }),
        desk('mornings', 'mail', { immediate: false }),
      ]),
    );
    expect(room.mail.mails.flatMap(({ to }) => to)).toEqual([
      'a@street.example.cn',
      'b@street.example.cn',
      'all-streets@street.example.cn',
    ]);
  });

  it('that nobody wants, or that this version does not know, is settled as failed with the reason', async () => {
    await room.enqueue(
      { ...opened('m-1'), to: { role: 'DRB', unit: 'DRB' } },
      { ...opened('m-2'), template: 'from-the-future' },
    );
    await room.send(room.sender([desk('a', 'mail')]));
    expect(room.settled()).toEqual([
      { id: 'm-1', state: 'FAILED', detail: 'NO_RECIPIENT' },
      { id: 'm-2', state: 'FAILED', detail: 'UNKNOWN_TEMPLATE' },
    ]);
  });
});

describe('an outage', () => {
  it('notification provider down for an hour: nothing is lost or sent twice, on that channel and on another', async () => {
    const told = room.sender([desk('a', 'mail'), desk('group', 'hook')]);
    room.mail.out = true;
    await room.enqueue(...['m-1', 'm-2', 'm-3'].map((id) => opened(id)));
    await room.passTime(told, 0, 30);
    await room.enqueue(opened('m-4'));
    await room.passTime(told, 35, 60);
    expect(room.mail.mails).toEqual([]);
    expect(await room.pending()).toBe(4);

    room.mail.out = false;
    await room.passTime(told, 65, 120);
    const ids = room.mail.mails.map(
      (letter) => /^Message-ID: <(.*)\.a@example\.cn>/m.exec(readMail(letter).headers)?.[1],
    );
    expect(ids.toSorted()).toEqual(['m-1', 'm-2', 'm-3', 'm-4']);
    expect(room.group.received.map(({ headers }) => headers['idempotency-key']).toSorted()).toEqual(
      ['m-1', 'm-2', 'm-3', 'm-4'].map((id) => `${id}/group`),
    );
    expect(room.settled().map(({ state }) => state)).toEqual(['DELIVERED', 'DELIVERED', 'DELIVERED', 'DELIVERED']);
  });

  it('is asked about once in a round, however many messages wait, and less and less often', async () => {
    const told = room.sender([desk('group', 'hook')]);
    room.group.answer = { status: 503 };
    await room.enqueue(...Array.from({ length: 25 }, (_, index) => opened(`m-${index}`)));
    await room.send(told);
    expect(room.group.received).toHaveLength(1);
    await room.passTime(told, 1, 61);
    expect(room.group.received.length).toBeLessThan(10);
  });

  it('of two days is given up, with the reason: the digest says what is open', async () => {
    const told = room.sender([desk('group', 'hook')]);
    room.group.answer = { status: 503 };
    await room.enqueue(opened('m-1'));
    await room.passTime(told, 0, 60);
    room.fake.setNow(at(48 * 60));
    await room.send(told);
    expect(room.settled()).toEqual([{ id: 'm-1', state: 'FAILED', detail: 'HTTP_503' }]);
  });

  it('does not hide a mailbox that does not exist, which is told at once and never tried again', async () => {
    room.mail.mailboxes.set('a@street.example.cn', 550);
    await room.enqueue(opened('m-1'));
    await room.send(room.sender([desk('a', 'mail'), desk('b', 'mail')]));
    expect(room.settled()).toEqual([{ id: 'm-1', state: 'FAILED', detail: 'SMTP_550' }]);
    expect(room.mail.mails.flatMap(({ to }) => to)).toEqual(['b@street.example.cn']);
  });

  it('of one mailbox keeps nobody else waiting', async () => {
    room.mail.mailboxes.set('a@street.example.cn', 451);
    await room.enqueue(opened('m-1'));
    const told = room.sender([desk('a', 'mail'), desk('b', 'mail')]);
    await room.send(told);
    expect(room.mail.mails.flatMap(({ to }) => to)).toEqual(['b@street.example.cn']);
    room.mail.mailboxes.clear();
    await room.passTime(told, 1, 6);
    expect(room.mail.mails.flatMap(({ to }) => to)).toEqual(['b@street.example.cn', 'a@street.example.cn']);
  });
});
