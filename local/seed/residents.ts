// Made-up owners of a made-up neighbourhood: doors, areas that add up exactly, names and numbers that belong to nobody.
import { Decimal } from 'decimal.js';
import { splitByLargestRemainder } from '../../domain/money/largest-remainder.ts';
import { printAmount } from '../../domain/money/money.ts';
import { unitOf } from '../../domain/roster/roster.ts';
import type { RosterRow } from '../../functions/intake/read-roster.ts';

export interface HousingSize {
  readonly households: number;
  /** ㎡, two decimals: the sum of all units. */
  readonly area: string;
  readonly buildings: number;
}

const FAMILY_NAMES = '陈林黄吴张李王周叶郑徐金朱胡潘谢蔡杨夏项';
const GIVEN_NAMES = [
  '建国',
  '秀英',
  '小芳',
  '志强',
  '丽华',
  '文杰',
  '美珍',
  '海燕',
  '永康',
  '雪梅',
  '光明',
  '晓东',
  '喆',
  '淑贞',
  '子涵',
  '国庆',
];
const STAIRWELLS = 2;
const DOORS_PER_FLOOR = 2;

/** Neighbourhoods of one size have the same rows; they are made once. */
const made = new Map<string, readonly RosterRow[]>();

/** Rows of the roster template; the same size gives the same rows. */
export function residentsOf(size: HousingSize): readonly RosterRow[] {
  const key = `${size.households} ${size.area} ${size.buildings}`;
  const rows = made.get(key) ?? makeResidents(size);
  made.set(key, rows);
  return rows;
}

function makeResidents({ households, area, buildings }: HousingSize): readonly RosterRow[] {
  const perBuilding = Math.ceil(households / buildings);
  // Flats of four sizes, in the proportions in which they were built.
  const weights = Array.from({ length: households }, (_, index) => new Decimal([62, 78, 88, 105][index % 4] ?? 80));
  const areas = splitByLargestRemainder(new Decimal(area), weights);
  return areas.map((unitArea, index) => {
    const within = index % perBuilding;
    const building = String(Math.floor(index / perBuilding) + 1);
    const stairwell = String((Math.floor(within / DOORS_PER_FLOOR) % STAIRWELLS) + 1);
    const floor = Math.floor(within / (DOORS_PER_FLOOR * STAIRWELLS)) + 1;
    const room = `${floor}0${(within % DOORS_PER_FLOOR) + 1}`;
    const door = { building, stairwell, room };
    return {
      ...door,
      unit: unitOf(door),
      area: printAmount(unitArea),
      titleArea: printAmount(unitArea),
      kind: 'RESIDENTIAL',
      owners: [{ name: nameOf(index), idNumber: idNumberOf(index), phone: phoneOf(index) }],
    } as const;
  });
}

const nameOf = (index: number): string =>
  `${FAMILY_NAMES[(index * 7) % FAMILY_NAMES.length]}${GIVEN_NAMES[(index * 5) % GIVEN_NAMES.length]}`;
/** Born in 1800: no such number was ever given out. */
const idNumberOf = (index: number): string => `33030218000101${String(index + 1).padStart(4, '0')}`;
const phoneOf = (index: number): string => `0000${String(index + 1).padStart(7, '0')}`;
