// Special-line works (roads, pipes, lifts …) run beside the project: their money is listed, and paid once (F-12, F-12a).
import type { Decimal } from 'decimal.js';
import { printAmount } from '../../money/money.ts';
import { type Question, ruleFinding } from '../rule-finding.ts';

export const SPECIAL_LINES = [
  'ROAD',
  'RAIN_SEWAGE_SPLIT',
  'SPONGE_CITY',
  'ELEVATOR',
  'WASTE_SORTING',
  'SMART_SECURITY',
  'FIVE_G',
  'OTHER',
] as const;
export type SpecialLine = (typeof SPECIAL_LINES)[number];

export interface SpecialLineWork {
  readonly line: SpecialLine;
  readonly item: string;
  readonly amount: Decimal;
  /** The same item also stands in the total investment of the project. */
  readonly inTotalInvestment: boolean;
}

export const specialLinesArePaidOnce: Question<readonly SpecialLineWork[]> = (works, _on, pack) => {
  const twice = works.filter(({ inTotalInvestment }) => inTotalInvestment).map(({ item }) => item);
  const lines = works.map(({ line, item, amount }) => ({ line, item, amount: printAmount(amount) }));
  return [
    ruleFinding(pack, 'F-12a', {
      verdict: 'PASS',
      code: 'SPECIAL_LINES_LISTED',
      says: { zh: `专项工程 ${works.length} 项`, en: `${works.length} special-line works` },
      facts: { lines },
    }),
    ruleFinding(pack, 'F-12', {
      verdict: twice.length === 0 ? 'PASS' : 'WARN',
      code: twice.length === 0 ? 'PAID_ONCE' : 'PAID_TWICE',
      says:
        twice.length === 0
          ? { zh: '专项资金与项目总投资不重复', en: 'No special-line item is in the total investment' }
          : {
              zh: `已有专项资金的内容又列入总投资，不得重复支付：${twice.join('、')}`,
              en: `Paid by a special line and in the total as well: ${twice.join(', ')}`,
            },
      figures: { twice },
    }),
  ];
};
