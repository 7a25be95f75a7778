// GET /api/dashboard/ageing: what is due, the longest overdue first.
import { ageingSchema, type Due } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import { route } from '../runtime/route.ts';
import { figuresTag } from './figures-tag.ts';
import { listQuery, pageOf } from './rows-in-order.ts';
import { asOfNow, scopeOf, WATCHERS } from './scope.ts';

export const readAgeing = route({
  name: 'readAgeing',
  summary: { zh: '到期与逾期', en: 'What is due' },
  method: 'GET',
  path: '/api/dashboard/ageing',
  access: WATCHERS,
  input: { query: listQuery },
  output: ageingSchema,
  etag: figuresTag,
  async handle({ query, actor }, ports) {
    const { rows, ...page } = await pageOf<Due>(ports, 'due', scopeOf(actor, query).partition, query);
    return granted({ ...asOfNow(ports), due: rows, ...page });
  },
});
