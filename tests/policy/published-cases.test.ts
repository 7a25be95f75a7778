// The figures of published cases, computed again by our own rules.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { addMonths } from '../../domain/calendar/months.ts';
import { plainDateOf } from '../../domain/calendar/plain-date.ts';
import { addWorkingDays, countWorkingDays, shippedCalendar } from '../../domain/calendar/working-days.ts';
import { decimalOf, printAmount, printShare, sum } from '../../domain/money/money.ts';
import { lucheng2020 } from '../../domain/policy/packs.ts';
import { valueOn } from '../../domain/policy/parameters/dated.ts';
import { doubleMajority } from '../../domain/policy/rules/double-majority.ts';
import published from './published-cases.json' with { type: 'json' };

/** One case, parsed to the figures that a test needs. */
function publishedCase<Shape extends z.ZodType>(id: string, shape: Shape): z.output<Shape> {
  return shape.parse(published.cases.find((each) => each.id === id));
}

function requiredOf(households: number, area: string) {
  const whole = decimalOf(area);
  const share = valueOn(lucheng2020.ballotShare, plainDateOf('2022-06-03'));
  const result = doubleMajority({ households, householdsAgreed: 0, area: whole, areaAgreed: decimalOf(0) }, share);
  return { households: result.households.required, area: printAmount(result.area.required) };
}

describe('published cases', () => {
  it('need the households that two thirds of three Ningbo neighbourhoods come to (CASE-08)', () => {
    const { figures, checks } = publishedCase(
      'CASE-08',
      z.object({
        figures: z.object({ projects: z.array(z.object({ name: z.string(), households: z.int() })) }),
        checks: z.object({ min_agree_households: z.record(z.string(), z.int()) }),
      }),
    );
    const required = figures.projects.map(({ name, households }) => [name, requiredOf(households, '1').households]);
    expect(Object.fromEntries(required)).toEqual(checks.min_agree_households);
  });

  it('need the households and the area of two ballots over the same buildings (CASE-12)', () => {
    const ballot = z.object({ owners_total: z.int(), area_total_m2: z.string() });
    const { figures, checks } = publishedCase(
      'CASE-12',
      z.object({
        figures: ballot.extend({ second_vote: ballot }),
        checks: z.object({
          min_agree_households: z.record(z.string(), z.int()),
          min_agree_area: z.record(z.string(), z.string()),
        }),
      }),
    );
    for (const { owners_total: owners, area_total_m2: area } of [figures, figures.second_vote]) {
      expect(requiredOf(owners, area)).toEqual({
        households: checks.min_agree_households[owners],
        area: checks.min_agree_area[owners],
      });
    }
  });

  it.each(['CASE-03', 'CASE-05'])('add up, or do not, as printed (%s)', (id) => {
    const { figures, checks } = publishedCase(
      id,
      z.object({
        figures: z.object({
          engineering_wan: z.string(),
          other_wan: z.string(),
          contingency_wan: z.string(),
          total_wan: z.string(),
        }),
        checks: z.object({ sum_equals_total: z.boolean() }),
      }),
    );
    const parts = sum([figures.engineering_wan, figures.other_wan, figures.contingency_wan].map(decimalOf));
    expect(parts.equals(figures.total_wan)).toBe(checks.sum_equals_total);
  });

  it('announce seven working days that count the posting day (CASE-24)', () => {
    const { figures, checks } = publishedCase(
      'CASE-24',
      z.object({
        figures: z.object({ period_from: z.string(), period_to: z.string() }),
        checks: z.object({ working_days_excluding_first: z.int(), last_day_if_first_excluded: z.string() }),
      }),
    );
    const [from, to] = [plainDateOf(figures.period_from), plainDateOf(figures.period_to)];
    expect(countWorkingDays(shippedCalendar, from, to)).toEqual({
      working: checks.working_days_excluding_first,
      unknown: 0,
    });
    expect(addWorkingDays(shippedCalendar, from, 7)).toMatchObject({ endsOn: checks.last_day_if_first_excluded });
  });

  it('settle on the audited figure, with accounts due three months after acceptance (CASE-26)', () => {
    const { figures, checks } = publishedCase(
      'CASE-26',
      z.object({
        figures: z.object({
          booked_yuan: z.string(),
          overstated_yuan: z.string(),
          final_yuan: z.string(),
          accepted: z.string(),
        }),
        checks: z.object({ final_accounts_due: z.string() }),
      }),
    );
    expect(printAmount(decimalOf(figures.booked_yuan).minus(figures.overstated_yuan))).toBe(figures.final_yuan);
    const months = valueOn(lucheng2020.finalAccountsMonths, plainDateOf(figures.accepted));
    expect(addMonths(plainDateOf(figures.accepted), months)).toBe(checks.final_accounts_due);
  });

  it('lie on both sides of the year line by the share of area (CASE-38)', () => {
    const { figures, checks } = publishedCase(
      'CASE-38',
      z.object({
        figures: z.object({
          lots_wan_m2: z.record(z.string(), z.string()),
          post2000_wan_m2: z.record(z.string(), z.string()),
        }),
        checks: z.object({ pre2000_share: z.record(z.string(), z.string()) }),
      }),
    );
    for (const [name, share] of Object.entries(checks.pre2000_share)) {
      const whole = decimalOf(figures.lots_wan_m2[name] ?? 0);
      const older = whole.minus(figures.post2000_wan_m2[name] ?? 0);
      expect(Math.abs(Number(printShare(older, whole)) - Number.parseFloat(share))).toBeLessThanOrEqual(0.01);
    }
  });
});
