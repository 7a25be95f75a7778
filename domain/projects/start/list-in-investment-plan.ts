// The development and reform bureau lists the project in the annual government investment plan, or adds it.
import * as z from 'zod';
import { granted } from '../../errors.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { listedAfterFeasibility } from '../../policy/rules/estimate.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, notAhead, paperInput, referenceInput } from '../act-input.ts';
import { moveTo, type Project } from '../project.ts';
import { hasReached } from '../states.ts';
import { LISTINGS } from './record.ts';

export const listInInvestmentPlanInput = z.strictObject({
  listing: z.enum(LISTINGS),
  year: z.string().regex(/^20\d{2}$/, '请填写年份，如 2026｜Give a year such as 2026'),
  itemNo: referenceInput,
  listedOn: dayInput,
  /** X3, the entry in the plan. */
  document: paperInput,
});

export const listInInvestmentPlan = defineAct<
  'list-in-investment-plan',
  z.output<typeof listInInvestmentPlanInput>,
  undefined,
  Nothing
>({
  name: 'list-in-investment-plan',
  title: { zh: '列入政府投资年度计划', en: 'List in investment plan' },
  step: 4,
  clause: '二(三)4',
  input: listInInvestmentPlanInput,

  decide({ project, input: { listing, listedOn }, on, pack }) {
    const dates = notAhead(on, [['/listedOn', listedOn]]);
    if (!dates.ok) return dates;
    // There already where a revised plan is decided on again.
    const feasibilityApprovedOn = project.approvals.feasibilityStudy?.approvedOn;
    const order = listedAfterFeasibility({ listing, listedOn, feasibilityApprovedOn }, on, pack);
    return granted({ outcome: 'listed', result: NOTHING, findings: [...order, ...subsidyNotReserved(project, pack)] });
  },

  apply: (project, { input: { listing, year, itemNo, listedOn }, at }) =>
    moveTo(
      { ...project, start: { ...project.start, investmentPlan: { listing, year, itemNo, listedOn } } },
      'IN_INVESTMENT_PLAN',
      at,
    ),

  outcome: ({ state }) => (hasReached(state, 'IN_INVESTMENT_PLAN') ? 'listed' : undefined),
});

/** Nothing in the text makes the listing wait for the subsidy; without it the funding is a promise. */
function subsidyNotReserved({ funding }: Project, pack: RulePack): Finding[] {
  if (funding.reservation !== undefined) return [];
  return [
    ruleFinding(pack, 'I-01', {
      verdict: 'WARN',
      code: 'SUBSIDY_NOT_RESERVED',
      says: { zh: '尚未在年度预算中预留财政补助', en: 'No subsidy is reserved in an annual budget yet' },
    }),
  ];
}
