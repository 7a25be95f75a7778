// Posting the result of the ballot (二(三)3): three papers, every place with a photo, and the clock that starts after the last.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextEvent } from '../../../../domain/projects/next-event.ts';
import { outcomeOf } from '../../../../domain/projects/waits.ts';
import { GATE, notice, openStage, STAIRWELL, type Stage } from '../consent/neighbourhood-on-stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await stage.playUntil('PLAN_APPROVED');
});
afterEach(() => stage.close());

const posting = async (place: string, postedOn: string) => ({ place, postedOn, photo: await stage.paper(place) });

describe('posting a notice', () => {
  it('refuses one that lacks papers, and names all that are missing', async () => {
    const input = await notice(stage);
    const refusal = await stage.refusal('post-notice', 'BODY', { ...input, documents: { F3: input.documents.F3 } });
    expect(refusal.code).toBe('GATE_SHUT');
    expect(refusal.findings?.map(({ rule }) => rule)).toEqual(['PB-02']);
    expect(refusal.findings?.[0]?.figures).toEqual({ missing: ['F4', 'P2'] });
  });

  it('refuses places of which none is conspicuous, and one named twice', async () => {
    const input = await notice(stage);
    for (const places of [
      [{ place: STAIRWELL, conspicuous: false }],
      [
        { place: GATE, conspicuous: true },
        { place: GATE, conspicuous: true },
      ],
    ]) {
      const refusal = await stage.refusal('post-notice', 'BODY', { ...input, places });
      expect(refusal.fields?.map(({ path }) => path)).toEqual(['/places']);
    }
  });

  it('is awaited until it is done, and then the posting is', async () => {
    expect(outcomeOf('post-notice', await stage.project())).toBeUndefined();
    const { project } = await stage.perform('post-notice', 'BODY', await notice(stage));
    expect(outcomeOf('post-notice', project)).toBe('ready');
    expect(outcomeOf('confirm-posting', project)).toBeUndefined();
  });
});

