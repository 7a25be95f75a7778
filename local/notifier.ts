// Tells people what waits for them, from the one-machine system: a round over the outbox every few seconds.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { granted, type Outcome } from '../domain/errors.ts';
import type { Ports } from '../domain/ports.ts';
import { openChannels } from '../functions/notifications/channels/open-channels.ts';
import { sendDigests } from '../functions/notifications/send-digests.ts';
import { sendDueMessages } from '../functions/notifications/send-due-messages.ts';
import { type NotificationSettings, readNotificationSettings } from '../functions/notifications/settings.ts';
import type { Sender } from '../functions/notifications/tell-recipients.ts';
import { codeOf, type Log, traceOf, writeLogLine } from '../functions/runtime/log.ts';

const EVERY = 5_000;
/** In the data folder; read at the start. Without it nobody is told, and the outbox is emptied all the same. */
const SETTINGS_FILE = 'channels.json';
const NOBODY: NotificationSettings = { site: 'http://localhost', digestAt: '08:30', channels: {}, recipients: [] };

export interface NotifierOptions {
  readonly ports: Pick<Ports, 'outbox' | 'views' | 'clock'>;
  /** The data folder. */
  readonly folder: string;
  /** Every text says so. */
  readonly rehearsal: boolean;
  /** Milliseconds between two rounds. */
  readonly every?: number;
  readonly log?: Log;
}

export interface Notifier {
  /** Sends everything that is due now. Also called every five seconds; two rounds never run side by side. */
  round(): Promise<void>;
  /** Resolves when the round that runs is over. */
  close(): Promise<void>;
}

/** Refused when the settings have mistakes. */
export async function startNotifier(options: NotifierOptions): Promise<Outcome<Notifier>> {
  const { ports, folder, rehearsal, every = EVERY, log = writeLogLine } = options;
  const settings = await readSettings(folder);
  if (!settings.ok) return settings;
  const channels = openChannels(settings.value);
  if (!channels.ok) return channels;
  const sender: Sender = {
    settings: settings.value,
    channels: channels.value,
    letterhead: { site: settings.value.site.replace(/\/$/, ''), rehearsal },
  };

  async function send(): Promise<void> {
    try {
      await sendDueMessages(ports, sender);
      await sendDigests(ports, sender);
    } catch (error) {
      log({
        level: 'error',
        code: codeOf(error),
        requestId: 'notifier',
        route: 'sendNotifications',
        ...traceOf(error),
      });
    }
  }
  let running: Promise<void> | undefined;
  const round = (): Promise<void> => {
    running ??= send().finally(() => {
      running = undefined;
    });
    return running;
  };
  const timer = setInterval(round, every);
  timer.unref();
  return granted({
    round,
    async close() {
      clearInterval(timer);
      await running;
    },
  });
}

async function readSettings(folder: string): Promise<Outcome<NotificationSettings>> {
  try {
    return readNotificationSettings(await readFile(join(folder, SETTINGS_FILE), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return granted(NOBODY);
    throw error;
  }
}
