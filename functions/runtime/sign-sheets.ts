// The sheets that were printed to be signed: which page has which rows where, kept when they are issued, found when they
// come back.
import * as z from 'zod';
import { Fault } from '../../domain/errors.ts';
import { filedUnder } from '../../domain/paper/filing/filed-page.ts';
import { type SheetGeometry, sheetGeometry } from '../../domain/paper/filing/sheet-geometry.ts';
import type { PageName } from '../../domain/paper/filing-code.ts';
import type { Ports } from '../../domain/ports.ts';
import { BALLOTS, type Ballot } from '../../domain/roster/roster-ledger.ts';

export interface SignSheet {
  readonly name: PageName;
  readonly ballot: Ballot;
  /** The rows bear places in this roll. */
  readonly rollHash: string;
  readonly geometry: SheetGeometry;
}

const VIEW = 'sign-sheets';

const row = z.strictObject({ ballot: z.enum(BALLOTS), rollHash: z.string(), geometry: sheetGeometry });

/** Printing the same version again changes nothing: its pages have the same rows in the same places. */
export async function keepSignSheets({ views }: Pick<Ports, 'views'>, sheets: readonly SignSheet[]): Promise<void> {
  await views.write(
    sheets.map(({ name, ballot, rollHash, geometry }) => ({
      view: VIEW,
      partition: name.projectNo,
      sort: filedUnder(name),
      // Optional boxes that are absent are no JSON.
      value: JSON.parse(JSON.stringify({ ballot, rollHash, geometry })),
      watermark: { ledger: `sheet/${name.projectNo}/${filedUnder(name)}`, seq: 1 },
    })),
  );
}

export async function findSignSheet({ views }: Pick<Ports, 'views'>, name: PageName): Promise<SignSheet | undefined> {
  const found = await views.get(VIEW, name.projectNo, filedUnder(name));
  if (found === undefined) return undefined;
  const read = row.safeParse(found.value);
  if (!read.success) throw new Fault('CORRUPT', `the geometry of ${name.projectNo} ${filedUnder(name)} cannot be read`);
  return { name, ...read.data };
}

/** Places, as `filedUnder` spells them, of all sheets of a version of a form that were printed. */
export async function listSignSheets(
  { views }: Pick<Ports, 'views'>,
  paper: Pick<PageName, 'projectNo' | 'kind' | 'version' | 'printing'>,
): Promise<readonly string[]> {
  const { projectNo, kind, version, printing } = paper;
  const prefix = filedUnder({ projectNo, kind, version, ...(printing !== undefined && { printing }), page: 0 }).replace(
    /\d{4}$/,
    '',
  );
  const places: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.query(VIEW, projectNo, { prefix, ...(cursor !== undefined && { cursor }) });
    places.push(...page.rows.map(({ sort }) => sort));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return places;
}
