// Once a year the street looks whether the management that was set up is still in place (二(三)9, L-04).
import * as z from 'zod';
import { budgetYearInput } from '../../budget/budget.ts';
import { gateShut, granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, paperInput, reasonInput } from '../act-input.ts';

export const reviewManagementInput = z.strictObject({
  year: budgetYearInput,
  reviewedOn: dayInput,
  inPlace: z.boolean(),
  findings: reasonInput,
  record: paperInput,
});

export const reviewManagement = defineAct<
  'review-management',
  z.output<typeof reviewManagementInput>,
  undefined,
  Nothing
>({
  name: 'review-management',
  title: { zh: '长效管理年度评估', en: 'Review management' },
  step: 9,
  clause: '二(三)9',
  input: reviewManagementInput,
  decide({ project, input: { year, reviewedOn, inPlace }, on, pack }) {
    const past = notAhead(on, [['/reviewedOn', reviewedOn]]);
    if (!past.ok) return past;
    const { management } = project.works;
    if (management === undefined) {
      return gateShut([
        ruleFinding(pack, 'G-12', {
          verdict: 'FAIL',
          code: 'NO_MANAGEMENT_MODE',
          says: { zh: '尚未落实管理方式', en: 'no management mode is set' },
        }),
      ]);
    }
    if (project.programme.reviews.some((review) => review.year === year)) {
      return fieldsRefused([{ path: '/year', says: { zh: `${year} 年度已评估`, en: `${year} has been reviewed` } }]);
    }
    const reviewed = ruleFinding(pack, 'L-04', {
      verdict: inPlace ? 'PASS' : 'WARN',
      code: inPlace ? 'MANAGEMENT_IN_PLACE' : 'MANAGEMENT_LAPSED',
      says: inPlace
        ? { zh: `${year} 年度管理方式持续落实`, en: `The management was in place in ${year}` }
        : { zh: `${year} 年度管理方式未落实`, en: `The management had lapsed in ${year}` },
      facts: { year, mode: management.mode, reviewedOn },
    });
    return granted({ outcome: inPlace ? 'in-place' : 'lapsed', result: NOTHING, findings: [reviewed] });
  },
  apply(project, { input: { year, inPlace, reviewedOn } }) {
    const reviews = [...project.programme.reviews, { year, inPlace, reviewedOn }];
    return { ...project, programme: { ...project.programme, reviews } };
  },
});
