// The sixty-four neighbourhoods of the demo district: sizes as published elsewhere, names and stages made up, spread over all steps and years.
import { addDays, daysBetween, type PlainDate, plainDateOf } from '../../domain/calendar/plain-date.ts';
import type { Neighbourhood } from '../../domain/parties.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
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
  /** Place in the district; without one nothing happens that happens to some only. */
  readonly index?: number;
}

const FIRST_DAY = plainDateOf('2020-07-06');

/** As published of neighbourhoods and programmes elsewhere; of a programme the average of its neighbourhoods. */
export const PUBLISHED_SIZES: readonly (HousingSize & { readonly source: string })[] = [
  { source: '黄龙教育新村（温州鹿城）', households: 338, area: '28800.00', buildings: 12 },
  { source: '月季小区（宁波鄞州）', households: 282, area: '23100.00', buildings: 6 },
  { source: '现代经典（东莞宏图社区）', households: 403, area: '66783.97', buildings: 12 },
  { source: '鹿城区205个小区62000户630万㎡，平均', households: 302, area: '30731.71', buildings: 8 },
  { source: '五里墩街道3个小区388户29700㎡，平均（合肥蜀山）', households: 129, area: '9900.00', buildings: 4 },
  { source: '引凤花园（宁波鄞州）', households: 328, area: '30800.00', buildings: 8 },
  { source: '16个小区2583户287000㎡，平均', households: 161, area: '17937.50', buildings: 3 },
];

const NAMES = [
  ...['黎明', '桃源', '荷花', '水心', '上陡', '下吕浦', '新桥头', '松台', '蝉街', '百里坊'],
  ...['横渎', '清明桥', '矮凳桥', '南塘', '绣山', '葡萄棚'],
];
const KINDS = ['新村', '住宅区', '小区', '苑'];

interface Stop {
  /** The act that is awaited; undefined: the whole course lies behind it. */
  readonly until: ActName | undefined;
  readonly count: number;
  readonly turn?: Turn;
}

/** Where the neighbourhoods stand, the newest first. */
const STOPS: readonly Stop[] = [
  { until: 'record-survey', count: 2 },
  { until: 'start-consultation', count: 2 },
  { until: 'tally-willingness', count: 1 },
  { until: 'form-body', count: 1, turn: 'EXCLUDED' },
  { until: 'form-body', count: 1, turn: 'UNDETERMINED' },
  { until: 'form-body', count: 1, turn: 'UNWILLING' },
  { until: 'submit-willingness', count: 1 },
  { until: 'form-body', count: 1 },
  { until: 'commission-design', count: 1 },
  { until: 'submit-design', count: 1 },
  { until: 'publish-plan', count: 1 },
  { until: 'open-ballot', count: 1 },
  { until: 'tally-plan-ballot', count: 2 },
  { until: 'post-notice', count: 1, turn: 'PLAN_REJECTED' },
  { until: 'confirm-posting', count: 1 },
  { until: 'close-publicity', count: 2 },
  { until: 'submit-application', count: 1 },
  { until: 'open-account', count: 1 },
  { until: 'book-contributions', count: 2 },
  { until: 'reserve-subsidy', count: 3 },
  { until: 'report-project', count: 1 },
  { until: 'consent-start', count: 1 },
  { until: 'list-in-investment-plan', count: 1, turn: 'SUSPENDED' },
  { until: 'choose-delivery-mode', count: 1 },
  { until: 'decide-feasibility-study', count: 1 },
  { until: 'give-review-opinion', count: 2 },
  { until: 'decide-preliminary-design', count: 1 },
  { until: 'record-tender', count: 2 },
  { until: 'record-ex-post-review', count: 2 },
  { until: 'record-representatives-visit', count: 2 },
  { until: 'report-completion', count: 2 },
  { until: 'record-acceptance', count: 2 },
  { until: 'submit-final-accounts', count: 2 },
  { until: 'settle-contributions', count: 2 },
  { until: 'archive-project', count: 1 },
  { until: 'set-management-mode', count: 2 },
  { until: 'report-defect', count: 4 },
  { until: undefined, count: 8 },
];

/** The same `today`, the same district. */
export function plannedNeighbourhoods(today: PlainDate): readonly Planned[] {
  const stops = STOPS.flatMap(({ count, ...stop }) => Array.from({ length: count }, () => stop));
  return stops.map(({ until, turn = 'ORDINARY' }, index) => {
    const street = STREETS[index % STREETS.length] ?? { code: '330302001', name: '' };
    const moves = until === undefined ? COURSE.length : COURSE.findIndex(({ act }) => act === until);
    const took = moves === 0 ? 0 : daysTo(moves - 1);
    const rested = restedDays(index, until, took, today);
    return {
      neighbourhood: {
        name: `${NAMES[index % NAMES.length]}${KINDS[Math.floor(index / NAMES.length) % KINDS.length]}`,
        code: neighbourhoodCode(street, Math.floor(index / STREETS.length) + 1),
        community: communityOf(street),
        street: street.code,
      },
      size: sizeOf(index),
      openedOn: addDays(today, -took - rested),
      moves,
      turn,
      index,
    };
  });
}

function sizeOf(index: number): HousingSize {
  const published = PUBLISHED_SIZES[index % PUBLISHED_SIZES.length];
  if (published === undefined) throw new Error('no size is published');
  const { source: _source, ...size } = published;
  return size;
}

/** Acts before which nobody rests long: a notice hangs for days, and whoever is funded stands in the queue of the day. */
const BRISK: ReadonlySet<ActName | undefined> = new Set(['close-publicity', 'reserve-subsidy']);

/** How long a neighbourhood has been where it is. */
function restedDays(index: number, until: ActName | undefined, took: number, today: PlainDate): number {
  const most = Math.max(daysBetween(FIRST_DAY, today) - took, 0);
  // Those that have all behind them began one after the other from the first day on.
  if (until === undefined) return Math.max(most - (index % 8) * 110, 0);
  // A warranty runs by itself: nobody is late.
  if (until === 'report-defect') return Math.min(((index % 4) + 1) * 110, most);
  if (BRISK.has(until)) return 2;
  // Of two whose accounts are due, one has let three months pass.
  if (until === 'submit-final-accounts') return index % 2 === 0 ? 8 : 100;
  // Most are on time; every fifth is held up for months.
  return Math.min(index % 5 === 3 ? 70 + ((index * 17) % 140) : (index * 11) % 28, most);
}
