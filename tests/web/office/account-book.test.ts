// The book of a dedicated account: every receipt of the ledger, and which were taken back.
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../web/api/project-view.ts';
import { bookOf } from '../../../web/office/money/account-book.ts';
import { accountSentence } from '../../../web/sentences/money.ts';

const entry = (seq: number, act: string, input: object): LedgerEntry =>
  ({ seq, act, payload: { input } }) as unknown as LedgerEntry;

const row = (receipt: string, amount: string) => ({
  receipt,
  amount,
  unit: '3-2-501',
  channel: 'INDIVIDUAL',
  creditedOn: '2026-03-10',
});

const ledger = {
  unbroken: true,
  entries: [
    entry(11, 'open-account', {}),
    entry(12, 'book-contributions', { rows: [row('HH-0001', '5000.00'), row('HH-0002', '10.00')] }),
    entry(13, 'reverse-contribution', { receipt: 'HH-0001', reason: '重复登记' }),
    entry(14, 'book-contributions', { rows: [row('HH-0001', '500.00')] }),
  ],
};

describe('the book of an account', () => {
  it('has the latest receipt on top, and keeps those taken back with entry and reason', () => {
    expect(bookOf(ledger)).toMatchObject([
      { receipt: 'HH-0001', amount: '500.00', seq: 14 },
      { receipt: 'HH-0002', amount: '10.00', seq: 12 },
      { receipt: 'HH-0001', amount: '5000.00', seq: 12, reversed: { seq: 13, reason: '重复登记' } },
    ]);
    expect(bookOf(ledger)[0]).not.toHaveProperty('reversed');
  });

  it.each([
    ['zh', '榕荫新村自筹到位 87.31%，还差 517,180.00 元。'],
    ['en', '榕荫新村: 87.31 % arrived, 517,180.00 yuan missing.'],
  ] as const)('says in %s what is missing', (language, said) => {
    const arrival = { arrivalRate: '87.31', missing: '517180.00', funded: false };
    const sentence = accountSentence({ name: '榕荫新村', arrival, opened: true }, language);
    expect(sentence.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).toBe(said);
  });
});
