// Beside the procedure: the site's log and reports, special lines, premises, defects, management reviews, petitions.
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../domain/projects/project.ts';
import { accepted, inApprovals, underConstruction } from '../projects/works/building-site.ts';
import { actor, doAct, neighbourhoodIn, PAPER, refusalOf, TODAY } from './neighbourhoods.ts';

const LOG = { day: TODAY, weather: '晴', workers: 24, work: '雨水管敷设 60 米', photos: [PAPER] };
const PROGRESS = { publishedOn: TODAY, percent: 20, summary: '管网施工', photo: PAPER };
const LINE = { line: 'RAIN_SEWAGE_SPLIT', item: '市政雨污分流', amount: '300000', document: PAPER };

describe('the annual round', () => {
  it('takes an application of a neighbourhood with a body, once a year', () => {
    const project = neighbourhoodIn('BODY_FORMED');
    const application = { year: '2026', application: PAPER };
    const applied = doAct(project, 'STREET', 'apply-for-round', application);
    expect(applied.programme.application).toMatchObject({ year: '2026', appliedOn: TODAY, seq: 2 });
    expect(refusalOf(applied, 'STREET', 'apply-for-round', application).code).toBe('NOT_NOW');
    expect(refusalOf(project, 'STREET', 'apply-for-round', { ...application, year: '2025' }).code).toBe('NOT_NOW');
  });
});

describe('the log of the site', () => {
  it('is kept day after day and never backwards', () => {
    const kept = doAct(underConstruction(), 'STREET', 'keep-site-log', LOG);
    expect(kept.programme.siteLog).toEqual({ days: 1, lastOn: TODAY });
    expect(refusalOf(kept, 'STREET', 'keep-site-log', LOG).names).toEqual(['/day']);
    const ahead = { ...LOG, day: '2026-03-11' };
    expect(refusalOf(kept, 'STREET', 'keep-site-log', ahead, '2026-03-10').names).toEqual(['/day']);
    expect(doAct(kept, 'STREET', 'keep-site-log', ahead, '2026-03-11').programme.siteLog?.days).toBe(2);
  });

  it('begins with the works', () => {
    const early = { ...LOG, day: '2026-03-08' };
    expect(refusalOf(underConstruction(), 'STREET', 'keep-site-log', early).names).toEqual(['/day']);
  });
});

describe('the progress told to residents', () => {
  it('is due every thirty days, and late on the thirty-first', () => {
    const told = doAct(underConstruction(), 'STREET', 'publish-progress', PROGRESS);
    expect(told.programme.progress?.nextOn).toBe('2026-04-08');
    const inTime = doAct(told, 'STREET', 'publish-progress', { ...PROGRESS, publishedOn: '2026-04-08' }, '2026-04-08');
    expect(codesOf(inTime, 'publish-progress')).toBeUndefined();
    const late = doAct(told, 'STREET', 'publish-progress', { ...PROGRESS, publishedOn: '2026-04-09' }, '2026-04-09');
    expect(codesOf(late, 'publish-progress')).toEqual(['PROGRESS_PUBLISHED_LATE']);
    expect(refusalOf(late, 'STREET', 'publish-progress', PROGRESS, '2026-04-09').names).toEqual(['/publishedOn']);
  });
});

describe('representatives who inspect', () => {
  it('are known by their number', () => {
    const visit = { visitedOn: TODAY, groups: ['CPPCC'], count: 6, opinions: '加快进度', record: PAPER };
    const visited = doAct(underConstruction(), 'RENOVATION_OFFICE', 'record-representatives-visit', visit);
    expect(visited.programme.trail['record-representatives-visit']).toHaveLength(1);
  });
});

describe('special lines', () => {
  it('are paid up to what was set aside, to the fen', () => {
    const listed = doAct(inApprovals(), 'STREET', 'list-special-line', LINE);
    const building: Project = { ...listed, state: 'UNDER_CONSTRUCTION' };
    const pay = (amount: string) => ({ no: 1, amount, paidOn: TODAY, certificate: PAPER });
    const paid = doAct(building, 'FINANCE', 'pay-special-line', pay('299999.99'));
    expect(refusalOf(paid, 'FINANCE', 'pay-special-line', pay('0.02')).names).toEqual(['OVER_SPECIAL_FUNDS']);
    expect(doAct(paid, 'FINANCE', 'pay-special-line', pay('0.01')).programme.specialLines[0]?.paid).toBe('300000.00');
  });

  it('are never paid for what stands in the total investment', () => {
    const listed = doAct(inApprovals(), 'STREET', 'list-special-line', { ...LINE, planItem: 'M-01' });
    expect(codesOf(listed, 'list-special-line')).toEqual(['PAID_TWICE']);
    const building: Project = { ...listed, state: 'UNDER_CONSTRUCTION' };
    const payment = { no: 1, amount: '1', paidOn: TODAY, certificate: PAPER };
    expect(refusalOf(building, 'FINANCE', 'pay-special-line', payment).names).toEqual(['PAID_TWICE']);
  });

  it('want the rule that funds a lift', () => {
    const lift = { ...LINE, line: 'ELEVATOR', item: '3 幢电梯' };
    expect(refusalOf(inApprovals(), 'STREET', 'list-special-line', lift).names).toEqual(['/expressRule']);
    const cited = { ...lift, expressRule: '温州市既有住宅加装电梯实施办法' };
    const listed = doAct(inApprovals(), 'STREET', 'list-special-line', cited);
    expect(refusalOf(listed, 'STREET', 'list-special-line', cited).names).toEqual(['/item']);
  });
});

