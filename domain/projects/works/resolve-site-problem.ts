// A problem has been discussed and resolved on site (现场沟通协调、现场解决问题, 二(三)6).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, fieldsRefused, notAhead, reasonInput } from '../act-input.ts';

export const resolveSiteProblemInput = z.strictObject({
  no: z.int().positive(),
  discussedOn: dayInput,
  resolvedOn: dayInput,
  resolution: reasonInput,
});

export const resolveSiteProblem = defineAct<
  'resolve-site-problem',
  z.infer<typeof resolveSiteProblemInput>,
  undefined,
  Nothing
>({
  name: 'resolve-site-problem',
  title: { zh: '解决现场问题', en: 'Resolve site problem' },
  step: 6,
  clause: '二(三)6',
  input: resolveSiteProblemInput,
  decide({ project, input, on, pack }) {
    const past = notAhead(on, [
      ['/discussedOn', input.discussedOn],
      ['/resolvedOn', input.resolvedOn],
    ]);
    if (!past.ok) return past;
    const problem = project.works.problems.find(({ no, resolvedOn }) => no === input.no && resolvedOn === undefined);
    if (problem === undefined) {
      return fieldsRefused([
        { path: '/no', says: { zh: '没有这一项未解决的现场问题', en: 'There is no such open problem' } },
      ]);
    }
    if (input.discussedOn < problem.raisedOn || input.resolvedOn < input.discussedOn) {
      return fieldsRefused([
        {
          path: '/resolvedOn',
          says: { zh: '应先反映、再协调、后解决', en: 'Raised first, then discussed, then resolved' },
        },
      ]);
    }
    const resolved = ruleFinding(pack, 'SU-02', {
      verdict: 'PASS',
      code: 'SITE_PROBLEM_RESOLVED',
      says: { zh: `现场问题第 ${input.no} 项已解决`, en: `Problem ${input.no} on site is resolved` },
      facts: { raisedOn: problem.raisedOn, discussedOn: input.discussedOn, resolvedOn: input.resolvedOn },
    });
    return granted({ outcome: 'resolved', result: NOTHING, findings: [resolved] });
  },
  apply(project, { input }) {
    const problems = project.works.problems.map((problem) =>
      problem.no === input.no ? { ...problem, resolvedOn: input.resolvedOn } : problem,
    );
    return { ...project, works: { ...project.works, problems } };
  },
});
