// The receipts booked on a project's account: kept in its entries only, so that the project itself stays small.
import type { Decimal } from 'decimal.js';
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Entry } from '../../ledger.ts';
import { decimalOf, printAmount, sum } from '../../money/money.ts';
import type { Channel } from '../../policy/rules/arrival.ts';
import type { FundingRecord } from './record.ts';

/** Money credited to the account, under the number that the bank gave it. */
export interface Receipt {
  readonly receipt: string;
  readonly channel: Channel;
  readonly amount: string;
  readonly creditedOn: PlainDate;
}

/** Receipts booked and not reversed. The ledger holds only what the two acts wrote through their own schemas. */
export function standingReceipts(entries: readonly Entry[]): ReadonlyMap<string, Receipt> {
  const standing = new Map<string, Receipt>();
  for (const { act, payload } of entries) {
    if (act === 'book-contributions') {
      const { rows } = payload.input as unknown as { readonly rows: readonly Receipt[] };
      for (const row of rows) standing.set(row.receipt, row);
    } else if (act === 'reverse-contribution') {
      standing.delete((payload.input as unknown as Pick<Receipt, 'receipt'>).receipt);
    }
  }
  return standing;
}

const amountOf = (receipts: readonly Receipt[]): Decimal => sum(receipts.map(({ amount }) => decimalOf(amount)));

/** The account with exactly these receipts on it. */
export function accountOf(
  receipts: readonly Receipt[],
): Pick<FundingRecord, 'credited' | 'byChannel' | 'lastCreditedOn'> {
  const through = (channel: Channel): string =>
    printAmount(amountOf(receipts.filter((receipt) => receipt.channel === channel)));
  const lastCreditedOn = receipts
    .map(({ creditedOn }) => creditedOn)
    .toSorted()
    .at(-1);
  return {
    credited: printAmount(amountOf(receipts)),
    byChannel: {
      INDIVIDUAL: through('INDIVIDUAL'),
      ORG_DONATION: through('ORG_DONATION'),
      MAINTENANCE_FUND: through('MAINTENANCE_FUND'),
      COMMON_INCOME: through('COMMON_INCOME'),
      OTHER: through('OTHER'),
    },
    ...(lastCreditedOn && { lastCreditedOn }),
  };
}
