// Once a day, what a desk has to do: the open tasks as they stand that morning, beside the messages of each one.
import { dateInShanghai, inShanghai } from '../../domain/calendar/plain-date.ts';
import type { Ports } from '../../domain/ports.ts';
import { deliver, isDeliveryDue } from './delivery.ts';
import { digestOf } from './notices.ts';
import type { Sender } from './tell-recipients.ts';

const ROWS = 200;

/** May be called at any time: before the hour it does nothing, after it whatever is not done yet. */
export async function sendDigests(
  ports: Pick<Ports, 'views' | 'clock'>,
  { settings, channels, letterhead }: Sender,
): Promise<void> {
  const now = ports.clock.now();
  if (inShanghai(now).slice(11, 16) < settings.digestAt) return;
  const today = dateInShanghai(now);
  const id = `digest-${today}`;
  for (const recipient of settings.recipients) {
    if (!recipient.digest || recipient.unit === undefined) continue;
    if (!(await isDeliveryDue(ports, recipient, id))) continue;
    const page = await ports.views.query('tasks', `${recipient.role}#${recipient.unit}`, { limit: ROWS });
    const rows = page.rows.map(({ value }) => value);
    const more = page.cursor !== undefined;
    const digest = digestOf({ id, at: now, today, rows, more }, letterhead);
    if (digest !== undefined) await deliver(ports, channels, recipient, digest, now);
  }
}
