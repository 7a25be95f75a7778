// The residents' money on its way to 100 % and back (A-07, A-09, F-05, F-10, I-04).
import { describe, expect, it } from 'vitest';
import { type Instant, plainDateOf } from '../../../../domain/calendar/plain-date.ts';
import { bookContributions } from '../../../../domain/projects/funding/book-contributions.ts';
import { openAccount } from '../../../../domain/projects/funding/open-account.ts';
import type { Receipt } from '../../../../domain/projects/funding/receipts.ts';
import { reverseContribution } from '../../../../domain/projects/funding/reverse-contribution.ts';
import { moveTo, type Project } from '../../../../domain/projects/project.ts';
import { at, did, PAPER, perform, projectIn, refusalOf, V1 } from './step-four.ts';

const account = { bank: '温州银行鹿城支行', lastDigits: '4821', numberHash: 'd'.repeat(64), openedOn: '2026-03-02' };
const row = (receipt: string, amount: string, more: object = {}) => ({
  channel: 'INDIVIDUAL',
  amount,
  creditedOn: '2026-03-05',
  receipt,
  ...more,
});
const none = { receipts: new Map<string, Receipt>() };
const booked = (...receipts: Receipt[]) => ({ receipts: new Map(receipts.map((each) => [each.receipt, each])) });
/** A receipt as the ledger has it. */
const receipt = (input: ReturnType<typeof row>): Receipt =>
  bookContributions.input.parse({ rows: [input] }).rows[0] ?? expect.fail('no row');

const opened = (): Project => did(openAccount, projectIn('APPLICATION_SUBMITTED'), account, undefined).project;

describe('the dedicated account', () => {
  it('is remembered by bank, last digits and keyed hash, and shows S and E as two lines', () => {
    const { project, outcome, result } = did(openAccount, projectIn('APPLICATION_SUBMITTED'), account, undefined);
    expect(outcome).toBe('opened');
    expect(project.state).toBe('ACCOUNT_OPENED');
    expect(project.funding.account).toEqual(account);
    expect(result.arrival).toEqual({
      selfRaised: '924000.00',
      excess: '851000.00',
      required: '1775000.00',
      missing: '1775000.00',
      arrivalRate: '0.00',
      funded: false,
    });
  });

  it('takes no number of an account', () => {
    expect(openAccount.input.safeParse({ ...account, number: '6228480402564890018' }).success).toBe(false);
    expect(openAccount.input.safeParse({ ...account, lastDigits: '6228480402564890018' }).success).toBe(false);
  });

  it('makes a plan that asks for nothing funded at once, placed by its application', () => {
    const project = projectIn('APPLICATION_SUBMITTED', V1);
    const applied = { ...project, start: { application: { at: at('2026-03-01'), on: plainDateOf('2026-03-01') } } };
    const done = did(openAccount, applied, account, undefined);
    expect(done.outcome).toBe('funded');
    expect(done.project.state).toBe('FUNDED');
    expect(done.project.funding.reachedAt).toBe(at('2026-03-01'));
  });

  it('opened again for a revised plan finds the money that is there, and gives a new place', () => {
    const funded = did(bookContributions, opened(), { rows: [row('R-0001', '1775000')] }, none).project;
    const revised = moveTo(funded, 'APPLICATION_SUBMITTED', at('2026-05-01'));
    const { project, outcome } = did(openAccount, revised, account, undefined, at('2026-05-06'));
    expect(outcome).toBe('funded');
    expect(project.funding.reachedAt).toBe(at('2026-05-06'));
    expect(project.funding.credited).toBe('1775000.00');
  });
});

