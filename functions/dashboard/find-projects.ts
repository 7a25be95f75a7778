// GET /api/dashboard/find: projects whose neighbourhood or number begins with what is typed, and the project of a paper's code
// or of the document number of a paper that was issued for it.
import * as z from 'zod';
import { type Found, foundSchema } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import { foldIssueRegister, registerLedger, registerOfYear } from '../../domain/paper/issue-register.ts';
import { documentNumberIn } from '../../domain/paper/numbers.ts';
import type { Ports } from '../../domain/ports.ts';
import { route } from '../runtime/route.ts';
import { scopeOf, WATCHERS } from './scope.ts';

const SHOWN = 8;

export const findProjects = route({
  name: 'findProjects',
  summary: { zh: '查找项目', en: 'Find projects' },
  method: 'GET',
  path: '/api/dashboard/find',
  access: WATCHERS,
  input: { query: z.strictObject({ text: z.string().trim().min(1).max(120) }) },
  output: foundSchema,
  async handle({ query: { text }, actor }, ports) {
    const { street, partition } = scopeOf(actor);
    const page = { prefix: numberIn(text) ?? (await projectOfDocument(ports, text)) ?? text, limit: SHOWN };
    const { rows } = /^\d/.test(page.prefix)
      ? await ports.views.query('projects', street === undefined ? 'all' : `street:${street}`, page)
      : await ports.views.query('names', partition, page);
    // Both are written by the projection with these fields.
    return granted({ projects: rows.map(({ value }) => value as unknown as Found['projects'][number]) });
  },
});

/** The number of the project in a code as it is printed on paper (`330302-2026-0017 F2 V2 P03 7K3MQT`) or held by its picture. */
const numberIn = (text: string): string | undefined =>
  /^(?:JG1:|https?:\/\/\S*\/)?(\d{6}-\d{4}-\d{4})\b/i.exec(text)?.[1];

/** The register of the series and year that the number names says for which project it was given, void or not. */
async function projectOfDocument({ ledger }: Pick<Ports, 'ledger'>, text: string): Promise<string | undefined> {
  const number = documentNumberIn(text);
  if (number === undefined) return undefined;
  const { abbreviation, year, serial } = number;
  const { issued } = foldIssueRegister(await ledger.read(registerLedger(registerOfYear(abbreviation, year))));
  return issued.find(({ paper }) => paper.serial === serial)?.paper.projectNo;
}
