// E-mail, over the district's own SMTP server or an SNS topic.
import { createTransport } from 'nodemailer';
import { inLanguage, type Notice } from '../notices.ts';
import type { ChannelOf } from '../settings.ts';
import { type Channel, channelDown, DELIVERED, type Sent } from './channel.ts';
import { codeOf } from './post-json.ts';

const TIME_LIMIT = 10_000;

export function smtp({ host, port, security, login, from }: ChannelOf<'SMTP'>): Channel {
  const transport = createTransport({
    host,
    port,
    secure: security === 'TLS',
    requireTLS: security === 'STARTTLS',
    ignoreTLS: security === 'NONE',
    ...(login && { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: TIME_LIMIT,
    greetingTimeout: TIME_LIMIT,
    socketTimeout: TIME_LIMIT,
    // Texts are ours; still, nothing in one may ever be taken for a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);

  return {
    async send({ id, at, subject, text }, recipient) {
      try {
        await transport.sendMail({
          from,
          to: recipient.address,
          // The same at every attempt: a mailbox that got it before knows it again.
          messageId: `<${id}.${recipient.id}@${domain}>`,
          date: at,
          subject: inLanguage(subject, recipient.language, ' / '),
          text: inLanguage(text, recipient.language),
          // RFC 3834: no holiday answers to these.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return DELIVERED;
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

/** 550, 551, 553: no such mailbox (RFC 5321 §4.2.3). Every other answer may be another one later. */
const NO_SUCH_MAILBOX: readonly unknown[] = [550, 551, 553];

function refusalOf(error: unknown): Sent {
  const response = error instanceof Error && 'responseCode' in error ? error.responseCode : undefined;
  const code = typeof response === 'number' ? `SMTP_${response}` : codeOf(error);
  const isAddress = error instanceof Error && 'command' in error && error.command === 'RCPT TO';
  if (!isAddress) return channelDown(code);
  if (NO_SUCH_MAILBOX.includes(response)) return { result: 'REFUSED', code };
  return { result: 'TRY_AGAIN', code, channelDown: false };
}

/** Hands a text to a topic; rejects if the topic did not take it. */
export type PublishToTopic = (topicArn: string, subject: string, text: string) => Promise<void>;

export const snsEmail = ({ topicArn }: ChannelOf<'SNS'>, publish: PublishToTopic): Channel => ({
  async send(notice, { language }) {
    try {
      await publish(topicArn, asciiSubject(notice), inLanguage(notice.text, language));
      return DELIVERED;
    } catch (error) {
      return channelDown(codeOf(error));
    }
  },
});

/** SNS takes subjects of up to 100 ASCII characters only; the Chinese stands in the text. */
const asciiSubject = ({ subject }: Notice): string => subject.en.replace(/[^\x20-\x7e]/g, '-').slice(0, 100);
