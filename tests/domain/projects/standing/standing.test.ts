// Holding up and going on: a re-check that finds an exclusion, a suspension by hand, and what lets a project resume (E-03, E-05).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stepOf } from '../../../../domain/projects/project.ts';
import { outcomeOf } from '../../../../domain/projects/waits.ts';
import { ELIGIBLE, openStage, type Stage } from '../consent/neighbourhood-on-stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await stage.playUntil('VOTING');
});
afterEach(() => stage.close());

const check = async (eligibility: object) => ({
  checkedOn: '2026-03-02',
  record: await stage.paper(),
  eligibility: { ...ELIGIBLE, ...eligibility },
});
const reason = '情形已核实消除';

describe('rechecking eligibility', () => {
  it('changes nothing when everything is as it was', async () => {
    const { outcome, project } = await stage.perform('recheck-eligibility', 'STREET', await check({}));
    expect(outcome).toBe('confirmed');
    expect(project.state).toBe('VOTING');
  });

  it('suspends a project that fell into the demolition plan, and keeps everybody waiting', async () => {
    const demolition = await check({ inDemolitionPlan: true });
    const { outcome, project, findings } = await stage.perform('recheck-eligibility', 'STREET', demolition);
    expect(outcome).toBe('excluded');
    expect(project.state).toBe('SUSPENDED');
    expect(project.suspended?.from).toBe('VOTING');
    expect(stepOf(project)).toBe(3);
    expect(outcomeOf('publish-plan', project)).toBeUndefined();
    expect(findings.filter(({ verdict }) => verdict === 'FAIL').map(({ rule }) => rule)).toEqual(['E-03', 'E-08']);
  });

  it('takes nothing away for what is merely not known today', async () => {
    const { outcome, project } = await stage.perform(
      'recheck-eligibility',
      'STREET',
      await check({ dangerGrade: undefined }),
    );
    expect(outcome).toBe('undetermined');
    expect(project.consent.eligibility?.verdict).toBe('CORE');
    expect(project.state).toBe('VOTING');
  });
});

describe('resuming a project', () => {
  it('waits for a re-check that finds the exclusion gone, and goes on where it stood', async () => {
    await stage.perform('recheck-eligibility', 'STREET', await check({ inDemolitionPlan: true }));
    const refusal = await stage.refusal('resume-project', 'RENOVATION_OFFICE', { reason });
    expect(refusal.findings?.map(({ rule, code }) => [rule, code])).toEqual([['E-08', 'NOT_ELIGIBLE']]);
    const clear = await stage.perform('recheck-eligibility', 'STREET', await check({}));
    expect(clear.project.state).toBe('SUSPENDED');
    const { project } = await stage.perform('resume-project', 'RENOVATION_OFFICE', { reason });
    expect(project.state).toBe('VOTING');
    expect(project.suspended).toBeUndefined();
  });

  it('needs the determination of the leading group where the bar is one in principle', async () => {
    await stage.perform('recheck-eligibility', 'STREET', await check({ dangerGrade: 'C' }));
    const refusal = await stage.refusal('resume-project', 'RENOVATION_OFFICE', { reason });
    expect(refusal.findings?.map(({ rule }) => rule)).toEqual(['E-05']);
    const exception = await stage.paper('例外认定书');
    const { project } = await stage.perform('resume-project', 'RENOVATION_OFFICE', { reason, exception });
    expect(project.state).toBe('VOTING');
    const again = await stage.perform('recheck-eligibility', 'STREET', await check({ dangerGrade: 'C' }));
    expect(again.outcome).toBe('confirmed');
  });

  it('ends a suspension by hand', async () => {
    await stage.perform('suspend-project', 'RENOVATION_OFFICE', { reason: '信访事项调查中' });
    expect((await stage.refusal('tally-plan-ballot', 'BODY', {})).code).toBe('NOT_NOW');
    expect((await stage.refusal('resume-project', 'STREET', { reason })).code).toBe('FORBIDDEN_ROLE');
    const { project } = await stage.perform('resume-project', 'RENOVATION_OFFICE', { reason });
    expect(project.state).toBe('VOTING');
  });
});
