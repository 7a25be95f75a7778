// The tables that leave the system as .xlsx or .csv: streets, overdue, waiting list, special lines, assessment, national forms.
import * as z from 'zod';
import { dateInShanghai, type PlainDate } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { circularFigures, stuckProjects } from '../../domain/programme/circular-draft.ts';
import { assessStreets } from '../../domain/programme/street-assessment.ts';
import {
  assessmentTable,
  overdueTable,
  specialLinesTable,
  streetsTable,
  waitingTable,
} from '../../domain/programme/tables/programme-tables.ts';
import { effectForm, planForm, progressForm } from '../../domain/programme/tables/statistics-tables.ts';
import type { Table } from '../../domain/programme/tables/table.ts';
import type { Project } from '../../domain/projects/project.ts';
import { loadProgramme } from '../runtime/load-programme.ts';
import { type Route, route } from '../runtime/route.ts';
import { writeCsv, writeWorkbook } from '../runtime/write-workbook.ts';
import { readRegister } from './read-register.ts';
import { roundOf } from './round-of-year.ts';
import { streetFor, WATCHERS } from './watchers.ts';
import { ofYear } from './year-acts.ts';

interface Exporting {
  readonly ports: Pick<Ports, 'ledger' | 'views'>;
  readonly year: string;
  readonly on: PlainDate;
  /** Of the district, or of the street that asks. */
  readonly projects: readonly Project[];
  readonly owns: (street: string) => boolean;
}

const TABLES = {
  streets: ({ projects, on }: Exporting) => streetsTable(circularFigures(projects, on.slice(0, 7), on)),
  overdue: ({ projects, on }: Exporting) => overdueTable(stuckProjects(projects, on), on),
  // Ranks are those of the whole district, also where a street exports its own rows.
  'waiting-list': async ({ ports, year, on, owns }: Exporting) => {
    const { waiting } = await roundOf(ports, year);
    return waitingTable(
      waiting.filter(({ street }) => owns(street)),
      on,
    );
  },
  'special-lines': ({ projects, on }: Exporting) => specialLinesTable(projects, on),
  assessment: async ({ ports, year, on, owns }: Exporting) => {
    const { criteria } = await loadProgramme(ports, year);
    const assessed = assessStreets(await readRegister(ports), criteria, on);
    return assessmentTable(
      assessed.filter(({ street }) => owns(street)),
      on,
    );
  },
  'statistics-plan': ({ projects, year, on }: Exporting) => planForm(projects, year, on),
  'statistics-progress': ({ projects, year, on }: Exporting) => progressForm(projects, year, on),
  'statistics-effect': ({ projects, year, on }: Exporting) => effectForm(projects, year, on),
} as const satisfies Record<string, (exporting: Exporting) => Table | Promise<Table>>;

type TableName = keyof typeof TABLES;
const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

const exportTableRoute = route({
  name: 'exportTable',
  summary: { zh: '导出报表', en: 'Export a table as .xlsx or .csv' },
  method: 'GET',
  path: '/api/programme/{year}/exports/{table}',
  access: WATCHERS,
  input: {
    params: ofYear.extend({ table: z.enum(TABLE_NAMES) }),
    query: z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  },
  output: 'FILE',
  async handle({ params: { year, table }, query, actor }, ports) {
    const on = dateInShanghai(ports.clock.now());
    const street = streetFor(actor, {});
    const owns = (code: string): boolean => street === undefined || code === street;
    const written = await TABLES[table]({ ports, year, on, projects: await readRegister(ports, street), owns });
    return granted(query.format === 'csv' ? writeCsv(written) : await writeWorkbook([written], written.title.zh));
  },
});

export const EXPORT_ROUTES: readonly Route[] = [exportTableRoute];
