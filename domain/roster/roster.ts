// The roster of a neighbourhood: its units with areas and owners (as keyed hashes), its totals and its one hash.
import type { Bilingual } from '../bilingual.ts';
import { hashOf } from '../json.ts';
import { decimalOf, printAmount, sum } from '../money/money.ts';

export const UNIT_KINDS = {
  RESIDENTIAL: { zh: '住宅', en: 'Residential' },
  COMMERCIAL: { zh: '商业', en: 'Commercial' },
  GARAGE: { zh: '车库', en: 'Garage' },
  STORAGE: { zh: '储藏', en: 'Storage' },
  OTHER: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Bilingual>;

export type UnitKind = keyof typeof UNIT_KINDS;
export const UNIT_KIND_CODES = Object.keys(UNIT_KINDS) as readonly UnitKind[];

/** 幢, 单元, 室号 as written on the door, leading zeros kept. */
export interface Door {
  readonly building: string;
  readonly stairwell: string;
  readonly room: string;
}

/** One exclusive part (专有部分). Holds no personal data: owners are keyed hashes. */
export interface RosterUnit extends Door {
  /** `3-2-501`: building, stairwell, room. */
  readonly unit: string;
  /** Area of the exclusive part in ㎡, two decimals. */
  readonly area: string;
  /** Building area by property right (以产权为准) in ㎡, two decimals. */
  readonly titleArea?: string;
  readonly kind: UnitKind;
  /** In the order of the roster; the first one votes for the co-owners. */
  readonly ownerKeys: readonly [string, ...string[]];
}

export interface RosterTotals {
  readonly units: number;
  /** Units of the same owner count once: the reading of 占总户数 by default. */
  readonly households: number;
  readonly area: string;
  /** Null unless every unit has one: a sum with gaps would pass for the whole. */
  readonly titleArea: string | null;
}

export interface Roster {
  /** In the order in which people walk the buildings; the place in it is the 户序 printed on notices. */
  readonly units: readonly RosterUnit[];
  readonly totals: RosterTotals;
  readonly hash: string;
}

export const unitOf = ({ building, stairwell, room }: Door): string => `${building}-${stairwell}-${room}`;

/** A co-owned unit has one vote, cast by one representative (Zhejiang Property Regulations 9). */
export const ownerIdOf = ({ ownerKeys }: RosterUnit): string => ownerKeys[0];

/** Orders units and hashes them: the same units give the same hash, in whatever order the rows stood. */
export function rosterOf(rows: readonly RosterUnit[]): Roster {
  const units = rows.toSorted(compareDoors);
  const titleAreas = units.flatMap(({ titleArea }) => titleArea ?? []);
  const totals: RosterTotals = {
    units: units.length,
    households: new Set(units.map(ownerIdOf)).size,
    area: sumOfAreas(units.map(({ area }) => area)),
    titleArea: titleAreas.length === units.length ? sumOfAreas(titleAreas) : null,
  };
  return { units, totals, hash: hashOf({ units }) };
}

/** Exact sum in ㎡, two decimals. */
export function sumOfAreas(areas: readonly string[]): string {
  return printAmount(sum(areas.map((area) => decimalOf(area))));
}

/** As people walk: building by building, stairwell by stairwell. */
export function compareDoors(a: Door, b: Door): number {
  return (
    compareDoorNumbers(a.building, b.building) ||
    compareDoorNumbers(a.stairwell, b.stairwell) ||
    compareDoorNumbers(a.room, b.room)
  );
}

/** 2 before 10, 501 before 0501, then by code unit: no locale, so that the order and the hash are the same everywhere. */
function compareDoorNumbers(a: string, b: string): number {
  const digitsOf = (text: string) => Number(/^\d+/.exec(text)?.[0] ?? Number.MAX_SAFE_INTEGER);
  return digitsOf(a) - digitsOf(b) || a.length - b.length || (a < b ? -1 : Number(a > b));
}
