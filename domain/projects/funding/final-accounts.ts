// The final accounts (竣工财务决算) as they are handed in and audited, and what the funding rule makes of them (F-04).
import * as z from 'zod';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { decimalOf, printAmount } from '../../money/money.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { computeFunding } from '../../policy/rules/funding.ts';
import { amountInput } from '../act-input.ts';
import type { FinalFigures } from './record.ts';

export const finalFiguresInput = z.strictObject({
  /** Direct construction cost (工程费用) by category, yuan. */
  direct: z.strictObject({
    MANDATORY: amountInput,
    BASIC: amountInput,
    IMPROVEMENT: amountInput,
    UPGRADE: amountInput,
  }),
  otherCosts: amountInput,
  /** Normally nil: spent inside other lines, or not at all. */
  contingency: amountInput,
  /** Building area by property right, ㎡ (F-09). */
  titleArea: amountInput.refine(
    (text) => !/^0(?:\.0+)?$/.test(text),
    '面积须大于零｜The area must be more than nothing',
  ),
  excluded: z
    .array(
      z.strictObject({
        name: z.string().trim().min(2).max(80),
        cost: amountInput,
        /** The rule that subsidises the item by itself (F-05 “已有明文规定”). */
        citation: z.string().trim().min(2).max(200),
      }),
    )
    .max(50)
    .default([]),
});

export function fundFinalAccounts(
  figures: z.output<typeof finalFiguresInput>,
  on: PlainDate,
  pack: RulePack,
): { readonly final: FinalFigures; readonly findings: readonly Finding[] } {
  const { direct, otherCosts, contingency, titleArea, excluded } = figures;
  const { findings, ...funding } = computeFunding(
    {
      stage: 'FINAL',
      direct: {
        MANDATORY: decimalOf(direct.MANDATORY),
        BASIC: decimalOf(direct.BASIC),
        IMPROVEMENT: decimalOf(direct.IMPROVEMENT),
        UPGRADE: decimalOf(direct.UPGRADE),
      },
      otherCosts: decimalOf(otherCosts),
      contingency: decimalOf(contingency),
      areaByPropertyRight: decimalOf(titleArea),
      excluded: excluded.map((item) => ({ ...item, cost: decimalOf(item.cost) })),
    },
    on,
    pack,
  );
  const final = {
    total: printAmount(funding.total),
    selfRaised: printAmount(funding.selfRaised),
    subsidy: printAmount(funding.subsidy),
    excess: printAmount(funding.excess),
    due: printAmount(funding.residents),
  };
  return { final, findings };
}
