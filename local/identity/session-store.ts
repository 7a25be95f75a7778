// What the issuer remembers between two requests: sessions, codes, refresh tokens. In memory on purpose: after a restart
// everybody signs in again, and no copy of the data folder holds a session that somebody could take over.
import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Stored {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** How often what has expired is thrown away, counted in things stored. */
const SWEPT_EVERY = 1_000;

/** `now` in milliseconds of real time, the time that tokens expire by. */
export function sessionStore(now: () => number): (model: string) => Adapter {
  const stored = new Map<string, Stored>();
  let additions = 0;

  const sweep = () => {
    const moment = now();
    for (const [key, { expiresAt }] of stored) if (expiresAt <= moment) stored.delete(key);
  };
  const read = (key: string): AdapterPayload | undefined => {
    const found = stored.get(key);
    return found && found.expiresAt > now() ? found.payload : undefined;
  };

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        stored.set(keyOf(id), { payload, expiresAt: now() + expiresIn * 1000 });
        additions += 1;
        if (additions % SWEPT_EVERY === 0) sweep();
      },
      find: async (id) => read(keyOf(id)),
      async findByUid(uid) {
        // Sessions of one district are few; an index would have to be kept true.
        for (const [key, { payload }] of stored)
          if (key.startsWith(`${model}:`) && payload.uid === uid) return read(key);
        return undefined;
      },
      findByUserCode: async () => undefined,
      async consume(id) {
        const payload = read(keyOf(id));
        if (payload) payload.consumed = Math.floor(now() / 1000);
      },
      async destroy(id) {
        stored.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of stored) {
          if (key.startsWith(`${model}:`) && payload.grantId === grantId) stored.delete(key);
        }
      },
    };
  };
}
