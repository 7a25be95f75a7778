// 多退少补: what the residents owe on the audited final accounts against what they paid, household by household.
import type { Decimal } from 'decimal.js';
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { decimalOf, printAmount } from '../../money/money.ts';
import { refundByChannel, type Settlement, settle } from '../../policy/rules/settlement.ts';
import { defineAct } from '../act.ts';
import type { FundingRecord } from './record.ts';

export const settleContributionsInput = z.strictObject({});

export interface OwnersOfRoll {
  /** Exclusive parts of the roll that was frozen for the ballot on the plan, ㎡. */
  readonly owners: readonly { readonly unit: string; readonly area: string }[];
}

export interface ContributionsSettled {
  readonly due: string;
  readonly paid: string;
  readonly direction: Settlement['direction'];
  /** What is refunded or collected in all; the bills add up to it exactly. */
  readonly amount: string;
  readonly bills: readonly { readonly unit: string; readonly amount: string }[];
  /** A refund goes back the way the money came. */
  readonly refundByChannel?: FundingRecord['byChannel'];
}

export const settleContributions = defineAct<
  'settle-contributions',
  z.output<typeof settleContributionsInput>,
  OwnersOfRoll,
  ContributionsSettled
>({
  name: 'settle-contributions',
  title: { zh: '多退少补结算', en: 'Settle contributions' },
  step: 7,
  clause: '二(三)4',
  input: settleContributionsInput,

  decide({ project, facts, pack }) {
    const { finalAccounts, settlement, credited, byChannel } = project.funding;
    if (finalAccounts?.approvedOn === undefined) {
      return refused('GATE_SHUT', {
        zh: '竣工财务决算尚未审计核定，不能结算。',
        en: 'The final accounts are not audited yet; there is nothing to settle on.',
      });
    }
    if (settlement !== undefined) {
      return refused('NOT_NOW', {
        zh: `已于 ${settlement.settledOn} 结算。`,
        en: `Settled already, on ${settlement.settledOn}.`,
      });
    }
    const { due } = finalAccounts;
    const owners = facts.owners.map(({ unit, area }) => ({ unit, area: decimalOf(area) }));
    const {
      delta,
      direction,
      shares = [],
      findings,
    } = settle({ due: decimalOf(due), paid: decimalOf(credited), owners }, pack);
    return granted({
      outcome: OUTCOMES[direction],
      result: {
        due,
        paid: credited,
        direction,
        amount: printAmount(delta.abs()),
        bills:
          direction === 'NONE' ? [] : shares.map(({ unit, amount }) => ({ unit, amount: printAmount(amount.abs()) })),
        ...(direction === 'REFUND' && { refundByChannel: waysBack(delta.abs(), byChannel) }),
      },
      findings,
    });
  },

  apply: (project, { result: { direction, amount }, on }) => ({
    ...project,
    funding: { ...project.funding, settlement: { direction, amount, settledOn: on } },
  }),

  outcome: ({ funding }) => (funding.settlement === undefined ? undefined : 'settled'),
});

const OUTCOMES = { REFUND: 'refund', COLLECT: 'collect', NONE: 'even' } as const;

function waysBack(refund: Decimal, paid: FundingRecord['byChannel']): FundingRecord['byChannel'] {
  const back = refundByChannel(refund, {
    INDIVIDUAL: decimalOf(paid.INDIVIDUAL),
    ORG_DONATION: decimalOf(paid.ORG_DONATION),
    MAINTENANCE_FUND: decimalOf(paid.MAINTENANCE_FUND),
    COMMON_INCOME: decimalOf(paid.COMMON_INCOME),
    OTHER: decimalOf(paid.OTHER),
  });
  return {
    INDIVIDUAL: printAmount(back.INDIVIDUAL),
    ORG_DONATION: printAmount(back.ORG_DONATION),
    MAINTENANCE_FUND: printAmount(back.MAINTENANCE_FUND),
    COMMON_INCOME: printAmount(back.COMMON_INCOME),
    OTHER: printAmount(back.OTHER),
  };
}
