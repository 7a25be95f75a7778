// The one way in which entries of a programme year are written: decided on its fresh end, and decided again if somebody was faster.
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import { sealEntry } from '../../domain/ledger.ts';
import { type Actor, PARTIES } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { programmeConsequences } from '../../domain/programme/circular-tasks.ts';
import {
  foldProgramme,
  PROGRAMME_ACTS,
  type Programme,
  type ProgrammeAct,
  type ProgrammeEntry,
  programmeLedger,
} from '../../domain/programme/programme-ledger.ts';
import { askedBefore } from '../runtime/asked-before.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';

/** The version of how programme years are kept; their entries rest on no other rule. */
const PROGRAMME_RULEBOOK = 'programme@1';

const MOST_ROUNDS = 50;

export interface ProgrammeRequest {
  readonly year: string;
  readonly actor: Actor;
  /** The mark of the request, if it came with an Idempotency-Key. */
  readonly request?: string | undefined;
}

/** `decide` is asked again on every fresh end, and not at all by a request that has written its entry before. */
export async function appendToProgramme(
  ports: Pick<Ports, 'ledger' | 'clock'>,
  { year, actor, request }: ProgrammeRequest,
  decide: (programme: Programme) => Outcome<ProgrammeEntry> | Promise<Outcome<ProgrammeEntry>>,
): Promise<Outcome<Programme>> {
  const ref = programmeLedger(year);
  const calendar = await currentCalendar(ports);
  let entries = await ports.ledger.read(ref);
  let programme = foldProgramme(year, entries);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = askedBefore(entries, request);
    if (!before.ok) return before;
    const wrote = before.value;
    // The year right behind the entry that the same request wrote: its answer is the one that was lost.
    if (wrote) {
      const upTo = entries.filter(({ seq }) => seq <= wrote.seq);
      return granted(foldProgramme(year, upTo));
    }
    const decided = await decide(programme);
    if (!decided.ok) return decided;
    const permitted = permitProgrammeAct(decided.value.act, actor);
    if (!permitted.ok) return permitted;
    const entry = sealEntry(ref, programme.head, {
      ...decided.value,
      at: ports.clock.now(),
      actor,
      findings: [],
      rulebook: PROGRAMME_RULEBOOK,
      calendar: calendar.version,
      ...(request !== undefined && { request }),
    });
    const after = foldProgramme(year, [entry], programme);
    const consequences = programmeConsequences(ref, [...entries, entry]);
    if ((await ports.ledger.append(ref, entry, consequences)) === 'APPENDED') return granted(after);
    const newer = await ports.ledger.read(ref, programme.head.seq);
    entries = [...entries, ...newer];
    programme = foldProgramme(year, newer, programme);
  }
  throw new Fault('CONTENTION', `programme ${year} is written by too many at once`);
}

/** Whose task it is was decided with the task itself. */
function permitProgrammeAct(act: ProgrammeAct, actor: Actor): Outcome<undefined> {
  const roles: readonly Actor['role'][] | 'OWNER' = PROGRAMME_ACTS[act];
  if (roles === 'OWNER' || roles.includes(actor.role)) return granted(undefined);
  const parties = roles.map((role) => PARTIES[role]);
  return refused('FORBIDDEN_ROLE', {
    zh: `该事项由${parties.map(({ zh }) => zh).join('、')}办理。`,
    en: `This is done by: ${parties.map(({ en }) => en).join(', ')}.`,
  });
}
