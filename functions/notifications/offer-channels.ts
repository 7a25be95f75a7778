// Says by which channels each desk of the settings can be told, so that a notice that did not arrive can take another one.
import type { Ports } from '../../domain/ports.ts';
import { writeOffers } from '../runtime/offered-channels.ts';
import { channelsOf, type NotificationSettings } from './settings.ts';

export type Offering = Pick<NotificationSettings, 'channels' | 'recipients'>;

export function offerChannels(ports: Pick<Ports, 'views'>, { channels, recipients }: Offering): Promise<void> {
  const desks = recipients.map((recipient) => {
    const offered = channelsOf(recipient).flatMap((name) => {
      const kind = channels[name]?.kind;
      return kind === undefined ? [] : [{ name, kind }];
    });
    return [recipient.id, offered] as const;
  });
  return writeOffers(ports, { desks: Object.fromEntries(desks) });
}
