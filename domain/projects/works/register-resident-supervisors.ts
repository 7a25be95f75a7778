// Residents who watch over the works are listed; skilled ones are encouraged, nobody is waited for (二(三)6, 三(五)).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { paperInput } from '../act-input.ts';

export const registerResidentSupervisorsInput = z.strictObject({
  count: z.int().min(1).max(200),
  /** Who they are stands in the roster alone. */
  roster: paperInput,
});

export const registerResidentSupervisors = defineAct<
  'register-resident-supervisors',
  z.infer<typeof registerResidentSupervisorsInput>,
  undefined,
  Nothing
>({
  name: 'register-resident-supervisors',
  title: { zh: '登记民间监理员', en: 'Register resident supervisors' },
  step: 6,
  clause: '二(三)6',
  input: registerResidentSupervisorsInput,
  decide({ input: { count }, pack }) {
    const listed = ruleFinding(pack, 'SU-03', {
      verdict: 'PASS',
      code: 'RESIDENT_SUPERVISORS_LISTED',
      says: { zh: `登记民间监理员 ${count} 名`, en: `${count} resident supervisors are listed` },
      facts: { count },
    });
    return granted({ outcome: 'registered', result: NOTHING, findings: [listed] });
  },
  apply: (project, { input: { count } }) => ({
    ...project,
    works: { ...project.works, residentSupervisors: { count } },
  }),
});
