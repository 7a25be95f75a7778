// Who is told by which channel: the settings of an installation, the same in `channels.json` and in a secret on AWS.
import * as z from 'zod';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { fieldProblems } from '../../domain/field-problems.ts';
import { ROLES } from '../../domain/parties.ts';

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const secret = z.string().min(1).max(500);
const httpsUrl = z.url({ protocol: /^https$/ }).max(2_000);

/** A gateway in the district's own network: private addresses are open to it, and a private authority may vouch for it. */
const ownNetwork = { allowPrivate: z.boolean().default(false), certificateAuthority: z.string().optional() };

const channel = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('SMTP'),
    host: z.string().min(1),
    port: z.int().min(1).max(65_535),
    /** `NONE` only for a relay on the same machine. */
    security: z.enum(['STARTTLS', 'TLS', 'NONE']).default('STARTTLS'),
    login: z.strictObject({ user: z.string().min(1), password: secret }).optional(),
    from: z.email(),
  }),
  z.strictObject({ kind: z.literal('SNS'), topicArn: z.string().regex(/^arn:aws(-cn)?:sns:[\w-]+:\d{12}:[\w-]+$/) }),
  z.strictObject({ kind: z.literal('DINGTALK'), url: httpsUrl, secret, ...ownNetwork }),
  z.strictObject({ kind: z.literal('WECOM'), url: httpsUrl, ...ownNetwork }),
  z.strictObject({ kind: z.literal('WEBHOOK'), url: httpsUrl, secret, ...ownNetwork }),
]);

const recipient = z.strictObject({
  /** Of a desk, never of a person: it stands in delivery states. */
  id: name,
  role: z.enum(ROLES).exclude(['SYSTEM', 'RESIDENT']),
  /** Absent: every unit of the role. */
  unit: z.string().min(1).max(100).optional(),
  channel: name,
  /** By which the desk can be told too, where somebody asks for it: its own group, its own mailbox. */
  otherChannels: z.array(name).max(10).exactOptional(),
  /** Where one of the channels is e-mail. */
  address: z.email().optional(),
  language: z.enum(['zh', 'en', 'both']).default('zh'),
  immediate: z.boolean().default(true),
  digest: z.boolean().default(true),
});

export const notificationSettings = z
  .strictObject({
    /** Origin of the pages that messages link to. */
    site: z.url({ protocol: /^https?$/ }),
    /** When the day's digest goes out, Beijing time. */
    digestAt: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .default('08:30'),
    channels: z.record(name, channel),
    recipients: z.array(recipient).max(500),
  })
  .superRefine(({ channels, recipients }, context) => {
    const seen = new Set<string>();
    recipients.forEach((recipient, place) => {
      const { id, channel: wanted, otherChannels = [], address, unit, digest } = recipient;
      const problem = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['recipients', place, field], message });
      const kinds = channelsOf(recipient).map((each) => channels[each]?.kind);
      if (seen.has(id)) problem('id', '编号重复｜the id is used twice');
      if (channels[wanted] === undefined) problem('channel', '没有这个通道｜there is no such channel');
      if (otherChannels.some((each) => channels[each] === undefined)) {
        problem('otherChannels', '没有这个通道｜there is no such channel');
      }
      if (new Set(channelsOf(recipient)).size < kinds.length) {
        problem('otherChannels', '通道重复｜a channel is named twice');
      }
      if (kinds.includes('SMTP') && address === undefined)
        problem('address', '电子邮件须填地址｜e-mail needs an address');
      if (digest && unit === undefined) problem('unit', '每日汇总须指明单位｜a digest is of one unit');
      seen.add(id);
    });
  });

export type NotificationSettings = z.output<typeof notificationSettings>;
export type Recipient = NotificationSettings['recipients'][number];
export type ChannelSettings = NotificationSettings['channels'][string];
export type ChannelOf<K extends ChannelSettings['kind']> = Extract<ChannelSettings, { kind: K }>;

export function readNotificationSettings(text: string): Outcome<NotificationSettings> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Without the parser's message: it quotes what it could not read, and this file holds passwords.
    return refused('MALFORMED', { zh: '通知设置不是有效的 JSON。', en: 'The notification settings are not JSON.' });
  }
  const read = notificationSettings.safeParse(json, { reportInput: true });
  if (read.success) return granted(read.data);
  const fields = fieldProblems(read.error);
  return refused(
    'MALFORMED',
    {
      zh: `通知设置有误：${fields.map(({ path, says }) => `${path} ${says.zh}`).join('；')}`,
      en: `The notification settings have mistakes: ${fields.map(({ path, says }) => `${path} ${says.en}`).join('; ')}`,
    },
    { fields },
  );
}

/** The one that it is usually told by first. */
export function channelsOf({ channel, otherChannels = [] }: Pick<Recipient, 'channel' | 'otherChannels'>) {
  return [channel, ...otherChannels];
}

export const isTold = (recipient: Recipient, to: { readonly role: string; readonly unit: string }): boolean =>
  recipient.role === to.role && (recipient.unit === undefined || recipient.unit === to.unit);
