// Which projects a list shows: those of the asker's area, narrowed by what the filters ask; the page and the export ask the same.
import * as z from 'zod';
import type { projectSummarySchema } from '../../domain/api.ts';
import { dateInShanghai, type PlainDate } from '../../domain/calendar/plain-date.ts';
import { knowsByNumber, shownByNumber } from '../../domain/known-by-number.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports, ViewPage } from '../../domain/ports.ts';
import { isConcerned } from '../../domain/projects/concerned.ts';
import { yearOfProject } from '../../domain/projects/project-year.ts';
import type { ListedProject } from '../../domain/projects/projection.ts';
import { isAmong, STATE_CHOICES } from '../../domain/projects/states.ts';

export const projectFilters = z.strictObject({
  street: z
    .string()
    .regex(/^\d{9}$/, '街道代码为 9 位数字｜A street code has 9 digits')
    .optional(),
  step: z
    .string()
    .regex(/^[1-9]$/, '应为 1 至 9｜Must be 1 to 9')
    .optional(),
  state: z.enum(STATE_CHOICES).optional(),
  /** Of the project number. */
  year: z
    .string()
    .regex(/^\d{4}$/, '年份为 4 位数字｜A year has 4 digits')
    .optional(),
  /** By the service target of the next step. */
  due: z.enum(['today', 'overdue']).optional(),
  /** Part of the name or of the number. */
  text: z.string().trim().max(40).optional(),
});
export type ProjectFilters = z.output<typeof projectFilters>;

export type Summary = z.input<typeof projectSummarySchema>;
/** As the projection writes it, or older software did. */
type Kept = Summary & Partial<Pick<ListedProject, 'concerned'>>;

export interface ProjectPage {
  readonly projects: readonly Summary[];
  readonly cursor?: string;
}

/** One look into the narrowest list; what it does not tell apart is told apart row by row, so a page may come out empty. */
export async function filterProjects(
  { views, clock }: Pick<Ports, 'views' | 'clock'>,
  actor: Actor,
  asked: ProjectFilters,
  page: { readonly limit: number; readonly cursor: string | undefined },
): Promise<ProjectPage> {
  const own = areaOf(actor);
  const street = own.street ?? asked.street;
  // Whose notice is out stands in step 3.
  const [state, step] = asked.state === 'NOTICE_OUT' ? [undefined, '3'] : [asked.state, asked.step];
  const partition = state ? `state:${state}` : street ? `street:${street}` : step ? `step:${step}` : 'all';
  const today = dateInShanghai(clock.now());
  const asking = { limit: page.limit, ...(page.cursor !== undefined && { cursor: page.cursor }) };
  const { rows, cursor } =
    own.neighbourhood === undefined
      ? await views.query('projects', partition, asking)
      : await queryNeighbourhood(views, own.neighbourhood, asking);
  return {
    projects: rows
      // Written by the projection; rows of older software do not say whom they concern, and are shown to nobody in doubt.
      .map(({ value }) => value as unknown as Kept)
      .filter(({ concerned }) => isConcerned(actor, concerned))
      .map(({ concerned, ...summary }) => summary as Summary)
      // What somebody is not shown is not looked for either.
      .map((summary) => (knowsByNumber(actor.role) ? shownByNumber(summary) : summary))
      .filter((summary) => matches(summary, { ...asked, street }, today) && own.holds(summary)),
    ...(cursor !== undefined && { cursor }),
  };
}

/** The projects of one neighbourhood: there is one to a plan. */
async function queryNeighbourhood(
  views: Ports['views'],
  code: string,
  asking: { readonly limit: number; readonly cursor?: string },
): Promise<ViewPage> {
  const page = await views.query('neighbourhood', code, asking);
  const rows = await Promise.all(page.rows.map(({ sort: projectId }) => views.get('projects', 'all', projectId)));
  return { ...page, rows: rows.filter((row) => row !== undefined) };
}

function matches(summary: Summary, asked: ProjectFilters, today: PlainDate): boolean {
  return (
    (asked.street === undefined || summary.street === asked.street) &&
    (asked.step === undefined || String(summary.step) === asked.step) &&
    (asked.state === undefined || isAmong(summary.state, asked.state)) &&
    (asked.year === undefined || yearOfProject(summary.projectId) === asked.year) &&
    (asked.due === undefined || isDue(summary.next?.dueOn, asked.due, today)) &&
    (asked.text === undefined || summary.name.includes(asked.text) || summary.projectId.includes(asked.text))
  );
}

const isDue = (dueOn: string | undefined, due: 'today' | 'overdue', today: PlainDate): boolean =>
  dueOn !== undefined && (due === 'overdue' ? dueOn < today : dueOn === today);

/** Streets, communities and bodies see their own; asking for another street shows them nothing more. */
export function areaOf(actor: Actor): { street?: string; neighbourhood?: string; holds(summary: Summary): boolean } {
  switch (actor.role) {
    case 'STREET':
      return { street: actor.unit, holds: ({ street }) => street === actor.unit };
    case 'COMMUNITY':
      return { street: actor.unit.slice(0, 9), holds: ({ community }) => community === actor.unit };
    case 'BODY':
    case 'RESIDENT':
      return { street: actor.unit.slice(0, 9), neighbourhood: actor.unit, holds: () => true };
    default:
      return { holds: () => true };
  }
}
