// By which channels each desk can be told: names and kinds. The sender writes them down, which alone reads the settings with
// their passwords and addresses; the pages read them.
import * as z from 'zod';
import { canonicalJson, type JsonObject } from '../../domain/json.ts';
import type { Ports } from '../../domain/ports.ts';

const ROW = { view: 'offered-channels', partition: 'installation', sort: '' } as const;

export const CHANNEL_KINDS = ['SMTP', 'SNS', 'DINGTALK', 'WECOM', 'WEBHOOK'] as const;

export const offeredChannel = z.object({ name: z.string(), kind: z.enum(CHANNEL_KINDS) });
export type OfferedChannel = z.output<typeof offeredChannel>;

/** By desk, the channel that it is usually told by first. */
const offers = z.object({ desks: z.record(z.string(), z.array(offeredChannel)) });
export type Offers = z.output<typeof offers>;

export async function readOffers({ views }: Pick<Ports, 'views'>): Promise<Offers> {
  const { view, partition, sort } = ROW;
  const row = await views.get(view, partition, sort);
  return row === undefined ? { desks: {} } : offers.parse(row.value);
}

/** Writes only what has changed: settings are read at every start, and hardly ever other ones. */
export async function writeOffers({ views }: Pick<Ports, 'views'>, offered: Offers): Promise<void> {
  const { view, partition, sort } = ROW;
  const before = await views.get(view, partition, sort);
  const value: JsonObject = offers.parse(offered);
  if (before !== undefined && canonicalJson(before.value) === canonicalJson(value)) return;
  const watermark = { ledger: 'channels.json', seq: (before?.watermark.seq ?? 0) + 1 };
  await views.write([{ ...ROW, value, watermark }]);
}
