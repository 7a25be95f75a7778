// The sixty-four neighbourhoods of the demo district: sizes as published elsewhere, names and stages made up, spread over all steps.
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { addDays, plainDateOf } from '../../domain/calendar/plain-date.ts';
import type { Neighbourhood } from '../../domain/parties.ts';
import { COURSE, daysTo } from './course.ts';
import { communityOf, neighbourhoodCode, STREETS } from './district.ts';
import type { HousingSize } from './residents.ts';

/** Where the course of a neighbourhood turns aside. */
export type Turn = 'ORDINARY' | 'EXCLUDED' | 'UNDETERMINED' | 'UNWILLING' | 'PLAN_REJECTED' | 'SUSPENDED';

export interface Planned {
  readonly neighbourhood: Neighbourhood;
  readonly size: HousingSize;
  readonly openedOn: PlainDate;
  /** How many moves of the course have been made. */
  readonly moves: number;
  readonly turn: Turn;
}

const COUNT = 64;
const FIRST_DAY = plainDateOf('2020-07-06');

/** CASE-01, CASE-08, CASE-12, CASE-02 on average, CASE-40 and CASE-21 by neighbourhood. */
const SIZES: readonly HousingSize[] = [
  { households: 338, area: '28800.00', buildings: 12 },
  { households: 282, area: '23100.00', buildings: 9 },
  { households: 403, area: '66783.97', buildings: 12 },
  { households: 302, area: '30731.71', buildings: 8 },
  { households: 129, area: '9900.00', buildings: 4 },
  { households: 112, area: '9928.57', buildings: 4 },
];

const NAMES = [
  '黎明',
  '桃源',
  '荷花',
  '水心',
  '上陡',
  '下吕浦',
  '新桥头',
  '松台',
  '蝉街',
  '百里坊',
  '横渎',
  '清明桥',
  '矮凳桥',
  '南塘',
  '绣山',
  '葡萄棚',
];
const KINDS = ['新村', '住宅区', '小区', '苑'];

const TURNS: ReadonlyMap<number, Turn> = new Map([
  [3, 'EXCLUDED'],
  [9, 'UNDETERMINED'],
  [13, 'UNWILLING'],
  [22, 'PLAN_REJECTED'],
  [31, 'SUSPENDED'],
]);

/** The same `today`, the same district. */
export function plannedNeighbourhoods(today: PlainDate): readonly Planned[] {
  return Array.from({ length: COUNT }, (_, index) => {
    const street = STREETS[index % STREETS.length] ?? { code: '330302001', name: '' };
    const serial = Math.floor(index / STREETS.length) + 1;
    const moves = Math.min(COURSE.length, Math.round((index / (COUNT - 3)) * COURSE.length));
    const rested = restedDays(index, moves);
    const openedOn = addDays(today, -(moves === 0 ? 0 : daysTo(moves - 1)) - rested);
    return {
      neighbourhood: {
        name: `${NAMES[index % NAMES.length]}${KINDS[Math.floor(index / NAMES.length) % KINDS.length]}`,
        code: neighbourhoodCode(street, serial),
        community: communityOf(street),
        street: street.code,
      },
      size: SIZES[index % SIZES.length] ?? { households: 338, area: '28800.00', buildings: 12 },
      openedOn: openedOn < FIRST_DAY ? FIRST_DAY : openedOn,
      moves,
      turn: TURNS.get(index) ?? 'ORDINARY',
    };
  });
}

/** How long a neighbourhood has been where it is. */
function restedDays(index: number, moves: number): number {
  // Finished ones lie years back; the first of all has its warranty behind it.
  if (moves === COURSE.length) return index === COUNT - 1 ? 3000 : 300 + index * 10;
  // A notice that hangs now.
  if (COURSE[moves]?.act === 'close-publicity') return 2;
  return (index * 11) % 28;
}
