// What is still to be collected for two thirds, building by building: households and square metres (二(三)1, 二(三)3).
import { printAmount } from '../../money/money.ts';
import type { CountMode, Fraction } from '../../policy/parameters/local.ts';
import { countBallots, doubleMajority } from '../../policy/rules/double-majority.ts';
import { type Roster, type RosterUnit, sumOfAreas } from '../../roster/roster.ts';
import { ballotUnits, type UnitVote } from '../../roster/votes.ts';

export interface BuildingCount {
  readonly building: string;
  readonly units: number;
  readonly agreed: number;
  readonly notReturned: number;
  /** ㎡ of exclusive parts, two decimals. */
  readonly area: string;
  readonly areaAgreed: string;
  readonly areaNotReturned: string;
}

export interface StillNeeded {
  readonly passed: boolean;
  readonly households: { readonly agreed: number; readonly required: number; readonly missing: number };
  readonly area: { readonly agreed: string; readonly required: string; readonly missing: string };
  readonly buildings: readonly BuildingCount[];
}

export function stillNeeded(
  roll: Roster,
  votes: readonly UnitVote[],
  { share, countMode }: { readonly share: Fraction; readonly countMode: CountMode },
): StillNeeded {
  const { passed, households, area } = doubleMajority(countBallots(ballotUnits(roll, votes), countMode), share);
  const voteOf = new Map(votes.map(({ unit, vote }) => [unit, vote]));
  const buildings = [...Map.groupBy(roll.units, ({ building }) => building)].map(([building, units]): BuildingCount => {
    const withVote = (vote: UnitVote['vote']) => units.filter(({ unit }) => voteOf.get(unit) === vote);
    const agreed = withVote('AGREE');
    const notReturned = withVote('NOT_RETURNED');
    return {
      building,
      units: units.length,
      agreed: agreed.length,
      notReturned: notReturned.length,
      area: areaOf(units),
      areaAgreed: areaOf(agreed),
      areaNotReturned: areaOf(notReturned),
    };
  });
  return {
    passed,
    households: { agreed: households.agreed, required: households.required, missing: households.missing },
    area: {
      agreed: printAmount(area.agreed),
      required: printAmount(area.required),
      missing: printAmount(area.missing),
    },
    buildings,
  };
}

const areaOf = (units: readonly RosterUnit[]): string => sumOfAreas(units.map(({ area }) => area));
