// Who may act on a neighbourhood's roster, and the one way in which entries of its ledger are written.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import { type Entry, sealEntry } from '../../domain/ledger.ts';
import { type Actor, belongsTo, type Neighbourhood, PARTIES } from '../../domain/parties.ts';
import { NO_CONSEQUENCES, type Ports } from '../../domain/ports.ts';
import {
  foldRosterLedger,
  ROSTER_ACTS,
  type RosterAct,
  type RosterHistory,
  rosterLedger,
} from '../../domain/roster/roster-ledger.ts';
import { askedBefore } from './asked-before.ts';
import { currentCalendar } from './current-calendar.ts';

export interface RosterRequest {
  readonly actor: Actor;
  readonly neighbourhood: Neighbourhood;
  /** The mark of the request, if it came with an Idempotency-Key. */
  readonly request?: string | undefined;
}

/** The version of how rosters are read, ordered and hashed; their entries rest on no other rule. */
const ROSTER_RULEBOOK = 'roster@1';

export function permitRosterAct(act: RosterAct, { actor, neighbourhood }: RosterRequest): Outcome<undefined> {
  if (!belongsTo(actor, neighbourhood)) {
    return refused('FORBIDDEN_UNIT', {
      zh: '该小区不属于您的辖区，请联系属地街道',
      en: 'This neighbourhood is not in your area: turn to its own street office',
    });
  }
  const roles: readonly Actor['role'][] = ROSTER_ACTS[act];
  if (roles.includes(actor.role)) return granted(undefined);
  const parties = roles.map((role) => PARTIES[role]);
  return refused('FORBIDDEN_ROLE', {
    zh: `该事项由${parties.map(({ zh }) => zh).join('、')}办理`,
    en: `This is done by: ${parties.map(({ en }) => en).join(', ')}`,
  });
}

export async function loadRosterHistory({ ledger }: Ports, neighbourhoodCode: string): Promise<RosterHistory> {
  return foldRosterLedger(await ledger.read(rosterLedger(neighbourhoodCode)));
}

/** What the same request wrote when it came first, its answer having been lost on the way. */
export async function findRosterEntry(
  { ledger }: Pick<Ports, 'ledger'>,
  { neighbourhood, request }: RosterRequest,
): Promise<Outcome<Entry | undefined>> {
  if (request === undefined) return granted(undefined);
  return askedBefore(await ledger.read(rosterLedger(neighbourhood.code)), request);
}

/** Of two at once the second is told to look again, unless both were one request. */
export async function appendRosterEntry(
  ports: Ports,
  asked: RosterRequest,
  history: RosterHistory,
  act: Exclude<RosterAct, 'import-votes'>,
  payload: JsonObject,
): Promise<Outcome<Entry>> {
  const { actor, neighbourhood, request } = asked;
  const ref = rosterLedger(neighbourhood.code);
  const entry = sealEntry(ref, history.head, {
    at: ports.clock.now(),
    act,
    actor,
    payload,
    findings: [],
    rulebook: ROSTER_RULEBOOK,
    calendar: (await currentCalendar(ports)).version,
    ...(request !== undefined && { request }),
  });
  if ((await ports.ledger.append(ref, entry, NO_CONSEQUENCES)) === 'APPENDED') return granted(entry);
  const twin = await findRosterEntry(ports, asked);
  if (!twin.ok) return twin;
  if (twin.value) return granted(twin.value);
  return refused('STALE', {
    zh: '该小区名册刚刚被他人更新；请查看最新名册后重试',
    en: 'Somebody has just changed the roster of this neighbourhood: look at it and try again',
  });
}
