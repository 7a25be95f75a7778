// Whose figures somebody sees: a street its own, everybody else of the district all, or one street of their choice; of all
// years together, or of one.
import * as z from 'zod';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { DISTRICT, scopeOfStreet, scopeOfYear } from '../../domain/projects/dashboard-rows.ts';
import { readersOf } from '../../domain/readers-of-page.ts';

export const scopeQuery = z.strictObject({
  street: z
    .string()
    .regex(/^\d{9}$/, '街道代码为 9 位数字｜A street code has 9 digits')
    .optional(),
  /** Of the project number, as in the list of projects. */
  year: z
    .string()
    .regex(/^\d{4}$/, '年份为 4 位数字｜A year has 4 digits')
    .optional(),
});

/** Communities and bodies look at their own projects; the dashboard is for those who watch many. */
export const WATCHERS = readersOf('dashboard');

export interface Scope {
  readonly street?: string;
  readonly year?: string;
  /** First part of the partitions that hold its rows. */
  readonly partition: string;
}

/** A street that asks for another one, in whatever year, is shown its own. */
export function scopeOf(actor: Actor, asked: { street?: string | undefined; year?: string | undefined } = {}): Scope {
  const street = actor.role === 'STREET' ? actor.unit : asked.street;
  const { year } = asked;
  const area = street === undefined ? DISTRICT : scopeOfStreet(street);
  return {
    ...(street !== undefined && { street }),
    ...(year !== undefined && { year }),
    partition: partitionIn(area, year),
  };
}

export const partitionIn = (area: string, year: string | undefined): string =>
  year === undefined ? area : scopeOfYear(area, year);

/** For which moment and day the figures hold. */
export function asOfNow({ clock }: Pick<Ports, 'clock'>) {
  const asOf = clock.now();
  return { asOf, today: dateInShanghai(asOf) };
}
