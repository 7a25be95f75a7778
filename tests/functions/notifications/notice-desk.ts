// The desk of a street that is told by mail, and can be told by a group and by a webhook of its own: a notice to it on its way,
// and the routes by which it is sent again. Mail server and group robots are real ones, on this machine.
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import { granted } from '../../../domain/errors.ts';
import { listNotices } from '../../../functions/dashboard/list-notices.ts';
import { readNotice } from '../../../functions/dashboard/read-notice.ts';
import { sendNoticeAgain } from '../../../functions/dashboard/send-notice-again.ts';
import { openChannels } from '../../../functions/notifications/channels/open-channels.ts';
import { sendDueMessages } from '../../../functions/notifications/send-due-messages.ts';
import { notificationSettings } from '../../../functions/notifications/settings.ts';
import type { Sender } from '../../../functions/notifications/tell-recipients.ts';
import { serveRoutes } from '../../local/http/serve-routes.ts';
import { fakePorts } from '../../support/ports/fake-ports.ts';
import { CERTIFICATE } from './localhost-certificate.ts';
import { httpsSink, smtpSink } from './sinks.ts';

export const STREET = '330302001';
export const ID = '330302-2026-0017-9';
export const DAY = '2026-03-02';
export const MAILBOX = 'wuma@street.example.cn';
export const OFFICE = 'RENOVATION_OFFICE';
export const OWN_STREET = `STREET.${STREET}`;
export const at = (minutes: number): Instant => instantOf(Date.UTC(2026, 2, 2, 1, minutes));
export const pathOf = (id: string) => `/api/notices/${encodeURIComponent(id)}`;

const NETWORK = { allowPrivate: true, certificateAuthority: CERTIFICATE };

/** At nine o'clock, before the first round of the sender. */
export async function openNoticeDesk() {
  const fake = fakePorts({ now: at(0) });
  const [mail, group] = await Promise.all([smtpSink(), httpsSink()]);
  const routes = [listNotices, readNotice, sendNoticeAgain];
  // A token is a role and a unit.
  const verifyToken = async (token: string) => {
    const [role = '', unit = role] = token.split('.');
    return granted({ sub: `p-${role}`, role, unit });
  };
  const { origin } = await serveRoutes(routes, { ports: fake.ports, verifyToken });
  await fake.ports.outbox.enqueue([
    {
      messageId: ID,
      to: { role: 'STREET', unit: STREET },
      template: 'task-opened',
      values: { projectId: '330302-2026-0017', act: 'submit-design', dueOn: '2026-05-01' },
    },
  ]);

  /** `desk`: what else its settings say. */
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

  const round = (minute: number, told = sender()) => {
    fake.setNow(at(minute));
    return sendDueMessages(fake.ports, told);
  };

  return {
    ...{ fake, mail, group, sender, call, round },
    sendBy: (channel: string, { who = OFFICE, id = ID, recipient = 'wuma' } = {}) =>
      call(who, `${pathOf(id)}/deliveries`, { recipient, channel }),
    deliveries: async (who = OFFICE, id = ID) => (await call(who, pathOf(id))).body.deliveries,
    /** How the messages have ended. */
    settled: () =>
      fake.database
        .prepare('SELECT state, detail FROM outbox ORDER BY place')
        .all()
        .map((row) => ({ ...row })),
    /** The mailbox does not exist: the notice has failed for good. */
    async failed(): Promise<void> {
      mail.mailboxes.set(MAILBOX, 550);
      await round(0);
    },
    async close(): Promise<void> {
      fake.close();
      await Promise.all([mail.close(), group.close()]);
    },
  };
}

export type NoticeDesk = Awaited<ReturnType<typeof openNoticeDesk>>;
