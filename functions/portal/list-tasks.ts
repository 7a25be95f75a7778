// GET /api/tasks: whose turn it is: the asker's open tasks, the one due first on top.
import * as z from 'zod';
import { pageQuery, taskSchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { route } from '../runtime/route.ts';

export const listTasks = route({
  name: 'listTasks',
  summary: { zh: '我的待办', en: 'My open tasks' },
  method: 'GET',
  path: '/api/tasks',
  access: 'SIGNED_IN',
  input: { query: pageQuery },
  output: z.object({ tasks: z.array(taskSchema), cursor: z.string().optional() }),
  async handle({ query, actor }, ports) {
    const page = await ports.views.query('tasks', `${actor.role}#${actor.unit}`, {
      limit: 100,
      ...(query.cursor !== undefined && { cursor: query.cursor }),
    });
    return granted({
      // Written by the projection from `summarise`.
      tasks: page.rows.map(({ value }) => value as unknown as z.input<typeof taskSchema>),
      ...(page.cursor !== undefined && { cursor: page.cursor }),
    });
  },
});
