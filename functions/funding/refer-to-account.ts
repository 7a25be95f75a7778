// Makes the reference to a bank account that may stand in a ledger: bank, last four digits, keyed hash; the number goes nowhere.
import * as z from 'zod';
import type { Ports } from '../../domain/ports.ts';
import type { DedicatedAccount } from '../../domain/projects/funding/record.ts';

export const referToAccountInput = z.strictObject({
  bank: z.string().trim().min(2).max(60),
  /** As written on the letter of the bank, in groups or not. */
  number: z
    .string()
    .transform((text) => text.replaceAll(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{8,32}$/, '请填写银行账号｜Give the account number')),
});

export function referToAccount(
  { seal }: Pick<Ports, 'seal'>,
  { bank, number }: z.output<typeof referToAccountInput>,
): Pick<DedicatedAccount, 'bank' | 'lastDigits' | 'numberHash'> {
  return { bank, lastDigits: number.slice(-4), numberHash: seal.keyedHash('bank-account', number) };
}
