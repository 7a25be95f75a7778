// A special-line work (road, rain-sewage split, lift …) is listed beside the project with the money set aside for it (三(三)3).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { decimalOf, printAmount } from '../../money/money.ts';
import { SPECIAL_LINES, specialLinesArePaidOnce } from '../../policy/rules/special-lines.ts';
import { defineAct } from '../act.ts';
import { amountInput, fieldsRefused, paperInput } from '../act-input.ts';

export const listSpecialLineInput = z.strictObject({
  line: z.enum(SPECIAL_LINES),
  item: z.string().trim().min(2).max(80),
  amount: amountInput.regex(/[1-9]/, '金额应大于 0｜The amount must be more than 0'),
  /** Number of the item of the plan that is the same work, `B-03`: it stands in the total investment. */
  planItem: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,20}$/)
    .optional(),
  /** The rule that funds the item apart (F-05); lifts always have one. */
  expressRule: z.string().trim().min(2).max(200).optional(),
  /** The lead department's plan of funds. */
  document: paperInput,
});

export const listSpecialLine = defineAct<
  'list-special-line',
  z.output<typeof listSpecialLineInput>,
  undefined,
  { readonly no: number }
>({
  name: 'list-special-line',
  title: { zh: '登记专项工程', en: 'List special line' },
  step: 5,
  clause: '三(三)3',
  input: listSpecialLineInput,
  decide({ project, input, on, pack }) {
    const { line, item, expressRule } = input;
    if (line === 'ELEVATOR' && expressRule === undefined) {
      return fieldsRefused([
        {
          path: '/expressRule',
          says: { zh: '加装电梯按专门规定出资，请注明依据', en: 'Lifts are funded by a rule of their own: cite it' },
        },
      ]);
    }
    const { specialLines } = project.programme;
    if (specialLines.some((listed) => listed.line === line && listed.item === item)) {
      return fieldsRefused([
        { path: '/item', says: { zh: '该专项内容已登记', en: 'This item of the line is listed already' } },
      ]);
    }
    const no = specialLines.length + 1;
    const works = [...specialLines, input].map((work) => ({
      line: work.line,
      item: work.item,
      amount: decimalOf(work.amount),
      inTotalInvestment: work.planItem !== undefined,
    }));
    return granted({ outcome: 'listed', result: { no }, findings: specialLinesArePaidOnce(works, on, pack) });
  },
  apply(project, { input: { line, item, amount, planItem, expressRule }, result: { no }, seq }) {
    const listed = {
      no,
      line,
      item,
      amount: printAmount(decimalOf(amount)),
      paid: '0.00',
      ...(planItem !== undefined && { planItem }),
      ...(expressRule !== undefined && { expressRule }),
      seqs: [seq],
    };
    const specialLines = [...project.programme.specialLines, listed];
    return { ...project, programme: { ...project.programme, specialLines } };
  },
});
