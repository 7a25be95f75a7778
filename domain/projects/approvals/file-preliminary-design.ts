// The street files the preliminary design of the government investment; its budget estimate goes with it (二(四)1).
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { paperInput } from '../act-input.ts';
import { estimateInput } from './estimate-input.ts';

export const filePreliminaryDesignInput = z.strictObject({
  /** 概算 included: it is not approved by itself. */
  design: paperInput,
  /** 概算, yuan. */
  estimate: estimateInput,
});

export const filePreliminaryDesign = defineAct<
  'file-preliminary-design',
  z.infer<typeof filePreliminaryDesignInput>,
  undefined,
  Nothing
>({
  name: 'file-preliminary-design',
  title: { zh: '报批初步设计及概算', en: 'File preliminary design' },
  step: 5,
  clause: '二(四)1',
  input: filePreliminaryDesignInput,
  decide({ project, input, pack }) {
    const { preliminaryDesign } = project.approvals;
    if (preliminaryDesign !== undefined && preliminaryDesign.status !== 'RETURNED') {
      return refused('NOT_NOW', {
        zh: '初步设计已经报送或批复，不需要重复报送。',
        en: 'The preliminary design is filed or approved already; it is not filed again.',
      });
    }
    const filed = ruleFinding(pack, 'AP-02', {
      verdict: 'PASS',
      code: 'PRELIMINARY_DESIGN_FILED',
      says: {
        zh: `初步设计已报送，概算 ${input.estimate} 元`,
        en: `The preliminary design is filed with an estimate of ${input.estimate} yuan`,
      },
      facts: { estimate: input.estimate },
    });
    return granted({ outcome: 'filed', result: NOTHING, findings: [filed] });
  },
  apply: (project, { input }) => ({
    ...project,
    approvals: { ...project.approvals, preliminaryDesign: { status: 'FILED', filedEstimate: input.estimate } },
  }),
  outcome({ approvals: { preliminaryDesign } }) {
    return preliminaryDesign === undefined || preliminaryDesign.status === 'RETURNED' ? undefined : 'filed';
  },
});
