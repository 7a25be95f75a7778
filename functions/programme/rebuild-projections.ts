// Computes the rows of read models again from all ledgers alone: after a change of what is projected, or into an empty read model.

import { LEDGER_KINDS } from '../../domain/ledger.ts';
import { allConsequences, NOTHING_FOLLOWS, PROJECTIONS } from '../../domain/ledger-projections.ts';
import type { Ports } from '../../domain/ports.ts';

const PAGE = 500;

/**
 * How many ledgers were gone through. Safe beside acts: a row of a later entry stays as it is. Rows that only earlier entries
 * of a project had are not taken away: begin with an empty read model.
 */
export async function rebuildProjections({ ledger, views }: Pick<Ports, 'ledger' | 'views'>): Promise<number> {
  let rebuilt = 0;
  for (const kind of LEDGER_KINDS.filter((each) => PROJECTIONS[each] !== NOTHING_FOLLOWS)) {
    let cursor = '';
    let ids: readonly string[];
    do {
      ids = await ledger.list(kind, { cursor, limit: PAGE });
      for (const id of ids) {
        const ref = { kind, id };
        await views.write(allConsequences(ref, await ledger.read(ref)).views);
      }
      rebuilt += ids.length;
      cursor = ids.at(-1) ?? '';
    } while (ids.length === PAGE);
  }
  return rebuilt;
}
