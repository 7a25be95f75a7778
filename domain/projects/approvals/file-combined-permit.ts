// The street applies for the permit: construction, fire and civil defence in one where 浙建〔2019〕9号 has it so (二(四)4).
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { reasonInput } from '../act-input.ts';

export const fileCombinedPermitInput = z.strictObject({
  /** Attested: the text of 浙建〔2019〕9号 is not part of the rules here. */
  conditionsMet: z.boolean(),
  /** The passage of 浙建〔2019〕9号 that is met, or the one that is not. No paper is named by 二(四)4: none is asked for. */
  citation: reasonInput,
});

export const fileCombinedPermit = defineAct<
  'file-combined-permit',
  z.infer<typeof fileCombinedPermitInput>,
  undefined,
  Nothing
>({
  name: 'file-combined-permit',
  title: { zh: '申请施工许可（多合一）', en: 'File combined permit' },
  step: 5,
  clause: '二(四)4',
  input: fileCombinedPermitInput,
  decide({ project, input, pack }) {
    const { permit } = project.approvals;
    if (permit !== undefined && permit.status !== 'RETURNED') {
      return refused('NOT_NOW', {
        zh: '施工许可已经申请或核发，不需要重复申请。',
        en: 'The permit is applied for or granted already; it is not applied for again.',
      });
    }
    const { conditionsMet, citation } = input;
    const filed = ruleFinding(pack, 'AP-06', {
      verdict: conditionsMet ? 'PASS' : 'WARN',
      code: conditionsMet ? 'COMBINED_PERMIT_FILED' : 'SEPARATE_PERMIT_PATH',
      says: conditionsMet
        ? { zh: '符合浙建〔2019〕9号，按“多合一”办理', en: 'The conditions are met: handled as one' }
        : { zh: '不符合浙建〔2019〕9号，走一般许可', en: 'The conditions are not met: the ordinary permits' },
      facts: { conditionsMet, citation },
    });
    return granted({ outcome: conditionsMet ? 'filed' : 'filed-separately', result: NOTHING, findings: [filed] });
  },
  apply: (project, { input }) => ({
    ...project,
    approvals: { ...project.approvals, permit: { status: 'FILED', combined: input.conditionsMet } },
  }),
  outcome({ approvals: { permit } }) {
    return permit === undefined || permit.status === 'RETURNED' ? undefined : 'filed';
  },
});
