// The one way in which entries of a programme year are written: decided on its fresh end, and decided again if somebody was faster.
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import { sealEntry } from '../../domain/ledger.ts';
import { type Actor, PARTIES } from '../../domain/parties.ts';
import { NO_CONSEQUENCES, type Ports } from '../../domain/ports.ts';
import {
  foldProgramme,
  PROGRAMME_ACTS,
  type Programme,
  type ProgrammeAct,
  type ProgrammeEntry,
  programmeLedger,
} from '../../domain/programme/programme-ledger.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { loadProgramme } from '../runtime/load-programme.ts';

/** The version of how programme years are kept; their entries rest on no other rule. */
const PROGRAMME_RULEBOOK = 'programme@1';

const MOST_ROUNDS = 50;

export interface ProgrammeRequest {
  readonly year: string;
  readonly actor: Actor;
  /** Keyed hash of actor and Idempotency-Key, if the request has one. */
  readonly request?: string | undefined;
}

/** `decide` is asked again on every fresh end. */
export async function appendToProgramme(
  ports: Pick<Ports, 'ledger' | 'clock'>,
  { year, actor, request }: ProgrammeRequest,
  decide: (programme: Programme) => Outcome<ProgrammeEntry>,
): Promise<Outcome<Programme>> {
  const ref = programmeLedger(year);
  const calendar = await currentCalendar(ports);
  let programme = await loadProgramme(ports, year);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const decided = decide(programme);
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
    if ((await ports.ledger.append(ref, entry, NO_CONSEQUENCES)) === 'APPENDED') return granted(after);
    programme = foldProgramme(year, await ports.ledger.read(ref, programme.head.seq), programme);
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
