// GET /api/projects/choices: to which streets and years the list of projects and the dashboard can be narrowed: those that
// have projects.
import { choicesSchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { hashOf } from '../../domain/json.ts';
import type { Ports } from '../../domain/ports.ts';
import { DISTRICT, scopeOfStreet } from '../../domain/projects/dashboard-rows.ts';
import { route } from '../runtime/route.ts';
import { areaOf } from './filter-projects.ts';

export const readChoices = route({
  name: 'readChoices',
  summary: { zh: '有项目的街道和年份', en: 'Streets and years that have projects' },
  method: 'GET',
  path: '/api/projects/choices',
  access: 'SIGNED_IN',
  output: choicesSchema,
  etag: (choices) => hashOf(choices).slice(0, 16),
  async handle({ actor }, ports) {
    const { street } = areaOf(actor);
    const [streets, years] = await Promise.all([
      street === undefined ? keysOf(ports, 'streets', 'all') : [street],
      keysOf(ports, 'years', street === undefined ? DISTRICT : scopeOfStreet(street)),
    ]);
    return granted({ streets: [...streets], years: years.toReversed() });
  },
});

async function keysOf({ views }: Pick<Ports, 'views'>, view: string, partition: string): Promise<readonly string[]> {
  const { rows } = await views.query(view, partition);
  return rows.map(({ sort }) => sort);
}
