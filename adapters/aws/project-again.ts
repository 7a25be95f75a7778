// After the projector gave up on a part of the stream: projects every ledger up to its last entry. Doing it again changes nothing.

import { LEDGER_KINDS } from '../../domain/ledger.ts';
import { allConsequences } from '../../domain/ledger-projections.ts';
import { type ProjectorPorts, projectEntry } from './projector.ts';

/** How many ledgers were looked at. */
export async function projectAgain(ports: ProjectorPorts): Promise<number> {
  let ledgers = 0;
  for (const kind of LEDGER_KINDS) {
    for (const id of await ports.ledger.list(kind)) {
      const ref = { kind, id };
      const entries = await ports.ledger.read(ref);
      const { views, messages } = allConsequences(ref, entries);
      // A project goes on from its snapshot, with messages and signals of every entry that was given up on.
      if (kind === 'PROJECT') await projectEntry(ports, ref, entries.length);
      await ports.views.write(views);
      if (messages.length > 0) await ports.outbox.enqueue(messages);
      ledgers += 1;
    }
  }
  return ledgers;
}
