// The six calculators: what they answer, in the shapes that the API promises.
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { ballotInput, ballotOutput, calculateBallot } from '../../../domain/calculators/ballot.ts';
import { calculateEligibility, eligibilityInput, eligibilityOutput } from '../../../domain/calculators/eligibility.ts';
import type { CalculatorContext } from '../../../domain/calculators/fields.ts';
import { calculateFunding, fundingInput, fundingOutput } from '../../../domain/calculators/funding.ts';
import { calculatePublicity, publicityInput, publicityOutput } from '../../../domain/calculators/publicity.ts';
import { calculateSettlement, settlementInput, settlementOutput } from '../../../domain/calculators/settlement.ts';
import { calculateTender, tenderInput, tenderOutput } from '../../../domain/calculators/tender.ts';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { shippedCalendar } from '../../../domain/calendar/working-days.ts';
import { decimalOf, printAmount, sum } from '../../../domain/money/money.ts';
import { lucheng2020 } from '../../../domain/policy/packs.ts';

const context: CalculatorContext = { pack: lucheng2020, calendar: shippedCalendar, on: plainDateOf('2026-11-24') };

/** Parsed in, parsed out: what is not named in the output schema does not leave. */
const calculator =
  <In extends z.ZodType, Out extends z.ZodType>(
    input: In,
    output: Out,
    calculate: (input: z.output<In>, context: CalculatorContext) => z.input<Out>,
  ) =>
  (body: unknown): z.output<Out> => {
    const answer = calculate(input.parse(body), context);
    const parsed = output.parse(answer);
    expect(parsed).toEqual(answer);
    return parsed;
  };

const ballot = calculator(ballotInput, ballotOutput, calculateBallot);
const funding = calculator(fundingInput, fundingOutput, calculateFunding);
const settlement = calculator(settlementInput, settlementOutput, calculateSettlement);
const publicity = calculator(publicityInput, publicityOutput, calculatePublicity);
const eligibility = calculator(eligibilityInput, eligibilityOutput, calculateEligibility);
const tender = calculator(tenderInput, tenderOutput, calculateTender);

const planV4 = {
  direct: { mandatory: '2000000', basic: '1500000', improvement: '1000000', upgrade: '500000' },
  otherCosts: '500000',
  contingency: '275000',
  areaByPropertyRight: '10000',
};

describe('the ballot calculator', () => {
  it('answers from totals with the smallest passing figures', () => {
    const { findings, ...answer } = ballot({
      heldOn: '2020-08-01',
      totals: { households: 338, householdsAgreed: 225, area: '28800', areaAgreed: '19199.99' },
    });
    expect(answer).toEqual({
      passed: false,
      households: { total: 338, agreed: 225, required: 226, missing: 1 },
      area: { total: '28800.00', agreed: '19199.99', required: '19200.00', missing: '0.01' },
    });
    expect(findings[0]).toMatchObject({ rule: 'V-03', verdict: 'FAIL', code: 'PLAN_REJECTED', clause: '二(三)3' });
  });

  it('counts an owner of several units once unless told otherwise', () => {
    const units = [
      { unit: '1-101', ownerId: 'a', area: '50', vote: 'AGREE' },
      { unit: '1-102', ownerId: 'a', area: '50', vote: 'AGREE' },
      { unit: '1-103', area: '50', vote: 'DISAGREE' },
    ];
    expect(ballot({ heldOn: '2020-08-01', units }).households).toMatchObject({ total: 2, agreed: 1 });
    const byUnit = ballot({ heldOn: '2020-08-01', countMode: 'BY_UNIT', units });
    expect(byUnit).toMatchObject({ passed: true, households: { total: 3, agreed: 2 } });
  });

  it('counts twenty thousand units', () => {
    const units = Array.from({ length: 20_000 }, (_, n) => ({ unit: String(n), area: '80.01', vote: 'AGREE' }));
    expect(ballot({ heldOn: '2020-08-01', units }).area.total).toBe('1600200.00');
  });
});

