// A notice that is voided while it hangs (二(三)3, PB-04): its days do not count, a reissued one is made ready and hung up, and
// five full working days are counted from there.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextEvent } from '../../../../domain/projects/next-event.ts';
import { outcomeOf } from '../../../../domain/projects/waits.ts';
import { GATE, notice, openStage, STAIRWELL, type Stage } from '../consent/neighbourhood-on-stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const F3 = { voidPaper: 'a'.repeat(64), kind: 'F3', version: 1 } as const;
const voided = (voidedOn: string, paper: object = F3) => ({ ...paper, voidedOn });
const posting = async (place: string, postedOn: string) => ({ place, postedOn, photo: await stage.paper(place) });
const reissued = async () => {
  const input = await notice(stage);
  return { ...input, documents: { ...input.documents, F3: await stage.paper('F3, printed again') } };
};
const fieldsOf = async (...asked: Parameters<Stage['refusal']>) =>
  (await stage.refusal(...asked)).fields?.map(({ path }) => path);

describe('a notice that is voided while it hangs', () => {
  beforeEach(() => stage.playUntil('PUBLICITY_RUNNING'));

  it('interrupts the publicity like a poster found down, by the same rule, and the body makes it ready again', async () => {
    stage.goTo('2026-03-05');
    const { project, outcome, findings } = await stage.perform('interrupt-publicity', 'SYSTEM', voided('2026-03-05'));
    expect([outcome, project.state]).toEqual(['interrupted', 'PUBLICITY_INTERRUPTED']);
    expect(findings).toMatchObject([
      {
        rule: 'PB-04',
        verdict: 'WARN',
        code: 'PUBLICITY_RESTARTED',
        clause: '二(三)3（推导）',
        says: { zh: '2026-03-05 张贴的居民意见公示书作废，重新印发、张贴后重新计算' },
      },
    ]);
    expect(project.publicity.runsFrom).toBeUndefined();
    expect(project.publicity.opensAt).toBeUndefined();
    expect(nextEvent(project)).toMatchObject({ act: 'post-notice', owner: 'BODY', dueOn: '2026-03-08' });
    expect(outcomeOf('confirm-posting', project)).toBeUndefined();
  });

  it('cannot be hung up again: first another one is made ready, and of every place it is confirmed anew', async () => {
    const { notice: hung } = (await stage.project()).publicity;
    stage.goTo('2026-03-05');
    await stage.perform('interrupt-publicity', 'SYSTEM', voided('2026-03-05'));
    const shut = await stage.refusal('confirm-posting', 'BODY', await posting(GATE, '2026-03-05'));
    expect([shut.code, shut.findings?.[0]?.code, shut.findings?.[0]?.rule]).toEqual([
      'GATE_SHUT',
      'NOTICE_VOIDED',
      'PB-04',
    ]);
    const same = { ...(await notice(stage)), documents: hung };
    expect(await fieldsOf('post-notice', 'BODY', same)).toEqual(['/documents/F3']);

    const ready = await stage.perform('post-notice', 'BODY', await reissued());
    expect(ready.findings.map(({ code }) => code)).toEqual(['PUBLICITY_COMPLETE', 'NOTICE_POSTED_AGAIN']);
    expect(ready.project.state).toBe('PUBLICITY_INTERRUPTED');
    expect(nextEvent(ready.project)?.act).toBe('confirm-posting');
    // No photo of the old poster, and none from before it was void.
    expect(await fieldsOf('confirm-posting', 'BODY', await posting(GATE, '2026-03-04'))).toEqual(['/postedOn']);
    await stage.perform('confirm-posting', 'BODY', await posting(GATE, '2026-03-05'));
    expect((await stage.project()).state).toBe('PUBLICITY_INTERRUPTED');
    stage.goTo('2026-03-06');
    const { project } = await stage.perform('confirm-posting', 'BODY', await posting(STAIRWELL, '2026-03-06'));
    expect(project.state).toBe('PUBLICITY_RUNNING');
    expect(project.publicity).toMatchObject({ runsFrom: '2026-03-06', endsOn: '2026-03-13' });
    expect(outcomeOf('confirm-posting', project)).toBe('posted');
  });

  it('is interrupted once for each paper, not for one of another plan, nor for one voided when the period was over', async () => {
    stage.goTo('2026-03-10');
    const late = await stage.refusal('interrupt-publicity', 'SYSTEM', voided('2026-03-10'));
    expect(late.fields?.[0]).toMatchObject({ path: '/voidedOn', says: { en: 'The period ended on 2026-03-09' } });
    expect(await fieldsOf('interrupt-publicity', 'SYSTEM', voided('2026-03-11'))).toEqual(['/voidedOn']);
    const other = voided('2026-03-05', { ...F3, version: 2 });
    expect((await stage.refusal('interrupt-publicity', 'SYSTEM', other)).code).toBe('NOT_NOW');
    await stage.perform('interrupt-publicity', 'SYSTEM', voided('2026-03-05'));
    expect((await stage.refusal('interrupt-publicity', 'SYSTEM', voided('2026-03-05'))).code).toBe('NOT_NOW');
    const list = voided('2026-03-06', { ...F3, kind: 'F4', voidPaper: 'b'.repeat(64) });
    const { project } = await stage.perform('interrupt-publicity', 'SYSTEM', list);
    expect(project.publicity.voided?.map(({ kind }) => kind)).toEqual(['F3', 'F4']);
    expect((await stage.refusal('interrupt-publicity', 'BODY', voided('2026-03-05'))).code).toBe('FORBIDDEN_ROLE');
  });

  it('can be made ready again also where a poster is down, and counts from the last posting of all', async () => {
    stage.goTo('2026-03-04');
    await stage.perform('report-poster-down', 'BODY', { place: GATE, foundDownOn: '2026-03-04' });
    await stage.perform('post-notice', 'BODY', await reissued());
    for (const place of [GATE, STAIRWELL]) {
      expect(await fieldsOf('confirm-posting', 'BODY', await posting(place, '2026-03-03'))).toEqual(['/postedOn']);
      await stage.perform('confirm-posting', 'BODY', await posting(place, '2026-03-04'));
    }
    expect((await stage.project()).publicity).toMatchObject({ runsFrom: '2026-03-04', endsOn: '2026-03-11' });
  });

  it('is not made ready again while it hangs and holds', async () => {
    expect((await stage.refusal('post-notice', 'BODY', await reissued())).code).toBe('NOT_NOW');
  });
});

