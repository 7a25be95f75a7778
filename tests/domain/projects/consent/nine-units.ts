// The roster of the neighbourhood on stage: nine units of 100 ㎡ each, nine owners.
import { shippedCalendar } from '../../../../domain/calendar/working-days.ts';
import type { JsonObject } from '../../../../domain/json.ts';
import { EMPTY_HEAD, sealEntry } from '../../../../domain/ledger.ts';
import type { Actor } from '../../../../domain/parties.ts';
import { NO_CONSEQUENCES, type Ports } from '../../../../domain/ports.ts';
import { rosterOf } from '../../../../domain/roster/roster.ts';
import { rosterLedger } from '../../../../domain/roster/roster-ledger.ts';
import { type VaultUnit, withoutPeople } from '../../../../functions/runtime/vault-papers.ts';

export const NEIGHBOURHOOD = {
  name: '月季小区',
  code: '330302001003-01',
  community: '330302001003',
  street: '330302001',
};

/** Six of them are two thirds exactly. */
export const UNITS: readonly VaultUnit[] = ['101', '102', '103', '201', '202', '203', '301', '302', '303'].map(
  (room) => ({
    unit: `1-1-${room}`,
    building: '1',
    stairwell: '1',
    room,
    area: '100.00',
    kind: 'RESIDENTIAL',
    owners: [{ key: `owner-of-${room}`, name: '某业主' }],
  }),
);

export const ROSTER = rosterOf(UNITS.map(withoutPeople));

export async function appendToRoster(
  { ledger, clock }: Ports,
  actor: Actor,
  act: string,
  payload: JsonObject,
): Promise<void> {
  const ref = rosterLedger(NEIGHBOURHOOD.code);
  const entry = sealEntry(ref, (await ledger.read(ref)).at(-1) ?? EMPTY_HEAD, {
    at: clock.now(),
    act,
    actor,
    payload,
    findings: [],
    rulebook: 'roster@1',
    calendar: shippedCalendar.version,
  });
  await ledger.append(ref, entry, NO_CONSEQUENCES);
}
