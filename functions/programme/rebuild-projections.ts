// Computes the rows of every project again from its ledger alone: after a change of what is projected, or into an empty read model.
import type { Ports } from '../../domain/ports.ts';
import { foldProject } from '../../domain/projects/fold.ts';
import { projectionOf } from '../../domain/projects/projection.ts';

const PAGE = 500;

/** How many projects there are. Rows of earlier entries are not taken away: begin with an empty read model. */
export async function rebuildProjections(ports: Pick<Ports, 'ledger' | 'views'>): Promise<number> {
  let rebuilt = 0;
  let cursor = '';
  let ids: readonly string[];
  do {
    ids = await ports.ledger.list('PROJECT', { cursor, limit: PAGE });
    for (const id of ids) {
      const project = foldProject(await ports.ledger.read({ kind: 'PROJECT', id }));
      if (project) await ports.views.write(projectionOf(undefined, project));
    }
    rebuilt += ids.length;
    cursor = ids.at(-1) ?? '';
  } while (ids.length === PAGE);
  return rebuilt;
}
