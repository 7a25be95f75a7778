// Whose figures somebody sees: a street its own, everybody else of the district all, or one street of their choice.
import * as z from 'zod';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import type { Actor, Role } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { DISTRICT, scopeOfStreet } from '../../domain/projects/dashboard-rows.ts';

export const scopeQuery = z.strictObject({
  street: z
    .string()
    .regex(/^\d{9}$/, '街道代码为 9 位数字｜A street code has 9 digits')
    .optional(),
});

/** Communities and bodies look at their own projects; the dashboard is for those who watch many. */
export const WATCHERS = [
  ...(['STREET', 'RENOVATION_OFFICE', 'LEADING_GROUP', 'PRINCIPAL_LEADER', 'DRB', 'FINANCE', 'HOUSING'] as const),
  ...(['AUDIT', 'FIRE', 'CIVIL_DEFENCE', 'DRAWING_REVIEWER', 'ARCHIVES', 'GOV_OFFICE', 'ORG_DEPT'] as const),
  ...(['PETITION_BUREAU', 'PUBLIC_SECURITY', 'CIVIL_AFFAIRS', 'TRANSPORT', 'LAW_ENFORCEMENT'] as const),
  ...(['SERVICE_HALL', 'URBAN_VILLAGE_CENTRE', 'HOUSING_MGMT_CENTRE', 'NATURAL_RESOURCES', 'ECOLOGY'] as const),
  ...(['TRAFFIC_POLICE', 'UTILITY', 'OPERATOR'] as const),
] satisfies readonly Role[];

export interface Scope {
  readonly street?: string;
  /** First part of the partitions that hold its rows. */
  readonly partition: string;
}

export function scopeOf(actor: Actor, asked: { street?: string | undefined } = {}): Scope {
  const street = actor.role === 'STREET' ? actor.unit : asked.street;
  return street === undefined ? { partition: DISTRICT } : { street, partition: scopeOfStreet(street) };
}

/** For which moment and day the figures hold. */
export function asOfNow({ clock }: Pick<Ports, 'clock'>) {
  const asOf = clock.now();
  return { asOf, today: dateInShanghai(asOf) };
}
