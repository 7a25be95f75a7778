// A channel that reaches nobody is asked once in a round, not once for each of a thousand messages.
import type { Sent } from './channel.ts';
import type { Channels } from './open-channels.ts';

export function restOnceDown(channels: Channels): Channels {
  const down = new Map<string, Sent>();
  return new Map(
    [...channels].map(([name, channel]) => [
      name,
      {
        async send(notice, recipient) {
          const before = down.get(name);
          if (before !== undefined) return before;
          const sent = await channel.send(notice, recipient);
          if (sent.result === 'TRY_AGAIN' && sent.channelDown) down.set(name, sent);
          return sent;
        },
      },
    ]),
  );
}
