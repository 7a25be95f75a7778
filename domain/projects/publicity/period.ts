// How long the notice must hang: the rule's count from the confirmed posting, which a new count or posting never shortens (PB-03, PB-04).
import { addDays, type Instant, type PlainDate, startOfDay } from '../../calendar/plain-date.ts';
import type { Calendar } from '../../calendar/working-days.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { publicityPeriod } from '../../policy/rules/publicity.ts';

export type Period =
  | {
      readonly status: 'FIXED';
      readonly countedDays: readonly PlainDate[];
      readonly endsOn: PlainDate;
      /** 00:00 in Asia/Shanghai after the last counted day. */
      readonly opensAt: Instant;
    }
  | {
      readonly status: 'PENDING_CALENDAR';
      readonly countedDays: readonly PlainDate[];
      readonly unpublishedYear: number;
      readonly provisionalEndsOn: PlainDate;
    };

/** `announced`: the end that residents were told before, if any. */
export function countPeriod(
  runsFrom: PlainDate,
  announced: PlainDate | undefined,
  calendar: Calendar,
  pack: RulePack,
): { readonly period: Period; readonly findings: readonly Finding[] } {
  const { period, findings } = publicityPeriod({ postedOn: runsFrom, calendar }, pack);
  if (period.status === 'PENDING_CALENDAR') return { period, findings };
  const endsOn = announced !== undefined && announced > period.endsOn ? announced : period.endsOn;
  return { period: { ...period, endsOn, opensAt: startOfDay(addDays(endsOn, 1)) }, findings };
}
