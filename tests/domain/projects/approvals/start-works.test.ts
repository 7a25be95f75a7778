// Drawings, permit, tender and the start: each approval with exactly the documents that the text names (二(四)3–5).
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { projectIn, V4 } from '../funding/step-four.ts';
import {
  CONTRACTS,
  DESIGN,
  DRAWINGS,
  did,
  inApprovals,
  PAPER,
  PERMIT,
  play,
  REVIEW,
  refusalOf,
  STUDY,
  TENDER,
  TODAY,
  told,
  underConstruction,
} from '../works/building-site.ts';

describe('the drawings', () => {
  it('are filed with undertaking and drawings, and nothing more is asked for', () => {
    const { project, outcome, codes } = did(inApprovals(), 'STREET', 'file-drawings', {
      documents: { A4: PAPER, A5: PAPER },
    });
    expect([outcome, codes]).toEqual(['filed', []]);
    expect(told(project, 'file-drawings')).toBe('filed');
  });

  it('are refused alone, and so is the undertaking, naming the other', () => {
    const only = (documents: object) => refusalOf(inApprovals(), 'STREET', 'file-drawings', { documents });
    expect(only({ A4: PAPER })).toMatchObject({ code: 'GATE_SHUT', names: ['FILING_INCOMPLETE'] });
    expect(only({ A4: PAPER }).says.zh).toContain('全套施工图设计文件');
    expect(only({ A5: PAPER }).says.zh).toContain('施工图自审承诺书');
    expect(only({}).says.en).toContain('self-review undertaking, full construction drawings');
  });

  it('take no third document', () => {
    const more = { documents: { A4: PAPER, A5: PAPER, A6: PAPER } };
    expect(() => did(inApprovals(), 'STREET', 'file-drawings', more)).toThrow(z.ZodError);
  });
});

describe('the review of the drawings afterwards', () => {
  const reviewed = (findings: readonly string[]) =>
    did(play(inApprovals(), DRAWINGS), 'DRAWING_REVIEWER', 'record-ex-post-review', { report: PAPER, findings });

  it('needs drawings that were filed', () => {
    const review = { report: PAPER, findings: [] };
    expect(refusalOf(inApprovals(), 'DRAWING_REVIEWER', 'record-ex-post-review', review).code).toBe('NOT_NOW');
  });

  it('numbers its findings through all reviews and closes them one by one', () => {
    const first = reviewed(['疏散宽度不足', '雨水口间距过大']);
    expect(first.outcome).toBe('findings-made');
    const review = { report: PAPER, findings: ['栏杆高度不足'] };
    const second = did(first.project, 'DRAWING_REVIEWER', 'record-ex-post-review', review).project;
    expect(second.approvals.exPostFindings.map(({ no }) => no)).toEqual([1, 2, 3]);

    const some = did(second, 'STREET', 'close-review-findings', { numbers: [1, 3], remedy: PAPER });
    expect([some.outcome, some.codes]).toEqual(['closed', ['EX_POST_FINDINGS_OPEN']]);
    expect(
      refusalOf(some.project, 'STREET', 'close-review-findings', { numbers: [2, 3], remedy: PAPER }),
    ).toMatchObject({ code: 'MALFORMED', names: ['/numbers/1'] });
    expect(did(some.project, 'STREET', 'close-review-findings', { numbers: [2], remedy: PAPER }).outcome).toBe(
      'all-closed',
    );
  });

  it('holds up neither the permit nor the start', () => {
    const project = play(reviewed(['疏散宽度不足']).project, [...STUDY, ...REVIEW, ...DESIGN, ...PERMIT, ...TENDER]);
    expect(did(project, 'STREET', 'start-works', { startedOn: TODAY }).outcome).toBe('started');
  });
});

describe('the combined permit', () => {
  const filed = (conditionsMet: boolean) =>
    did(play(inApprovals(), DRAWINGS), 'STREET', 'file-combined-permit', {
      conditionsMet,
      citation: '浙建〔2019〕9号',
    });
  const RETURNED = { decision: 'RETURNED', conditionsMet: true, reason: '材料待核' };

  it('takes no document: the text names none', () => {
    const input = { conditionsMet: true, citation: '浙建〔2019〕9号', document: PAPER };
    expect(() => did(inApprovals(), 'STREET', 'file-combined-permit', input)).toThrow(z.ZodError);
  });

  it('is owed where the conditions are met: the bureau cannot return it', () => {
    expect(refusalOf(filed(true).project, 'HOUSING', 'decide-combined-permit', RETURNED)).toMatchObject({
      code: 'GATE_SHUT',
      names: ['COMBINED_PERMIT_WITHHELD'],
    });
  });

  it('is returned where the bureau finds the conditions not met, and then filed as ordinary permits', () => {
    const returned = did(filed(true).project, 'HOUSING', 'decide-combined-permit', {
      ...RETURNED,
      conditionsMet: false,
    });
    expect(told(returned.project, 'decide-combined-permit')).toBe('returned');
    expect(told(returned.project, 'file-combined-permit')).toBeUndefined();

    const again = did(returned.project, 'STREET', 'file-combined-permit', {
      conditionsMet: false,
      citation: '不属于浙建〔2019〕9号适用范围',
    });
    expect([again.outcome, again.codes]).toEqual(['filed-separately', ['SEPARATE_PERMIT_PATH']]);
    const granted = did(again.project, 'HOUSING', 'decide-combined-permit', { decision: 'GRANTED', permit: PAPER });
    expect(granted.project.approvals.permit).toEqual({ status: 'GRANTED', combined: false, grantedOn: TODAY });
  });

  it('waits for the drawings, and for an application', () => {
    const grant = { decision: 'GRANTED', permit: PAPER };
    expect(refusalOf(inApprovals(), 'HOUSING', 'decide-combined-permit', grant).code).toBe('NOT_NOW');
    const project = play(inApprovals(), PERMIT.slice(0, 1));
    expect(refusalOf(project, 'HOUSING', 'decide-combined-permit', grant).names).toEqual(['DRAWINGS_NOT_FILED']);
  });

  it('is not applied for twice', () => {
    const input = { conditionsMet: true, citation: '浙建〔2019〕9号' };
    expect(refusalOf(filed(true).project, 'STREET', 'file-combined-permit', input).code).toBe('NOT_NOW');
  });
});

