// A problem is raised on site (现场反映情况, 二(三)6).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct } from '../act.ts';
import { dayInput, notAhead, reasonInput } from '../act-input.ts';
import { PROBLEM_KINDS } from './site-problems.ts';

export const logSiteProblemInput = z.strictObject({
  kind: z.enum(PROBLEM_KINDS),
  summary: reasonInput,
  raisedOn: dayInput,
});

export const logSiteProblem = defineAct<
  'log-site-problem',
  z.infer<typeof logSiteProblemInput>,
  undefined,
  { readonly no: number }
>({
  name: 'log-site-problem',
  title: { zh: '反映现场问题', en: 'Log site problem' },
  step: 6,
  clause: '二(三)6',
  input: logSiteProblemInput,
  decide({ project, input, on, pack }) {
    const past = notAhead(on, [['/raisedOn', input.raisedOn]]);
    if (!past.ok) return past;
    const no = project.works.problems.length + 1;
    const raised = ruleFinding(pack, 'SU-02', {
      verdict: 'WARN',
      code: 'SITE_PROBLEM_RAISED',
      says: { zh: `现场问题第 ${no} 项待解决`, en: `Problem ${no} on site is to be resolved` },
      facts: { kind: input.kind, raisedOn: input.raisedOn },
      figures: { no },
    });
    return granted({ outcome: 'logged', result: { no }, findings: [raised] });
  },
  apply(project, { input: { kind, raisedOn }, result: { no } }) {
    const problems = [...project.works.problems, { no, kind, raisedOn }];
    return { ...project, works: { ...project.works, problems } };
  },
});
