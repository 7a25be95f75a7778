// What the frozen roll and its votes give to papers: households in their order, tallies by building, rooms that may be posted.
import { decimalOf, printAmount } from '../../money/money.ts';
import type { Fraction } from '../../policy/parameters/local.ts';
import {
  areaOf,
  type BallotUnit,
  countBallots,
  doubleMajority,
  takesPart,
  type Vote,
} from '../../policy/rules/double-majority.ts';
import { type Roster, type RosterUnit, sumOfAreas } from '../../roster/roster.ts';
import { ballotUnits, countVotes, type UnitVote } from '../../roster/votes.ts';
import type { KnownFields } from './project-fields.ts';

/** Places of the roll that are printed, 1 for the first; all of them unless told. */
export type Places = readonly number[] | undefined;

export const householdsOf = ({ units }: Roster, places: Places) =>
  units
    .map(({ building, stairwell, room, area }, index) => ({ no: index + 1, building, stairwell, room, area }))
    .filter(({ no }) => places === undefined || places.includes(no));

/** Before anybody has voted: who is asked, and how much is enough. */
export function rollFields(roll: Roster, places: Places, share: Fraction): KnownFields {
  const units = ballotUnits(roll, []);
  const { households, area } = doubleMajority(countBallots(units, 'BY_OWNER'), share);
  return {
    households: householdsOf(roll, places),
    householdsTotal: households.total,
    householdsRequired: households.required,
    areaTotal: printAmount(area.total),
    areaRequired: printAmount(area.required),
    buildingCount: buildingsOf(roll).length,
    rollHash: roll.hash,
  };
}

const RESULT = {
  agree: 'AGREE',
  disagree: 'DISAGREE',
  abstain: 'ABSTAIN',
  invalid: 'INVALID',
  notReturned: 'NOT_RETURNED',
} as const satisfies Record<string, Vote>;

/** The five columns count units, so that they add up to the roll; households by owner stand beside them (F2S). */
export function voteFields(roll: Roster, votes: readonly UnitVote[], share: Fraction): KnownFields {
  const counts = countVotes(roll, votes);
  const result = Object.fromEntries(
    Object.entries(RESULT).map(([name, vote]) => [name, { households: counts[vote].units, area: counts[vote].area }]),
  );
  const units = ballotUnits(roll, votes);
  const byOwner = countBallots(units, 'BY_OWNER');
  const byUnit = countBallots(units, 'BY_UNIT');
  const participating = units.filter(takesPart);
  return {
    result,
    householdsByOwner: byOwner.households,
    householdsByUnit: byUnit.households,
    countModesAgree: doubleMajority(byOwner, share).passed === doubleMajority(byUnit, share).passed,
    participatingHouseholds: participating.length,
    participatingArea: printAmount(areaOf(participating)),
    civilCodeAdvice: civilCodeAdvice(units),
    rooms: roomsToPost(roll, votes),
    buildings: buildingsOf(roll).map((building) => buildingTally(roll, votes, building)),
  };
}

/** Only those who agreed, and agreed to be posted (Personal Information Protection Law 25). */
function roomsToPost({ units }: Roster, votes: readonly UnitVote[]) {
  const posted = new Set(
    votes.filter(({ vote, publishRoom }) => vote === 'AGREE' && publishRoom).map(({ unit }) => unit),
  );
  return units
    .filter(({ unit }) => posted.has(unit))
    .map(({ building, stairwell, room }) => ({ building, stairwell, room }));
}

const buildingsOf = ({ units }: Roster): readonly string[] => [...new Set(units.map(({ building }) => building))];

function buildingTally(roll: Roster, votes: readonly UnitVote[], building: string) {
  const units: readonly RosterUnit[] = roll.units.filter((unit) => unit.building === building);
  const names = new Set(units.map(({ unit }) => unit));
  const here = votes.filter(({ unit }) => names.has(unit));
  const counts = countVotes(roll, here);
  return {
    building,
    households: units.length,
    area: sumOfAreas(units.map(({ area }) => area)),
    agree: { households: counts.AGREE.units, area: counts.AGREE.area },
    disagree: counts.DISAGREE.units,
    abstain: counts.ABSTAIN.units + counts.INVALID.units,
    notReturned: counts.NOT_RETURNED.units,
  };
}

/** Civil Code 278: two thirds take part, of these three quarters agree; both by area and by number. Advice only. */
function civilCodeAdvice(units: readonly BallotUnit[]): string {
  const part = units.filter(takesPart);
  const agreed = part.filter(({ vote }) => vote === 'AGREE');
  const takesEnough = 3 * part.length >= 2 * units.length && areaOf(part).times(3).gte(areaOf(units).times(2));
  const agreesEnough =
    4 * agreed.length >= 3 * part.length &&
    areaOf(agreed)
      .times(4)
      .gte(decimalOf(areaOf(part)).times(3));
  return takesEnough && agreesEnough
    ? '参与表决的面积和户数均过三分之二，同意的过参与表决的四分之三'
    : takesEnough
      ? '参与表决的面积和户数均过三分之二，同意的未过参与表决的四分之三'
      : '参与表决的面积或者户数未过三分之二';
}