describe('booking contributions', () => {
  it('shows 99.99 % one fen short of everything, and is funded by that fen', () => {
    const short = did(bookContributions, opened(), { rows: [row('R-0001', '1774999.99')] }, none);
    expect(short.result.arrival).toMatchObject({ arrivalRate: '99.99', missing: '0.01', funded: false });
    expect([short.outcome, short.project.state]).toEqual(['partly-funded', 'ACCOUNT_OPENED']);
    expect(bookContributions.outcome?.(short.project)).toBeUndefined();

    const first = receipt(row('R-0001', '1774999.99'));
    const full = did(
      bookContributions,
      short.project,
      { rows: [row('R-0002', '0.01')] },
      booked(first),
      at('2026-03-11'),
    );
    expect(full.result.arrival).toMatchObject({ arrivalRate: '100.00', missing: '0.00', funded: true });
    expect(full.project.state).toBe('FUNDED');
    expect(full.project.funding.reachedAt).toBe(at('2026-03-11'));
    expect(bookContributions.outcome?.(full.project)).toBe('funded');
  });

  it('keeps the place of a funded project when more arrives', () => {
    const rows = [row('R-0001', '1775000')];
    const funded = did(bookContributions, opened(), { rows }, none).project;
    const facts = booked(receipt(row('R-0001', '1775000')));
    const more = did(bookContributions, funded, { rows: [row('R-0002', '10')] }, facts, at('2026-04-01')).project;
    expect(more.funding.reachedAt).toBe(at('2026-03-09'));
    expect(more.funding.credited).toBe('1775010.00');
  });

  it('adds up by channel and remembers the last credit', () => {
    const rows = [
      row('R-0001', '100.50', { unit: '3-2-501' }),
      row('R-0002', '1000', { channel: 'ORG_DONATION', creditedOn: '2026-03-07' }),
      row('R-0003', '0.25'),
      row('R-0004', '9', { channel: 'MAINTENANCE_FUND', ownersDecision: PAPER }),
    ];
    const { result } = did(bookContributions, opened(), { rows }, none);
    expect(result).toMatchObject({ credited: '1109.75', lastCreditedOn: '2026-03-07' });
    expect(result.byChannel).toEqual({
      INDIVIDUAL: '100.75',
      ORG_DONATION: '1000.00',
      MAINTENANCE_FUND: '9.00',
      COMMON_INCOME: '0.00',
      OTHER: '0.00',
    });
  });

  it('refuses receipts that are booked already or stand twice in the list, and names each', () => {
    const rows = [row('R-0001', '10'), row('R-0002', '10'), row('R-0002', '10')];
    const facts = booked(receipt(row('R-0001', '10')));
    expect(refusalOf(bookContributions, opened(), { rows }, facts)).toEqual({
      code: 'MALFORMED',
      names: ['/rows/0/receipt', '/rows/2/receipt'],
    });
    const refused = perform(bookContributions, opened(), { rows }, facts);
    expect(!refused.ok && refused.refusal.fields?.map(({ says }) => says.en)).toEqual([
      'Receipt R-0001 is booked already',
      'Receipt R-0002 is booked already',
    ]);
  });

  it('refuses money for lifts and an undecided use of the maintenance fund, both at once', () => {
    const rows = [row('R-0001', '10', { purpose: 'LIFT' }), row('R-0002', '10', { channel: 'MAINTENANCE_FUND' })];
    expect(refusalOf(bookContributions, opened(), { rows }, none)).toEqual({
      code: 'GATE_SHUT',
      names: ['LIFT_MONEY_IS_SEPARATE', 'MAINTENANCE_FUND_UNDECIDED'],
    });
  });

  it('counts nothing that came before the account or is still to come', () => {
    const early = { rows: [row('R-0001', '10', { creditedOn: '2026-03-01' })] };
    const late = { rows: [row('R-0001', '10', { creditedOn: '2026-03-10' })] };
    expect(refusalOf(bookContributions, opened(), early, none).names).toEqual(['/rows/0/creditedOn']);
    expect(refusalOf(bookContributions, opened(), late, none).names).toEqual(['/rows/0/creditedOn']);
  });

  it('takes 1 to 2000 rows of more than nothing', () => {
    const parses = (rows: unknown[]): boolean => bookContributions.input.safeParse({ rows }).success;
    const many = (count: number) => Array.from({ length: count }, (_, index) => row(`R-${index + 1000}`, '1'));
    expect([parses([]), parses(many(2000)), parses(many(2001))]).toEqual([false, true, false]);
    expect(['0', '0.00', '-1', '1.005', '1e3'].map((amount) => parses([row('R-0001', amount)]))).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });
});

describe('reversing a contribution', () => {
  const rows = [row('R-0001', '1774000'), row('R-0002', '1000', { creditedOn: '2026-03-08' })];
  const facts = booked(...rows.map(receipt));
  const funded = (): Project => did(bookContributions, opened(), { rows }, none).project;
  const reversal = { receipt: 'R-0002', reason: '银行退回' };

  it('below 100 % goes back to collecting and loses the place; the next time is a new time', () => {
    const back = did(reverseContribution, funded(), reversal, facts);
    expect(back.project.state).toBe('ACCOUNT_OPENED');
    expect(back.project.funding.reachedAt).toBeUndefined();
    expect(back.project.funding.lastCreditedOn).toBe('2026-03-05');
    expect(back.codes).toEqual(['NOT_FUNDED', 'PLACE_LOST']);

    const first = booked(receipt(row('R-0001', '1774000')));
    const later: Instant = at('2026-04-20');
    const again = did(bookContributions, back.project, { rows: [row('R-0002', '1000')] }, first, later).project;
    expect(again.funding.reachedAt).toBe(later);
  });

  it('of a surplus keeps the place', () => {
    const extra = row('R-0003', '5');
    const rich = did(bookContributions, funded(), { rows: [extra] }, facts, at('2026-03-10')).project;
    const withExtra = booked(...[...rows, extra].map(receipt));
    const kept = did(
      reverseContribution,
      rich,
      { ...reversal, receipt: 'R-0003' },
      withExtra,
      at('2026-03-12'),
    ).project;
    expect([kept.state, kept.funding.reachedAt]).toEqual(['FUNDED', at('2026-03-09')]);
  });

  it('of a receipt that is not booked is refused', () => {
    expect(refusalOf(reverseContribution, funded(), { ...reversal, receipt: 'R-9999' }, facts)).toEqual({
      code: 'MALFORMED',
      names: ['/receipt'],
    });
  });
});
