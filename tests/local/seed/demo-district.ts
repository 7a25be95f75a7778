// The demo district in memory, with everything that tests look up in it again.
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import type { Entry, LedgerRef } from '../../../domain/ledger.ts';
import { seedDistrict } from '../../../local/seed/seed-district.ts';
import { nineOn } from '../../../local/seed/story.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';

export const TODAY = '2026-03-09';
const KINDS = ['PROJECT', 'PROGRAMME', 'BUDGET', 'ROSTER'] as const satisfies readonly LedgerRef['kind'][];

export interface DemoDistrict extends FakePorts {
  /** By kind and id of the ledger, `PROJECT/330302-2026-0001`. */
  readonly ledgers: ReadonlyMap<string, readonly Entry[]>;
  entry(ledger: string, seq: number): Entry | undefined;
}

export async function demoDistrict(): Promise<DemoDistrict> {
  const today = plainDateOf(TODAY);
  const fake = fakePorts({ now: nineOn(today) });
  await seedDistrict(fake.ports, today);
  const ledgers = new Map<string, readonly Entry[]>();
  for (const kind of KINDS) {
    for (const id of await fake.ports.ledger.list(kind)) {
      ledgers.set(`${kind}/${id}`, await fake.ports.ledger.read({ kind, id }));
    }
  }
  return { ...fake, ledgers, entry: (ledger, seq) => ledgers.get(ledger)?.[seq - 1] };
}
