// The sentences of the programme year, in both languages.
import { describe, expect, it } from 'vitest';
import {
  assessmentSentence,
  dutiesSentence,
  figureSentence,
  figuresSentence,
  roundSentence,
} from '../../../web/sentences/programme.ts';
import { textOf } from '../../../web/sentences/sentence.ts';

describe('the programme year', () => {
  it('says of the round who can be reserved and who waits', () => {
    const facts = { year: '2026', members: 33, ready: 3, waiting: 12 };
    expect(textOf(roundSentence(facts, 'zh'))).toBe('2026 年度 33 个项目列入；3 个轮到预留，12 个还在等。');
    expect(textOf(roundSentence({ ...facts, members: 1 }, 'en'))).toBe(
      '1 project in the round of 2026; 3 can be reserved, 12 still wait.',
    );
  });

  it('says of duties how many are owed, and of tasks how many are late', () => {
    const facts = { owed: 1, parties: 1, tasks: 4, late: 2 };
    expect(textOf(dutiesSentence(facts, 'zh'))).toBe('1 家单位 1 项职责待履行；例会任务 4 项未办结，2 项逾期。');
    expect(textOf(dutiesSentence({ ...facts, owed: 0 }, 'en'))).toBe('No duty is owed; 4 tasks open, 2 overdue.');
  });

  it('says of the assessment who is first, where anybody is ranked', () => {
    expect(textOf(assessmentSentence({ streets: 14, ranked: 14, best: '松台街道', score: '93.75' }, 'zh'))).toBe(
      '14 个街道，14 个参加排名；居首的是松台街道 93.75 分。',
    );
    expect(textOf(assessmentSentence({ streets: 2, ranked: 0 }, 'en'))).toBe('2 streets, 0 ranked.');
  });

  it('says of a figure from how many entries it was computed', () => {
    expect(textOf(figuresSentence({ projects: '63', open: '49', overdue: '8' }, 'zh'))).toBe(
      '63 个项目，49 个在办，8 个逾期；每个数都能打开台账。',
    );
    const facts = { title: 'Overdue', value: '1', entries: 1, projects: 1 };
    expect(textOf(figureSentence(facts, 'en'))).toBe('Overdue: 1, from 1 entry of 1 project.');
    expect(textOf(figureSentence({ ...facts, title: '逾期项目' }, 'zh'))).toBe(
      '逾期项目：1，出自 1 个项目的 1 条台账。',
    );
  });
});
