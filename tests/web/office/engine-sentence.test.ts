// What the page of a project says first to whoever knows it by its number, in both languages.
import { describe, expect, it } from 'vitest';
import { type Engine, engineSentence, nextEventSentence } from '../../../web/sentences/engine.ts';
import { textOf } from '../../../web/sentences/sentence.ts';

const execution = '330302-2026-0017-1-1';
const RUNNING = { repairs: [], executions: [{ execution, startedAt: '2026-03-02T01:00:00.000Z' }] };
const wait = (openedAt: string) => ({ act: 'record-survey', execution, openedAt });
const SURVEY = { zh: '登记调查摸底', en: 'Record the survey' };

const saidOf = (engine: Engine) =>
  (['zh', 'en'] as const).map((language) => textOf(engineSentence(engine, () => SURVEY, '2026-03-05', language)));

describe('the engine of a project', () => {
  it('waits for an act of a person, since some days or since today, and for others beside it', () => {
    expect(saidOf({ ...RUNNING, waits: [wait('2026-03-02T01:00:00.000Z')] })).toEqual([
      '没有卡住，等“登记调查摸底” 3 天。',
      'Not stuck, waits for “Record the survey” for 3 days.',
    ]);
    const today = wait('2026-03-05T01:00:00.000Z');
    expect(saidOf({ ...RUNNING, waits: [today, today] })).toEqual([
      '没有卡住，等“登记调查摸底”（今天起），另等 1 件。',
      'Not stuck, waits for “Record the survey” since today, and for 1 more.',
    ]);
  });

  it('waits for a day, or is over', () => {
    expect(saidOf({ ...RUNNING, waits: [] })).toEqual([
      '没有卡住，不等人，到期自动往下走。',
      'Not stuck, it waits for a day, not for people.',
    ]);
    expect(saidOf({ repairs: [], executions: [], waits: [] })).toEqual([
      '没有卡住，项目已了结，没有执行在跑。',
      'Not stuck, the project is over and nothing runs.',
    ]);
  });

  it('is said to be out of joint before anything else', () => {
    expect(saidOf({ ...RUNNING, repairs: ['REOPENED'], waits: [] })).toEqual([
      '对账要修 1 处，下一轮自动修，或由区旧改办两人确认。',
      '1 repair to be made, by the next round, or by two persons of the renovation office.',
    ]);
  });
});

describe('the next event of a project', () => {
  it('is its kind, or that there is none', () => {
    const said = (view: Parameters<typeof nextEventSentence>[0]) =>
      (['zh', 'en'] as const).map((language) => textOf(nextEventSentence(view, language)));
    expect(said({ state: 'OPENED', next: { title: SURVEY } })).toEqual([SURVEY.zh, SURVEY.en]);
    expect(said({ state: 'SUSPENDED', next: { title: SURVEY } })).toEqual([
      '已中止，待恢复',
      'Suspended until it is resumed',
    ]);
    expect(said({ state: 'EXCLUDED' })).toEqual(['已了结，没有下一步', 'Over: nothing comes next']);
  });
});
