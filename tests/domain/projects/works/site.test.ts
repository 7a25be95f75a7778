// The site: platform, supervisors, audit, problems, inspections, and the completion (二(三)6).
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  completed,
  did,
  inApprovals,
  PAPER,
  play,
  refusalOf,
  TODAY,
  told,
  underConstruction,
} from './building-site.ts';

const PROBLEM = { kind: 'NUISANCE', summary: '夜间施工扰民', raisedOn: TODAY };
const RESOLUTION = { no: 1, discussedOn: TODAY, resolvedOn: TODAY, resolution: '调整施工时段' };
const COMPLETION = { completedOn: TODAY };

describe('the platform on site', () => {
  it('can be set up while approvals are open, and clears the warning at the start', () => {
    const { project, outcome } = did(inApprovals(), 'STREET', 'establish-site-platform', {
      establishedOn: TODAY,
      place: '小区北门岗亭',
    });
    expect(outcome).toBe('established');
    expect(told(project, 'establish-site-platform')).toBe('established');
    const refusal = refusalOf(project, 'STREET', 'start-works', { startedOn: TODAY });
    expect(refusal.names).not.toContain('SITE_PLATFORM_MISSING');
  });

  it('and the tracking audit are waited for until the works are completed, and not longer', () => {
    expect(told(underConstruction(), 'establish-site-platform')).toBeUndefined();
    expect(told(underConstruction(), 'engage-tracking-audit')).toBeUndefined();
    expect(told(completed(), 'establish-site-platform')).toBe('established');
    expect(told(completed(), 'engage-tracking-audit')).toBe('engaged');
  });
});

describe('resident supervisors', () => {
  it('are known to the ledger by their number only', () => {
    const { project } = did(underConstruction(), 'STREET', 'register-resident-supervisors', {
      count: 3,
      roster: PAPER,
    });
    expect(project.works.residentSupervisors).toEqual({ count: 3 });
    const named = { count: 1, roster: PAPER, names: ['某某'] };
    expect(() => did(underConstruction(), 'STREET', 'register-resident-supervisors', named)).toThrow(z.ZodError);
  });
});

describe('a problem on site', () => {
  it('is raised, discussed and resolved, in this order', () => {
    const raised = did(underConstruction(), 'COMMUNITY', 'log-site-problem', PROBLEM);
    expect(raised.project.works.problems).toEqual([{ no: 1, kind: 'NUISANCE', raisedOn: TODAY }]);
    const early = { ...RESOLUTION, discussedOn: '2026-03-08' };
    expect(refusalOf(raised.project, 'STREET', 'resolve-site-problem', early).names).toEqual(['/resolvedOn']);
    const resolved = did(raised.project, 'STREET', 'resolve-site-problem', RESOLUTION);
    expect(resolved.project.works.problems[0]?.resolvedOn).toBe(TODAY);
  });

  it('is resolved once', () => {
    const project = play(underConstruction(), [
      ['BODY', 'log-site-problem', PROBLEM],
      ['STREET', 'resolve-site-problem', RESOLUTION],
    ]);
    expect(refusalOf(project, 'STREET', 'resolve-site-problem', RESOLUTION).names).toEqual(['/no']);
  });
});

describe('an inspection', () => {
  const IN_PLACE = { staff: true, responsibility: true, acceptance: true };
  const inspection = {
    inspectedOn: TODAY,
    units: [
      { unit: 'CONTRACTOR', ...IN_PLACE },
      { unit: 'SUPERVISOR', ...IN_PLACE },
    ],
    quality: true,
    safety: true,
    civilisedSite: true,
    sheet: PAPER,
  };

  it('looks for staff, responsibility and acceptance at each unit, and at the site as a whole', () => {
    const { outcome, findings } = did(underConstruction(), 'HOUSING', 'record-inspection', inspection);
    expect(outcome).toBe('in-order');
    expect(findings.map(({ rule }) => rule)).toEqual(['SU-01', 'SU-01', 'SU-06']);
  });

  it('names what is to be rectified', () => {
    const { outcome, findings } = did(underConstruction(), 'HOUSING', 'record-inspection', {
      ...inspection,
      units: [{ unit: 'CONTRACTOR', staff: false, responsibility: true, acceptance: false }],
      safety: false,
    });
    expect(outcome).toBe('rectify');
    expect(findings.map(({ says }) => says.zh)).toEqual(['施工单位未到位：管理人员、验收', '须整改：安全生产']);
  });
});

describe('the completion', () => {
  it('is shut while problems and findings are open, and lists both', () => {
    const project = play(underConstruction(), [
      ['BODY', 'log-site-problem', PROBLEM],
      ['DRAWING_REVIEWER', 'record-ex-post-review', { report: PAPER, findings: ['栏杆高度不足'] }],
    ]);
    expect(refusalOf(project, 'STREET', 'report-completion', COMPLETION)).toMatchObject({
      code: 'GATE_SHUT',
      names: ['SITE_PROBLEMS_OPEN', 'EX_POST_FINDINGS_OPEN'],
    });
    const settled = play(project, [
      ['STREET', 'resolve-site-problem', RESOLUTION],
      ['STREET', 'close-review-findings', { numbers: [1], remedy: PAPER }],
    ]);
    expect(did(settled, 'STREET', 'report-completion', COMPLETION).project.state).toBe('COMPLETED');
  });

  it('warns when no audit tracked the works', () => {
    expect(did(underConstruction(), 'STREET', 'report-completion', COMPLETION).codes).toEqual([
      'TRACKING_AUDIT_MISSING',
    ]);
    const audited = play(underConstruction(), [
      ['STREET', 'engage-tracking-audit', { engagedOn: TODAY, engagement: PAPER }],
    ]);
    expect(did(audited, 'STREET', 'report-completion', COMPLETION).codes).toEqual([]);
  });

  it('lies between the start of works and today', () => {
    const on = (completedOn: string) =>
      refusalOf(underConstruction(), 'STREET', 'report-completion', { completedOn }).names;
    expect(on('2026-03-08')).toEqual(['/completedOn']);
    expect(on('2026-03-10')).toEqual(['/completedOn']);
  });
});
