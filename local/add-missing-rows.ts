// Rows that newer software keeps of its ledgers, added once to a data folder that older software has written: figures of one
// year would leave out whatever project has had no entry since.
import type { Ports } from '../domain/ports.ts';
import { rebuildProjections } from '../functions/programme/rebuild-projections.ts';

/** What the folder's rows hold. Counted up when what follows from a ledger comes to stand in rows in which it did not stand before. */
const ROWS = 5;
const MARK = { view: 'operations', partition: 'installation', sort: 'rows-of-projects' } as const;

/** How many ledgers were gone through. Safe beside acts: a row of a later entry stays as it is. */
export async function addMissingRows(ports: Pick<Ports, 'ledger' | 'views'>): Promise<number> {
  const mark = await ports.views.get(MARK.view, MARK.partition, MARK.sort);
  if (mark?.value.rows === ROWS) return 0;
  const ledgers = await rebuildProjections(ports);
  await ports.views.write([{ ...MARK, value: { rows: ROWS }, watermark: { ledger: 'installation/rows', seq: ROWS } }]);
  return ledgers;
}