describe('the tender', () => {
  const works = (estimate: string) => ({ contractNo: 'SG-1', type: 'WORKS', estimate, price: estimate });
  const small = (...contracts: readonly object[]) => ({ route: 'SMALL_WORKS', contracts, record: PAPER });

  it('cannot be small works from the limit on', () => {
    expect(refusalOf(inApprovals(), 'STREET', 'record-tender', small(works('4000000.00')))).toMatchObject({
      code: 'GATE_SHUT',
      names: ['OPEN_TENDER_REQUIRED', 'OPEN_TENDER'],
    });
  });

  it('can be small works one fen below it', () => {
    const { outcome, project } = did(inApprovals(), 'STREET', 'record-tender', small(works('3999999.99')));
    expect(outcome).toBe('recorded');
    expect(told(project, 'record-tender')).toBe('recorded');
  });

  it('warns of contracts of one kind that reach the limit together', () => {
    const split = small(works('2500000'), { ...works('2500000'), contractNo: 'SG-2' });
    expect(did(inApprovals(), 'STREET', 'record-tender', split).codes).toEqual(['POSSIBLE_SPLITTING']);
  });

  it('counts the money of special lines as state money', () => {
    const poor = { ...V4, subsidy: '1999999.99' };
    const project = { ...projectIn('APPROVALS', poor), approvals: inApprovals().approvals };
    expect(did(project, 'STREET', 'record-tender', small(works('4000000'))).outcome).toBe('recorded');
    const withLines = { ...small(works('4000000')), otherFiscal: '0.01' };
    expect(refusalOf(project, 'STREET', 'record-tender', withLines).names).toContain('OPEN_TENDER_REQUIRED');
  });

  it('names each contract once', () => {
    expect(refusalOf(inApprovals(), 'STREET', 'record-tender', small(works('1'), works('2'))).names).toEqual([
      '/contracts/1/contractNo',
    ]);
  });
});

describe('the start of works', () => {
  it('lists everything that is missing at once, and warns of the platform only', () => {
    const refusal = refusalOf(inApprovals(), 'STREET', 'start-works', { startedOn: TODAY });
    expect(refusal.code).toBe('GATE_SHUT');
    expect(refusal.says.zh).toBe(
      '尚不能办理：缺可行性研究报告批复；缺初步设计及概算批复；缺方案联审会议纪要；缺施工图自审备案；缺施工许可；缺工程发包记录',
    );
  });

  it('needs exactly the approvals of the text and nothing else', () => {
    const ready = play(inApprovals(), [...STUDY, ...REVIEW, ...DESIGN, ...DRAWINGS, ...PERMIT, ...TENDER]);
    const { project, codes } = did(ready, 'STREET', 'start-works', { startedOn: TODAY });
    expect(project.state).toBe('UNDER_CONSTRUCTION');
    expect(codes).toEqual(['SITE_PLATFORM_MISSING']);
    expect(told(project, 'start-works')).toBe('started');
  });

  it('is shut while any single one is missing', () => {
    const parts = [STUDY, REVIEW, DESIGN, DRAWINGS, PERMIT, TENDER];
    const without = (left: (typeof parts)[number]) => parts.filter((part) => part !== left).flat();
    // The design cannot be approved without the study, nor the permit granted without the drawings.
    const missing = (left: (typeof parts)[number]) => {
      const scenes = without(left).filter(
        ([, name]) =>
          !(left === STUDY && name === 'decide-preliminary-design') &&
          !(left === DRAWINGS && name === 'decide-combined-permit'),
      );
      return refusalOf(play(inApprovals(), scenes), 'STREET', 'start-works', { startedOn: TODAY }).names.length;
    };
    expect(parts.map(missing)).toEqual([2, 1, 1, 2, 1, 1]);
  });

  it('is not dated tomorrow', () => {
    const project = play(inApprovals(), [...STUDY, ...REVIEW, ...DESIGN, ...DRAWINGS, ...PERMIT, ...TENDER]);
    expect(refusalOf(project, 'STREET', 'start-works', { startedOn: '2026-03-10' }).names).toEqual(['/startedOn']);
  });

  it('leaves the contracts known for the payments', () => {
    expect(underConstruction().approvals.tender?.contracts).toEqual(CONTRACTS);
  });
});