describe('the funding calculator', () => {
  it('computes plan V4', () => {
    const { findings, ...answer } = funding(planV4);
    expect(answer).toEqual({
      total: '5775000.00',
      selfRaised: '924000.00',
      subsidyBase: '4851000.00',
      subsidy: '4000000.00',
      excess: '851000.00',
      residents: '1775000.00',
      perSquareMetre: '485.1000',
    });
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['F-01', 'F-02', 'F-03', 'F-06', 'F-07']));
  });

  it('shows 400.0000 a square metre for one fen over the cap, and the fen as excess', () => {
    const direct = { mandatory: '4000000.01', basic: '0', improvement: '0', upgrade: '0' };
    const plan = { direct, otherCosts: '0', contingency: '0', areaByPropertyRight: '10000' };
    expect(funding(plan)).toMatchObject({ perSquareMetre: '400.0000', subsidy: '4000000.00', excess: '0.01' });
  });

  it('answers by the pack that is asked for', () => {
    expect(funding({ ...planV4, pack: 'wenzhou-city-guide' }).subsidy).toBe('3000000.00');
    expect(funding({ ...planV4, pack: 'lucheng-2020-21' }).subsidy).toBe('4000000.00');
  });

  it('keeps excluded items out of every figure', () => {
    const excluded = [{ name: '加装电梯', cost: '600000.00', citation: '温州市区既有住宅加装电梯补助办法' }];
    const { findings, ...with_ } = funding({ ...planV4, excluded });
    expect(with_).toEqual((({ findings: _, ...without }) => without)(funding(planV4)));
    expect(findings.map(({ code }) => code)).toContain('ITEMS_EXCLUDED');
  });
});

describe('the settlement calculator', () => {
  it('owes nothing where the final accounts are the plan', () => {
    const final = { ...planV4, contingency: '275000' };
    expect(settlement({ paid: '1775000', final })).toMatchObject({
      due: '1775000.00',
      delta: '0.00',
      direction: 'NONE',
    });
  });

  it('refunds what the final accounts leave over, shared by area to the fen', () => {
    const owners = [
      { unit: '1-101', area: '33.33' },
      { unit: '1-102', area: '33.33' },
      { unit: '1-103', area: '33.34' },
    ];
    const answer = settlement({ paid: '1775000.01', final: { ...planV4, contingency: '0' }, owners });
    expect(answer).toMatchObject({ due: '1500000.00', delta: '-275000.01', direction: 'REFUND' });
    const shares = answer.shares ?? [];
    expect(shares.map(({ unit }) => unit)).toEqual(['1-101', '1-102', '1-103']);
    expect(printAmount(sum(shares.map(({ amount }) => decimalOf(amount))))).toBe(answer.delta);
  });
});

describe('the publicity calculator', () => {
  it('fixes the last day and the instant that opens the application', () => {
    expect(publicity({ postedOn: '2020-07-01' })).toMatchObject({
      status: 'FIXED',
      countedDays: ['2020-07-02', '2020-07-03', '2020-07-06', '2020-07-07', '2020-07-08'],
      endsOn: '2020-07-08',
      opensAt: '2020-07-09T00:00:00+08:00',
    });
  });

  it('stays pending over an unpublished year', () => {
    expect(publicity({ postedOn: '2026-12-25' })).toMatchObject({
      status: 'PENDING_CALENDAR',
      countedDays: ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
      unpublishedYear: 2027,
      provisionalEndsOn: '2027-01-04',
    });
  });

  it('fixes nothing for a day in an unpublished year', () => {
    expect(publicity({ postedOn: '2030-05-06' })).toMatchObject({ status: 'PENDING_CALENDAR', countedDays: [] });
  });
});

describe('the eligibility calculator', () => {
  it.each([
    [{ completedOn: '1999-12-31', inDemolitionPlan: false, dangerGrade: 'B' }, 'CORE', false],
    [{ completionYear: 1999, inDemolitionPlan: true }, 'EXCLUDED', false],
    [{ completionYear: 1990, inDemolitionPlan: false, dangerGrade: 'D' }, 'EXCLUDED', true],
    [{ completionYear: 1990, inDemolitionPlan: false }, 'CORE', false],
    [
      {
        buildings: [{ completionYear: 2001, area: '100' }],
        inDemolitionPlan: false,
        hollowCoreSlabHazard: false,
        deficientFacilities: true,
        poorManagement: true,
        strongWill: true,
      },
      'DISCRETIONARY',
      false,
    ],
  ])('judges %j as %s', (body, verdict, overridable) => {
    expect(eligibility(body)).toMatchObject({ verdict, overridable });
  });
});

describe('the tender calculator', () => {
  it('names the route of the project and of every contract', () => {
    const contracts = [
      { type: 'WORKS', amount: '4000000' },
      { type: 'SERVICES', amount: '999999.99' },
    ];
    const { findings: _, ...answer } = tender({ fiscal: '4000000', total: '5775000', contracts });
    expect(answer).toEqual({
      route: 'OPEN_TENDER',
      perContract: [
        { type: 'WORKS', amount: '4000000.00', threshold: '4000000.00', route: 'OPEN_TENDER' },
        { type: 'SERVICES', amount: '999999.99', threshold: '1000000.00', route: 'SMALL_WORKS' },
      ],
    });
  });
});
