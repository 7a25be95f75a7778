// The application for the start: when, with what, by whom (二(三)4 ①–⑤).
import { describe, expect, it } from 'vitest';
import { submitApplication } from '../../../../domain/projects/start/submit-application.ts';
import { at, did, PAPER, projectIn, refusalOf } from '../funding/step-four.ts';

const complete = { application: PAPER, notice: PAPER, undertaking: PAPER, managementPlan: PAPER };

describe('applying for the start', () => {
  it('is accepted with the four materials of the text, and nothing more is asked for', () => {
    const { project, outcome, codes } = did(submitApplication, projectIn('PUBLICITY_SATISFIED'), complete, undefined);
    expect(outcome).toBe('accepted');
    expect(codes).toEqual([]);
    expect(project.state).toBe('APPLICATION_SUBMITTED');
    expect(project.start.application).toEqual({ at: at('2026-03-09'), on: '2026-03-09' });
    expect(submitApplication.outcome?.(project)).toBe('accepted');
  });

  it('is returned with everything that is missing at once, and stays awaited', () => {
    const input = { notice: PAPER, otherMaterials: [{ title: '产权清册' }, { title: '现状照片', paper: PAPER }] };
    const { project, outcome, result, codes } = did(
      submitApplication,
      projectIn('PUBLICITY_SATISFIED'),
      input,
      undefined,
    );
    expect(outcome).toBe('returned');
    expect(result.missing).toEqual(['M1', 'M3', 'M4', '产权清册']);
    expect(codes).toEqual(Array.from({ length: 4 }, () => 'MATERIAL_MISSING'));
    expect(project.state).toBe('PUBLICITY_SATISFIED');
    expect(project.start.missing).toEqual(result.missing);
    expect(submitApplication.outcome?.(project)).toBeUndefined();
  });

  it('forgets what was missing once it is accepted', () => {
    const returned = did(submitApplication, projectIn('PUBLICITY_SATISFIED'), {}, undefined);
    const { project } = did(submitApplication, returned.project, complete, undefined, at('2026-03-10'));
    expect(project.start).toEqual({ application: { at: at('2026-03-10'), on: '2026-03-10' } });
  });

  it('is refused on the last day of publicity and possible on the next', () => {
    const project = projectIn('PUBLICITY_SATISFIED');
    expect(refusalOf(submitApplication, project, complete, undefined, at('2026-02-27'))).toEqual({
      code: 'GATE_SHUT',
      names: ['PUBLICITY_NOT_ENDED'],
    });
    expect(did(submitApplication, project, complete, undefined, at('2026-02-28')).outcome).toBe('accepted');
  });

  it('by a self-governance group, which the text does not name, is flagged for the street', () => {
    const project = projectIn('PUBLICITY_SATISFIED');
    const { body } = project.consent;
    const group = {
      ...project,
      consent: { ...project.consent, ...(body && { body: { ...body, kind: 'SELF_GOVERNANCE_GROUP' as const } }) },
    };
    const { outcome, codes } = did(submitApplication, group, complete, undefined);
    expect(outcome).toBe('accepted');
    expect(codes).toEqual(['FILED_BY_SELF_GOVERNANCE_GROUP']);
  });

  it('names papers by hash only', () => {
    expect(submitApplication.input.safeParse({ application: '申请表.pdf' }).success).toBe(false);
  });
});
