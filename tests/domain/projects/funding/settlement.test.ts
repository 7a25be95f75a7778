// From the final accounts to the last refund: what binds, who pays what, and that it adds up to the fen (F-04, AC-02, A-10).
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../../domain/calendar/plain-date.ts';
import { decimalOf, sum } from '../../../../domain/money/money.ts';
import { approveFinalAccounts } from '../../../../domain/projects/funding/approve-final-accounts.ts';
import { completeSettlement } from '../../../../domain/projects/funding/complete-settlement.ts';
import { settleContributions } from '../../../../domain/projects/funding/settle-contributions.ts';
import { submitFinalAccounts } from '../../../../domain/projects/funding/submit-final-accounts.ts';
import type { Project } from '../../../../domain/projects/project.ts';
import { at, did, PAPER, projectIn, refusalOf, V4 } from './step-four.ts';

/** V4 without its contingency: T = 5 500 000, S = 880 000, G = 4 000 000, E = 620 000. */
const accounts = {
  direct: { MANDATORY: '2000000', BASIC: '1500000', IMPROVEMENT: '1000000', UPGRADE: '500000' },
  otherCosts: '500000',
  contingency: '0',
  titleArea: '10000',
};
const submission = { submittedOn: '2026-03-09', accounts, document: PAPER };
const approval = { approvedOn: '2026-03-09', audited: accounts, document: PAPER };
const owners = [
  { unit: '1-1-101', area: '33.33' },
  { unit: '1-1-102', area: '33.33' },
  { unit: '1-1-103', area: '33.34' },
];

function accepted(credited = V4.residents, acceptedOn = '2026-02-01'): Project {
  const project = projectIn('ACCEPTED');
  return {
    ...project,
    works: { ...project.works, acceptance: { acceptedOn: plainDateOf(acceptedOn), warranties: [] } },
    funding: {
      ...project.funding,
      credited,
      byChannel: { ...project.funding.byChannel, INDIVIDUAL: credited },
      reservation: { budgetYear: '2026', amount: V4.subsidy, seq: 7 },
    },
  };
}

const approved = (credited?: string): Project => {
  const submitted = did(submitFinalAccounts, accepted(credited), submission, undefined).project;
  return did(approveFinalAccounts, submitted, approval, undefined).project;
};
const settled = (credited?: string): Project => did(settleContributions, approved(credited), {}, { owners }).project;

describe('the final accounts', () => {
  it('bind only when they are audited, with the audited figures', () => {
    const submitted = did(submitFinalAccounts, accepted(), submission, undefined);
    expect(submitted.result).toEqual({
      total: '5500000.00',
      selfRaised: '880000.00',
      subsidy: '4000000.00',
      excess: '620000.00',
      due: '1500000.00',
    });
    expect(submitFinalAccounts.outcome?.(submitted.project)).toBe('submitted');
    expect(approveFinalAccounts.outcome?.(submitted.project)).toBeUndefined();

    const audited = { ...accounts, otherCosts: '400000' };
    const { project } = did(approveFinalAccounts, submitted.project, { ...approval, audited }, undefined);
    expect(project.funding.finalAccounts).toMatchObject({ total: '5400000.00', approvedOn: '2026-03-09' });
    expect(approveFinalAccounts.outcome?.(project)).toBe('approved');
  });

  it('may be handed in again until they are approved, and not after', () => {
    const twice = did(
      submitFinalAccounts,
      did(submitFinalAccounts, accepted(), submission, undefined).project,
      submission,
      undefined,
    );
    expect(twice.outcome).toBe('submitted');
    expect(refusalOf(submitFinalAccounts, approved(), submission, undefined).code).toBe('NOT_NOW');
    expect(refusalOf(approveFinalAccounts, approved(), approval, undefined).code).toBe('NOT_NOW');
  });

  it('cannot be approved before they are handed in', () => {
    expect(refusalOf(approveFinalAccounts, accepted(), approval, undefined).code).toBe('GATE_SHUT');
  });

  it('are in time on the last day of three months and late on the next', () => {
    const project = accepted(V4.residents, '2025-12-09');
    const onTime = did(submitFinalAccounts, project, submission, undefined);
    expect(onTime.codes).toEqual([]);
    const late = { ...approval, approvedOn: '2026-03-10' };
    expect(did(approveFinalAccounts, onTime.project, late, undefined, at('2026-03-10')).codes).toEqual(['OVERDUE']);
  });

  it('with contingency or a subsidy above the reservation are passed with a warning', () => {
    const audited = { ...accounts, titleArea: '11000', contingency: '1000' };
    const submitted = did(submitFinalAccounts, accepted(), submission, undefined).project;
    expect(did(approveFinalAccounts, submitted, { ...approval, audited }, undefined).codes).toEqual([
      'CONTINGENCY_IN_FINAL_ACCOUNTS',
      'SUBSIDY_EXCEEDS_RESERVATION',
    ]);
  });

  it('of a neighbourhood without area are refused', () => {
    const bare = { ...submission, accounts: { ...accounts, titleArea: '0' } };
    expect(submitFinalAccounts.input.safeParse(bare).success).toBe(false);
  });
});

