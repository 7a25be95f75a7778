// Rooms on paper: how a door is written, and the buildings and stairwells that sheets are sorted by.
import * as z from 'zod';
import { compareDoors, type Door } from '../../roster/roster.ts';
import { area, line, serial } from './fields.ts';

const mark = line.max(12);

/** A household in the frozen roll: its place there, its door, its area. No name: neighbours read the same sheet. */
export const household = z.strictObject({ no: serial, building: mark, stairwell: mark, room: mark, area });
export type Household = z.output<typeof household>;

/** `5幢2单元501室`; buildings without stairwells have 0 in the roll, shops have no 室 behind their number. */
export function doorName({ building, stairwell, room }: Door): string {
  return `${building}幢${stairwellName(stairwell)}${/^\d+$/.test(room) ? `${room}室` : room}`;
}

/** `5-2-501`, as in the first column of sheets. */
export const shortDoor = ({ building, stairwell, room }: Door): string =>
  stairwell === '0' ? `${building}-${room}` : `${building}-${stairwell}-${room}`;

export const stairwellName = (stairwell: string): string => (stairwell === '0' ? '' : `${stairwell}单元`);

export interface Group<T> {
  readonly name: string;
  readonly members: readonly T[];
}

/** In the order in which people walk. */
export const byBuilding = <T extends Door>(doors: readonly T[]): Group<T>[] =>
  groupBy(doors.toSorted(compareDoors), ({ building }) => building);

export const byStairwell = <T extends Door>(doors: readonly T[]): Group<T>[] =>
  groupBy(doors, ({ stairwell }) => stairwell);

const groupBy = <T>(members: readonly T[], nameOf: (member: T) => string): Group<T>[] =>
  [...Map.groupBy(members, nameOf)].map(([name, group]) => ({ name, members: group }));

export const inChunks = <T>(members: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(members.length / size) }, (_, index) =>
    members.slice(index * size, (index + 1) * size),
  );
