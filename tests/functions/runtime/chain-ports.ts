// Ports for tests of the route chain: views, directory, clock and seal in memory; the others are not reached by it.
import { createHmac } from 'node:crypto';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Person, Ports, ViewRow, ViewWrite } from '../../../domain/ports.ts';

export interface ChainPorts extends Ports {
  readonly rows: Map<string, ViewRow>;
  readonly people: Map<string, Person>;
  setNow(now: Instant): void;
}

export function chainPorts(): ChainPorts {
  let now = instantOf(Date.parse('2020-06-30T00:00:00Z'));
  const rows = new Map<string, ViewRow>();
  const people = new Map<string, Person>();
  const keyOf = (view: string, partition: string, sort: string) => `${view}|${partition}|${sort}`;
  const write = ({ view, partition, sort, value, watermark }: ViewWrite) => {
    const key = keyOf(view, partition, sort);
    const stands = rows.get(key);
    if (stands && stands.watermark.ledger === watermark.ledger && stands.watermark.seq >= watermark.seq) return;
    if (value === null) rows.delete(key);
    else rows.set(key, { partition, sort, value, watermark });
  };
  return {
    rows,
    people,
    setNow: (moment) => {
      now = moment;
    },
    views: {
      get: async (view, partition, sort) => rows.get(keyOf(view, partition, sort)),
      query: async (view, partition) => ({
        rows: [...rows].filter(([key]) => key.startsWith(`${view}|${partition}|`)).map(([, row]) => row),
      }),
      count: async (view, partition) =>
        [...rows.keys()].filter((key) => key.startsWith(`${view}|${partition}|`)).length,
      write: async (writes) => writes.forEach(write),
    },
    directory: {
      find: async (id) => people.get(id),
      holders: async (role) =>
        [...people.values()].flatMap(({ id, name, posts }) =>
          posts.filter((post) => post.role === role).map((post) => ({ ...post, id, name })),
        ),
    },
    clock: { now: () => now },
    seal: {
      sign: unreached,
      publicKeys: unreached,
      keyedHash: (purpose, text) => createHmac('sha256', 'test').update(`${purpose}|${text}`).digest('hex'),
    },
    ledger: { append: unreached, read: unreached, list: unreached },
    papers: {
      ticket: unreached,
      put: unreached,
      get: unreached,
      stream: unreached,
      describe: unreached,
      erase: unreached,
    },
    workflow: {
      open: unreached,
      signal: unreached,
      stop: unreached,
      listWaiting: unreached,
      listRunning: unreached,
      latestGeneration: unreached,
    },
    outbox: {
      enqueue: unreached,
      claim: unreached,
      settle: unreached,
      retry: unreached,
      pending: unreached,
      oldest: unreached,
    },
    newId: () => 'id',
  };
}

async function unreached(): Promise<never> {
  throw new Error('the route chain does not use this port');
}
