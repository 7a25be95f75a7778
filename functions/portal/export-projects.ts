// GET /api/projects/export: the list of projects as .xlsx, by the same filters and the same area as the page.
import type { Bilingual } from '../../domain/bilingual.ts';
import { dateInShanghai, type Instant, inShanghai } from '../../domain/calendar/plain-date.ts';
import { granted, refused } from '../../domain/errors.ts';
import { type Actor, PARTIES, type Role } from '../../domain/parties.ts';
import { projectTable } from '../../domain/projects/project-table.ts';
import { STEPS, type Step, titleOfChoice } from '../../domain/projects/states.ts';
import { titleOfStreet } from '../../domain/streets.ts';
import { route } from '../runtime/route.ts';
import { filterProjects, type ProjectFilters, projectFilters, type Summary } from './filter-projects.ts';

/** Ten times the district; beyond, a sheet is no longer read by anybody. */
export const MOST_EXPORTED = 10_000;
const READ_AT_ONCE = 500;

export const exportProjects = route({
  name: 'exportProjects',
  summary: { zh: '导出项目清单', en: 'Export the list of projects as .xlsx' },
  method: 'GET',
  path: '/api/projects/export',
  access: 'SIGNED_IN',
  input: { query: projectFilters },
  output: 'FILE',
  async handle({ query, actor, language }, ports) {
    const projects: Summary[] = [];
    let cursor: string | undefined;
    do {
      const page = await filterProjects(ports, actor, query, { limit: READ_AT_ONCE, cursor });
      projects.push(...page.projects);
      cursor = page.cursor;
    } while (cursor !== undefined && projects.length <= MOST_EXPORTED);
    if (projects.length > MOST_EXPORTED) {
      return refused('TOO_LARGE', {
        zh: `符合条件的项目超过 ${MOST_EXPORTED} 个，请按街道或年份分次导出。`,
        en: `More than ${MOST_EXPORTED} projects fit; export them street by street or year by year.`,
      });
    }
    const at = ports.clock.now();
    const table = projectTable({
      // Optional fields that are absent are absent in a summary of the domain as well.
      projects: projects as Parameters<typeof projectTable>[0]['projects'],
      language,
      on: dateInShanghai(at),
      taken: takenBy(actor, at),
      filters: filtersInWords(actor, query),
    });
    // Only when somebody exports: the list itself starts without a writer of workbooks.
    const { writeWorkbook } = await import('../runtime/write-workbook.ts');
    return granted(await writeWorkbook([table], `${table.title.zh}-${dateInShanghai(at)}`));
  },
});

/** The party that exported, never the person. */
function takenBy({ role, unit }: Actor, at: Instant): Bilingual {
  const when = inShanghai(at).replace('T', ' ').slice(0, 19);
  const party = role === 'STREET' ? titleOfStreet(unit) : PARTIES[role];
  return { zh: `数据截至 ${when}，由${party.zh}导出`, en: `Data as of ${when}, exported by ${party.en}` };
}

/** Whoever sees one area only has no choice of street. */
const LOCAL: readonly Role[] = ['STREET', 'COMMUNITY', 'BODY'];

function filtersInWords(
  { role }: Actor,
  { street, step, state, year, due, text }: ProjectFilters,
): readonly Bilingual[] {
  const stepTitle = step === undefined ? undefined : STEPS[Number(step) as Step];
  const overdue = due === 'overdue' ? { zh: '已逾期', en: 'overdue' } : { zh: '今日到期', en: 'due today' };
  return [
    ...(street === undefined || LOCAL.includes(role) ? [] : [titleOfStreet(street)]),
    ...(stepTitle === undefined ? [] : [{ zh: `第 ${step} 步${stepTitle.zh}`, en: `step ${step} ${stepTitle.en}` }]),
    ...(state === undefined ? [] : [titleOfChoice(state)]),
    ...(year === undefined ? [] : [{ zh: `${year} 年`, en: year }]),
    ...(due === undefined ? [] : [overdue]),
    ...(text === undefined || text === '' ? [] : [{ zh: `含“${text}”`, en: `with “${text}”` }]),
  ];
}
