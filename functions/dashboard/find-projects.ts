// GET /api/dashboard/find: projects whose neighbourhood or number begins with what is typed, and the project of a paper's code
// or of the document number of a paper that was issued for it. Everybody finds what they may see.
import * as z from 'zod';
import { type Found, foundSchema } from '../../domain/dashboard.ts';
import { granted } from '../../domain/errors.ts';
import { knowsByNumber } from '../../domain/known-by-number.ts';
import { foldIssueRegister, registerLedger, registerOfYear } from '../../domain/paper/issue-register.ts';
import { documentNumberIn } from '../../domain/paper/numbers.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports, ViewRow } from '../../domain/ports.ts';
import { isConcerned } from '../../domain/projects/concerned.ts';
import type { ListedProject, ProjectSummary } from '../../domain/projects/projection.ts';
import { route } from '../runtime/route.ts';
import { scopeOf } from './scope.ts';

const SHOWN = 8;
/** Communities are numbered within their street. */
const STREET_DIGITS = 9;

export const findProjects = route({
  name: 'findProjects',
  summary: { zh: '查找项目', en: 'Find projects' },
  method: 'GET',
  path: '/api/dashboard/find',
  access: 'SIGNED_IN',
  input: { query: z.strictObject({ text: z.string().trim().min(1).max(120) }) },
  output: foundSchema,
  async handle({ query: { text }, actor }, ports) {
    const byNumber = knowsByNumber(actor.role);
    const prefix = numberIn(text) ?? (byNumber ? undefined : await projectOfDocument(ports, text)) ?? text;
    // What somebody is not shown is not looked for either.
    if (byNumber && !isNumber(prefix)) return granted({ projects: [] });
    return granted({ projects: await findBeginning(ports, prefix, actor) });
  },
});

function findBeginning(ports: Pick<Ports, 'views'>, prefix: string, actor: Actor): Promise<Found['projects']> {
  switch (actor.role) {
    case 'COMMUNITY':
      return firstOf(listOfCommunity(ports, actor.unit), prefix);
    case 'BODY':
    case 'RESIDENT':
      return firstOf(listOfNeighbourhood(ports, actor.unit), prefix);
    default:
      return findInOrder(ports, prefix, actor);
  }
}

/** Read on until there are enough that concern the asker: nearly at once, except for departments that few projects concern. */
async function findInOrder({ views }: Pick<Ports, 'views'>, prefix: string, actor: Actor): Promise<Found['projects']> {
  const { street, partition } = scopeOf(actor);
  const [view, of] = isNumber(prefix)
    ? ['projects', street === undefined ? 'all' : `street:${street}`]
    : ['names', partition];
  const found: Kept[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.query(view, of, { prefix, limit: SHOWN, ...(cursor !== undefined && { cursor }) });
    // Both are written by the projection with these fields.
    const rows = page.rows.map(({ value }) => value as unknown as Kept);
    found.push(...rows.filter(({ concerned }) => isConcerned(actor, concerned)));
    cursor = page.cursor;
  } while (cursor !== undefined && found.length < SHOWN);
  return found.slice(0, SHOWN);
}

type Kept = Found['projects'][number] & Partial<Pick<ListedProject, 'concerned'>>;

/** Written by the projection from `summarise`. */
type Listed = Pick<ProjectSummary, 'community'> & Found['projects'][number];
const listedOf = ({ value }: ViewRow): Listed => value as unknown as Listed;

/** Those with few projects have no list of names of their own: theirs are looked through. */
async function firstOf(own: AsyncIterable<Listed>, prefix: string): Promise<Found['projects']> {
  const found: Listed[] = [];
  for await (const listed of own) {
    if (!listed.projectId.startsWith(prefix) && !listed.name.startsWith(prefix)) continue;
    found.push(listed);
    if (found.length === SHOWN) break;
  }
  return found;
}

async function* listOfCommunity({ views }: Pick<Ports, 'views'>, community: string): AsyncGenerator<Listed> {
  let cursor: string | undefined;
  do {
    const street = community.slice(0, STREET_DIGITS);
    const page = await views.query('projects', `street:${street}`, cursor === undefined ? {} : { cursor });
    yield* page.rows.map(listedOf).filter((listed) => listed.community === community);
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** There is one project to a plan. */
async function* listOfNeighbourhood({ views }: Pick<Ports, 'views'>, code: string): AsyncGenerator<Listed> {
  const { rows } = await views.query('neighbourhood', code);
  for (const { sort: projectId } of rows) {
    const row = await views.get('projects', 'all', projectId);
    if (row !== undefined) yield listedOf(row);
  }
}

const isNumber = (prefix: string): boolean => /^\d/.test(prefix);

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
