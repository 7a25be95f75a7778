// The tables that leave the system as .xlsx or .csv: streets, overdue, waiting list, special lines, assessment, national forms.
import * as z from 'zod';
import { budgetLedger, foldBudget, leftOf } from '../../domain/budget/budget.ts';
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
import { waitingList } from '../../domain/programme/waiting-list.ts';
import type { Project } from '../../domain/projects/project.ts';
import { type Route, route } from '../runtime/route.ts';
import { loadProgramme } from './append-to-programme.ts';
import { readRegister } from './read-register.ts';
import { streetFor, WATCHERS } from './watchers.ts';
import { writeCsv, writeWorkbook } from './write-workbook.ts';
import { ofYear } from './year-acts.ts';

interface Exporting {
  readonly ports: Pick<Ports, 'ledger'>;
  readonly year: string;
  readonly on: PlainDate;
  readonly projects: readonly Project[];
}

const TABLES = {
  streets: ({ projects, on }: Exporting) => streetsTable(circularFigures(projects, on.slice(0, 7), on)),
  overdue: ({ projects, on }: Exporting) => overdueTable(stuckProjects(projects, on), on),
  'waiting-list': async ({ ports, year, projects, on }: Exporting) => {
    const budget = foldBudget(year, await ports.ledger.read(budgetLedger(year)));
    return waitingTable(waitingList(projects, leftOf(budget)), on);
  },
  'special-lines': ({ projects, on }: Exporting) => specialLinesTable(projects, on),
  assessment: async ({ ports, year, projects, on }: Exporting) => {
    const { criteria } = await loadProgramme(ports, year);
    return assessmentTable(assessStreets(projects, criteria, on), on);
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
    const projects = await readRegister(ports, streetFor(actor, {}));
    const written = await TABLES[table]({ ports, year, on, projects });
    return granted(query.format === 'csv' ? writeCsv(written) : await writeWorkbook([written], written.title.zh));
  },
});

export const EXPORT_ROUTES: readonly Route[] = [exportTableRoute];
