// Who may come in (二(一)): the survey, what it leaves to a named decision, and what nobody may override.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../../domain/projects/waits.ts';
import { ELIGIBLE, openStage, type Stage, survey } from './neighbourhood-on-stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const surveyed = async (eligibility: object) =>
  stage.perform('record-survey', 'STREET', await survey(stage, eligibility));
const determine = async (decision: 'INCLUDE' | 'EXCLUDE') => ({
  decision,
  reason: '三项条件均已查明',
  document: await stage.paper(),
});

describe('recording a survey', () => {
  it('lets a neighbourhood of 1999 and before go on', async () => {
    const { outcome, project, findings } = await surveyed({ ...ELIGIBLE, completionYear: 1999 });
    expect(outcome).toBe('eligible');
    expect(project.state).toBe('SURVEYED');
    expect(outcomeOf('record-survey', project)).toBe('eligible');
    expect(findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['G-02', 'S-01', 'E-01', 'E-02', 'E-03', 'E-05', 'E-08']),
    );
  });

  it('leaves a neighbourhood of 2000 with all three conditions to the Office', async () => {
    const conditions = { deficientFacilities: true, poorManagement: true, strongWill: true };
    const { outcome, project } = await surveyed({ ...ELIGIBLE, completionYear: 2000, ...conditions });
    expect(outcome).toBe('needs-determination');
    expect(outcomeOf('record-survey', project)).toBe('needs-determination');
    expect(outcomeOf('determine-eligibility', project)).toBeUndefined();
    const included = await stage.perform('determine-eligibility', 'RENOVATION_OFFICE', await determine('INCLUDE'));
    expect(included.project.state).toBe('SURVEYED');
    expect(included.findings.map(({ rule, code }) => [rule, code])).toEqual([['E-04', 'INCLUDED_BY_DECISION']]);
  });

  it('ends a project in the demolition plan, and whoever waits for it', async () => {
    const { outcome, project } = await surveyed({ ...ELIGIBLE, inDemolitionPlan: true });
    expect(outcome).toBe('excluded');
    expect(project.state).toBe('EXCLUDED');
    expect(outcomeOf('start-consultation', project)).toBe('closed');
    const refusal = await stage.refusal('determine-eligibility', 'LEADING_GROUP', await determine('INCLUDE'));
    expect(refusal.code).toBe('NOT_NOW');
  });

  it('refuses a survey that found no need, and one that lies ahead', async () => {
    const input = await survey(stage);
    const idle = await stage.refusal('record-survey', 'STREET', { ...input, needsRenovation: false });
    expect(idle.findings?.map(({ code }) => code)).toEqual(['NO_NEED_OF_RENOVATION']);
    const ahead = await stage.refusal('record-survey', 'STREET', { ...input, surveyedOn: '2026-03-03' });
    expect(ahead.fields?.map(({ path }) => path)).toEqual(['/surveyedOn']);
  });

  it('refuses a record that nobody has', async () => {
    const refusal = await stage.refusal('record-survey', 'STREET', {
      ...(await survey(stage)),
      record: 'a'.repeat(64),
    });
    expect(refusal.code).toBe('MALFORMED');
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['/record']);
  });
});

describe('determining eligibility', () => {
  it('leaves the bar in principle to the leading group alone', async () => {
    const { project } = await surveyed({ ...ELIGIBLE, dangerGrade: 'D' });
    expect(project.state).toBe('NEEDS_DETERMINATION');
    const office = await stage.refusal('determine-eligibility', 'RENOVATION_OFFICE', await determine('INCLUDE'));
    expect(office.code).toBe('FORBIDDEN_ROLE');
    const done = await stage.perform('determine-eligibility', 'LEADING_GROUP', await determine('INCLUDE'));
    expect(done.findings.map(({ rule, code }) => [rule, code])).toEqual([['E-05', 'OVERRIDDEN_BY_LEADING_GROUP']]);
    expect(done.project.state).toBe('SURVEYED');
  });

  it('includes nobody whose hazards were never appraised, until the survey is made again', async () => {
    const { dangerGrade: _, ...unappraised } = ELIGIBLE;
    await surveyed(unappraised);
    const refusal = await stage.refusal('determine-eligibility', 'RENOVATION_OFFICE', await determine('INCLUDE'));
    expect(refusal.findings?.map(({ code }) => code)).toEqual(['HAZARD_UNKNOWN']);
    expect((await surveyed(ELIGIBLE)).project.state).toBe('SURVEYED');
  });

  it('ends the project when the decision is to exclude', async () => {
    await surveyed({ ...ELIGIBLE, comprehensivelyRenovable: false });
    const { outcome, project } = await stage.perform(
      'determine-eligibility',
      'RENOVATION_OFFICE',
      await determine('EXCLUDE'),
    );
    expect(outcome).toBe('excluded');
    expect(outcomeOf('determine-eligibility', project)).toBe('closed');
  });
});
