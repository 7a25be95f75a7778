// GET /api/dashboard/money and /accounts: how near the dedicated accounts are to all of the residents' money.
import * as z from 'zod';
import { type Account, accountsSchema, moneyRaceSchema } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { racePartition } from '../../domain/projects/dashboard-rows.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { route } from '../runtime/route.ts';
import { figuresTag } from './figures-tag.ts';
import { listQuery, pageOf } from './rows-in-order.ts';
import { asOfNow, type Scope, scopeOf, scopeQuery, WATCHERS } from './scope.ts';

export const readMoneyRace = route({
  name: 'readMoneyRace',
  summary: { zh: '自筹到位', en: 'Arrival of the residents’ money' },
  method: 'GET',
  path: '/api/dashboard/money',
  access: WATCHERS,
  input: { query: scopeQuery },
  output: moneyRaceSchema,
  etag: figuresTag,
  handle: async ({ query, actor }, ports) => granted(await raceForMoney(ports, scopeOf(actor, query))),
});

export async function raceForMoney(ports: Ports, { partition }: Scope): Promise<z.input<typeof moneyRaceSchema>> {
  const [open, funded, { rows }] = await Promise.all([
    ports.views.count('race', racePartition(partition, false)),
    ports.views.count('race', racePartition(partition, true)),
    pageOf<Account>(ports, 'race', racePartition(partition, false), { limit: '7' }),
  ]);
  return { ...asOfNow(ports), open, funded, nearest: rows };
}

export const listAccounts = route({
  name: 'listAccounts',
  summary: { zh: '专用账户', en: 'Dedicated accounts' },
  method: 'GET',
  path: '/api/dashboard/accounts',
  access: readersOf('accounts'),
  input: { query: listQuery.extend({ funded: z.enum(['true', 'false']) }) },
  output: accountsSchema,
  etag: figuresTag,
  async handle({ query, actor }, ports) {
    const partition = racePartition(scopeOf(actor, query).partition, query.funded === 'true');
    const { rows, ...page } = await pageOf<Account>(ports, 'race', partition, query);
    return granted({ ...asOfNow(ports), accounts: rows, ...page });
  },
});
