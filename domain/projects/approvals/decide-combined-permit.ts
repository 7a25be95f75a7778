// The housing bureau grants the permit; where the conditions of combined handling are met it has to (应予以办理, 二(四)4).
import * as z from 'zod';
import { gateShut, granted, refused } from '../../errors.ts';
import { failures } from '../../policy/finding.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { combinedPermitIsOwed } from '../../policy/rules/filings.ts';
import { defineAct } from '../act.ts';
import { paperInput, reasonInput } from '../act-input.ts';

export const decideCombinedPermitInput = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('GRANTED'), permit: paperInput }),
  z.strictObject({
    decision: z.literal('RETURNED'),
    /** What the bureau itself finds of the conditions of 浙建〔2019〕9号. */
    conditionsMet: z.boolean(),
    reason: reasonInput,
  }),
]);

export const decideCombinedPermit = defineAct<
  'decide-combined-permit',
  z.infer<typeof decideCombinedPermitInput>,
  undefined,
  { readonly combined: boolean }
>({
  name: 'decide-combined-permit',
  title: { zh: '核发施工许可（多合一）', en: 'Decide combined permit' },
  step: 5,
  clause: '二(四)4',
  input: decideCombinedPermitInput,
  decide({ project, input, on, pack }) {
    const { permit, drawings } = project.approvals;
    if (permit?.status !== 'FILED') {
      return refused('NOT_NOW', {
        zh: '没有待办理的施工许可申请。',
        en: 'There is no application for a permit waiting for a decision.',
      });
    }
    if (input.decision === 'RETURNED') {
      const owed = combinedPermitIsOwed({ conditionsMet: input.conditionsMet, granted: false }, on, pack);
      if (failures(owed).length > 0) return gateShut(owed);
      return granted({ outcome: 'returned', result: { combined: permit.combined }, findings: owed });
    }
    if (drawings === undefined) {
      const says = { zh: '施工图尚未自审备案', en: 'the drawings are not filed' };
      return gateShut([ruleFinding(pack, 'AP-04', { verdict: 'FAIL', code: 'DRAWINGS_NOT_FILED', says })]);
    }
    const findings = combinedPermitIsOwed({ conditionsMet: permit.combined, granted: true }, on, pack);
    return granted({ outcome: 'granted', result: { combined: permit.combined }, findings });
  },
  apply(project, { input, result, on }) {
    const permit =
      input.decision === 'GRANTED'
        ? ({ status: 'GRANTED', ...result, grantedOn: on } as const)
        : ({ status: 'RETURNED', ...result } as const);
    return { ...project, approvals: { ...project.approvals, permit } };
  },
  outcome({ approvals: { permit } }) {
    switch (permit?.status) {
      case 'GRANTED':
        return 'granted';
      case 'RETURNED':
        return 'returned';
      case 'FILED':
      case undefined:
        return undefined;
    }
  },
});
