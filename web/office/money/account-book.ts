// The book of a dedicated account, read from the ledger: every receipt as it was booked, and which were taken back why.
import type { LedgerView } from '../../api/project-view.ts';

export interface BookedReceipt {
  readonly receipt: string;
  readonly creditedOn: string;
  readonly channel: string;
  readonly amount: string;
  /** 3-2-501, where one household paid. */
  readonly unit?: string;
  readonly seq: number;
  readonly reversed?: { readonly seq: number; readonly reason: string };
}

interface Row {
  readonly receipt: string;
  readonly creditedOn: string;
  readonly channel: string;
  readonly amount: string;
  readonly unit?: string;
}

/** The latest on top. */
export function bookOf({ entries }: LedgerView): readonly BookedReceipt[] {
  const book: BookedReceipt[] = [];
  for (const { act, seq, payload } of entries) {
    if (act === 'book-contributions') {
      // The input of the act, by its schema.
      const { rows } = payload.input as unknown as { readonly rows: readonly Row[] };
      book.push(
        ...rows.map(({ receipt, creditedOn, channel, amount, unit }) => ({
          ...{ receipt, creditedOn, channel, amount, seq },
          ...(unit !== undefined && { unit }),
        })),
      );
    }
    if (act === 'reverse-contribution') {
      const { receipt, reason } = payload.input as unknown as { readonly receipt: string; readonly reason: string };
      const at = book.findLastIndex((each) => each.receipt === receipt && each.reversed === undefined);
      const booked = book[at];
      if (booked) book[at] = { ...booked, reversed: { seq, reason } };
    }
  }
  return book.toReversed();
}
