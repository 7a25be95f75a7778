// The telephones of the demo's offices, set by the offices themselves. No number of the country begins with 0 behind its area code:
// whoever dials one of these reaches nobody.
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { OFFICES, type Office } from '../../domain/directory/office-telephones.ts';
import type { Ports } from '../../domain/ports.ts';
import { writeTelephone } from '../../functions/portal/maintain-telephones.ts';
import { expectGranted, nineOn } from './story.ts';

const NUMBERS = { RENOVATION_OFFICE: '0577-0000 0100', OPERATOR: '0577-0000 0200' } as const;
/** `0577-0000 0101` is that of the first street. */
const numberOf = ({ role, unit }: Office): string =>
  role === 'STREET' ? `0577-0000 01${unit.slice(-2)}` : NUMBERS[role];
const accountOf = ({ role, unit }: Office): string =>
  role === 'STREET' ? `street-${unit.slice(-2)}` : role.toLowerCase().replaceAll('_', '-');

export async function setTelephones({ ledger }: Pick<Ports, 'ledger'>, on: PlainDate): Promise<void> {
  const clock = { now: () => nineOn(on) };
  for (const office of OFFICES) {
    const asks = { act: 'set-telephone', payload: { ...office, number: numberOf(office) } } as const;
    const actor = { ...office, id: accountOf(office) };
    expectGranted(await writeTelephone({ ledger, clock }, { actor, seen: 0, asks }));
  }
}
