// Willingness and the body (二(三)1): two thirds by area and households, held again when it fails; a body at any time in step 1.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../../domain/projects/waits.ts';
import { FIVE_AGREE, openStage, SIX_AGREE, type Stage } from './neighbourhood-on-stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const tally = async (votes: Parameters<Stage['votes']>[1], heldOn = '2026-03-02') => ({
  heldOn,
  votes: await stage.votes(await stage.roll('WILLINGNESS'), votes),
});
const body = async () => ({ kind: 'OWNERS_COMMITTEE', formedOn: '2026-03-02', recognition: await stage.paper() });
const statement = async () => ({ submittedOn: '2026-03-02', statement: await stage.paper() });

describe('starting a consultation', () => {
  it('rests on a roll that was frozen for this ballot, and warns that there is no body yet', async () => {
    await stage.playUntil('SURVEYED');
    const input = { startedOn: '2026-03-02', rollHash: await stage.roll('PLAN'), form: await stage.paper() };
    const refusal = await stage.refusal('start-consultation', 'COMMUNITY', input);
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['/rollHash']);
    await stage.roll('WILLINGNESS');
    const { findings, entry } = await stage.perform('start-consultation', 'COMMUNITY', input);
    expect(findings.map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['E-08', 'PASS'],
      ['S-02', 'PASS'],
      ['S-03', 'WARN'],
    ]);
    expect(entry.payload.result).toEqual({ units: 9, households: 9, area: '900.00' });
  });
});

describe('tallying willingness', () => {
  it('passes at exactly two thirds of the area and of the households', async () => {
    await stage.playUntil('CONSULTING');
    const { outcome, project } = await stage.perform('tally-willingness', 'COMMUNITY', await tally(SIX_AGREE));
    expect(outcome).toBe('passed');
    expect(project.state).toBe('WILLINGNESS_PASSED');
    expect(project.consent.willingness?.tally).toMatchObject({
      households: { total: 9, agreed: 6, required: 6, missing: 0 },
      area: { total: '900.00', agreed: '600.00', required: '600.00', missing: '0.00' },
    });
  });

  it('fails one household short, however many kept silent, and is held again from the beginning', async () => {
    await stage.playUntil('CONSULTING');
    const failed = await stage.perform('tally-willingness', 'COMMUNITY', await tally(FIVE_AGREE));
    expect(failed.outcome).toBe('failed');
    expect(outcomeOf('tally-willingness', failed.project)).toBe('failed');
    expect(outcomeOf('start-consultation', failed.project)).toBeUndefined();

    const again = { startedOn: '2026-03-02', rollHash: await stage.roll('WILLINGNESS'), form: await stage.paper() };
    const { project } = await stage.perform('start-consultation', 'COMMUNITY', again);
    expect(project.consent.willingness?.tally).toBeUndefined();
    expect(outcomeOf('start-consultation', project)).toBe('consulting');
    expect(outcomeOf('tally-willingness', project)).toBeUndefined();
  });

  it('refuses a day before the consultation began or after today, and votes of another roll', async () => {
    await stage.playUntil('CONSULTING');
    for (const heldOn of ['2026-03-01', '2026-03-03']) {
      const refusal = await stage.refusal('tally-willingness', 'COMMUNITY', await tally(SIX_AGREE, heldOn));
      expect(refusal.fields?.map(({ path }) => path)).toEqual(['/heldOn']);
    }
    const foreign = await stage.votes('b'.repeat(64), SIX_AGREE);
    const refusal = await stage.refusal('tally-willingness', 'COMMUNITY', { heldOn: '2026-03-02', votes: foreign });
    expect(refusal.code).toBe('MALFORMED');
  });
});

describe('forming a body', () => {
  it('completes step 1 when the willingness was submitted before', async () => {
    await stage.playUntil('WILLINGNESS_SUBMITTED');
    const { project, findings } = await stage.perform('form-body', 'STREET', await body());
    expect(project.state).toBe('BODY_FORMED');
    expect(outcomeOf('form-body', project)).toBe('formed');
    expect(findings.map(({ rule, verdict }) => [rule, verdict])).toEqual([['S-03', 'PASS']]);
  });

  it('changes no state when it comes early, and leaves nothing to wait for afterwards', async () => {
    await stage.playUntil('SURVEYED');
    const early = await stage.perform('form-body', 'STREET', await body());
    expect(early.project.state).toBe('SURVEYED');
    expect(outcomeOf('form-body', early.project)).toBeUndefined();
    await stage.playUntil('WILLINGNESS_PASSED');
    const { project } = await stage.perform('submit-willingness', 'COMMUNITY', await statement());
    expect(project.state).toBe('BODY_FORMED');
    expect(outcomeOf('submit-willingness', project)).toBe('submitted');
  });

  it('counts a co-creation group as a self-governance group only', async () => {
    await stage.playUntil('SURVEYED');
    const refusal = await stage.refusal('form-body', 'STREET', { ...(await body()), coCreation: true });
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['/coCreation']);
    const group = { ...(await body()), kind: 'SELF_GOVERNANCE_GROUP', coCreation: true };
    const { project } = await stage.perform('form-body', 'STREET', group);
    expect(project.consent.body).toMatchObject({ kind: 'SELF_GOVERNANCE_GROUP', coCreation: true });
  });
});
