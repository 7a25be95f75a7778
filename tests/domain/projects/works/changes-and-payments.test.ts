// Change orders, which are not allowed in principle, and progress payments, which end where the contract ends (二(三)6).
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { actor, did, PAPER, play, refusalOf, TODAY, underConstruction } from './building-site.ts';

const CHANGE = {
  contractNo: 'SG-1',
  reason: '地下障碍物',
  effect: { direction: 'MORE', amount: '577500.00' },
  changesVotedContent: false,
  request: PAPER,
};
const EXCEPTION = { no: 1, decision: 'EXCEPTION', reason: '地下障碍无法避让', auditorOpinion: PAPER };
const PAYMENT = { contractNo: 'SG-1', amount: '4600000.00', paidOn: TODAY, certificate: PAPER };

const requested = (change: object = CHANGE) => play(underConstruction(), [['STREET', 'request-change-order', change]]);

describe('a change order', () => {
  it('is rejected by principle', () => {
    const { outcome, codes, project } = did(requested(), 'RENOVATION_OFFICE', 'decide-change-order', {
      no: 1,
      decision: 'REJECTED',
    });
    expect([outcome, codes]).toEqual(['rejected-by-principle', ['REJECTED_BY_PRINCIPLE']]);
    expect(project.works.changeOrders[0]?.status).toBe('REJECTED');
  });

  it('is an exception with a reason and the tracking auditor’s opinion, exactly 10 % over the approved estimate', () => {
    const { outcome, codes } = did(requested(), 'RENOVATION_OFFICE', 'decide-change-order', EXCEPTION);
    expect([outcome, codes]).toEqual(['exception-approved', ['EXCEPTION_APPROVED']]);
    const { auditorOpinion: _, ...withoutOpinion } = EXCEPTION;
    expect(() => did(requested(), 'RENOVATION_OFFICE', 'decide-change-order', withoutOpinion)).toThrow(z.ZodError);
    const { reason: __, ...withoutReason } = EXCEPTION;
    expect(() => did(requested(), 'RENOVATION_OFFICE', 'decide-change-order', withoutReason)).toThrow(z.ZodError);
  });

  it('goes to the original approver with one fen more', () => {
    const dearer = { ...CHANGE, effect: { direction: 'MORE', amount: '577500.01' } };
    const { outcome, codes, project } = did(requested(dearer), 'RENOVATION_OFFICE', 'decide-change-order', EXCEPTION);
    expect(outcome).toBe('sent-to-original-approver');
    expect(codes).toEqual(['ORIGINAL_APPROVER_NEEDED', 'ESTIMATE_ADJUSTMENT_NEEDED']);
    expect(project.works.changeOrders[0]?.status).toBe('RETURNED');
  });

  it('counts with the exceptions before it, dearer and cheaper', () => {
    const cheaper = { ...CHANGE, effect: { direction: 'LESS', amount: '0.01' } };
    const more = { ...CHANGE, effect: { direction: 'MORE', amount: '0.02' } };
    const project = play(requested(), [
      ['RENOVATION_OFFICE', 'decide-change-order', EXCEPTION],
      ['STREET', 'request-change-order', cheaper],
      ['RENOVATION_OFFICE', 'decide-change-order', { ...EXCEPTION, no: 2 }],
      ['STREET', 'request-change-order', more],
    ]);
    const third = { ...EXCEPTION, no: 3 };
    expect(did(project, 'RENOVATION_OFFICE', 'decide-change-order', third).outcome).toBe('sent-to-original-approver');
  });

  it('is never decided by the person who asked for it', () => {
    const sameperson = actor('RENOVATION_OFFICE', 'RENOVATION_OFFICE', 'STREET-1');
    expect(refusalOf(requested(), sameperson, 'decide-change-order', EXCEPTION).code).toBe('FORBIDDEN_ROLE');
  });

  it('of what owners voted on is sent to a revised plan and a new ballot', () => {
    const refusal = refusalOf(
      requested({ ...CHANGE, changesVotedContent: true }),
      'RENOVATION_OFFICE',
      'decide-change-order',
      EXCEPTION,
    );
    expect(refusal).toMatchObject({ code: 'GATE_SHUT', names: ['NEW_BALLOT_NEEDED'] });
    expect(refusal.says.zh).toContain('修订方案');
  });

  it('is decided once', () => {
    const decided = play(requested(), [['RENOVATION_OFFICE', 'decide-change-order', { no: 1, decision: 'REJECTED' }]]);
    expect(refusalOf(decided, 'RENOVATION_OFFICE', 'decide-change-order', EXCEPTION).names).toEqual(['/no']);
  });

  it('names a contract that there is', () => {
    const elsewhere = { ...CHANGE, contractNo: 'SG-9' };
    expect(refusalOf(underConstruction(), 'STREET', 'request-change-order', elsewhere).names).toEqual(['/contractNo']);
  });
});

describe('a progress payment', () => {
  it('may come to the price of the contract, and not to a fen more in all', () => {
    const paid = did(underConstruction(), 'STREET', 'record-progress-payment', PAYMENT);
    expect(paid.project.works.paid).toEqual({ 'SG-1': '4600000.00' });
    expect(refusalOf(paid.project, 'STREET', 'record-progress-payment', { ...PAYMENT, amount: '0.01' })).toMatchObject({
      code: 'GATE_SHUT',
      names: ['OVERPAYMENT'],
    });
  });

  it('may come to more where an exception made the contract dearer', () => {
    const project = play(requested(), [
      ['RENOVATION_OFFICE', 'decide-change-order', EXCEPTION],
      ['STREET', 'record-progress-payment', { ...PAYMENT, amount: '5177500.00' }],
    ]);
    expect(refusalOf(project, 'STREET', 'record-progress-payment', { ...PAYMENT, amount: '0.01' }).names).toEqual([
      'OVERPAYMENT',
    ]);
  });

  it('over the measured work is booked with a warning', () => {
    const ahead = { ...PAYMENT, amount: '1000000', measured: '999999.99' };
    expect(did(underConstruction(), 'STREET', 'record-progress-payment', ahead).codes).toEqual(['PAID_OVER_WORK']);
  });

  it('on a contract that nobody recorded is refused', () => {
    const elsewhere = { ...PAYMENT, contractNo: 'SG-9' };
    expect(refusalOf(underConstruction(), 'STREET', 'record-progress-payment', elsewhere).names).toEqual([
      '/contractNo',
    ]);
  });
});
