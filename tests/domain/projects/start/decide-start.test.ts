// From the funded project to the investment plan: confirmed, reported, consented to, listed (二(三)4).
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../../domain/calendar/plain-date.ts';
import { confirmProject } from '../../../../domain/projects/start/confirm-project.ts';
import { consentStart } from '../../../../domain/projects/start/consent-start.ts';
import { listInInvestmentPlan } from '../../../../domain/projects/start/list-in-investment-plan.ts';
import { reportProject } from '../../../../domain/projects/start/report-project.ts';
import { did, PAPER, projectIn, refusalOf, V4 } from '../funding/step-four.ts';

const funded = () => {
  const project = projectIn('FUNDED');
  return { ...project, funding: { ...project.funding, credited: V4.residents } };
};
const confirmation = { confirmedOn: '2026-03-09', inDemolitionPlan: false, demolitionPlan: PAPER };
const report = { reportedOn: '2026-03-09', document: PAPER };
const word = { decidedOn: '2026-03-09', reference: '区长办公会〔2026〕3号', document: PAPER };
const listing = { listing: 'LISTED', year: '2026', itemNo: '2026-B-017', listedOn: '2026-03-09', document: PAPER };

describe('confirming a project', () => {
  it('takes the money and a look at the demolition plan', () => {
    const { project, outcome, codes } = did(confirmProject, funded(), confirmation, undefined);
    expect([project.state, outcome, codes]).toEqual(['CONFIRMED', 'confirmed', []]);
  });

  it('is refused inside the demolition plan and one fen short, and says both at once', () => {
    const project = funded();
    const short = { ...project, funding: { ...project.funding, credited: '1774999.99' } };
    expect(refusalOf(confirmProject, short, { ...confirmation, inDemolitionPlan: true }, undefined)).toEqual({
      code: 'GATE_SHUT',
      names: ['DEMOLITION_PLAN', 'NOT_FUNDED'],
    });
  });

  it('cannot be dated tomorrow', () => {
    expect(refusalOf(confirmProject, funded(), { ...confirmation, confirmedOn: '2026-03-10' }, undefined)).toEqual({
      code: 'MALFORMED',
      names: ['/confirmedOn'],
    });
  });
});

describe('the word of the principal leader', () => {
  it('sends a declined project back to the street, which may report it again', () => {
    const declined = did(
      consentStart,
      projectIn('REPORTED'),
      { ...word, decision: 'DECLINE', reason: '本年度项目已满' },
      undefined,
    );
    expect(declined.project.state).toBe('CONFIRMED');
    expect(consentStart.outcome?.(declined.project)).toBe('declined');
    expect(reportProject.outcome?.(declined.project)).toBeUndefined();

    const again = did(reportProject, declined.project, report, undefined).project;
    expect(reportProject.outcome?.(again)).toBe('reported');
    expect(consentStart.outcome?.(again)).toBeUndefined();
  });

  it('needs a reason to decline and none to consent', () => {
    expect(consentStart.input.safeParse({ ...word, decision: 'DECLINE' }).success).toBe(false);
    expect(consentStart.input.safeParse({ ...word, decision: 'CONSENT' }).success).toBe(true);
  });

  it('moves the project on when it is yes', () => {
    const { project } = did(consentStart, projectIn('REPORTED'), { ...word, decision: 'CONSENT' }, undefined);
    expect(project.state).toBe('LEADER_CONSENTED');
    expect(project.start.consent).toEqual({ decision: 'CONSENT', decidedOn: '2026-03-09', reference: word.reference });
    expect(consentStart.outcome?.(project)).toBe('consented');
  });
});

describe('listing in the investment plan', () => {
  it('warns that no study is approved and no subsidy reserved, and lists all the same', () => {
    const { project, codes } = did(listInInvestmentPlan, projectIn('LEADER_CONSENTED'), listing, undefined);
    expect(codes).toEqual(['LISTED_BEFORE_FEASIBILITY', 'SUBSIDY_NOT_RESERVED']);
    expect(project.state).toBe('IN_INVESTMENT_PLAN');
    expect(listInInvestmentPlan.outcome?.(project)).toBe('listed');
  });

  it('warns of nothing after an approved study and a reservation', () => {
    const project = projectIn('LEADER_CONSENTED');
    const feasibilityStudy = {
      status: 'APPROVED',
      filedEstimate: V4.total,
      approvedOn: plainDateOf('2026-03-08'),
    } as const;
    const ready = {
      ...project,
      approvals: { ...project.approvals, feasibilityStudy },
      funding: { ...project.funding, reservation: { budgetYear: '2026', amount: V4.subsidy, seq: 7 } },
    };
    expect(did(listInInvestmentPlan, ready, { ...listing, listing: 'SUPPLEMENTED' }, undefined).codes).toEqual([]);
  });
});
