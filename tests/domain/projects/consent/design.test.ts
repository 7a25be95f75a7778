// The preliminary design (二(三)2): who may commission it, what it must hold, what it will cost whom.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../../domain/projects/waits.ts';
import { design, openStage, type Stage } from './neighbourhood-on-stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

describe('commissioning a design', () => {
  it('rests on the willingness and the body', async () => {
    await stage.playUntil('BODY_FORMED');
    const { project, findings } = await stage.perform('commission-design', 'STREET', {
      commissionedOn: '2026-03-02',
      designer: '温州某设计院',
      contract: await stage.paper(),
    });
    expect(findings.map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['I-03', 'PASS'],
      ['S-04', 'PASS'],
    ]);
    expect(outcomeOf('commission-design', project)).toBe('commissioned');
    expect(outcomeOf('submit-design', project)).toBeUndefined();
  });
});

describe('submitting a design', () => {
  beforeEach(() => stage.playUntil('DESIGNING'));

  it('computes what the residents and the treasury pay', async () => {
    const { outcome, project, entry } = await stage.perform('submit-design', 'STREET', await design(stage));
    expect(outcome).toBe('ready');
    expect(project.consent.plan).toMatchObject({
      version: 1,
      titleArea: '10000',
      direct: { MANDATORY: '2000000.00', BASIC: '1500000.00', IMPROVEMENT: '1000000.00', UPGRADE: '500000.00' },
      funding: {
        total: '5775000.00',
        selfRaised: '924000.00',
        subsidyBase: '4851000.00',
        subsidy: '4000000.00',
        excess: '851000.00',
        residents: '1775000.00',
      },
    });
    expect(entry.payload.result).toMatchObject({ perSquareMetre: '485.10' });
  });

  it('names every part that is missing, all at once', async () => {
    const incomplete = { ...(await design(stage)), parts: ['ENGINEERING', 'BUDGET'] };
    const refusal = await stage.refusal('submit-design', 'STREET', incomplete);
    expect(refusal.code).toBe('GATE_SHUT');
    expect(refusal.findings?.[0]?.figures).toEqual({ missing: ['RESOURCES', 'FUNDING_PLAN', 'MANAGEMENT'] });
  });

  it('warns of what it does not rest on, of a missing mandatory item and of an earlier renovation, and takes it', async () => {
    const input = await design(stage);
    const { findings } = await stage.perform('submit-design', 'STREET', {
      ...input,
      basedOn: ['SITE_FACTS'],
      items: input.items.filter(({ category }) => category !== 'MANDATORY'),
    });
    const warned = findings.filter(({ verdict }) => verdict === 'WARN').map(({ rule }) => rule);
    expect(warned).toEqual(expect.arrayContaining(['S-05', 'C-04']));
  });

  it('refuses an area of nothing, floats, and two items of one number', async () => {
    const input = await design(stage);
    const [first] = input.items;
    const refusal = await stage.refusal('submit-design', 'STREET', {
      ...input,
      titleArea: '0.00',
      otherCosts: '1.005',
      items: [first, first],
    });
    expect(refusal.fields?.map(({ path }) => path).sort()).toEqual(['/items', '/otherCosts', '/titleArea']);
  });

  it('keeps lifts, which have a rule of their own, out of the total', async () => {
    const lift = { name: '加装电梯', cost: '600000', citation: '温州市既有住宅加装电梯补助办法' };
    const { project } = await stage.perform('submit-design', 'STREET', { ...(await design(stage)), excluded: [lift] });
    expect(project.consent.plan?.funding.total).toBe('5775000.00');
  });
});
