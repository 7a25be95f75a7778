// Once a day, what a desk has to do: the open tasks as they stand that morning, beside the messages of each one.
import { dateInShanghai, inShanghai } from '../../domain/calendar/plain-date.ts';
import { VOIDING_TASKS, voidingTaskOf } from '../../domain/paper/register-consequences.ts';
import type { Ports } from '../../domain/ports.ts';
import { CIRCULAR_TASKS, circularTaskOf } from '../../domain/programme/circular-tasks.ts';
import { REPAIR_TASKS, repairTaskOf } from '../../domain/repairs/repair-consequences.ts';
import { deliver, isDeliveryDue } from './delivery.ts';
import type { Letterhead } from './letterhead.ts';
import { digestOf, type Notice } from './notices.ts';
import { closeEarlierDigests, noteDigest } from './open-digests.ts';
import type { Recipient } from './settings.ts';
import type { Sender } from './tell-recipients.ts';

const ROWS = 200;

/** May be called at any time: before the hour it gives up those of earlier days, after it it does whatever is not done yet. */
export async function sendDigests(
  ports: Pick<Ports, 'views' | 'clock'>,
  { settings, channels, letterhead }: Sender,
): Promise<void> {
  const now = ports.clock.now();
  const id = `digest-${dateInShanghai(now)}`;
  const open = await closeEarlierDigests(ports, id);
  if (inShanghai(now).slice(11, 16) < settings.digestAt) return;
  for (const recipient of settings.recipients) {
    if (!recipient.digest || recipient.unit === undefined) continue;
    if (!(await isDeliveryDue(ports, recipient, id))) continue;
    const digest = await writeDigest(ports, recipient, id, letterhead);
    if (digest === undefined) continue;
    const { state } = await deliver(ports, channels, recipient, digest, now);
    await noteDigest(ports, { noticeId: id, recipient: recipient.id, state }, open);
  }
}

/** As the list stands now; undefined when nothing is on it. */
export async function writeDigest(
  { views, clock }: Pick<Ports, 'views' | 'clock'>,
  { role, unit }: Pick<Recipient, 'role' | 'unit'>,
  id: string,
  letterhead: Letterhead,
): Promise<Notice | undefined> {
  const at = clock.now();
  const desk = `${role}#${unit}`;
  /** Of the office alone. */
  const ofOffice = ({ view, partition }: { readonly view: string; readonly partition: string }) =>
    desk === partition ? views.query(view, partition, { limit: ROWS }) : { rows: [] };
  const [page, voidings, repairs, circulars] = await Promise.all([
    views.query('tasks', desk, { limit: ROWS }),
    views.query(VOIDING_TASKS, desk, { limit: ROWS }),
    ofOffice(REPAIR_TASKS),
    ofOffice(CIRCULAR_TASKS),
  ]);
  return digestOf(
    {
      ...{ id, at, today: dateInShanghai(at), rows: page.rows.map(({ value }) => value) },
      more: page.cursor !== undefined,
      voidings: voidings.rows.map(voidingTaskOf),
      repairs: repairs.rows.map(repairTaskOf),
      circulars: circulars.rows.map(circularTaskOf),
    },
    letterhead,
  );
}
