// The auditor's queries: each finding found where it is, and not where it is not; the sample drawn by its seed.
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { shippedCalendar } from '../../../domain/calendar/working-days.ts';
import { AUDIT_CODES, type AuditCode, askAudit } from '../../../domain/programme/audit/audit-findings.ts';
import { sampleProjects } from '../../../domain/programme/audit/sample-projects.ts';
import { findingsTable } from '../../../domain/programme/tables/working-paper.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { accepted, completed, underConstruction } from '../projects/works/building-site.ts';
import { doAct, fundedOn, neighbourhoodIn, PAPER, TODAY } from './neighbourhoods.ts';

const ask = (code: AuditCode, project: Project, day = TODAY) =>
  askAudit(code, [project], { on: plainDateOf(day), calendar: shippedCalendar }).hits[0];

const RESERVED = { budgetYear: '2026', amount: '4000000.00', seq: 3 } as const;
/** As planned: money complete, subsidy reserved. */
const inOrder = (project: Project): Project => ({
  ...project,
  funding: { ...fundedOn(TODAY).funding, reservation: RESERVED },
});

describe('a project in order', () => {
  it('is found by no query', () => {
    const project = inOrder(underConstruction());
    expect(AUDIT_CODES.filter((code) => ask(code, project))).toEqual([]);
  });
});

describe('the query for', () => {
  it('estimates finds one of more than a tenth over the study, and contracts over the estimate', () => {
    const site = underConstruction();
    const { preliminaryDesign, tender } = site.approvals;
    if (preliminaryDesign === undefined || tender === undefined) throw new Error('not on site');
    const estimated = (approvedEstimate: string): Project => ({
      ...site,
      approvals: { ...site.approvals, preliminaryDesign: { ...preliminaryDesign, approvedEstimate } },
    });
    expect(ask('ESTIMATE_ADJUSTED', estimated('6352500.00'))).toBeUndefined();
    expect(ask('ESTIMATE_ADJUSTED', estimated('6352500.01'))?.figures.estimate?.value).toBe('6352500.01');
    expect(ask('ESTIMATE_ADJUSTED', estimated('4710000.00'))).toBeUndefined();
    expect(ask('ESTIMATE_ADJUSTED', estimated('4709999.99'))?.figures.contracted?.value).toBe('4710000.00');
  });

  it('sources finds a subsidy that was not reserved as planned', () => {
    const { funding, ...project } = inOrder(underConstruction());
    const { reservation: _, ...without } = funding;
    expect(ask('SOURCES_NOT_AS_PLANNED', { ...project, funding: without })?.figures).toMatchObject({
      plannedSubsidy: { value: '4000000.00' },
      reservedSubsidy: { value: '0.00' },
    });
  });

  it('own money finds what has not arrived, to the fen', () => {
    const project = inOrder(underConstruction());
    const short = { ...project, funding: { ...project.funding, credited: '1774999.99' } };
    expect(ask('OWN_MONEY_MISSING', short)?.figures.missing?.value).toBe('0.01');
    expect(ask('OWN_MONEY_MISSING', neighbourhoodIn('VOTING'))).toBeUndefined();
  });

  it('payments finds those booked with an alarm, by their entries', () => {
    const payment = { contractNo: 'SG-1', amount: '1000', paidOn: TODAY, measured: '999.99', certificate: PAPER };
    const paid = doAct(inOrder(underConstruction()), 'STREET', 'record-progress-payment', payment);
    expect(ask('PAID_OVER_CONTRACT', paid)).toMatchObject({
      figures: { paid: { value: '1000.00' } },
      entries: [{ projectId: paid.projectId, seq: paid.head.seq }],
    });
    const measured = doAct(inOrder(underConstruction()), 'STREET', 'record-progress-payment', {
      ...payment,
      measured: '1000',
    });
    expect(ask('PAID_OVER_CONTRACT', measured)).toBeUndefined();
  });

  it('late accounts finds them the day after three months', () => {
    expect(ask('ACCOUNTS_LATE', accepted(), '2026-06-09')).toBeUndefined();
    expect(ask('ACCOUNTS_LATE', accepted(), '2026-06-10')?.figures.daysLate?.value).toBe(1);
  });

  it('over-billing finds what the audit cut', () => {
    const final = {
      total: '5129175.13',
      selfRaised: '924000.00',
      subsidy: '4000000.00',
      excess: '0.00',
      due: '924000.00',
    };
    const project = accepted();
    const audited: Project = {
      ...project,
      funding: {
        ...project.funding,
        finalAccounts: { ...final, document: PAPER, submittedOn: plainDateOf(TODAY), approvedOn: plainDateOf(TODAY) },
      },
      programme: { ...project.programme, billed: '5775000.00' },
    };
    expect(ask('OVER_BILLED', audited)?.figures.cut?.value).toBe('645824.87');
    expect(
      ask('OVER_BILLED', { ...audited, programme: { ...audited.programme, billed: final.total } }),
    ).toBeUndefined();
  });

  it('acceptance finds works that wait for it too long, and one that failed', () => {
    expect(ask('ACCEPTANCE_DISORDERLY', completed(), '2026-04-08')).toBeUndefined();
    expect(ask('ACCEPTANCE_DISORDERLY', completed(), '2026-04-09')).toBeDefined();
    const units = ['SURVEY', 'DESIGN', 'CONSTRUCTION', 'SUPERVISION', 'DEPARTMENT'].map((kind) => ({
      kind,
      result: kind === 'DESIGN' ? 'FAIL' : 'PASS',
    }));
    const failed = doAct(completed(), 'STREET', 'record-acceptance', { acceptedOn: TODAY, units, report: PAPER });
    expect(ask('ACCEPTANCE_DISORDERLY', failed)?.figures.rejected).toMatchObject({
      value: 1,
      entries: [{ seq: failed.head.seq }],
    });
  });

  it('archives finds papers that are not there after three months', () => {
    expect(ask('NOT_ARCHIVED', accepted(), '2026-06-09')).toBeUndefined();
    expect(ask('NOT_ARCHIVED', accepted(), '2026-06-10')).toBeDefined();
  });

  it('management finds neighbourhoods handed over without a property company', () => {
    const handed = doAct(accepted(), 'STREET', 'hand-over', {
      handedOverOn: TODAY,
      handovers: [{ receiver: 'OWNERS_COMMITTEE', list: PAPER }],
    });
    expect(ask('NOT_MANAGED', handed)).toBeDefined();
    const company = { mode: 'PROPERTY_COMPANY', propertyManagedBefore: false };
    expect(ask('NOT_MANAGED', doAct(handed, 'STREET', 'set-management-mode', company))).toBeUndefined();
  });

  it('the order of the queue finds a subsidy reserved before one whose money was complete earlier', () => {
    const early = fundedOn('2026-03-03', { serial: '0001' });
    const late = fundedOn('2026-03-04', { serial: '0002' });
    const reserve = (project: Project, day: string): Project => {
      const programme = { ...project.programme, trail: { 'reserve-subsidy': [{ seq: 3, on: plainDateOf(day) }] } };
      return { ...project, programme, funding: { ...project.funding, reservation: RESERVED } };
    };
    const context = { on: plainDateOf(TODAY), calendar: shippedCalendar };
    const hits = (...projects: Project[]) =>
      askAudit('QUEUE_JUMPED', projects, context).hits.map(({ projectId }) => projectId.slice(-4));
    expect(hits(early, reserve(late, '2026-03-05'))).toEqual(['0002']);
    expect(hits(reserve(early, '2026-03-05'), reserve(late, '2026-03-05'))).toEqual([]);
    expect(hits(reserve(early, '2026-03-06'), reserve(late, '2026-03-05'))).toEqual(['0002']);
    expect(hits(reserve(early, '2026-03-05'), late)).toEqual([]);
  });

  it('scheme and site finds changes of what was voted on', () => {
    const requested = doAct(inOrder(underConstruction()), 'STREET', 'request-change-order', {
      contractNo: 'SG-1',
      reason: '取消东侧停车位',
      effect: { direction: 'LESS', amount: '1000' },
      changesVotedContent: true,
      request: PAPER,
    });
    expect(ask('SITE_DIFFERS', requested)?.figures.changes).toMatchObject({
      value: 1,
      entries: [{ seq: requested.head.seq }],
    });
  });
});

