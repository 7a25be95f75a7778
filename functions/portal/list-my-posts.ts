// GET /api/me: the posts that the asker holds today, whichever of them they act under; asked before one is chosen.
import * as z from 'zod';
import { granted } from '../../domain/errors.ts';
import { ROLES } from '../../domain/parties.ts';
import { route } from '../runtime/route.ts';

export const listMyPosts = route({
  name: 'listMyPosts',
  summary: { zh: '我的岗位', en: 'The posts that I hold today' },
  method: 'GET',
  path: '/api/me',
  access: 'PERSON',
  output: z.object({
    posts: z.array(z.object({ role: z.enum(ROLES), unit: z.string(), until: z.iso.date().optional() })).readonly(),
  }),
  handle: async ({ person }) => granted({ posts: person.posts }),
});
