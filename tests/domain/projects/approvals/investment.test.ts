// Delivery mode, and the only two approvals of the investment: feasibility study and preliminary design (二(三)5, 二(四)1).
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { projectIn } from '../funding/step-four.ts';
import {
  APPROVED,
  DESIGN,
  did,
  inApprovals,
  MODE,
  PAPER,
  play,
  REVIEW,
  refusalOf,
  STUDY,
  TENDER,
  told,
} from '../works/building-site.ts';

const RETURNED = { decision: 'RETURNED', reason: '补充投资估算依据' };

/** Study approved at 1,000,000 and a design filed. */
const designFiled = () =>
  play(inApprovals(), [
    ['STREET', 'file-feasibility-study', { study: PAPER, estimate: '1000000' }],
    ['DRB', 'decide-feasibility-study', { ...APPROVED, approvedEstimate: '1000000' }],
    ['STREET', 'file-preliminary-design', { design: PAPER, estimate: '1100000' }],
  ]);

describe('the delivery mode', () => {
  it('is chosen with the project code, and opens the approvals', () => {
    const { project, outcome, findings } = did(projectIn('IN_INVESTMENT_PLAN'), 'STREET', 'choose-delivery-mode', MODE);
    expect([project.state, outcome]).toEqual(['APPROVALS', 'chosen']);
    expect(findings.map(({ rule }) => rule)).toEqual(['AP-00', 'AP-01']);
    expect(told(project, 'choose-delivery-mode')).toBe('chosen');
  });

  it('is refused without a project code of the platform', () => {
    const choose = (input: object) => () =>
      did(projectIn('IN_INVESTMENT_PLAN'), 'STREET', 'choose-delivery-mode', input);
    expect(choose({ mode: 'EPC' })).toThrow(z.ZodError);
    expect(choose({ mode: 'EPC', projectCode: '123' })).toThrow(z.ZodError);
  });

  it('chosen for a changed plan has that plan reviewed, designed and permitted anew, and keeps study and contracts', () => {
    const built = play(inApprovals(), [...STUDY, ...REVIEW, ...DESIGN, ...TENDER]);
    const again = play({ ...built, state: 'IN_INVESTMENT_PLAN' }, [['STREET', 'choose-delivery-mode', MODE]]);
    expect(again.approvals).toEqual({
      delivery: MODE,
      feasibilityStudy: built.approvals.feasibilityStudy,
      tender: built.approvals.tender,
      jointReview: inApprovals().approvals.jointReview,
      exPostFindings: [],
    });
  });
});

describe('the feasibility study', () => {
  it('is filed, returned with a reason, filed again and approved', () => {
    const filed = play(inApprovals(), [['STREET', 'file-feasibility-study', { study: PAPER, estimate: '5775000' }]]);
    expect(told(filed, 'file-feasibility-study')).toBe('filed');
    expect(told(filed, 'decide-feasibility-study')).toBeUndefined();

    const returned = play(filed, [['DRB', 'decide-feasibility-study', RETURNED]]);
    expect(told(returned, 'decide-feasibility-study')).toBe('returned');
    expect(told(returned, 'file-feasibility-study')).toBeUndefined();

    const approved = play(returned, STUDY);
    expect(told(approved, 'decide-feasibility-study')).toBe('approved');
    expect(approved.approvals.feasibilityStudy).toMatchObject({
      status: 'APPROVED',
      approvedEstimate: '5775000',
      approvedOn: '2026-03-09',
    });
  });

  it('is not filed twice, nor decided when nothing is filed', () => {
    const study = { study: PAPER, estimate: '5775000' };
    const filed = play(inApprovals(), [['STREET', 'file-feasibility-study', study]]);
    expect(refusalOf(filed, 'STREET', 'file-feasibility-study', study).code).toBe('NOT_NOW');
    expect(refusalOf(inApprovals(), 'DRB', 'decide-feasibility-study', APPROVED).code).toBe('NOT_NOW');
  });

  it('names an investment of more than nothing', () => {
    expect(() => did(inApprovals(), 'STREET', 'file-feasibility-study', { study: PAPER, estimate: '0.00' })).toThrow(
      z.ZodError,
    );
  });

  it('may be filed anew while the estimate of the design is open, and no longer once it is approved', () => {
    const study = { study: PAPER, estimate: '6500000' };
    expect(did(play(inApprovals(), STUDY), 'STREET', 'file-feasibility-study', study).outcome).toBe('filed');
    const designed = play(inApprovals(), [...STUDY, ...DESIGN]);
    expect(refusalOf(designed, 'STREET', 'file-feasibility-study', study).code).toBe('NOT_NOW');
  });
});

describe('the preliminary design', () => {
  it('passes with an estimate exactly 10 % over the study', () => {
    const { outcome, project, codes } = did(designFiled(), 'DRB', 'decide-preliminary-design', {
      ...APPROVED,
      approvedEstimate: '1100000.00',
    });
    expect(outcome).toBe('approved');
    expect(codes).toEqual(['APPROVED_BEFORE_REVIEW']);
    expect(told(project, 'decide-preliminary-design')).toBe('approved');
  });

  it('goes back with one fen more, though the decision said approved', () => {
    const { outcome, project, codes } = did(designFiled(), 'DRB', 'decide-preliminary-design', {
      ...APPROVED,
      approvedEstimate: '1100000.01',
    });
    expect(outcome).toBe('returned');
    expect(codes).toContain('ESTIMATE_EXCEEDS_FEASIBILITY');
    expect(told(project, 'decide-preliminary-design')).toBe('returned');
    expect(told(project, 'file-preliminary-design')).toBeUndefined();
  });

  it('is not approved while the study is not', () => {
    const project = play(inApprovals(), [['STREET', 'file-preliminary-design', { design: PAPER, estimate: '1' }]]);
    expect(refusalOf(project, 'DRB', 'decide-preliminary-design', APPROVED)).toMatchObject({
      code: 'GATE_SHUT',
      names: ['FEASIBILITY_STUDY_NOT_APPROVED'],
    });
  });

  it('is returned by DRB without asking for the study', () => {
    const project = play(inApprovals(), [['STREET', 'file-preliminary-design', { design: PAPER, estimate: '1' }]]);
    expect(did(project, 'DRB', 'decide-preliminary-design', RETURNED).outcome).toBe('returned');
  });

  it('warns of nothing when the minutes of the joint review came first', () => {
    const project = play(inApprovals(), [...STUDY, ...REVIEW, ...DESIGN.slice(0, 1)]);
    expect(did(project, 'DRB', 'decide-preliminary-design', APPROVED).codes).toEqual([]);
  });

  it('is not filed again while it is filed, nor decided when it is not', () => {
    const design = { design: PAPER, estimate: '1' };
    expect(refusalOf(designFiled(), 'STREET', 'file-preliminary-design', design).code).toBe('NOT_NOW');
    expect(refusalOf(inApprovals(), 'DRB', 'decide-preliminary-design', APPROVED).code).toBe('NOT_NOW');
  });
});
