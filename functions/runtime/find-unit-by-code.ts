// Finds the unit whose code somebody typed, on the frozen roll of the ballot that the notice is about.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { findUnit } from '../../domain/paper/unit-code.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';
import type { Roster, RosterUnit } from '../../domain/roster/roster.ts';
import { loadFrozenRoll } from './load-frozen-roll.ts';

export interface UnitOnRoll {
  readonly unit: RosterUnit;
  readonly roll: Roster;
}

/** A wrong code is a mistake in one field; whoever guesses is slowed down at the door of the server. */
export async function findUnitByCode(
  ports: Ports,
  { neighbourhood, consent }: Pick<Project, 'neighbourhood' | 'consent'>,
  typed: string,
): Promise<Outcome<UnitOnRoll>> {
  const rollHash = consent.planBallot?.rollHash ?? '';
  const roll = await loadFrozenRoll(ports, neighbourhood.code, rollHash);
  if (!roll.ok) return roll;
  const { units } = roll.value;
  const name = findUnit(
    ports.seal,
    rollHash,
    units.map(({ unit }) => unit),
    typed,
  );
  const unit = units.find((each) => each.unit === name);
  if (unit !== undefined) return granted({ unit, roll: roll.value });
  const says = {
    zh: '户码不正确，请按单元码条逐字核对（没有字母 I、L、O、U）',
    en: 'The unit code is not right: compare it with your slip (it has no I, L, O or U)',
  };
  return refused('MALFORMED', says, { fields: [{ path: '/unitCode', says }] });
}
