// GET /api/projects/{id}: the computed view with the acts that the asker may do.
import * as z from 'zod';
import { projectIdSchema, projectSchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { route } from '../runtime/route.ts';
import { viewOf } from './project-view.ts';

export const readProject = route({
  name: 'readProject',
  summary: { zh: '查看项目', en: 'Read a project' },
  method: 'GET',
  path: '/api/projects/{id}',
  access: 'SIGNED_IN',
  input: { params: z.strictObject({ id: projectIdSchema }) },
  output: projectSchema,
  etag: ({ seq }) => seq,
  async handle({ params, actor }, ports) {
    const project = await findOwnProject(ports, params.id, actor);
    return project.ok ? granted(viewOf(project.value, actor)) : project;
  },
});
