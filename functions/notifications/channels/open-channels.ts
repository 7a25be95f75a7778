// Opens the channels that the settings name.
import { granted, type Outcome, refused } from '../../../domain/errors.ts';
import type { NotificationSettings } from '../settings.ts';
import type { Channel } from './channel.ts';
import { type PublishToTopic, smtp, snsEmail } from './email.ts';
import { dingTalkRobot, weComRobot } from './robots.ts';
import { webhook } from './webhook.ts';

export type Channels = ReadonlyMap<string, Channel>;

/** `publish`: only an installation on AWS has topics. */
export function openChannels(settings: NotificationSettings, publish?: PublishToTopic): Outcome<Channels> {
  const channels = new Map<string, Channel>();
  for (const [name, channel] of Object.entries(settings.channels)) {
    switch (channel.kind) {
      case 'SMTP':
        channels.set(name, smtp(channel));
        break;
      case 'SNS':
        if (publish === undefined) {
          return refused('MALFORMED', {
            zh: `通道 ${name}：SNS 仅用于云上部署，单机请改用 SMTP。`,
            en: `Channel ${name}: SNS is for installations on AWS; use SMTP on one machine.`,
          });
        }
        channels.set(name, snsEmail(channel, publish));
        break;
      case 'DINGTALK':
        channels.set(name, dingTalkRobot(channel));
        break;
      case 'WECOM':
        channels.set(name, weComRobot(channel));
        break;
      case 'WEBHOOK':
        channels.set(name, webhook(channel));
        break;
    }
  }
  return granted(channels);
}
