// What a resident may learn about one unit: by room, whether it stands on the published list; by the code of the own unit, its share too.
import { granted, type Outcome, refused } from '../../../../domain/errors.ts';
import { splitByLargestRemainder } from '../../../../domain/money/largest-remainder.ts';
import { decimalOf, printAmount } from '../../../../domain/money/money.ts';
import type { Ports } from '../../../../domain/ports.ts';
import type { Project } from '../../../../domain/projects/project.ts';
import type { Roster, RosterUnit } from '../../../../domain/roster/roster.ts';
import type { UnitVote } from '../../../../domain/roster/votes.ts';
import { findUnitByCode } from '../../../runtime/find-unit-by-code.ts';
import { loadFrozenRoll } from '../../../runtime/load-frozen-roll.ts';
import { loadVotes } from '../../../runtime/load-votes.ts';

export type OwnUnit =
  | { readonly asked: 'ROOM'; readonly room: string; readonly onRoll: boolean; readonly listed: boolean }
  | {
      readonly asked: 'CODE';
      readonly unit: string;
      readonly area: string;
      readonly listed: boolean;
      /** Estimated share in S + E of the plan, yuan. */
      readonly share: string;
    };

/** `3-501`, `3幢501`, `3幢2单元501`: without a stairwell, any stairwell of the building. */
export async function lookUpRoom(ports: Ports, project: Project, typed: string): Promise<Outcome<OwnUnit>> {
  const parts = typed.match(/[0-9A-Za-z]+/g) ?? [];
  if (parts.length < 2 || parts.length > 3) {
    const says = { zh: '请按“幢-室号”填写，如 3-501', en: 'Write building and room, like 3-501' };
    return refused('MALFORMED', says, { fields: [{ path: '/room', says }] });
  }
  const roll = await loadFrozenRoll(ports, project.neighbourhood.code, project.consent.planBallot?.rollHash ?? '');
  if (!roll.ok) return roll;
  const votes = await loadVotes(ports, project.consent.planBallot?.tally?.votes ?? '');
  if (!votes.ok) return votes;
  const units = roll.value.units.filter((unit) => isNamed(unit, parts));
  const listed = units.some(({ unit }) => isListed(votes.value.votes, unit));
  return granted({ asked: 'ROOM', room: parts.join('-'), onRoll: units.length > 0, listed });
}

export async function lookUpUnit(ports: Ports, project: Project, unitCode: string): Promise<Outcome<OwnUnit>> {
  const found = await findUnitByCode(ports, project, unitCode);
  if (!found.ok) return found;
  const votes = await loadVotes(ports, project.consent.planBallot?.tally?.votes ?? '');
  if (!votes.ok) return votes;
  const { unit, roll } = found.value;
  return granted({
    asked: 'CODE',
    unit: unit.unit,
    area: unit.area,
    listed: isListed(votes.value.votes, unit.unit),
    share: shareOf(unit, roll, project),
  });
}

/** On the list F4: agreed, and agreed to the room being published. */
const isListed = (votes: readonly UnitVote[], asked: string): boolean =>
  votes.some(({ unit, vote, publishRoom }) => unit === asked && vote === 'AGREE' && publishRoom);

function isNamed({ building, stairwell, room }: RosterUnit, parts: readonly string[]): boolean {
  const [first, second, third] = parts;
  return first === building && (third === undefined ? second === room : second === stairwell && third === room);
}

/** By exclusive area, unless the owners agree otherwise (Civil Code 283): the same split as the bill. */
function shareOf(unit: RosterUnit, roll: Roster, { consent }: Project): string {
  const residents = decimalOf(consent.plan?.funding.residents ?? 0);
  const shares = splitByLargestRemainder(
    residents,
    roll.units.map(({ area }) => decimalOf(area)),
  );
  return printAmount(shares[roll.units.indexOf(unit)] ?? decimalOf(0));
}
