// How people confirm what stands in a row of a sign sheet: one by one from pictures, a second person where it matters.
import * as z from 'zod';
import { OPINIONS, type RowReading } from './row-reading.ts';

/** What only a person can know; each is recorded with the vote. */
export const REMARKS = [
  /** Signed by somebody for the owner without a written authorisation: invalid. */
  'PROXY_WITHOUT_LETTER',
  /** The unit changed hands since the roll was frozen. */
  'CHANGED_OWNER',
  /** Replaces what the household handed in before (撤回前票). */
  'WITHDRAWS_EARLIER',
] as const;

export const confirmedRow = z.strictObject({
  signature: z.enum(['SIGNED', 'BLANK']),
  opinion: z.enum([...OPINIONS, 'NONE', 'SEVERAL']),
  publishRoom: z.boolean(),
  remarks: z.array(z.enum(REMARKS)).max(REMARKS.length),
});
export type ConfirmedRow = z.output<typeof confirmedRow>;

export const confirmation = z.strictObject({ by: z.string(), at: z.string(), row: confirmedRow });
export type Confirmation = z.output<typeof confirmation>;

export type RowStanding =
  | { readonly standing: 'UNCONFIRMED' }
  /** One person has confirmed it and a second one must. */
  | { readonly standing: 'SECOND_NEEDED' }
  /** Two people see different things: a third one, or one of the two after another look. */
  | { readonly standing: 'DISPUTED' }
  | { readonly standing: 'SETTLED'; readonly row: ConfirmedRow };

/**
 * `sampled`: a second person looks at this row whatever the first one saw. One is needed as well where the first one
 * contradicts a reading that was sure of itself, and where no machine could read the row.
 */
export function standingOf(
  reading: RowReading,
  confirmations: readonly Confirmation[],
  sampled: boolean,
  readByMachine: boolean,
): RowStanding {
  const latest = [...new Map(confirmations.map((each) => [each.by, each])).values()];
  const [first] = latest;
  if (first === undefined) return { standing: 'UNCONFIRMED' };
  if (latest.length === 1) {
    const alone = readByMachine && !sampled && !contradicts(reading, first.row);
    return alone ? { standing: 'SETTLED', row: first.row } : { standing: 'SECOND_NEEDED' };
  }
  const agreed = latest.find(({ by, row }) => latest.some((other) => other.by !== by && isSame(other.row, row)));
  return agreed === undefined ? { standing: 'DISPUTED' } : { standing: 'SETTLED', row: agreed.row };
}

const contradicts = (reading: RowReading, row: ConfirmedRow): boolean =>
  (reading.signature !== 'LOOK' && reading.signature !== row.signature) ||
  (reading.opinion !== 'LOOK' && reading.opinion !== row.opinion) ||
  (reading.publishRoom !== 'LOOK' && (reading.publishRoom === 'YES') !== row.publishRoom);

const isSame = (a: ConfirmedRow, b: ConfirmedRow): boolean =>
  a.signature === b.signature &&
  a.opinion === b.opinion &&
  a.publishRoom === b.publishRoom &&
  a.remarks.toSorted().join() === b.remarks.toSorted().join();