describe('settling contributions', () => {
  it('refunds what was paid too much, by exclusive area and to the fen, the way it came', () => {
    const { outcome, result, project } = did(settleContributions, approved('1500000.01'), {}, { owners });
    expect(outcome).toBe('refund');
    expect(result).toMatchObject({ due: '1500000.00', paid: '1500000.01', direction: 'REFUND', amount: '0.01' });
    expect(result.bills).toEqual([
      { unit: '1-1-101', amount: '0.00' },
      { unit: '1-1-102', amount: '0.00' },
      { unit: '1-1-103', amount: '0.01' },
    ]);
    expect(result.refundByChannel).toMatchObject({ INDIVIDUAL: '0.01', ORG_DONATION: '0.00' });
    expect(settleContributions.outcome?.(project)).toBe('settled');
    expect(completeSettlement.outcome?.(project)).toBeUndefined();
  });

  it('sends a refund back pro rata to the channels that it came through', () => {
    const project = approved('2000000.00');
    const byChannel = { ...project.funding.byChannel, INDIVIDUAL: '1500000.00', ORG_DONATION: '500000.00' };
    const mixed = { ...project, funding: { ...project.funding, byChannel } };
    const { result } = did(settleContributions, mixed, {}, { owners });
    expect(result.refundByChannel).toMatchObject({ INDIVIDUAL: '375000.00', ORG_DONATION: '125000.00' });
  });

  it('collects what is missing, in bills that add up exactly', () => {
    const { outcome, result } = did(settleContributions, approved('1400000.00'), {}, { owners });
    expect([outcome, result.direction, result.amount]).toEqual(['collect', 'COLLECT', '100000.00']);
    expect(sum(result.bills.map(({ amount }) => decimalOf(amount))).toFixed(2)).toBe('100000.00');
    expect(result.refundByChannel).toBeUndefined();
  });

  it('writes no bills when nothing is owed either way', () => {
    const { outcome, result } = did(settleContributions, approved('1500000.00'), {}, { owners });
    expect([outcome, result.bills]).toEqual(['even', []]);
  });

  it('waits for the audit, and happens once', () => {
    const submitted = did(submitFinalAccounts, accepted(), submission, undefined).project;
    expect(refusalOf(settleContributions, submitted, {}, { owners }).code).toBe('GATE_SHUT');
    expect(refusalOf(settleContributions, settled(), {}, { owners }).code).toBe('NOT_NOW');
  });
});

describe('completing the settlement', () => {
  const payment = (receipt: string, amount: string) => ({
    channel: 'INDIVIDUAL',
    amount,
    paidOn: '2026-03-09',
    receipt,
  });

  it('takes receipts that come to exactly what was settled', () => {
    const payments = [payment('P-0001', '200000'), payment('P-0002', '75000')];
    const { project, outcome } = did(completeSettlement, settled(), { payments }, undefined);
    expect(outcome).toBe('completed');
    expect(project.funding.settlement).toMatchObject({ amount: '275000.00', completedOn: '2026-03-09' });
    expect(completeSettlement.outcome?.(project)).toBe('completed');
    expect(refusalOf(completeSettlement, project, { payments }, undefined).code).toBe('NOT_NOW');
  });

  it('is refused one fen under and one fen over', () => {
    for (const amount of ['274999.99', '275000.01']) {
      expect(refusalOf(completeSettlement, settled(), { payments: [payment('P-0001', amount)] }, undefined)).toEqual({
        code: 'GATE_SHUT',
        names: ['SETTLEMENT_DIFFERS'],
      });
    }
  });

  it('takes no receipt twice', () => {
    const payments = [payment('P-0001', '137500'), payment('P-0001', '137500')];
    expect(refusalOf(completeSettlement, settled(), { payments }, undefined).names).toEqual(['/payments/1/receipt']);
  });

  it('takes no receipts where nothing was owed', () => {
    expect(did(completeSettlement, settled('1500000.00'), { payments: [] }, undefined).outcome).toBe('completed');
  });
});
