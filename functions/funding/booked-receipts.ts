// Gathers the receipts booked on a project's account up to where the project stands, the same again years later.
import type { Ports } from '../../domain/ports.ts';
import { type Receipt, standingReceipts } from '../../domain/projects/funding/receipts.ts';
import type { Project } from '../../domain/projects/project.ts';

export async function bookedReceipts(
  ports: Pick<Ports, 'ledger'>,
  { projectId, head }: Project,
): Promise<ReadonlyMap<string, Receipt>> {
  const entries = await ports.ledger.read({ kind: 'PROJECT', id: projectId });
  return standingReceipts(entries.filter(({ seq }) => seq <= head.seq));
}