describe('premises gained', () => {
  it('keep their area, whatever way they were gained', () => {
    const gained = doAct(inApprovals(), 'STREET', 'gain-premises', {
      source: 'STATE_OWNED_IDLE',
      mode: 'LENT',
      use: 'ELDERLY_CARE',
      area: '120.5',
      gainedOn: TODAY,
      document: PAPER,
    });
    expect(gained.programme.premises).toMatchObject([{ use: 'ELDERLY_CARE', area: '120.50' }]);
  });
});

describe('a defect', () => {
  const report = (part: string, reportedOn: string) => ({ part, summary: '渗水', reportedOn });

  it('is the contractor’s through the last day of the warranty, and the owners’ from the next', () => {
    const last = doAct(accepted(), 'BODY', 'report-defect', report('PLUMBING', '2028-03-09'), '2028-03-09');
    expect(last.programme.defects[0]?.responsible).toBe('CONTRACTOR');
    const next = doAct(accepted(), 'BODY', 'report-defect', report('PLUMBING', '2028-03-10'), '2028-03-10');
    expect(next.programme.defects[0]?.responsible).toBe('OWNERS');
    expect(refusalOf(accepted(), 'BODY', 'report-defect', report('PLUMBING', '2026-03-08')).names).toEqual([
      '/reportedOn',
    ]);
  });

  it('of the structure is never the owners’', () => {
    const later = doAct(accepted(), 'BODY', 'report-defect', report('STRUCTURE', '2036-03-09'), '2036-03-09');
    expect(later.programme.defects[0]?.responsible).toBe('CONTRACTOR');
  });

  it('is closed once, when it is repaired', () => {
    const reported = doAct(accepted(), 'BODY', 'report-defect', report('EQUIPMENT', TODAY));
    const repair = { no: 1, repairedOn: TODAY, record: PAPER };
    const closed = doAct(reported, 'STREET', 'close-defect', repair);
    expect(closed.programme.defects[0]?.closedOn).toBe(TODAY);
    expect(refusalOf(closed, 'STREET', 'close-defect', repair).names).toEqual(['/no']);
  });
});

describe('the management after the works', () => {
  const review = { year: '2026', reviewedOn: TODAY, inPlace: true, findings: '物业正常履约', record: PAPER };

  it('is reviewed once a year, and not before there is one', () => {
    expect(refusalOf(accepted(), 'STREET', 'review-management', review).names).toEqual(['NO_MANAGEMENT_MODE']);
    const managed = doAct(accepted(), 'STREET', 'set-management-mode', {
      mode: 'PROPERTY_COMPANY',
      propertyManagedBefore: false,
    });
    const reviewed = doAct(managed, 'STREET', 'review-management', review);
    expect(reviewed.programme.reviews).toEqual([{ year: '2026', inPlace: true, reviewedOn: TODAY }]);
    expect(refusalOf(reviewed, 'STREET', 'review-management', review).names).toEqual(['/year']);
  });
});

describe('a petition', () => {
  const letter = { topic: 'NUISANCE', receivedOn: TODAY, text: PAPER };
  const registered = () => doAct(underConstruction(), 'PETITION_BUREAU', 'register-petition', letter);
  const answer = (answeredOn: string) => ({ no: 1, answeredOn, answer: 'b'.repeat(64) });

  it('is answered within sixty days, and late on the sixty-first', () => {
    expect(registered().programme.petitions[0]?.dueOn).toBe('2026-05-08');
    const inTime = doAct(registered(), 'STREET', 'answer-petition', answer('2026-05-08'), '2026-05-08');
    expect(codesOf(inTime, 'answer-petition')).toBeUndefined();
    const late = doAct(registered(), 'STREET', 'answer-petition', answer('2026-05-09'), '2026-05-09');
    expect(codesOf(late, 'answer-petition')).toEqual(['PETITION_ANSWERED_LATE']);
  });

  it('is extended once, before its time is over, by thirty days at most', () => {
    const more = { no: 1, days: 30, reason: '涉及多个单位' };
    const extended = doAct(registered(), 'PETITION_BUREAU', 'extend-petition', more, '2026-05-08');
    expect(extended.programme.petitions[0]?.dueOn).toBe('2026-06-07');
    expect(refusalOf(extended, 'PETITION_BUREAU', 'extend-petition', more, '2026-05-08').code).toBe('NOT_NOW');
    expect(refusalOf(registered(), 'PETITION_BUREAU', 'extend-petition', more, '2026-05-09').code).toBe('NOT_NOW');
    const longer = { ...more, days: 31 };
    expect(refusalOf(registered(), 'PETITION_BUREAU', 'extend-petition', longer).names).toEqual(['/days']);
  });

  it('is registered once, also while the project is held up', () => {
    expect(refusalOf(registered(), 'PETITION_BUREAU', 'register-petition', letter).names).toEqual(['/text']);
    const suspended = doAct(registered(), actor('STREET'), 'suspend-project', { reason: '等待拆迁计划明确' });
    expect(suspended.state).toBe('SUSPENDED');
    const another = { ...letter, text: 'c'.repeat(64) };
    expect(doAct(suspended, 'PETITION_BUREAU', 'register-petition', another).programme.petitions).toHaveLength(2);
  });
});

const codesOf = ({ programme }: Project, act: keyof Project['programme']['trail']) =>
  programme.trail[act]?.at(-1)?.codes;
