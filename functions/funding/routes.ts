// The HTTP side of the programme's money: the budget of a year and the queue for the start.
import * as z from 'zod';
import { adjustBudgetInput, budgetYearInput, setBudgetInput } from '../../domain/budget/budget.ts';
import { granted } from '../../domain/errors.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { type Route, route } from '../runtime/route.ts';
import { readBudget } from './read-budget.ts';
import { readQueue } from './read-queue.ts';
import { referToAccount, referToAccountInput } from './refer-to-account.ts';
import { adjustBudget, setBudget } from './set-budget.ts';

const summary = z.object({
  year: z.string(),
  amount: z.string(),
  reserved: z.string(),
  left: z.string(),
});
const ofYear = z.strictObject({ year: budgetYearInput });

const readBudgetRoute = route({
  name: 'readBudget',
  summary: { zh: '查看年度补助预算', en: 'Read the subsidy budget of a year' },
  method: 'GET',
  path: '/api/budgets/{year}',
  access: readersOf('cases'),
  input: { params: ofYear },
  output: summary.extend({
    reservations: z.array(z.object({ projectId: z.string(), amount: z.string(), at: z.string() })).readonly(),
  }),
  handle: ({ params }, ports) => readBudget(ports, params.year),
});

const setBudgetRoute = route({
  name: 'setBudget',
  summary: { zh: '下达年度补助预算', en: 'Set the subsidy budget of a year' },
  method: 'POST',
  path: '/api/budgets',
  access: ['FINANCE'],
  status: 201,
  input: { body: setBudgetInput },
  output: summary,
  handle: ({ body, actor, request }, ports) => setBudget(ports, actor, body, request),
});

const adjustBudgetRoute = route({
  name: 'adjustBudget',
  summary: { zh: '调整年度补助预算', en: 'Adjust the subsidy budget of a year' },
  method: 'POST',
  path: '/api/budgets/adjustments',
  access: ['FINANCE'],
  status: 201,
  input: { body: adjustBudgetInput },
  output: summary,
  handle: ({ body, actor, request }, ports) => adjustBudget(ports, actor, body, request),
});

const readQueueRoute = route({
  name: 'readQueue',
  summary: { zh: '优先启动次序', en: 'The queue for the start' },
  method: 'GET',
  path: '/api/queue',
  access: readersOf('cases'),
  output: z.object({
    queue: z
      .array(
        z.object({
          rank: z.int(),
          rankedBy: z.enum(['FUNDED_ON', 'APPLIED_ON']),
          projectId: z.string(),
          name: z.string(),
          street: z.string(),
          state: z.string(),
          subsidy: z.string(),
        }),
      )
      .readonly(),
  }),
  async handle(_request, ports) {
    const queue = await readQueue(ports);
    return queue.ok ? granted({ queue: queue.value }) : queue;
  },
});

const referToAccountRoute = route({
  name: 'referToAccount',
  summary: { zh: '账号脱敏', en: 'Make the reference to a bank account that may stand in a ledger' },
  method: 'POST',
  path: '/api/account-references',
  access: ['STREET'],
  // The number is in the request: nothing of it is kept for replays.
  secret: true,
  input: { body: referToAccountInput },
  output: z.object({ bank: z.string(), lastDigits: z.string(), numberHash: z.string() }),
  handle: ({ body }, ports) => Promise.resolve(granted(referToAccount(ports, body))),
});

export const FUNDING_ROUTES: readonly Route[] = [
  referToAccountRoute,
  readBudgetRoute,
  setBudgetRoute,
  adjustBudgetRoute,
  readQueueRoute,
];
