// Joint acceptance, the two streamlined filings, the archive, and what is left to be done of step 7 (二(三)7, 二(四)6–7).
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { plainDateOf } from '../../../../domain/calendar/plain-date.ts';
import { openClosingActs } from '../../../../domain/projects/works/closing.ts';
import { ALL_PASS, accepted, completed, did, PAPER, play, refusalOf, TODAY, told } from './building-site.ts';

const ACCEPTANCE = { acceptedOn: TODAY, units: ALL_PASS, report: PAPER };
const SEALED = { paper: PAPER, sealed: true };
const FIVE = { K1: PAPER, K2: PAPER, K3: PAPER, K4: SEALED, K5: SEALED };
const fire = (documents: object) => ({ applies: true, documents });

describe('the joint acceptance', () => {
  it('passes when all five kinds of units accept, and starts the warranties on that day', () => {
    const { project, outcome } = did(completed(), 'STREET', 'record-acceptance', ACCEPTANCE);
    expect([outcome, project.state]).toEqual(['passed', 'ACCEPTED']);
    expect(told(project, 'record-acceptance')).toBe('passed');
    expect(project.works.acceptance).toEqual({
      acceptedOn: TODAY,
      warranties: [
        { part: 'WATERPROOFING', endsOn: '2031-03-09' },
        { part: 'ELECTRICAL', endsOn: '2028-03-09' },
        { part: 'PLUMBING', endsOn: '2028-03-09' },
        { part: 'EQUIPMENT', endsOn: '2028-03-09' },
        { part: 'FINISHING', endsOn: '2028-03-09' },
      ],
    });
  });

  it('knows longer warranties that were agreed, and none shorter than the law', () => {
    const warranty = { agreedYears: { WATERPROOFING: 8, FINISHING: 1 }, otherYears: 3 };
    const { project } = did(completed(), 'STREET', 'record-acceptance', { ...ACCEPTANCE, warranty });
    const ends = new Map(project.works.acceptance?.warranties.map(({ part, endsOn }) => [part, endsOn]));
    expect(ends.get('WATERPROOFING')).toBe('2034-03-09');
    expect(ends.get('FINISHING')).toBe('2028-03-09');
    expect(ends.get('OTHER')).toBe('2029-03-09');
  });

  it('is refused without one of the five, naming all who are missing', () => {
    const units = ALL_PASS.filter(({ kind }) => kind !== 'SURVEY' && kind !== 'DEPARTMENT');
    const refusal = refusalOf(completed(), 'STREET', 'record-acceptance', { ...ACCEPTANCE, units });
    expect(refusal).toMatchObject({ code: 'GATE_SHUT', names: ['NOT_JOINT'] });
    expect(refusal.says.zh).toContain('勘察单位、有关部门');
  });

  it('passes without a survey where there was none, which no other unit can say', () => {
    const without = (kind: string) => [
      ...ALL_PASS.filter((unit) => unit.kind !== kind),
      { kind, result: 'NOT_INVOLVED' },
    ];
    const { outcome } = did(completed(), 'STREET', 'record-acceptance', { ...ACCEPTANCE, units: without('SURVEY') });
    expect(outcome).toBe('passed');
    expect(() => did(completed(), 'STREET', 'record-acceptance', { ...ACCEPTANCE, units: without('DESIGN') })).toThrow(
      z.ZodError,
    );
  });

  it('that one unit fails sends the works back to the site, to be completed again', () => {
    const units = [...ALL_PASS, { kind: 'DEPARTMENT', result: 'FAIL' }];
    const { project, outcome } = did(completed(), 'STREET', 'record-acceptance', { ...ACCEPTANCE, units });
    expect([outcome, project.state]).toEqual(['rejected', 'UNDER_CONSTRUCTION']);
    expect(told(project, 'record-acceptance')).toBe('rejected');
    expect(told(project, 'report-completion')).toBeUndefined();
    expect(project.works.completedOn).toBeUndefined();
  });

  it('lies between the completion and today', () => {
    const on = (acceptedOn: string) =>
      refusalOf(completed(), 'STREET', 'record-acceptance', { ...ACCEPTANCE, acceptedOn }).names;
    expect(on('2026-03-08')).toEqual(['/acceptedOn']);
    expect(on('2026-03-10')).toEqual(['/acceptedOn']);
  });
});

