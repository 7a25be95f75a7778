// After the projector gave up on a part of the stream: projects every ledger up to its last entry. Doing it again changes nothing.
import { type LedgerKind, SUBJECT_FIELDS } from '../../domain/ledger.ts';
import { type ProjectorPorts, projectEntry } from './projector.ts';

/** How many ledgers were looked at. */
export async function projectAgain(ports: ProjectorPorts): Promise<number> {
  let ledgers = 0;
  // The keys of a record that has no others.
  for (const kind of Object.keys(SUBJECT_FIELDS) as LedgerKind[]) {
    for (const id of await ports.ledger.list(kind)) {
      const ref = { kind, id };
      const last = (await ports.ledger.read(ref)).at(-1);
      if (last !== undefined) await projectEntry(ports, ref, last.seq);
      ledgers += 1;
    }
  }
  return ledgers;
}
