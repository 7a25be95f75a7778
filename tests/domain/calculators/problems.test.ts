// Malformed submissions: one problem per field, with a pointer and a sentence in both languages.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ballotInput } from '../../../domain/calculators/ballot.ts';
import { eligibilityInput } from '../../../domain/calculators/eligibility.ts';
import { fundingInput } from '../../../domain/calculators/funding.ts';
import { publicityInput } from '../../../domain/calculators/publicity.ts';
import { settlementInput } from '../../../domain/calculators/settlement.ts';
import { tenderInput } from '../../../domain/calculators/tender.ts';
import { fieldProblems } from '../../../domain/field-problems.ts';

/** English sentences by pointer. */
function problemsOf(schema: z.ZodType, body: unknown): Record<string, string> {
  const { error } = schema.safeParse(body, { reportInput: true });
  return Object.fromEntries((error ? fieldProblems(error) : []).map(({ path, says }) => [path, says.en]));
}

const totals = { households: 3, householdsAgreed: 2, area: '3', areaAgreed: '2' };
const unit = { unit: '1-101', area: '80', vote: 'AGREE' };
const plan = {
  direct: { mandatory: '1', basic: '1', improvement: '1', upgrade: '1' },
  otherCosts: '0',
  contingency: '0',
  areaByPropertyRight: '10',
};

describe('an amount', () => {
  it.each(['-1', 'NaN', '1e3', '1.005', '1,000', '', '+1', '.5'])('of %j is refused with how to write it', (amount) => {
    expect(problemsOf(fundingInput, { ...plan, otherCosts: amount })).toEqual({
      '/otherCosts': expect.stringContaining('two decimals at most'),
    });
  });

  it('given as a number is refused with how to write it', () => {
    expect(problemsOf(fundingInput, { ...plan, otherCosts: 1000 })).toEqual({
      '/otherCosts': expect.stringContaining('not as a number'),
    });
  });

  it('left out is required', () => {
    const { otherCosts: _, ...without } = plan;
    expect(problemsOf(fundingInput, without)).toEqual({ '/otherCosts': 'Required' });
  });
});

describe('a date', () => {
  it.each([
    ['2023-02-29', 'There is no such day'],
    ['2024-13-01', 'There is no such day'],
    ['2003-12-31', 'The date must lie between 2004 and 2100'],
    ['2101-01-01', 'The date must lie between 2004 and 2100'],
    ['01.07.2026', 'Write the date as 2026-07-01'],
    ['2026-7-1', 'Write the date as 2026-07-01'],
    [20260701, 'Write the date as 2026-07-01'],
  ])('%j: %s', (postedOn, sentence) => {
    expect(problemsOf(publicityInput, { postedOn })).toEqual({ '/postedOn': sentence });
  });

  it('of completion may lie before the calendar begins', () => {
    const body = { completedOn: '1985-10-01', inDemolitionPlan: false };
    expect(problemsOf(eligibilityInput, body)).toEqual({});
  });
});

