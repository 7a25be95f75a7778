// POST /api/calculators/…: the rules on given facts (试算); nothing is stored, nobody is asked who they are.
import type * as z from 'zod';
import type { Bilingual } from '../../domain/bilingual.ts';
import { ballotInput, ballotOutput, calculateBallot } from '../../domain/calculators/ballot.ts';
import { calculateEligibility, eligibilityInput, eligibilityOutput } from '../../domain/calculators/eligibility.ts';
import type { CalculatorContext } from '../../domain/calculators/fields.ts';
import { calculateFunding, fundingInput, fundingOutput } from '../../domain/calculators/funding.ts';
import { calculatePublicity, publicityInput, publicityOutput } from '../../domain/calculators/publicity.ts';
import { calculateSettlement, settlementInput, settlementOutput } from '../../domain/calculators/settlement.ts';
import { calculateTender, tenderInput, tenderOutput } from '../../domain/calculators/tender.ts';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import { lucheng2020 } from '../../domain/policy/packs.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { type Route, route } from '../runtime/route.ts';

function calculator<Input>(
  name: string,
  summary: Bilingual,
  input: z.ZodType<Input>,
  output: z.ZodType,
  calculate: (input: Input, context: CalculatorContext) => unknown,
): Route {
  return route({
    name: `calculate${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    summary,
    method: 'POST',
    path: `/api/calculators/${name}`,
    access: 'PUBLIC',
    input: { body: input },
    output,
    async handle({ body }, ports) {
      const calendar = await currentCalendar(ports);
      const on = dateInShanghai(ports.clock.now());
      return granted(calculate(body, { pack: lucheng2020, calendar, on }));
    },
  });
}

export const CALCULATOR_ROUTES: readonly Route[] = [
  calculator('ballot', { zh: '双三分之二试算', en: 'Double two thirds' }, ballotInput, ballotOutput, calculateBallot),
  calculator('funding', { zh: '资金试算', en: 'Funding' }, fundingInput, fundingOutput, calculateFunding),
  calculator(
    'settlement',
    { zh: '多退少补试算', en: 'Settlement' },
    settlementInput,
    settlementOutput,
    calculateSettlement,
  ),
  calculator('publicity', { zh: '公示期试算', en: 'Publicity' }, publicityInput, publicityOutput, calculatePublicity),
  calculator(
    'eligibility',
    { zh: '改造资格试算', en: 'Eligibility' },
    eligibilityInput,
    eligibilityOutput,
    calculateEligibility,
  ),
  calculator('tender', { zh: '招标方式试算', en: 'Tender route' }, tenderInput, tenderOutput, calculateTender),
];
