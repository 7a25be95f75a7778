// 多退少补: what residents owe on the audited final accounts less what they paid, shared out to the fen.
import type { Decimal } from 'decimal.js';
import { splitByLargestRemainder } from '../../money/largest-remainder.ts';
import { decimalOf, printAmount } from '../../money/money.ts';
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { ruleFinding } from '../rule-finding.ts';
import { CHANNELS, type Channel } from './arrival.ts';

export interface SettlementFacts {
  /** S + E of the final accounts. */
  readonly due: Decimal;
  readonly paid: Decimal;
  /** Shared by exclusive area unless agreed otherwise (Civil Code 283). */
  readonly owners?: readonly { readonly unit: string; readonly area: Decimal }[] | undefined;
}

export interface Settlement {
  readonly due: Decimal;
  /** due − paid: positive is collected, negative refunded. */
  readonly delta: Decimal;
  readonly direction: 'REFUND' | 'COLLECT' | 'NONE';
  readonly shares?: readonly { readonly unit: string; readonly amount: Decimal }[];
  readonly findings: readonly Finding[];
}

const SAYS = {
  REFUND: { zh: '应退', en: 'To be refunded' },
  COLLECT: { zh: '应补', en: 'To be collected' },
  NONE: { zh: '不退不补', en: 'Nothing to refund or to collect' },
} as const;

export function settle(facts: SettlementFacts, pack: RulePack): Settlement {
  const delta = decimalOf(facts.due).minus(facts.paid);
  const direction = delta.isZero() ? 'NONE' : delta.isNegative() ? 'REFUND' : 'COLLECT';
  const amount = printAmount(delta.abs());
  const finding = ruleFinding(pack, 'A-10', {
    verdict: 'PASS',
    code: direction,
    says:
      direction === 'NONE'
        ? SAYS.NONE
        : { zh: `${SAYS[direction].zh} ${amount} 元`, en: `${SAYS[direction].en}: ${amount} yuan` },
    facts: { due: printAmount(facts.due), paid: printAmount(facts.paid) },
    figures: { delta: printAmount(delta), direction },
  });
  const settlement = { due: facts.due, delta, direction, findings: [finding] } as const;
  if (facts.owners === undefined) return settlement;
  const amounts = splitByLargestRemainder(
    delta,
    facts.owners.map(({ area }) => area),
  );
  const shares = facts.owners.map(({ unit }, index) => ({ unit, amount: amounts[index] ?? decimalOf(0) }));
  return { ...settlement, shares };
}

/** A refund goes back the way the money came, in proportion to what came that way. */
export function refundByChannel(
  refund: Decimal,
  paid: Readonly<Record<Channel, Decimal>>,
): Readonly<Record<Channel, Decimal>> {
  const amounts = splitByLargestRemainder(
    refund,
    CHANNELS.map((channel) => paid[channel]),
  );
  const of = (channel: Channel): Decimal => amounts[CHANNELS.indexOf(channel)] ?? decimalOf(0);
  return {
    INDIVIDUAL: of('INDIVIDUAL'),
    ORG_DONATION: of('ORG_DONATION'),
    MAINTENANCE_FUND: of('MAINTENANCE_FUND'),
    COMMON_INCOME: of('COMMON_INCOME'),
    OTHER: of('OTHER'),
  };
}
