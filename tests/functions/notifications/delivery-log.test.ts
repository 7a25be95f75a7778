// What is shown of notices on their way: the day they were written, to whom, by which channel, and whether they arrived.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../../domain/calendar/plain-date.ts';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import { listNotices } from '../../../functions/dashboard/list-notices.ts';
import { readNotice } from '../../../functions/dashboard/read-notice.ts';
import { openChannels } from '../../../functions/notifications/channels/open-channels.ts';
import { sendDueMessages } from '../../../functions/notifications/send-due-messages.ts';
import { notificationSettings } from '../../../functions/notifications/settings.ts';
import type { Sender } from '../../../functions/notifications/tell-recipients.ts';
import { remindOwner } from '../../../functions/portal/remind-owner.ts';
import type { Route } from '../../../functions/runtime/route.ts';
import { projectIn, V4 } from '../../domain/projects/funding/step-four.ts';
import { askRoute, personOf } from '../../support/http/ask-route.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { putInLedger } from '../funding/project-in-ledger.ts';
import { type SmtpSink, smtpSink } from './sinks.ts';

const STREET = '330302001';
const DAY = '2026-03-02';
const at = (minutes: number): Instant => instantOf(Date.UTC(2026, 2, 2, 1, minutes));

let fake: FakePorts;
let mail: SmtpSink;
let sender: Sender;
beforeEach(async () => {
  fake = fakePorts({ now: at(0) });
  mail = await smtpSink();
  const settings = notificationSettings.parse({
    site: 'https://jiugai.example.cn',
    channels: { mail: { kind: 'SMTP', host: '127.0.0.1', port: mail.port, security: 'NONE', from: 'j@example.cn' } },
    recipients: [
      { id: 'wuma-desk', role: 'STREET', unit: STREET, channel: 'mail', address: 'wuma-desk@street.example.cn' },
      { id: 'leader-desk', role: 'PRINCIPAL_LEADER', channel: 'mail', address: 'leader@example.cn', digest: false },
    ],
  });
  const channels = openChannels(settings);
  if (!channels.ok) throw new Error(channels.refusal.says.en);
  sender = { settings, channels: channels.value, letterhead: { site: settings.site, rehearsal: false } };
  await fake.ports.outbox.enqueue([
    {
      messageId: '330302-2026-0017-9',
      to: { role: 'STREET', unit: STREET },
      template: 'task-opened',
      values: { projectId: '330302-2026-0017', act: 'submit-design', dueOn: '2026-05-01' },
    },
  ]);
});
afterEach(async () => {
  fake.close();
  await mail.close();
});

const noticesFor = (role: string, unit: string = role) => ask(listNotices, { role, unit, query: { day: DAY } });
const noticeFor = (id: string, role: string, unit: string = role) => ask(readNotice, { role, unit, path: { id } });

interface Asked {
  readonly role: string;
  readonly unit: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: object;
}

const ask = (route: Route, { role, unit, ...asked }: Asked) =>
  askRoute(fake.ports, route, { by: personOf(role, unit), ...asked });

describe('the list of notices', () => {
  it('says what was told to which desk, and that it arrived', async () => {
    await sendDueMessages(fake.ports, sender);
    const { body } = await noticesFor('RENOVATION_OFFICE');
    expect(body).toMatchObject({
      day: DAY,
      deliveries: [
        {
          ...{ recipient: 'wuma-desk', role: 'STREET', unit: STREET, channel: 'mail', state: 'DELIVERED', attempts: 1 },
          subject: { zh: '330302-2026-0017 待办：提交初步设计方案（2026-05-01 前）' },
        },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('@');
  });

  it('keeps one line for a notice, however often it was tried', async () => {
    await mail.close();
    await sendDueMessages(fake.ports, sender);
    expect((await noticesFor('OPERATOR')).body.deliveries).toMatchObject([{ state: 'PENDING', attempts: 1 }]);
    fake.setNow(at(5));
    await sendDueMessages(fake.ports, sender);
    expect((await noticesFor('OPERATOR')).body.deliveries).toMatchObject([{ state: 'PENDING', attempts: 2 }]);
    mail = await smtpSink();
  });

  it('shows a street and a department their own desks only, and is closed to the principal leader', async () => {
    await sendDueMessages(fake.ports, sender);
    expect((await noticesFor('STREET', STREET)).body.deliveries).toHaveLength(1);
    expect((await noticesFor('STREET', '330302002')).body.deliveries).toEqual([]);
    expect((await noticesFor('FINANCE')).body.deliveries).toEqual([]);
    expect((await noticesFor('PRINCIPAL_LEADER')).status).toBe(403);
  });
});

describe('one notice', () => {
  const ID = '330302-2026-0017-9';

  it('says whom it was meant for, by which channel, how often it was tried, and when it is tried next', async () => {
    await mail.close();
    await sendDueMessages(fake.ports, sender);
    const { body } = await noticeFor(ID, 'OPERATOR');
    expect(body).toMatchObject({
      ...{ noticeId: ID, projectId: '330302-2026-0017', writtenAt: at(0) },
      subject: { en: '330302-2026-0017 to do: Submit design (by 2026-05-01)' },
      deliveries: [{ recipient: 'wuma-desk', unit: STREET, channel: 'mail', state: 'PENDING', attempts: 1 }],
    });
    expect(body.deliveries[0].notBefore > at(0)).toBe(true);
    expect(JSON.stringify(body)).not.toContain('@');
    mail = await smtpSink();
  });

  it('is shown to the street that it went to, and to no other', async () => {
    await sendDueMessages(fake.ports, sender);
    expect((await noticeFor(ID, 'STREET', STREET)).body.deliveries).toMatchObject([{ state: 'DELIVERED' }]);
    expect((await noticeFor(ID, 'STREET', '330302002')).body.code).toBe('NOT_FOUND');
    expect((await noticeFor('330302-2026-0099-1', 'AUDIT')).body.code).toBe('NOT_FOUND');
    expect((await noticeFor(ID, 'FINANCE')).body.code).toBe('NOT_FOUND');
    expect((await noticeFor(ID, 'PRINCIPAL_LEADER')).status).toBe(403);
  });

  it('is sent once more, as a reminder that is a notice of its own, and only once a day', async () => {
    const projectId = '330302-2026-0018';
    await putInLedger(fake.ports, projectIn('REPORTED', V4, projectId));
    const resend = () =>
      ask(remindOwner, { role: 'RENOVATION_OFFICE', unit: 'RENOVATION_OFFICE', path: { id: projectId }, body: {} });
    expect((await resend()).status).toBe(201);
    expect((await resend()).body.code).toBe('NOT_NOW');
    await sendDueMessages(fake.ports, sender);
    const { body } = await noticesFor('RENOVATION_OFFICE');
    const again = body.deliveries.find(({ recipient }: { recipient: string }) => recipient === 'leader-desk');
    expect((await noticeFor(again.noticeId, 'RENOVATION_OFFICE')).body).toMatchObject({
      projectId,
      deliveries: [{ recipient: 'leader-desk', role: 'PRINCIPAL_LEADER', state: 'DELIVERED', attempts: 1 }],
    });
  });
});
