// The telephones of offices as the read model has them: one row, whoever is asked for.
import { type ListedTelephone, readTelephonesRow, TELEPHONES_ROW } from '../../domain/directory/office-telephones.ts';
import type { Ports } from '../../domain/ports.ts';

export async function readTelephones({ views }: Pick<Ports, 'views'>): Promise<readonly ListedTelephone[]> {
  const { view, partition, sort } = TELEPHONES_ROW;
  return readTelephonesRow(await views.get(view, partition, sort));
}
