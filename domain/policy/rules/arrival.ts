// Has the residents' money arrived? Only what is credited to the dedicated account counts (A-09, F-10).
import type { Decimal } from 'decimal.js';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { decimalOf, printAmount, printShare, sum } from '../../money/money.ts';
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { valueOn } from '../parameters/dated.ts';
import { type Question, ruleFinding } from '../rule-finding.ts';

export const CHANNELS = ['INDIVIDUAL', 'ORG_DONATION', 'MAINTENANCE_FUND', 'COMMON_INCOME', 'OTHER'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface ArrivalFacts {
  readonly selfRaised: Decimal;
  readonly excess: Decimal;
  /** Net of refunds, credited to the dedicated account. */
  readonly credited: Decimal;
}

export interface Arrival {
  readonly funded: boolean;
  readonly required: Decimal;
  readonly missing: Decimal;
  /** Percent, rounded down to two decimals; 100.00 if nothing is required. */
  readonly arrivalRate: string;
  readonly findings: readonly Finding[];
}

export function assessArrival(facts: ArrivalFacts, on: PlainDate, pack: RulePack): Arrival {
  const basis = valueOn(pack.arrivalBasis, on);
  const required = decimalOf(basis === 'SELF_RAISED' ? facts.selfRaised : facts.selfRaised.plus(facts.excess));
  const funded = facts.credited.greaterThanOrEqualTo(required);
  const missing = funded ? decimalOf(0) : required.minus(facts.credited);
  const arrivalRate = required.isZero() ? '100.00' : printShare(facts.credited, required);
  const finding = ruleFinding(pack, 'A-09', {
    verdict: funded ? 'PASS' : 'FAIL',
    code: funded ? 'FUNDED' : 'NOT_FUNDED',
    says: funded
      ? { zh: `居民出资已全部到位，到位率 ${arrivalRate}%`, en: `The residents’ money has arrived, ${arrivalRate} %` }
      : {
          zh: `到位率 ${arrivalRate}%，还差 ${printAmount(missing)} 元`,
          en: `${arrivalRate} % has arrived, ${printAmount(missing)} yuan are missing`,
        },
    facts: {
      selfRaised: printAmount(facts.selfRaised),
      excess: printAmount(facts.excess),
      credited: printAmount(facts.credited),
      basis,
    },
    figures: { required: printAmount(required), missing: printAmount(missing), arrivalRate },
  });
  return { funded, required, missing, arrivalRate, findings: [finding] };
}

export interface Contribution {
  readonly channel: Channel;
  readonly amount: Decimal;
  /** Using the maintenance fund takes a decision of the owners of its own (Civil Code 278, 281). */
  readonly ownersDecision?: string | undefined;
}

export const channelsAreSound: Question<readonly Contribution[]> = (contributions, _on, pack) => {
  const byChannel = Object.fromEntries(
    CHANNELS.map((channel) => [
      channel,
      printAmount(sum(contributions.filter((each) => each.channel === channel).map(({ amount }) => amount))),
    ]),
  );
  const undecided = contributions.some(
    ({ channel, ownersDecision }) => channel === 'MAINTENANCE_FUND' && ownersDecision === undefined,
  );
  return [
    ruleFinding(pack, 'F-10', {
      verdict: undecided ? 'NEEDS_DECISION' : 'PASS',
      code: undecided ? 'MAINTENANCE_FUND_UNDECIDED' : 'CHANNELS_RECORDED',
      says: undecided
        ? {
            zh: '使用维修资金须另附业主决定',
            en: 'Using the maintenance fund needs a decision of the owners of its own',
          }
        : { zh: '出资渠道已登记', en: 'The channels of the money are recorded' },
      figures: { byChannel },
    }),
  ];
};
