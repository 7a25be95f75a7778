// The employer uploads the self-review undertaking and the full construction drawings, both together (二(四)3).
import * as z from 'zod';
import { gateShut, granted } from '../../errors.ts';
import { failures } from '../../policy/finding.ts';
import { filingIsComplete } from '../../policy/rules/filings.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { paperInput } from '../act-input.ts';

export const fileDrawingsInput = z.strictObject({
  /** 施工图自审承诺书 and 全套施工图设计文件: exactly these two. */
  documents: z.strictObject({ A4: paperInput.optional(), A5: paperInput.optional() }),
});

export const fileDrawings = defineAct<'file-drawings', z.infer<typeof fileDrawingsInput>, undefined, Nothing>({
  name: 'file-drawings',
  title: { zh: '施工图自审备案', en: 'File drawings' },
  step: 5,
  clause: '二(四)3',
  input: fileDrawingsInput,
  decide({ input, on, pack }) {
    const provided = Object.keys(input.documents).map((code) => ({ code }));
    const findings = filingIsComplete({ filing: 'DRAWINGS', provided }, on, pack);
    if (failures(findings).length > 0) return gateShut(findings);
    return granted({ outcome: 'filed', result: NOTHING, findings });
  },
  apply: (project, { on }) => ({
    ...project,
    approvals: { ...project.approvals, drawings: { filedOn: on } },
  }),
  outcome: ({ approvals }) => (approvals.drawings ? 'filed' : undefined),
});
