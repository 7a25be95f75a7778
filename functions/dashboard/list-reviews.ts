// GET /api/dashboard/reviews: the joint reviews that are to be convened, open, or decided; a department's, where it is asked.
import { type Review, reviewsSchema } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import { isConcerned } from '../../domain/projects/concerned.ts';
import type { ListedProject } from '../../domain/projects/projection.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { route } from '../runtime/route.ts';
import { figuresTag } from './figures-tag.ts';
import { listQuery, pageOf } from './rows-in-order.ts';
import { asOfNow, scopeOf } from './scope.ts';

/** As the projection writes it, or older software did. */
type Kept = Review & Partial<Pick<ListedProject, 'concerned'>>;

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
    const reviews: Review[] = [];
    let cursor = query.cursor;
    // Read on until there is one that the asker takes part in.
    do {
      const page = await pageOf<Kept>(ports, 'reviews', scopeOf(actor, query).partition, { ...query, cursor });
      reviews.push(...page.rows.filter(({ concerned }) => isConcerned(actor, concerned)));
      cursor = page.cursor;
    } while (cursor !== undefined && reviews.length === 0);
    return granted({ ...asOfNow(ports), reviews, ...(cursor !== undefined && { cursor }) });
  },
});
