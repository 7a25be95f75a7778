// A desk of messages for tests: fake ports, a real SMTP server and a real HTTPS server, and a clock that is set by hand.
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Message } from '../../../domain/ports.ts';
import { openChannels } from '../../../functions/notifications/channels/open-channels.ts';
import { sendDueMessages } from '../../../functions/notifications/send-due-messages.ts';
import { notificationSettings } from '../../../functions/notifications/settings.ts';
import type { Sender } from '../../../functions/notifications/tell-recipients.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { CERTIFICATE } from './localhost-certificate.ts';
import { type HttpsSink, httpsSink, type SmtpSink, smtpSink } from './sinks.ts';

const STREET = '330302001';
const NETWORK = { allowPrivate: true, certificateAuthority: CERTIFICATE };

/** Minutes after 09:00 in Wenzhou on 2 March 2026. */
export const at = (minutes: number): Instant => instantOf(Date.UTC(2026, 2, 2, 1, minutes));

export const opened = (messageId: string, values: Record<string, string> = {}): Message => ({
  messageId,
  to: { role: 'STREET', unit: STREET },
  template: 'task-opened',
  values: { projectId: '330302-2026-0017', act: 'submit-design', dueOn: '2026-05-01', ...values },
});

export const desk = (id: string, channel: string, more: object = {}) => ({
  id,
  role: 'STREET',
  unit: STREET,
  channel,
  ...(channel === 'mail' && { address: `${id}@street.example.cn` }),
  ...more,
});

export class MailRoom {
  readonly fake: FakePorts;
  readonly mail: SmtpSink;
  readonly group: HttpsSink;

  private constructor(mail: SmtpSink, group: HttpsSink) {
    this.fake = fakePorts({ now: at(0) });
    [this.mail, this.group] = [mail, group];
  }

  static async open(): Promise<MailRoom> {
    const [mail, group] = await Promise.all([smtpSink(), httpsSink()]);
    return new MailRoom(mail, group);
  }

  async close(): Promise<void> {
    this.fake.close();
    await Promise.all([this.mail.close(), this.group.close()]);
  }

  sender(recipients: object[], rehearsal = false): Sender {
    const { url } = this.group;
    const settings = notificationSettings.parse({
      site: 'https://jiugai.example.cn',
      channels: {
        mail: { kind: 'SMTP', host: '127.0.0.1', port: this.mail.port, security: 'NONE', from: 'jiugai@example.cn' },
        dingtalk: { kind: 'DINGTALK', url, secret: 'SECkey', ...NETWORK },
        wecom: { kind: 'WECOM', url, ...NETWORK },
        hook: { kind: 'WEBHOOK', url, secret: 'shared', ...NETWORK },
      },
      recipients,
    });
    const channels = openChannels(settings);
    if (!channels.ok) throw new Error(channels.refusal.says.en);
    return { settings, channels: channels.value, letterhead: { site: settings.site, rehearsal } };
  }

  enqueue(...messages: readonly Message[]): Promise<void> {
    return this.fake.ports.outbox.enqueue(messages);
  }

  send(told: Sender): Promise<unknown> {
    return sendDueMessages(this.fake.ports, told);
  }

  settled() {
    return this.fake.database
      .prepare('SELECT message_id AS id, state, detail FROM outbox ORDER BY place')
      .all()
      .map((row) => ({ ...row }));
  }

  pending(): Promise<number> {
    return this.fake.ports.outbox.pending();
  }

  /** A round every five minutes of the clock. */
  async passTime(told: Sender, from: number, until: number): Promise<void> {
    for (let minute = from; minute <= until; minute += 5) {
      this.fake.setNow(at(minute));
      await this.send(told);
    }
  }
}
