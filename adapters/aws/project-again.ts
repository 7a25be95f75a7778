// After the projector gave up on a part of the stream: projects every ledger up to its last entry. Doing it again changes nothing.
import { type Entry, type LedgerKind, type LedgerRef, SUBJECT_FIELDS } from '../../domain/ledger.ts';
import { foldIssueRegister, issuedRow } from '../../domain/paper/issue-register.ts';
import { type ProjectorPorts, projectEntry } from './projector.ts';

/** How many ledgers were looked at. */
export async function projectAgain(ports: ProjectorPorts): Promise<number> {
  let ledgers = 0;
  // The keys of a record that has no others.
  for (const kind of Object.keys(SUBJECT_FIELDS) as LedgerKind[]) {
    for (const id of await ports.ledger.list(kind)) {
      const ref = { kind, id };
      const entries = await ports.ledger.read(ref);
      if (kind === 'PAPERS') await writePapers(ports, ref, entries);
      for (const { seq } of entriesToProject(kind, entries)) await projectEntry(ports, ref, seq);
      ledgers += 1;
    }
  }
  return ledgers;
}

/** Where an entry changes rows of its own only, each is projected; elsewhere the last one stands for all before it. */
function entriesToProject(kind: LedgerKind, entries: readonly Entry[]): readonly Entry[] {
  switch (kind) {
    case 'GRANTS':
    case 'DELEGATIONS':
      return entries;
    case 'PAPERS':
      // Proposals to void and their answers, a handful: tasks and messages follow from them.
      return entries.filter(({ act }) => act !== 'issue-paper');
    default:
      return entries.slice(-1);
  }
}

/** Thousands in a year: all of them from one fold. */
async function writePapers({ views }: ProjectorPorts, ref: LedgerRef, entries: readonly Entry[]): Promise<void> {
  const { issued, head } = foldIssueRegister(entries);
  await views.write(issued.map((paper) => issuedRow(ref, head.seq, paper)));
}
