// Notes of every entry where it stands in the ledger, so that any figure can open the entries that it was computed from.
import { dateInShanghai } from '../../calendar/plain-date.ts';
import type { Entry } from '../../ledger.ts';
import type { ActName } from '../act-names.ts';
import type { Project } from '../project.ts';
import type { Mark, ProgrammeRecord } from './record.ts';

/** `before`: the project without the entry. An opening leads into its first state. */
export function noteEntry(before: Project, after: Project, entry: Entry, act: ActName): ProgrammeRecord {
  const { programme } = after;
  const codes = entry.findings.filter(({ verdict }) => verdict !== 'PASS').map(({ code }) => code);
  const mark: Mark = { seq: entry.seq, on: dateInShanghai(entry.at), ...(codes.length > 0 && { codes }) };
  const trail = { ...programme.trail, [act]: [...(programme.trail[act] ?? []), mark] };
  const moved = after.state !== before.state || entry.seq === 1;
  const { finalAccounts } = after.funding;
  return {
    ...programme,
    trail,
    ...(moved && { entered: { ...programme.entered, [after.state]: mark } }),
    // The approval puts the audited total in its place.
    ...(act === 'submit-final-accounts' && finalAccounts && { billed: finalAccounts.total }),
  };
}
