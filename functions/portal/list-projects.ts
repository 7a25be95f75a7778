// GET /api/projects: the projects that the asker may see, by street, step or state.
import * as z from 'zod';
import { projectListSchema, type projectSummarySchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import type { Actor } from '../../domain/parties.ts';
import type { ViewRow } from '../../domain/ports.ts';
import { ALL_STATES } from '../../domain/projects/states.ts';
import { route } from '../runtime/route.ts';

const query = z.strictObject({
  street: z
    .string()
    .regex(/^\d{9}$/, '街道代码为 9 位数字｜A street code has 9 digits')
    .optional(),
  step: z
    .string()
    .regex(/^[1-9]$/, '应为 1 至 9｜Must be 1 to 9')
    .optional(),
  state: z.enum(ALL_STATES).optional(),
  /** Of the project number. */
  year: z
    .string()
    .regex(/^\d{4}$/, '年份为 4 位数字｜A year has 4 digits')
    .optional(),
  /** Part of the name or of the number. */
  text: z.string().trim().max(40).optional(),
  cursor: z.string().max(500).optional(),
});

type Summary = z.input<typeof projectSummarySchema>;

const PAGE = 50;

export const listProjects = route({
  name: 'listProjects',
  summary: { zh: '项目列表', en: 'List projects' },
  method: 'GET',
  path: '/api/projects',
  access: 'SIGNED_IN',
  input: { query },
  output: projectListSchema,
  async handle({ query: asked, actor }, ports) {
    const own = areaOf(actor);
    const street = own.street ?? asked.street;
    // The narrowest list is read; what it does not tell apart is told apart row by row.
    const partition = asked.state
      ? `state:${asked.state}`
      : street
        ? `street:${street}`
        : asked.step
          ? `step:${asked.step}`
          : 'all';
    const projects: Summary[] = [];
    let cursor = asked.cursor;
    do {
      const page = await ports.views.query('projects', partition, {
        limit: PAGE,
        ...(cursor !== undefined && { cursor }),
      });
      projects.push(
        ...page.rows.map(summaryOf).filter((summary) => matches(summary, { ...asked, street }) && own.holds(summary)),
      );
      cursor = page.cursor;
    } while (cursor !== undefined && projects.length < PAGE);
    return granted({ projects, ...(cursor !== undefined && { cursor }) });
  },
});

// Written by the projection from `summarise`.
const summaryOf = ({ value }: ViewRow): Summary => value as unknown as Summary;

function matches(
  summary: Summary,
  asked: Pick<z.output<typeof query>, 'street' | 'step' | 'state' | 'year' | 'text'>,
): boolean {
  return (
    (asked.street === undefined || summary.street === asked.street) &&
    (asked.step === undefined || String(summary.step) === asked.step) &&
    (asked.state === undefined || summary.state === asked.state) &&
    (asked.year === undefined || summary.projectId.split('-')[1] === asked.year) &&
    (asked.text === undefined || summary.name.includes(asked.text) || summary.projectId.includes(asked.text))
  );
}

/** Streets, communities and bodies see their own; asking for another street shows them nothing more. */
function areaOf(actor: Actor): { street?: string; holds(summary: Summary): boolean } {
  switch (actor.role) {
    case 'STREET':
      return { street: actor.unit, holds: ({ street }) => street === actor.unit };
    case 'COMMUNITY':
      return { street: actor.unit.slice(0, 9), holds: ({ community }) => community === actor.unit };
    case 'BODY':
      return { street: actor.unit.slice(0, 9), holds: ({ community }) => actor.unit.startsWith(community) };
    default:
      return { holds: () => true };
  }
}
