// The HTTP side of two pages side by side.
import * as z from 'zod';
import { readersOf } from '../../../domain/readers-of-page.ts';
import { type Route, route } from '../../runtime/route.ts';
import { findPagesBeside, REASONS_BESIDE } from './pages-beside.ts';
import { receiptPage } from './stack-routes.ts';

const comparePagesRoute = route({
  name: 'comparePages',
  summary: { zh: '两页对看', en: 'The pages that a page is looked at beside' },
  method: 'GET',
  path: '/api/pages/{id}/beside',
  access: readersOf('cases'),
  input: { params: z.strictObject({ id: z.string().max(80) }) },
  output: z.object({
    page: receiptPage,
    beside: z.array(z.object({ why: z.enum(REASONS_BESIDE), page: receiptPage })).readonly(),
  }),
  handle: ({ params, actor }, ports) => findPagesBeside(ports, { actor, pageId: params.id }),
});

export const COMPARE_ROUTES: readonly Route[] = [comparePagesRoute];
