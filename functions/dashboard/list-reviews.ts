// GET /api/dashboard/reviews: the joint reviews that are to be convened, open, or decided.
import { type Review, reviewsSchema } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { route } from '../runtime/route.ts';
import { figuresTag } from './figures-tag.ts';
import { listQuery, pageOf } from './rows-in-order.ts';
import { asOfNow, scopeOf } from './scope.ts';

export const listReviews = route({
  name: 'listReviews',
  summary: { zh: '方案联审', en: 'Joint reviews' },
  method: 'GET',
  path: '/api/dashboard/reviews',
  access: readersOf('reviews'),
  // Kept by area only: there is one list of what is under review, of whatever year.
  input: { query: listQuery.omit({ year: true }) },
  output: reviewsSchema,
  etag: figuresTag,
  async handle({ query, actor }, ports) {
    const { rows, ...page } = await pageOf<Review>(ports, 'reviews', scopeOf(actor, query).partition, query);
    return granted({ ...asOfNow(ports), reviews: rows, ...page });
  },
});
