// Loads a programme year from its ledger.
import type { Ports } from '../../domain/ports.ts';
import { foldProgramme, type Programme, programmeLedger } from '../../domain/programme/programme-ledger.ts';

export async function loadProgramme(ports: Pick<Ports, 'ledger'>, year: string): Promise<Programme> {
  return foldProgramme(year, await ports.ledger.read(programmeLedger(year)));
}
