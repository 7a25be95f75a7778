// What one person has recorded is taken back by another: a slip is found by the second pair of eyes, and so is a swindle.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Entry } from '../../domain/ledger.ts';
import type { Actor } from '../../domain/parties.ts';
import { ANOTHER_TAKES_BACK } from '../../domain/projects/another-person.ts';

/** `recorded`: the entry that is to be taken back. */
export function anotherPerson(recorded: Pick<Entry, 'actor'> | undefined, actor: Actor): Outcome<undefined> {
  if (recorded?.actor.id !== actor.id) return granted(undefined);
  return refused('FORBIDDEN_ROLE', ANOTHER_TAKES_BACK);
}