describe('the fire filing', () => {
  it('is accepted at once with the five documents, sealed where the text says so', () => {
    const { outcome, codes, project } = did(accepted(), 'STREET', 'file-fire-acceptance', fire(FIVE));
    expect([outcome, codes]).toEqual(['accepted', []]);
    expect(told(project, 'file-fire-acceptance')).toBe('accepted');
  });

  it('comes back naming everything that is missing and every missing seal, and stays awaited', () => {
    const { outcome, findings, project } = did(
      accepted(),
      'STREET',
      'file-fire-acceptance',
      fire({ K1: PAPER, K4: { paper: PAPER, sealed: false } }),
    );
    expect(outcome).toBe('returned');
    expect(findings.map(({ figures }) => figures.missing ?? figures.unsealed)).toEqual([['K2', 'K3', 'K5'], ['K4']]);
    expect(told(project, 'file-fire-acceptance')).toBeUndefined();
    expect(did(project, 'STREET', 'file-fire-acceptance', fire(FIVE)).outcome).toBe('accepted');
  });

  it('takes no sixth document', () => {
    expect(() => did(accepted(), 'STREET', 'file-fire-acceptance', fire({ ...FIVE, K6: PAPER }))).toThrow(z.ZodError);
  });

  it('is in time on the fifth working day and late, with a warning, on the sixth', () => {
    const on = (day: string) => did(accepted(), 'STREET', 'file-fire-acceptance', fire(FIVE), day).codes;
    expect(on('2026-03-16')).toEqual([]);
    expect(on('2026-03-17')).toEqual(['OVERDUE']);
  });

  it('can be attested as not applicable, with a citation', () => {
    const { outcome, project } = did(accepted(), 'STREET', 'file-fire-acceptance', {
      applies: false,
      citation: '住建部令第51号',
    });
    expect(outcome).toBe('not-applicable');
    expect(told(project, 'file-fire-acceptance')).toBe('not-applicable');
    expect(() => did(accepted(), 'STREET', 'file-fire-acceptance', { applies: false })).toThrow(z.ZodError);
  });

  it('is done once', () => {
    const filed = play(accepted(), [['STREET', 'file-fire-acceptance', fire(FIVE)]]);
    expect(refusalOf(filed, 'STREET', 'file-fire-acceptance', fire(FIVE)).code).toBe('NOT_NOW');
  });
});

describe('the completion filing', () => {
  const TWO = { documents: { K6: PAPER, K7: PAPER } };

  it('is accepted with report and warranty, and takes nothing else', () => {
    expect(did(accepted(), 'STREET', 'file-completion', TWO).outcome).toBe('accepted');
    const three = { documents: { ...TWO.documents, K1: PAPER } };
    expect(() => did(accepted(), 'STREET', 'file-completion', three)).toThrow(z.ZodError);
  });

  it('comes back naming what is missing, and stays awaited', () => {
    const { outcome, findings, project } = did(accepted(), 'STREET', 'file-completion', { documents: { K6: PAPER } });
    expect(outcome).toBe('returned');
    expect(findings.map(({ says }) => says.zh)).toEqual(['缺：施工单位签署的工程质量保修书']);
    expect(told(project, 'file-completion')).toBeUndefined();
  });

  it('is in time on the fifteenth calendar day and late, with a warning, on the sixteenth', () => {
    const on = (day: string) => did(accepted(), 'STREET', 'file-completion', TWO, day).codes;
    expect(on('2026-03-24')).toEqual([]);
    expect(on('2026-03-25')).toEqual(['OVERDUE']);
  });
});

describe('the archive', () => {
  it('takes what was actually created and misses nothing else', () => {
    const { outcome, codes, findings } = did(accepted(), 'ARCHIVES', 'archive-project', { list: PAPER, kinds: ['K6'] });
    expect([outcome, codes]).toEqual(['archived', []]);
    expect(findings.map(({ rule }) => rule)).toEqual(['AP-11', 'AC-03', 'AP-11']);
  });

  it('is late, with a warning, after three months', () => {
    const on = (day: string) =>
      did(accepted(), 'ARCHIVES', 'archive-project', { list: PAPER, kinds: ['K6'] }, day).codes;
    expect(on('2026-06-09')).toEqual([]);
    expect(on('2026-06-10')).toEqual(['OVERDUE']);
  });
});

describe('what is left of step 7', () => {
  it('is everything after the acceptance, and less with each act', () => {
    expect(openClosingActs(accepted())).toEqual([
      'file-fire-acceptance',
      'file-completion',
      'approve-final-accounts',
      'complete-settlement',
      'archive-project',
    ]);
    const project = play(accepted(), [
      ['STREET', 'file-fire-acceptance', fire(FIVE)],
      ['STREET', 'file-completion', { documents: { K6: PAPER, K7: PAPER } }],
      ['ARCHIVES', 'archive-project', { list: PAPER, kinds: ['K6'] }],
    ]);
    expect(openClosingActs(project)).toEqual(['approve-final-accounts', 'complete-settlement']);
    const day = plainDateOf(TODAY);
    const settled = {
      ...project,
      funding: {
        ...project.funding,
        finalAccounts: {
          total: '1.00',
          selfRaised: '0.00',
          subsidy: '1.00',
          excess: '0.00',
          due: '0.00',
          document: PAPER,
          submittedOn: day,
          approvedOn: day,
        },
        settlement: { direction: 'NONE', amount: '0.00', settledOn: day, completedOn: day },
      },
    } as const;
    expect(openClosingActs(settled)).toEqual([]);
  });
});
