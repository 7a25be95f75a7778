// The read models of projects as they are stored, and as the ledgers alone make them: they must be the same.
import type { Database } from '../../../adapters/sqlite/database.ts';
import { canonicalJson } from '../../../domain/json.ts';
import type { Ports, ViewWrite } from '../../../domain/ports.ts';
import { foldProject } from '../../../domain/projects/fold.ts';
import { projectionOf } from '../../../domain/projects/projection.ts';

const line = ({ view, partition, sort, value, watermark }: ViewWrite): string =>
  canonicalJson({ view, partition, sort, value, watermark: { ...watermark } });

export function storedRows(database: Database): readonly string[] {
  const rows = database.prepare(`
    SELECT view_name, partition_key, sort_key, value, ledger, seq FROM view_rows
    WHERE ledger LIKE 'PROJECT/%' AND value IS NOT NULL`);
  return rows
    .all()
    .map((row) =>
      line({
        view: String(row.view_name),
        partition: String(row.partition_key),
        sort: String(row.sort_key),
        value: JSON.parse(String(row.value)),
        watermark: { ledger: String(row.ledger), seq: Number(row.seq) },
      }),
    )
    .toSorted();
}

export async function rebuiltRows({ ledger }: Pick<Ports, 'ledger'>): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const projectId of await ledger.list('PROJECT')) {
    const project = foldProject(await ledger.read({ kind: 'PROJECT', id: projectId }));
    // As the store keeps it: without the fields that are undefined.
    if (project) rows.push(...projectionOf(undefined, project).map((write) => line(JSON.parse(JSON.stringify(write)))));
  }
  return rows.toSorted();
}
