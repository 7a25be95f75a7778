// The street records how its contracts were given out: by open tender from the limit on, below it as small works (二(四)5).
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { decimalOf } from '../../money/money.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { CONTRACT_TYPES } from '../../policy/parameters/law.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { routeTenders, type TenderResult, type TenderRoute } from '../../policy/rules/tender.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { amountInput, fieldsRefused, paperInput, referenceInput } from '../act-input.ts';
import { currentPlan } from '../consent/record.ts';
import { estimateInput } from './estimate-input.ts';

export const recordTenderInput = z.strictObject({
  route: z.enum(['OPEN_TENDER', 'SMALL_WORKS'] satisfies TenderRoute[]),
  /** State money besides the subsidy of the plan: the special lines (专项资金), yuan. */
  otherFiscal: amountInput.optional(),
  /** All contracts of the project: those of one kind count together against splitting (招标投标法 4). */
  contracts: z
    .array(
      z.strictObject({
        contractNo: referenceInput,
        type: z.enum(CONTRACT_TYPES),
        estimate: estimateInput,
        price: estimateInput,
      }),
    )
    .min(1)
    .max(200),
  /** 招标情况记录 or 小额工程发包记录. */
  record: paperInput,
});

export const recordTender = defineAct<'record-tender', z.infer<typeof recordTenderInput>, undefined, Nothing>({
  name: 'record-tender',
  title: { zh: '记录工程发包', en: 'Record tender' },
  step: 5,
  clause: '二(四)5',
  input: recordTenderInput,
  decide({ project, input, on, pack }) {
    const repeated = input.contracts.flatMap(({ contractNo }, index) =>
      input.contracts.findIndex((other) => other.contractNo === contractNo) < index
        ? [
            {
              path: `/contracts/${index}/contractNo`,
              says: { zh: '合同编号重复', en: 'This contract stands here twice' },
            },
          ]
        : [],
    );
    if (repeated.length > 0) return fieldsRefused(repeated);

    const contracts = input.contracts.map(({ type, estimate }) => ({ type, amount: decimalOf(estimate) }));
    const { subsidy, total } = currentPlan(project).funding;
    const otherFiscal = decimalOf(input.otherFiscal ?? 0);
    const money = { fiscal: otherFiscal.plus(subsidy), total: otherFiscal.plus(total) };
    const tender = routeTenders({ ...money, contracts }, on, pack);
    if (tender.route === 'OPEN_TENDER' && input.route === 'SMALL_WORKS') {
      const findings = [openTenderRequired(tender, input.contracts, pack), ...tender.findings];
      return refused(
        'GATE_SHUT',
        {
          zh: '合同达到公开招标限额，不得按小额工程发包；请公开招标后再记录。',
          en: 'A contract reaches the limit of open tender and cannot be given out as small works; put it out to tender first.',
        },
        { clause: '二(四)5', findings },
      );
    }
    return granted({ outcome: 'recorded', result: NOTHING, findings: tender.findings });
  },
  apply(project, { input: { route, contracts } }) {
    return { ...project, approvals: { ...project.approvals, tender: { route, contracts } } };
  },
  outcome: ({ approvals }) => (approvals.tender ? 'recorded' : undefined),
});

function openTenderRequired(
  { perContract }: TenderResult,
  contracts: readonly { readonly contractNo: string }[],
  pack: RulePack,
): Finding {
  const reaching = contracts.filter((_, index) => perContract[index]?.route === 'OPEN_TENDER');
  const numbers = reaching.map(({ contractNo }) => contractNo);
  return ruleFinding(pack, 'AP-07', {
    verdict: 'FAIL',
    code: 'OPEN_TENDER_REQUIRED',
    says: { zh: `须公开招标：${numbers.join('、')}`, en: `open tender is required: ${numbers.join(', ')}` },
    figures: { contracts: numbers },
  });
}
