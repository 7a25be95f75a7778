// Objections and mediation (二(三)3, PB-05): nobody has a veto, everybody gets a recorded outcome.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../../domain/projects/waits.ts';
import { openStage, type Stage } from '../consent/neighbourhood-on-stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await stage.playUntil('PUBLICITY_RUNNING');
});
afterEach(() => stage.close());

const objection = async (objectionId = 'YY-0001', raisedOn = '2026-03-02') => ({
  objectionId,
  unit: 'd'.repeat(64),
  raisedBy: 'OWNER',
  raisedOn,
  paper: await stage.paper('不同意砍树', 'VAULT'),
});
const mediation = async (more: object = {}) => ({
  objectionId: 'YY-0001',
  outcome: 'RESOLVED',
  mediatedOn: '2026-03-02',
  record: await stage.paper(),
  materialChange: false,
  ...more,
});

describe('filing an objection', () => {
  it('is recorded by number and hashes, by a resident or by the body for one', async () => {
    const { project, findings } = await stage.perform('file-objection', 'RESIDENT', await objection());
    await stage.perform('file-objection', 'BODY', { ...(await objection('YY-0002')), raisedBy: 'OTHER_RESIDENT' });
    expect(project.publicity.objections).toEqual([
      { objectionId: 'YY-0001', unit: 'd'.repeat(64), raisedBy: 'OWNER', raisedOn: '2026-03-02' },
    ]);
    expect(findings.map(({ rule, code }) => [rule, code])).toEqual([['PB-05', 'OBJECTION_RECEIVED']]);
    expect(outcomeOf('record-mediation', project)).toBeUndefined();
  });

  it('is taken until 24:00 of the last day, and not a moment later', async () => {
    stage.setNow((await stage.project()).publicity.opensAt ?? stage.ports.clock.now());
    const refusal = await stage.refusal('file-objection', 'RESIDENT', await objection('YY-0001', '2026-03-10'));
    expect(refusal.code).toBe('NOT_NOW');
    expect(refusal.says.zh).toContain('2026-03-09 24时');
    stage.goTo('2026-03-09');
    await stage.perform('file-objection', 'RESIDENT', await objection('YY-0001', '2026-03-09'));
  });

  it('may be entered later by the body if it was handed in in time', async () => {
    stage.goTo('2026-03-10');
    await stage.perform('file-objection', 'BODY', await objection('YY-0001', '2026-03-09'));
  });

  it('refuses a number used before, and words that do not lie in the vault', async () => {
    await stage.perform('file-objection', 'RESIDENT', await objection());
    const twice = await stage.refusal('file-objection', 'RESIDENT', await objection());
    expect(twice.fields?.map(({ path }) => path)).toEqual(['/objectionId']);
    const open = { ...(await objection('YY-0002')), paper: await stage.paper('在案文件') };
    expect((await stage.refusal('file-objection', 'BODY', open)).fields?.map(({ path }) => path)).toEqual(['/paper']);
  });
});

describe('recording a mediation', () => {
  beforeEach(async () => {
    await stage.perform('file-objection', 'RESIDENT', await objection());
  });

  it.each(['RESOLVED', 'WITHDRAWN', 'UNRESOLVED_RECORDED'])('takes %s for an outcome', async (outcome) => {
    const { project } = await stage.perform('record-mediation', 'BODY', await mediation({ outcome }));
    expect(project.publicity.objections[0]?.outcome).toBe(outcome);
    expect(project.state).toBe('PUBLICITY_RUNNING');
    expect(outcomeOf('record-mediation', project)).toBe('mediated');
  });

  it('sends the project back to its design when the plan changes materially', async () => {
    const { outcome, project, findings } = await stage.perform(
      'record-mediation',
      'BODY',
      await mediation({ materialChange: true }),
    );
    expect(outcome).toBe('plan-changed');
    expect(project.state).toBe('DESIGNING');
    expect(project.consent.planBallot).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual([
      'OBJECTIONS_SETTLED',
      'PLAN_CHANGED_MATERIALLY',
      'BALLOT_AND_PUBLICITY_AGAIN',
    ]);
    expect(outcomeOf('record-mediation', project)).toBe('sent-back');
  });

  it('refuses an unknown objection, one settled before, and a day before the objection', async () => {
    const refused = async (more: object) =>
      (await stage.refusal('record-mediation', 'BODY', await mediation(more))).fields?.map(({ path }) => path);
    expect(await refused({ objectionId: 'YY-0009' })).toEqual(['/objectionId']);
    expect(await refused({ mediatedOn: '2026-03-01' })).toEqual(['/mediatedOn']);
    await stage.perform('record-mediation', 'BODY', await mediation());
    expect(await refused({})).toEqual(['/objectionId']);
  });
});
