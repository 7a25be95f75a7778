// Entry points on AWS: the sender that the outbox rings for, and the digests of the day.
import { readChannelSettings } from '../../adapters/aws/channel-settings.ts';
import { openS3 } from '../../adapters/aws/ports.ts';
import { openTopics } from '../../adapters/aws/topics.ts';
import { Fault } from '../../domain/errors.ts';
import { awsConfig, once, onSweep } from '../runtime/lambda.ts';
import { openChannels } from './channels/open-channels.ts';
import { sendDigests } from './send-digests.ts';
import { sendDueMessages } from './send-due-messages.ts';
import { readNotificationSettings } from './settings.ts';
import type { Sender } from './tell-recipients.ts';

/** Without settings nobody is told, and the outbox is emptied all the same. */
const NOBODY = JSON.stringify({ site: 'https://localhost', channels: {}, recipients: [] });

const sender = once(async (): Promise<Sender> => {
  const config = await awsConfig();
  const settings = readNotificationSettings((await readChannelSettings(openS3(config), config.keysBucket)) ?? NOBODY);
  if (!settings.ok) throw new Fault('INTERNAL', settings.refusal.says.en);
  const channels = openChannels(settings.value, openTopics());
  if (!channels.ok) throw new Fault('INTERNAL', channels.refusal.says.en);
  const letterhead = { site: settings.value.site.replace(/\/$/, ''), rehearsal: false };
  return { settings: settings.value, channels: channels.value, letterhead };
});

export const sendNotifications = onSweep('sendNotifications', async (ports) => {
  const looked = await sendDueMessages(ports, await sender());
  return { messagesLookedAt: looked, pendingMessages: await ports.outbox.pending() };
});
export const sendDailyDigests = onSweep('sendDailyDigests', async (ports) => {
  await sendDigests(ports, await sender());
  return {};
});