it('a notice voided before it hangs everywhere never starts a count', async () => {
  await stage.playUntil('PLAN_APPROVED');
  await stage.perform('post-notice', 'BODY', await notice(stage));
  const none = await stage.perform('interrupt-publicity', 'SYSTEM', voided('2026-03-02'));
  expect(none.project.state).toBe('PLAN_APPROVED');
  expect(none.findings.map(({ code }) => code)).toEqual(['NOTICE_VOIDED']);
  expect(nextEvent(none.project)?.act).toBe('post-notice');
  expect((await stage.refusal('confirm-posting', 'BODY', await posting(GATE, '2026-03-02'))).code).toBe('GATE_SHUT');
  await stage.perform('post-notice', 'BODY', await reissued());
  await stage.perform('confirm-posting', 'BODY', await posting(GATE, '2026-03-02'));
  const { project } = await stage.perform('confirm-posting', 'BODY', await posting(STAIRWELL, '2026-03-02'));
  expect([project.state, project.publicity.runsFrom]).toEqual(['PUBLICITY_RUNNING', '2026-03-02']);
});

it('a publicity of which nothing was voided keeps no word of it', async () => {
  const { publicity } = await stage.playUntil('PUBLICITY_RUNNING');
  expect(Object.keys(publicity).toSorted()).toEqual([
    'endsOn',
    'notice',
    'objections',
    'opensAt',
    'places',
    'runsFrom',
  ]);
  expect(
    (await stage.ports.ledger.read({ kind: 'PROJECT', id: (await stage.project()).projectId })).at(-3)?.payload,
  ).toMatchObject({ outcome: 'ready', result: { notice: publicity.notice } });
});