describe('the sample', () => {
  const projects = Array.from({ length: 20 }, (_, index) =>
    neighbourhoodIn('POOL', { serial: String(index + 1).padStart(4, '0') }),
  );
  const drawn = (seed: string, size: number) =>
    sampleProjects(projects, { seed, size }).map(({ projectId }) => projectId);

  it('is the same for the same seed, and another for another', () => {
    expect(drawn('2026-01', 5)).toEqual(drawn('2026-01', 5));
    expect(drawn('2026-01', 5)).not.toEqual(drawn('2026-02', 5));
  });

  it('of a larger size begins with the same projects', () => {
    expect(drawn('2026-01', 10).slice(0, 5)).toEqual(drawn('2026-01', 5));
    expect(new Set(drawn('2026-01', 30)).size).toBe(20);
  });
});

describe('the working paper', () => {
  it('has a row for each project found, and says what was not found', () => {
    const context = { on: plainDateOf('2026-06-10'), calendar: shippedCalendar };
    const findings = AUDIT_CODES.map((code) => askAudit(code, [accepted()], context));
    const { rows, notes, columns } = findingsTable(findings, context.on);
    expect(rows.map(([title]) => title)).toContain('工程资料未归档');
    expect(rows.every((cells) => cells.length === columns.length)).toBe(true);
    expect(notes.map(({ en }) => en)).toContain('Not found: Works over-billed');
    // Figures are called by names that people read.
    expect(rows.map((cells) => cells[7]).join('')).toContain('逾期天数 ');
    expect(rows.map((cells) => cells[7]).join('')).not.toMatch(/[A-Za-z]/);
  });
});
