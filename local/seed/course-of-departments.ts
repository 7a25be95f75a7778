// What the works touch, whom that concerns, and what these parties do: joint review and duties of 三(二).
import type { Role } from '../../domain/parties.ts';
import type { DutyId } from '../../domain/programme/duties.ts';
import { owedDuties } from '../../domain/programme/open-duties.ts';
import type { Content } from '../../domain/projects/programme/contents.ts';
import { UTILITY_UNITS } from './district.ts';
import { type Move, move, moveWhen, oneOf, type Stage } from './move.ts';

const POWER = { kind: 'POWER', unit: UTILITY_UNITS.power } as const;
const WATER = { kind: 'WATER', unit: UTILITY_UNITS.water } as const;

/** Pipes and fire facilities everywhere; the rest in some. */
function contentsOf(index: number): readonly Content[] {
  const some: readonly (readonly [Content, number])[] = [
    ['ROAD_CLOSURE', 2],
    ['TREES', 3],
    ['DOORS_AND_CCTV', 4],
    ['PUBLIC_HOUSING', 5],
    ['GREENING_AND_LAMPS', 6],
    ['FIXED_EQUIPMENT_NOISE', 9],
    ['PLANNING_OR_LAND', 11],
  ];
  const touched = some.flatMap(([content, every]) => (index % every === 0 ? [content] : []));
  return ['FIRE_FACILITIES', 'EXCAVATION', 'MUNICIPAL_PIPES', 'UTILITY_LINES', ...touched];
}

export const DECLARE_CONTENTS: Move = move(1, 'STREET', 'declare-contents', ({ index }) => ({
  contents: contentsOf(index),
  utilities: index % 2 === 0 ? [POWER, WATER] : [WATER],
}));

const isAsked =
  (party: string): NonNullable<Move['when']> =>
  ({ project }) =>
    project.approvals.jointReview.asked.some((asked) => asked === party);

const opinion = (role: Role, unit?: string): Move =>
  moveWhen(isAsked(unit === undefined ? role : `UTILITY:${unit}`), {
    ...move(0, role, 'give-review-opinion', () => ({ opinion: 'APPROVE' })),
    ...(unit !== undefined && { unit }),
  });

export const JOINT_REVIEW: readonly Move[] = [
  move(1, 'RENOVATION_OFFICE', 'convene-joint-review', () => ({ parties: [] })),
  ...(['DRB', 'FINANCE', 'LAW_ENFORCEMENT', 'PUBLIC_SECURITY', 'TRAFFIC_POLICE', 'HOUSING_MGMT_CENTRE'] as const).map(
    (role) => opinion(role),
  ),
  ...(['NATURAL_RESOURCES', 'ECOLOGY', 'FIRE'] as const).map((role) => opinion(role)),
  opinion('UTILITY', POWER.unit),
  opinion('UTILITY', WATER.unit),
  opinion('HOUSING'),
  move(3, 'RENOVATION_OFFICE', 'issue-review-minutes', ({ on, paper }) => ({ heldOn: on, minutes: paper('A3') })),
];

const owes =
  (duty: DutyId, unit?: string): NonNullable<Move['when']> =>
  ({ project }) =>
    owedDuties(project).some((owed) => owed.duty === duty && (unit === undefined || owed.unit === unit));

const done = (role: Role, duty: DutyId, summary: string, unit?: string): Move => ({
  ...moveWhen(
    owes(duty, unit),
    move(1, role, 'discharge-duty', ({ on, paper }: Stage) => ({
      duty,
      dischargedOn: on,
      summary,
      evidence: paper('DU'),
    })),
  ),
  ...(unit !== undefined && { unit }),
});

/** Before the works: permits and guidance. Every third neighbourhood still waits for its traffic plan. */
export const PERMITS: readonly Move[] = [
  done('LAW_ENFORCEMENT', 'D-12', '占道、开挖和树木伐移已审批'),
  moveWhen(
    (stage) => owes('D-18')(stage) && !oneOf(3, 1)(stage),
    done('TRAFFIC_POLICE', 'D-18', '施工期间交通组织方案已确认'),
  ),
  done('FIRE', 'D-19', '现场指导消防设施增配'),
];

/** During the works. */
export const GUIDANCE: readonly Move[] = [
  done('LAW_ENFORCEMENT', 'D-28', '管网衔接、绿化和路灯已现场指导'),
  done('NATURAL_RESOURCES', 'D-16', '规划、土地内容已审查'),
  done('ECOLOGY', 'D-17', '固定设备噪声已检测'),
  done('PUBLIC_SECURITY', 'D-06', '指导防盗门和监控点位'),
  done('HOUSING_MGMT_CENTRE', 'D-15', '直管公房改造内容已协调'),
  done('UTILITY', 'D-22', '给水管线改造已配合完成', WATER.unit),
  moveWhen(
    (stage) => owes('D-22', POWER.unit)(stage) && !oneOf(4, 2)(stage),
    done('UTILITY', 'D-22', '供电线路改造已配合完成', POWER.unit),
  ),
];

/** Lines that were rebuilt are accepted by both and go to the unit (二(三)8). */
export const TRANSFERS: readonly Move[] = ([WATER, POWER] as const).map(({ kind, unit }) => ({
  ...moveWhen(
    ({ project }) => project.programme.contents?.utilities.some((line) => line.unit === unit) ?? false,
    move(2, 'UTILITY', 'transfer-utility', ({ on, paper }) => ({
      kind,
      acceptedOn: on,
      unitResult: 'PASS',
      employerResult: 'PASS',
      record: paper('UT'),
      ownersDecision: paper('OD'),
    })),
  ),
  unit,
}));
