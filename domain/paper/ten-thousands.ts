// Amounts in 万元 for official documents: rounded parts still add up to the rounded total.
import type { Decimal } from 'decimal.js';
import { decimalOf, roundToFen, sum } from '../money/money.ts';

const tenThousands = (yuan: Decimal): Decimal => roundToFen(yuan.div(10_000));

/** `14258290.00` → `1425.83`. */
export const inTenThousands = (yuan: string): string => tenThousands(decimalOf(yuan)).toFixed(2);

/**
 * Total and parts in 万元; what rounding leaves over goes to the largest part (paper 1.4: a real approval once
 * printed parts that were 0.01 万元 short of their total).
 */
export function partsInTenThousands<Name extends string>(
  total: string,
  parts: Readonly<Record<Name, string>>,
): { readonly total: string } & Readonly<Record<Name, string>> {
  const whole = tenThousands(decimalOf(total));
  const names = Object.keys(parts) as Name[];
  const rounded = names.map((name) => tenThousands(decimalOf(parts[name])));
  const left = whole.minus(sum(rounded));
  const largest = rounded.reduce((best, part, index) => (part.gt(rounded[best] ?? part) ? index : best), 0);
  const printed = names.map((name, index) => {
    const part = rounded[index] ?? left;
    return [name, (index === largest ? part.plus(left) : part).toFixed(2)];
  });
  return { total: whole.toFixed(2), ...(Object.fromEntries(printed) as Record<Name, string>) };
}

/** Where the money of a project comes from, in 万元: residents and subsidy give the total, the residents' two parts give theirs. */
export function moneyInTenThousands(yuan: {
  readonly totalInvestment: string;
  readonly selfRaised: string;
  readonly excessBorne: string;
  readonly subsidy: string;
}) {
  const residentsYuan = decimalOf(yuan.selfRaised).plus(yuan.excessBorne).toFixed(2);
  const { total, residents, subsidy } = partsInTenThousands(yuan.totalInvestment, {
    residents: residentsYuan,
    subsidy: yuan.subsidy,
  });
  const selfRaised = inTenThousands(yuan.selfRaised);
  return { total, residents, subsidy, selfRaised, excessBorne: decimalOf(residents).minus(selfRaised).toFixed(2) };
}