describe('confirming a posting', () => {
  it('is refused while no notice was made ready', async () => {
    const refusal = await stage.refusal('confirm-posting', 'BODY', await posting(GATE, '2026-03-02'));
    expect(refusal.code).toBe('GATE_SHUT');
    expect(refusal.findings?.map(({ rule }) => rule)).toEqual(['PB-02']);
  });

  it('starts the clock from the latest place, the posting day not counted', async () => {
    await stage.perform('post-notice', 'BODY', await notice(stage));
    stage.goTo('2026-03-04');
    const first = await stage.perform('confirm-posting', 'BODY', await posting(STAIRWELL, '2026-03-04'));
    expect(first.outcome).toBe('recorded');
    expect(first.entry.payload.result).toEqual({ missing: [GATE] });
    expect(first.project.state).toBe('PLAN_APPROVED');
    expect(outcomeOf('confirm-posting', first.project)).toBeUndefined();

    const last = await stage.perform('confirm-posting', 'BODY', await posting(GATE, '2026-03-03'));
    expect(last.outcome).toBe('running');
    expect(last.project.state).toBe('PUBLICITY_RUNNING');
    expect(last.project.publicity).toMatchObject({
      runsFrom: '2026-03-04',
      endsOn: '2026-03-11',
      opensAt: '2026-03-11T16:00:00.000Z',
    });
    expect(outcomeOf('confirm-posting', last.project)).toBe('posted');
    expect(nextEvent(last.project)?.dueOn).toBe('2026-03-11');
    expect(last.findings.map(({ code }) => code)).toEqual(['POSTING_CONFIRMED_LATE', 'POSTED', 'PUBLICITY_COUNTED']);
  });

  it('counts adjusted working weekends and leaves out the holiday', async () => {
    await stage.perform('post-notice', 'BODY', await notice(stage));
    stage.goTo('2026-04-30');
    await stage.perform('confirm-posting', 'BODY', await posting(GATE, '2026-04-30'));
    const { project } = await stage.perform('confirm-posting', 'BODY', await posting(STAIRWELL, '2026-04-30'));
    expect(project.publicity.endsOn).toBe('2026-05-11');
  });

  it('runs without an end while the calendar of the next year is not published', async () => {
    await stage.perform('post-notice', 'BODY', await notice(stage));
    stage.goTo('2026-12-25');
    await stage.perform('confirm-posting', 'BODY', await posting(GATE, '2026-12-25'));
    const { outcome, project } = await stage.perform('confirm-posting', 'BODY', await posting(STAIRWELL, '2026-12-25'));
    expect(outcome).toBe('pending-calendar');
    expect(project.state).toBe('PUBLICITY_RUNNING');
    expect(project.publicity.endsOn).toBeUndefined();
  });

  it('refuses a strange place, a place confirmed already, and days before the ballot or after today', async () => {
    await stage.perform('post-notice', 'BODY', await notice(stage));
    await stage.perform('confirm-posting', 'BODY', await posting(GATE, '2026-03-02'));
    const refused = async (place: string, postedOn: string) =>
      (await stage.refusal('confirm-posting', 'BODY', await posting(place, postedOn))).fields?.map(({ path }) => path);
    expect(await refused('微信群', '2026-03-02')).toEqual(['/place']);
    expect(await refused(GATE, '2026-03-02')).toEqual(['/place']);
    expect(await refused(STAIRWELL, '2026-03-01')).toEqual(['/postedOn']);
    expect(await refused(STAIRWELL, '2026-03-03')).toEqual(['/postedOn']);
  });

  it('begins again under a changed notice: what hung before counts no more', async () => {
    await stage.perform('post-notice', 'BODY', await notice(stage));
    await stage.perform('confirm-posting', 'BODY', await posting(GATE, '2026-03-02'));
    stage.goTo('2026-03-05');
    await stage.perform('post-notice', 'BODY', await notice(stage));
    const refusal = await stage.refusal('confirm-posting', 'BODY', await posting(GATE, '2026-03-02'));
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['/postedOn']);
    await stage.perform('confirm-posting', 'BODY', await posting(GATE, '2026-03-05'));
    const { project } = await stage.perform('confirm-posting', 'BODY', await posting(STAIRWELL, '2026-03-05'));
    expect(project.publicity.runsFrom).toBe('2026-03-05');
  });
});

describe('reporting a poster down', () => {
  beforeEach(() => stage.playUntil('PUBLICITY_RUNNING'));

  it('interrupts the period, which runs anew from the day the poster is up again', async () => {
    stage.goTo('2026-03-06');
    const down = await stage.perform('report-poster-down', 'COMMUNITY', { place: GATE, foundDownOn: '2026-03-05' });
    expect(down.project.state).toBe('PUBLICITY_INTERRUPTED');
    expect(down.findings.map(({ rule, code }) => [rule, code])).toEqual([['PB-04', 'PUBLICITY_RESTARTED']]);
    expect(outcomeOf('confirm-posting', down.project)).toBeUndefined();

    const tooEarly = await stage.refusal('confirm-posting', 'BODY', await posting(GATE, '2026-03-04'));
    expect(tooEarly.fields?.map(({ path }) => path)).toEqual(['/postedOn']);
    const { project } = await stage.perform('confirm-posting', 'BODY', await posting(GATE, '2026-03-06'));
    expect(project.state).toBe('PUBLICITY_RUNNING');
    expect(project.publicity).toMatchObject({ runsFrom: '2026-03-06', endsOn: '2026-03-13' });
  });

  it('is refused where nothing hung, before it hung, and after the period was over', async () => {
    stage.goTo('2026-03-10');
    const refused = async (place: string, foundDownOn: string) =>
      (await stage.refusal('report-poster-down', 'STREET', { place, foundDownOn })).fields?.map(({ path }) => path);
    expect(await refused('北门', '2026-03-04')).toEqual(['/place']);
    expect(await refused(GATE, '2026-03-01')).toEqual(['/foundDownOn']);
    expect(await refused(GATE, '2026-03-10')).toEqual(['/foundDownOn']);
    expect(await refused(GATE, '2026-03-11')).toEqual(['/foundDownOn']);
  });
});
