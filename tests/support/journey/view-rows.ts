// The read models as they are stored, and as the ledgers of every kind alone make them: they must be the same.
import type { Database } from '../../../adapters/sqlite/database.ts';
import { canonicalJson } from '../../../domain/json.ts';
import { LEDGER_KINDS, type LedgerKind } from '../../../domain/ledger.ts';
import { allConsequences } from '../../../domain/ledger-projections.ts';
import type { Ports, ViewWrite } from '../../../domain/ports.ts';
import { applyEntry } from '../../../domain/projects/fold.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { projectionOf } from '../../../domain/projects/projection.ts';

/** Without the watermark: the row of a street is written by whichever of its projects moved last. */
const lineOf = ({ view, partition, sort, value }: Omit<ViewWrite, 'watermark'>): string =>
  canonicalJson({ view, partition, sort, value });

const inOrder = (lines: readonly string[]): readonly string[] => [...new Set(lines)].toSorted();

/** Rows are known by the ledger that they follow from; those of pages, stacks and settings name none of these kinds. */
export function storedRows(database: Database, kinds: readonly LedgerKind[] = LEDGER_KINDS): readonly string[] {
  const rows = database
    .prepare(`
      SELECT view_name AS view, partition_key AS partition, sort_key AS sort, value, ledger FROM view_rows
      WHERE value IS NOT NULL`)
    .all()
    .filter(({ ledger }) => kinds.some((kind) => String(ledger).startsWith(`${kind}/`)));
  return inOrder(
    rows.map(({ view, partition, sort, value }) =>
      lineOf({
        view: String(view),
        partition: String(partition),
        sort: String(sort),
        value: JSON.parse(String(value)),
      }),
    ),
  );
}

/** Records that are no ledgers: what came in as scans, what was told and answered, settings and measurements of the installation. */
const RECORDS = new Set([
  ...['upload', 'stack', 'page', 'content', 'filed', 'cells', 'sheet', 'paper-fields'],
  ...['deliveries', 'answers', 'reminders', 'times', 'audit-days', 'reconciliation'],
  ...['installation', 'channels.json'],
]);

/** Names that rows bear of what they follow from, which are neither ledgers nor records: no rebuild makes these again. */
export function unfoundedRows(database: Database): readonly string[] {
  const names = database.prepare('SELECT DISTINCT ledger FROM view_rows').all();
  const founded = new Set<string>([...LEDGER_KINDS, ...RECORDS]);
  return [...new Set(names.map(({ ledger }) => String(ledger).split('/')[0] ?? ''))].filter(
    (name) => !founded.has(name),
  );
}

export async function rebuiltRows(
  { ledger }: Pick<Ports, 'ledger'>,
  kinds: readonly LedgerKind[] = LEDGER_KINDS,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const kind of kinds) {
    for (const id of await ledger.list(kind)) {
      const ref = { kind, id };
      lines.push(...standingLines(allConsequences(ref, await ledger.read(ref)).views));
    }
  }
  return inOrder(lines);
}

/** Of the writes of one ledger to one place the last one stands. */
function standingLines(writes: readonly ViewWrite[]): readonly string[] {
  const standing = new Map(writes.map((write) => [JSON.stringify([write.view, write.partition, write.sort]), write]));
  return (
    [...standing.values()]
      .filter(({ value }) => value !== null)
      // As the store keeps it: without the fields that are undefined.
      .map((row) => lineOf(JSON.parse(JSON.stringify(row))))
  );
}

/** Of each entry of a project: how many rows follow from it, and how many of them are others than before. */
export async function rowsOfEntries(
  { ledger }: Pick<Ports, 'ledger'>,
  projectId: string,
): Promise<readonly { readonly all: number; readonly changed: number }[]> {
  let project: Project | undefined;
  const counts: { all: number; changed: number }[] = [];
  for (const entry of await ledger.read({ kind: 'PROJECT', id: projectId })) {
    const after = applyEntry(project, entry);
    const rows = projectionOf(project, after);
    counts.push({ all: rows.length, changed: rows.filter(({ isUnchanged }) => isUnchanged === undefined).length });
    project = after;
  }
  return counts;
}