describe('a submission', () => {
  it('names every mistake at once, each field once', () => {
    const body = {
      heldOn: '2023-02-29',
      units: [
        { unit: '1-101', area: 80, vote: 'YES' },
        { unit: '', area: '-1', vote: 'AGREE', phone: '1' },
      ],
    };
    expect(Object.keys(problemsOf(ballotInput, body)).toSorted()).toEqual([
      '/heldOn',
      '/units/0/area',
      '/units/0/vote',
      '/units/1/area',
      '/units/1/phone',
      '/units/1/unit',
    ]);
  });

  it('says what may stand where only certain words may', () => {
    const body = { heldOn: '2024-01-02', units: [{ ...unit, vote: 'YES' }] };
    expect(problemsOf(ballotInput, body)).toEqual({
      '/units/0/vote': 'Must be one of: AGREE, DISAGREE, ABSTAIN, NOT_RETURNED, INVALID',
    });
  });

  it.each([
    ['neither units nor totals', ballotInput, { heldOn: '2024-01-02' }, ['/units']],
    ['both units and totals', ballotInput, { heldOn: '2024-01-02', totals, units: [unit] }, ['/units']],
    ['no unit at all', ballotInput, { heldOn: '2024-01-02', units: [] }, ['/units']],
    ['a unit listed twice', ballotInput, { heldOn: '2024-01-02', units: [unit, unit] }, ['/units/1/unit']],
    ['no area at all', ballotInput, { heldOn: '2024-01-02', units: [{ ...unit, area: '0' }] }, ['/units']],
    ['a count mode for totals', ballotInput, { heldOn: '2024-01-02', totals, countMode: 'BY_UNIT' }, ['/countMode']],
    [
      'more agreeing than there are',
      ballotInput,
      { heldOn: '2024-01-02', totals: { ...totals, householdsAgreed: 4, areaAgreed: '3.01' } },
      ['/totals/householdsAgreed', '/totals/areaAgreed'],
    ],
    [
      'no household and no area',
      ballotInput,
      { heldOn: '2024-01-02', totals: { households: 0, householdsAgreed: 0, area: '0.00', areaAgreed: '0' } },
      ['/totals/area', '/totals/households'],
    ],
    [
      'half a household',
      ballotInput,
      { heldOn: '2024-01-02', totals: { ...totals, householdsAgreed: 1.5 } },
      ['/totals/householdsAgreed'],
    ],
    ['an area of nothing', fundingInput, { ...plan, areaByPropertyRight: '0' }, ['/areaByPropertyRight']],
    [
      'an exclusion without its rule',
      fundingInput,
      { ...plan, excluded: [{ name: '电梯', cost: '1', citation: ' ' }] },
      ['/excluded/0/citation'],
    ],
    ['an unknown pack', fundingInput, { ...plan, pack: 'beijing' }, ['/pack']],
    ['a field that does not exist', fundingInput, { ...plan, 'a/b': 1 }, ['/a~1b']],
    ['a negative payment', settlementInput, { paid: '-1', final: plan }, ['/paid']],
    [
      'final accounts that are wrong',
      settlementInput,
      { paid: '1', final: { ...plan, contingency: 0 } },
      ['/final/contingency'],
    ],
    [
      'owners without area',
      settlementInput,
      { paid: '1', final: plan, owners: [{ unit: '1', area: '0' }] },
      ['/owners'],
    ],
    ['no working day', publicityInput, { postedOn: '2024-01-02', workingDays: 0 }, ['/workingDays']],
    ['no time of completion', eligibilityInput, { inDemolitionPlan: false }, ['/completionYear']],
    [
      'two times of completion',
      eligibilityInput,
      { inDemolitionPlan: false, completedOn: '1999-05-01', completionYear: 1998 },
      ['/completionYear'],
    ],
    [
      'an answer that is no answer',
      eligibilityInput,
      { completionYear: 1990, inDemolitionPlan: 'no' },
      ['/inDemolitionPlan'],
    ],
    ['no contract', tenderInput, { fiscal: '1', total: '1', contracts: [] }, ['/contracts']],
    [
      'more budget money than money',
      tenderInput,
      { fiscal: '2', total: '1', contracts: [{ type: 'WORKS', amount: '1' }] },
      ['/fiscal'],
    ],
    ['nothing but text', tenderInput, 'hello', ['']],
    ['nothing', tenderInput, undefined, ['']],
  ])('with %s is refused there', (_name, schema, body, paths) => {
    expect(Object.keys(problemsOf(schema, body))).toEqual(paths);
  });

  it('of more than 20,000 units is refused as too long', () => {
    const units = Array.from({ length: 20_001 }, (_, n) => ({ ...unit, unit: String(n) }));
    expect(problemsOf(ballotInput, { heldOn: '2024-01-02', units })).toEqual({
      '/units': 'The list has more than 20000 lines',
    });
  });

  it.each([
    [publicityInput, { postedOn: '2024-01-02', workingDays: 0 }],
    [publicityInput, { postedOn: '2024-01-02', workingDays: 61 }],
    [eligibilityInput, { completionYear: 1899, inDemolitionPlan: null }],
    [tenderInput, { fiscal: '2', total: '1', contracts: [] }],
    [ballotInput, { heldOn: '', units: [{ unit: ' ', area: null, vote: null, ownerId: '' }] }],
    [ballotInput, { heldOn: null, totals: { ...totals, households: -1, householdsAgreed: 1_000_001, area: '0' } }],
    [
      fundingInput,
      { ...plan, excluded: [{ name: 'x'.repeat(201), cost: '1.999', citation: 5 }], pack: 'x', direct: [] },
    ],
  ])('is answered in sentences, never in codes (%#)', (schema: z.ZodType, body) => {
    const { error } = schema.safeParse(body, { reportInput: true });
    const problems = error ? fieldProblems(error) : [];
    expect(problems).not.toEqual([]);
    for (const { says } of problems) {
      expect(says.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(says.en).toMatch(/^[A-Z].* .*|^Required$/);
      expect(says.en).not.toMatch(/[A-Z]_[A-Z]+_FORMAT|Not valid/);
    }
  });

  it('is answered in both languages', () => {
    const { error } = publicityInput.safeParse({ postedOn: '2023-02-29' });
    expect(error && fieldProblems(error)).toEqual([
      { path: '/postedOn', says: { zh: '没有这一天，请核对日期', en: 'There is no such day' } },
    ]);
  });

  it('gives sentences for schemas that bring none of their own', () => {
    const schema = z.object({ a: z.string(), b: z.string(), c: z.int().min(1), d: z.int().max(1), e: z.email() });
    expect(problemsOf(schema, { b: 1, c: 0, d: 2, e: 'x' })).toEqual({
      '/a': 'Required',
      '/b': 'Must be text',
      '/c': 'Must not be less than 1',
      '/d': 'Must not be more than 1',
      '/e': 'Has the wrong format',
    });
  });
});
