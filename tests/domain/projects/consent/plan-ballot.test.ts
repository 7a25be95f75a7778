// The ballot on the plan (二(三)3), and every way back to the drawing board.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../../domain/projects/waits.ts';
import { design, FIVE_AGREE, openStage, SIX_AGREE, type Stage } from './neighbourhood-on-stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const tally = async (votes: Parameters<Stage['votes']>[1]) => ({
  heldOn: '2026-03-02',
  votes: await stage.votes(await stage.roll('PLAN'), votes),
});

describe('publishing a plan', () => {
  it('publishes the version that is current and no other', async () => {
    await stage.playUntil('DESIGN_READY');
    const input = { publishedOn: '2026-03-02', planVersion: 2, place: '社区服务站' };
    const refusal = await stage.refusal('publish-plan', 'BODY', input);
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['/planVersion']);
    const { project } = await stage.perform('publish-plan', 'BODY', { ...input, planVersion: 1 });
    expect(outcomeOf('publish-plan', project)).toBe('published');
  });

  it('is not for the street to do', async () => {
    await stage.playUntil('DESIGN_READY');
    expect((await stage.refusal('publish-plan', 'STREET', {})).code).toBe('FORBIDDEN_ROLE');
  });
});

describe('the ballot on the plan', () => {
  it('opens over a roll of its own, not before the plan is published', async () => {
    await stage.playUntil('PLAN_PUBLISHED');
    const form = await stage.paper();
    const wrongRoll = { openedOn: '2026-03-02', rollHash: 'c'.repeat(64), form };
    const refusal = await stage.refusal('open-ballot', 'BODY', wrongRoll);
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['/rollHash']);
    const tooEarly = { openedOn: '2026-03-01', rollHash: await stage.roll('PLAN'), form };
    expect((await stage.refusal('open-ballot', 'BODY', tooEarly)).fields?.[0]?.path).toBe('/openedOn');
  });

  it('approves the plan at exactly two thirds, and gives the advice of the Civil Code beside it', async () => {
    await stage.playUntil('VOTING');
    const { outcome, project, findings } = await stage.perform('tally-plan-ballot', 'BODY', await tally(SIX_AGREE));
    expect(outcome).toBe('passed');
    expect(project.consent.planBallot).toMatchObject({ planVersion: 1, tally: { passed: true } });
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['PLAN_APPROVED', 'CIVIL_CODE_278_MET', 'AREA_SUMMED', 'HOUSEHOLDS_COUNTED']),
    );
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['V-03', 'V-04', 'V-05', 'V-06']));
  });

  it('rejects the plan one household short, and waits for a revision', async () => {
    await stage.playUntil('VOTING');
    const { outcome, project } = await stage.perform('tally-plan-ballot', 'BODY', await tally(FIVE_AGREE));
    expect(outcome).toBe('failed');
    expect(project.state).toBe('PLAN_REJECTED');
    expect(outcomeOf('tally-plan-ballot', project)).toBe('failed');
    expect(outcomeOf('revise-plan', project)).toBeUndefined();
    expect(outcomeOf('post-notice', project)).toBeUndefined();
  });
});

describe('revising a plan', () => {
  const revise = () => stage.perform('revise-plan', 'STREET', { reason: '居民要求增加停车位' });

  it('sends everybody in step 3 back after a failed ballot, and votes afresh on the next version', async () => {
    await stage.playUntil('VOTING');
    await stage.perform('tally-plan-ballot', 'BODY', await tally(FIVE_AGREE));
    const { project, entry } = await revise();
    expect(project.state).toBe('DESIGNING');
    expect(entry.payload.result).toEqual({ from: 'PLAN_REJECTED', planVersion: 1 });
    expect(outcomeOf('revise-plan', project)).toBe('sent-back');
    expect(outcomeOf('tally-plan-ballot', project)).toBe('sent-back');
    expect(project.consent.planBallot).toBeUndefined();

    const next = await stage.perform('submit-design', 'STREET', await design(stage));
    expect(next.project.consent.plan?.version).toBe(2);
  });

  it('takes back ballot and publicity, however far they came, and keeps the willingness and the body', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    const { project, findings } = await revise();
    expect(project.publicity).toEqual({ places: [], objections: [] });
    expect(project.consent.planBallot).toBeUndefined();
    expect(project.consent.willingness?.tally?.passed).toBe(true);
    expect(project.consent.body?.kind).toBe('SELF_GOVERNANCE_GROUP');
    expect(findings.map(({ code }) => code)).toEqual(['BALLOT_AND_PUBLICITY_AGAIN']);
  });

  it('asks for a reason', async () => {
    await stage.playUntil('VOTING');
    const refusal = await stage.refusal('revise-plan', 'STREET', { reason: ' ' });
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['/reason']);
  });
});
