// The two spreadsheets of the intake: their sheets and columns, as the templates print them and the readers find them.
import type { Bilingual } from '../../domain/bilingual.ts';

export interface SheetColumn<Key extends string> {
  readonly key: Key;
  readonly title: Bilingual;
  /** Width in characters. */
  readonly width: number;
}

export interface SheetTemplate<Key extends string> {
  readonly sheet: string;
  readonly columns: readonly SheetColumn<Key>[];
}

export type DoorColumn = 'building' | 'stairwell' | 'room';
export type RosterColumn = DoorColumn | 'area' | 'titleArea' | 'owners' | 'idNumbers' | 'phones' | 'kind';
export type VotesColumn = DoorColumn | 'area' | 'vote' | 'publishRoom';

const DOOR: readonly SheetColumn<DoorColumn>[] = [
  { key: 'building', title: { zh: '幢', en: 'Building' }, width: 10 },
  { key: 'stairwell', title: { zh: '单元', en: 'Stairwell' }, width: 12 },
  { key: 'room', title: { zh: '室号', en: 'Room' }, width: 10 },
];

export const ROSTER_SHEET: SheetTemplate<RosterColumn> = {
  sheet: '名册',
  columns: [
    ...DOOR,
    { key: 'area', title: { zh: '专有面积㎡', en: 'Exclusive area' }, width: 14 },
    { key: 'titleArea', title: { zh: '产权建筑面积㎡', en: 'Title area' }, width: 16 },
    { key: 'owners', title: { zh: '业主姓名', en: 'Owners' }, width: 20 },
    { key: 'idNumbers', title: { zh: '证件号码', en: 'Id numbers' }, width: 24 },
    { key: 'phones', title: { zh: '联系电话', en: 'Phones' }, width: 18 },
    { key: 'kind', title: { zh: '户类型', en: 'Kind of unit' }, width: 14 },
  ],
};

export const VOTES_SHEET: SheetTemplate<VotesColumn> = {
  sheet: '意见',
  columns: [
    ...DOOR,
    { key: 'area', title: { zh: '面积', en: 'Area' }, width: 12 },
    { key: 'vote', title: { zh: '意见', en: 'Vote' }, width: 14 },
    { key: 'publishRoom', title: { zh: '公示房号同意', en: 'Room may be published' }, width: 22 },
  ],
};

export const printedTitle = ({ zh, en }: Bilingual): string => `${zh} ${en}`;
