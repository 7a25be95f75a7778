// GET /api/projects: the projects that the asker may see, by street, step, state, year, due date or words.
import * as z from 'zod';
import { projectListSchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { route } from '../runtime/route.ts';
import { filterProjects, projectFilters, type Summary } from './filter-projects.ts';

const PAGE = 50;

export const listProjects = route({
  name: 'listProjects',
  summary: { zh: '项目列表', en: 'List projects' },
  method: 'GET',
  path: '/api/projects',
  access: 'SIGNED_IN',
  input: { query: projectFilters.extend({ cursor: z.string().max(500).optional() }) },
  output: projectListSchema,
  async handle({ query: { cursor: from, ...asked }, actor }, ports) {
    const projects: Summary[] = [];
    let cursor = from;
    do {
      const page = await filterProjects(ports, actor, asked, { limit: PAGE, cursor });
      projects.push(...page.projects);
      cursor = page.cursor;
    } while (cursor !== undefined && projects.length < PAGE);
    return granted({ projects, ...(cursor !== undefined && { cursor }) });
  },
});
