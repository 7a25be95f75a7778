// What the works of a project touch beyond its own walls: it decides whose duties of 三(二) the project opens.
import type { Bilingual } from '../../bilingual.ts';
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { UtilityKind } from '../works/transfer-utility.ts';

/** In the words of 三(二); what is not named there opens nobody's duty. */
export const CONTENTS = {
  ROAD_CLOSURE: { zh: '占用道路或影响周边交通', en: 'Occupies a road or affects traffic around' },
  EXCAVATION: { zh: '开挖', en: 'Excavation' },
  TREES: { zh: '树木伐移', en: 'Felling or moving trees' },
  TRAFFIC_ORGANISATION: { zh: '小区交通组织改造', en: 'Traffic organisation inside' },
  DOORS_AND_CCTV: { zh: '防盗门、监控', en: 'Security doors and cameras' },
  RENTED_HOMES: { zh: '出租房整治', en: 'Rented homes to be put in order' },
  PUBLIC_HOUSING: { zh: '直管公房、已房改直管公房', en: 'Public housing, also where sold to tenants' },
  FIXED_EQUIPMENT_NOISE: { zh: '固定设备噪声', en: 'Noise of fixed industrial equipment' },
  FIRE_FACILITIES: { zh: '消防设施增配改造', en: 'Fire facilities' },
  ILLEGAL_STRUCTURES: { zh: '违法建设', en: 'Illegal structures' },
  MUNICIPAL_PIPES: { zh: '雨污管网与市政管网衔接', en: 'Pipes that join the municipal network' },
  GREENING_AND_LAMPS: { zh: '绿化、区间道路、路灯', en: 'Greening, lanes, lamps' },
  PLANNING_OR_LAND: { zh: '涉及规划、土地', en: 'Planning or land' },
  UTILITY_LINES: { zh: '水、电、气、通信等线路改造', en: 'Lines of the utilities' },
} as const satisfies Record<string, Bilingual>;

export type Content = keyof typeof CONTENTS;
export const CONTENT_CODES = Object.keys(CONTENTS) as readonly Content[];

/** The unit whose lines are touched, by the name it signs in with. */
export interface UtilityLine {
  readonly kind: UtilityKind;
  readonly unit: string;
}

export interface ContentsDeclared {
  /** Each with the entry that first declared it: declaring again does not make anybody's duty younger. */
  readonly contents: Readonly<Partial<Record<Content, { readonly on: PlainDate; readonly seq: number }>>>;
  readonly utilities: readonly UtilityLine[];
}
