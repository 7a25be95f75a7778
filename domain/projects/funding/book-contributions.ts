// Books money credited to the dedicated account, by channel; the project is funded when all of it has arrived (A-09, F-10).
import * as z from 'zod';
import { type FieldProblem, gateShut, granted } from '../../errors.ts';
import { decimalOf } from '../../money/money.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { CHANNELS, channelsAreSound } from '../../policy/rules/arrival.ts';
import { defineAct } from '../act.ts';
import { amountInput, dayInput, fieldsRefused, notAhead, paperInput } from '../act-input.ts';
import type { Project } from '../project.ts';
import { hasReached } from '../states.ts';
import { assessCredit, type Credit, withCredit } from './arrival.ts';
import { accountOf, type Receipt } from './receipts.ts';

export const receiptInput = z
  .string()
  .regex(/^[0-9A-Za-z-]{4,40}$/, '请填写银行回单号｜Give the number of the bank receipt');

/** 3-2-501: building, stairwell, room. */
export const unitInput = z.string().regex(/^[^\s-]{1,20}-[^\s-]{1,20}-[^\s-]{1,20}$/);

export const positiveAmountInput = amountInput.refine(
  (text) => !/^0(?:\.0+)?$/.test(text),
  '数额须大于零｜Must be more than nothing',
);

export const PURPOSES = ['RENOVATION', 'LIFT'] as const;

const rowInput = z.strictObject({
  /** Who paid, where it was one household. */
  unit: unitInput.optional(),
  channel: z.enum(CHANNELS),
  purpose: z.enum(PURPOSES).default('RENOVATION'),
  amount: positiveAmountInput,
  creditedOn: dayInput,
  receipt: receiptInput,
  /** The owners' decision to use the maintenance fund (Civil Code 278, 281). */
  ownersDecision: paperInput.optional(),
});

export const bookContributionsInput = z.strictObject({ rows: z.array(rowInput).min(1).max(2000) });

type Row = z.output<typeof rowInput>;

export interface ReceiptsBooked {
  /** By number. */
  readonly receipts: ReadonlyMap<string, Receipt>;
}

export const bookContributions = defineAct<
  'book-contributions',
  z.output<typeof bookContributionsInput>,
  ReceiptsBooked,
  Credit
>({
  name: 'book-contributions',
  title: { zh: '登记到账资金', en: 'Book contributions' },
  step: 4,
  clause: '二(三)4',
  input: bookContributionsInput,

  decide({ project, input: { rows }, facts: { receipts }, on, pack }) {
    const dates = notAhead(
      on,
      rows.map(({ creditedOn }, index) => [`/rows/${index}/creditedOn`, creditedOn]),
    );
    if (!dates.ok) return dates;
    const problems = [...beforeTheAccount(project, rows), ...receiptsGivenTwice('rows', rows, receipts.keys())];
    if (problems.length > 0) return fieldsRefused(problems);
    const channels = channelsAreSound(
      rows.map(({ channel, amount, ownersDecision }) => ({ channel, amount: decimalOf(amount), ownersDecision })),
      on,
      pack,
    );
    const bars = [...findLiftMoney(rows, pack), ...channels];
    if (bars.some(({ verdict }) => verdict !== 'PASS')) return gateShut(bars);

    const account = accountOf([...receipts.values(), ...rows]);
    const { arrival, findings } = assessCredit(project, account.credited, on, pack);
    return granted({
      outcome: arrival.funded ? 'funded' : 'partly-funded',
      result: { ...account, arrival },
      findings: [...channels, ...findings],
    });
  },

  apply: (project, { result, at }) => withCredit(project, result, at),

  outcome: ({ state }) => (hasReached(state, 'FUNDED') ? 'funded' : undefined),
});

/** Money that came before the account was there counts when it has been transferred to it. */
function beforeTheAccount({ funding: { account } }: Project, rows: readonly Row[]): FieldProblem[] {
  if (account === undefined) return [];
  return rows.flatMap(({ creditedOn }, index) =>
    creditedOn < account.openedOn
      ? {
          path: `/rows/${index}/creditedOn`,
          says: {
            zh: `早于专用账户开立日（${account.openedOn}），转入专用账户后方可登记`,
            en: `Before the account was opened on ${account.openedOn}; book it when it has been transferred there`,
          },
        }
      : [],
  );
}

/** `list`: the field of the input that the receipts stand in. */
export function receiptsGivenTwice(
  list: string,
  rows: readonly { readonly receipt: string }[],
  booked: Iterable<string>,
): FieldProblem[] {
  const seen = new Set(booked);
  return rows.flatMap(({ receipt }, index) => {
    const again = seen.has(receipt);
    seen.add(receipt);
    return again
      ? {
          path: `/${list}/${index}/receipt`,
          says: { zh: `回单 ${receipt} 已登记`, en: `Receipt ${receipt} is booked already` },
        }
      : [];
  });
}

/** Lifts have a subsidy of their own: their money is neither in T nor in S, and stays off this account (F-05). */
function findLiftMoney(rows: readonly Row[], pack: RulePack): Finding[] {
  const receipts = rows.filter(({ purpose }) => purpose === 'LIFT').map(({ receipt }) => receipt);
  if (receipts.length === 0) return [];
  return [
    ruleFinding(pack, 'F-05', {
      verdict: 'FAIL',
      code: 'LIFT_MONEY_IS_SEPARATE',
      says: {
        zh: `加装电梯出资另账核算，不得登记：${receipts.join('、')}`,
        en: `Money for lifts is kept in an account of its own: ${receipts.join(', ')}`,
      },
      facts: { receipts },
    }),
  ];
}
