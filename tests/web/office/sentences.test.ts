// The sentence that each page opens with, in both languages.
import { describe, expect, it } from 'vitest';
import type { Funnel } from '../../../domain/dashboard.ts';
import { ballotSentence } from '../../../web/sentences/calculators.ts';
import { dashboardSentence, slowestStep } from '../../../web/sentences/dashboard.ts';
import { sheetSentence, stackSentence } from '../../../web/sentences/intake.ts';
import { projectsSentence, reviewSentence, tasksSentence } from '../../../web/sentences/lists.ts';
import { moneySentence, ownArrivalSentence } from '../../../web/sentences/money.ts';
import {
  auditSentence,
  noticeSentence,
  noticesSentence,
  operationsSentence,
  ownNoticesSentence,
  replaySentence,
  trendPhrase,
} from '../../../web/sentences/oversight.ts';
import { textOf } from '../../../web/sentences/sentence.ts';
import { stalenessSentence } from '../../../web/sentences/staleness.ts';

const TODAY = '2026-10-12';

const funnel: Funnel = {
  asOf: '2026-10-12T01:00:00.000Z',
  today: TODAY,
  open: 89,
  steps: Array.from({ length: 9 }, (_, index) => ({
    step: index + 1,
    open: 10,
    dueSoon: 1,
    overdue: index === 3 ? 2 : 0,
  })),
  dueToday: 3,
  dueTomorrow: 5,
  overdue: 7,
  atLeast: false,
};

describe('the sentence of the dashboard', () => {
  it('says what is under way, stuck, due, overdue and slowest', () => {
    expect(textOf(dashboardSentence(funnel, undefined, 'zh'))).toBe(
      '89 个项目在办，没有卡住的；今天 3 件到期、7 个逾期，最慢是第 4 步。',
    );
    expect(textOf(dashboardSentence(funnel, undefined, 'en'))).toBe(
      '89 projects under way, none stuck; today 3 due, 7 overdue; slowest is step 4.',
    );
  });

  it('turns to what is stuck, marked as bad', () => {
    const stuck = {
      asOf: '',
      today: TODAY,
      reconciliation: { at: '2026-10-12T01:00:00.000Z', checked: 89, repairs: [], stuck: ['330302-2026-0001'] },
    };
    expect(dashboardSentence(funnel, stuck, 'zh')[1]).toEqual({ tone: 'bad', text: '1 个卡住' });
  });

  it('tells a new district where to begin', () => {
    expect(textOf(dashboardSentence({ ...funnel, open: 0 }, undefined, 'zh'))).toContain('还没有项目');
  });

  it('names the street and the year that it is narrowed to', () => {
    const of = { area: '松台街道', year: '2025' };
    expect(textOf(dashboardSentence(funnel, undefined, 'zh', of))).toBe(
      '松台街道 2025 年：89 个项目在办，没有卡住的；今天 3 件到期、7 个逾期，最慢是第 4 步。',
    );
    expect(textOf(dashboardSentence(funnel, undefined, 'en', { year: '2025' }))).toContain(
      '2025: 89 projects under way',
    );
    const none = { ...funnel, open: 0 };
    expect(textOf(dashboardSentence(none, undefined, 'zh', of))).toBe('松台街道 2025 年没有在办的项目。');
    expect(textOf(dashboardSentence(none, undefined, 'en', { year: '2025' }))).toBe('2025: no project is under way.');
  });

  it('says that a figure is a lower bound', () => {
    expect(textOf(dashboardSentence({ ...funnel, atLeast: true }, undefined, 'zh'))).toContain('至少 7 个逾期');
  });

  it('of two steps with as many overdue names the one whose longest stay has used up most of its time', () => {
    const stay = (since: string) => ({
      ...{ projectId: '330302-2026-0001', name: '葡萄里', street: '330302001', step: 2 },
      ...{ since: `${since}T01:00:00.000Z`, dueOn: '2026-10-01' },
    });
    const steps = [
      { step: 2, open: 1, dueSoon: 0, overdue: 1, longest: stay('2026-09-20') },
      { step: 5, open: 1, dueSoon: 0, overdue: 1, longest: stay('2026-06-20') },
    ];
    expect(slowestStep({ ...funnel, steps })).toBe(2);
  });
});

describe('the sentences of the lists', () => {
  it('count what is due and overdue', () => {
    const projects = ['2026-10-01', '2026-10-14', '2027-01-01'].map((dueOn) => ({ next: { dueOn } }));
    expect(textOf(projectsSentence(projects, true, TODAY, '松台街道', 'zh'))).toBe(
      '松台街道 3+ 个项目：1 个 7 天内到期，1 个逾期。',
    );
  });

  it('tell what is due today, or when the first thing is', () => {
    const due = (dueOn: string) => ({ dueOn });
    expect(textOf(tasksSentence([due(TODAY), due('2026-10-09')], TODAY, 'zh'))).toBe(
      '今天 2 件，其中 1 件逾期；共 2 件。',
    );
    expect(textOf(tasksSentence([due('2026-10-14')], TODAY, 'zh'))).toBe('今天没有要办的；共 1 件，最早的还剩 2 天。');
    expect(textOf(tasksSentence([], TODAY, 'en'))).toBe('Nothing is waiting for you.');
  });

  it('name who has not spoken in a review, and who sent it back', () => {
    const review = { name: '葡萄里', round: 2, asked: 6, awaited: ['区消防救援大队'], against: [], passed: false };
    expect(textOf(reviewSentence(review, 'zh'))).toBe('葡萄里第 2 轮联审：6 家中，区消防救援大队 未表态。');
    expect(textOf(reviewSentence({ ...review, against: ['区综合行政执法局'] }, 'zh'))).toBe(
      '葡萄里第 2 轮联审：区综合行政执法局 退回。',
    );
    expect(textOf(reviewSentence({ ...review, passed: true }, 'en'))).toBe('葡萄里, round 2: all 6 approved.');
  });
});

describe('the sentences of intake, money and oversight', () => {
  it('tell how many decisions come out the same, and that nothing rests on a broken chain', () => {
    const facts = { decisions: 45, differing: 0, broken: false };
    expect(textOf(replaySentence(facts, 'zh'))).toBe('45 条决定，0 处不同。');
    expect(textOf(replaySentence({ ...facts, differing: 2 }, 'en'))).toBe('45 decisions, 2 differ.');
    expect(replaySentence({ ...facts, broken: true }, 'zh')[0]).toEqual({ tone: 'bad', text: '台账的链断了' });
  });

  it('say what became of a stack', () => {
    const counts = { pages: 22, filed: 15, attention: 5, refused: 1, checking: 0 };
    expect(textOf(stackSentence(counts, 'zh'))).toBe('这一摞 22 页：15 页已归档，5 页要您看，1 页拒收。');
    expect(textOf(stackSentence(counts, 'en'))).toBe('22 pages: 15 filed, 5 to look at, 1 refused.');
  });

  it('say how many rows of a sheet are left', () => {
    expect(textOf(sheetSentence({ all: 12, left: 5, unsent: 7, second: 0 }, 'zh'))).toBe(
      '逐格确认：共 12 行，还剩 5 行。',
    );
    expect(textOf(sheetSentence({ all: 12, left: 0, unsent: 0, second: 0 }, 'en'))).toBe('Rows: all confirmed.');
    const waiting = { all: 12, left: 0, unsent: 0, second: 2 };
    expect(textOf(sheetSentence(waiting, 'zh'))).toBe('逐格确认：您本页都已确认，2 行待第二人看，同一人不算两次。');
    expect(textOf(sheetSentence({ all: 12, left: 0, unsent: 12, second: 3 }, 'zh'))).toBe(
      '逐格确认：12 行都已选定，还没有提交。',
    );
  });

  it('say how the accounts stand and what the budget has left', () => {
    expect(textOf(moneySentence({ open: 7, funded: 8, left: '13200000.00' }, 'zh'))).toBe(
      '15 个专户，8 个已满 100%；年度预算还可安排 1,320.00 万元。',
    );
    expect(textOf(moneySentence({ open: 7, funded: 8, left: '13200000.00' }, 'en'))).toBe(
      '15 accounts, 8 fully funded; of the annual budget 13,200,000 yuan are left.',
    );
    expect(textOf(moneySentence({ open: 0, funded: 0 }, 'en'))).toContain('no annual budget is set');
    expect(textOf(ownArrivalSentence({ all: 3, funded: 1 }, 'zh'))).toBe('3 个小区归集自筹资金，1 个已满 100%。');
    expect(textOf(ownArrivalSentence({ all: 1, funded: 1 }, 'en'))).toBe('1 neighbourhood collecting, 1 fully funded.');
    expect(textOf(ownArrivalSentence({ all: 0, funded: 0 }, 'zh'))).toBe('您的小区还没有开始归集自筹资金。');
  });

  it('say what audits find, what is undelivered, and what is stuck', () => {
    expect(textOf(auditSentence([0, 0, 5, undefined], 'zh'))).toBe('4 项检查：2 项为 0，其余共 5 件。');
    expect([trendPhrase(5, 3, 'zh'), trendPhrase(3, 5, 'en'), trendPhrase(3, 3, 'zh')]).toEqual([
      ...['▲ 多 2 件', '▼ 2 fewer', '持平'],
    ]);
    const [few, mine] = [
      { hasMore: false, maySend: false },
      { hasMore: false, maySend: true },
    ];
    expect(textOf(ownNoticesSentence([], few, 'zh'))).toBe('今天没有发给本单位的通知。');
    expect(textOf(ownNoticesSentence(['DELIVERED', 'FAILED', 'PENDING', 'DELIVERED'], few, 'zh'))).toBe(
      '今天发给本单位 4 条：2 条已送达，1 条在重试，1 条没有送到。',
    );
    expect(textOf(ownNoticesSentence(['FAILED'], mine, 'en'))).toBe(
      '1 sent to your unit today: 1 did not arrive; send again, or by another channel.',
    );
    expect(textOf(ownNoticesSentence(['PENDING'], { ...few, hasMore: true }, 'en'))).toBe(
      '1+ sent to your unit today: 1 tried again.',
    );
    expect(textOf(noticesSentence(0, 0, 'en'))).toBe('Every notice is delivered.');
    expect(textOf(noticesSentence(0, 2, 'zh'))).toBe('今天有 2 条没有送到：可以重发或换渠道。');
    expect(textOf(noticesSentence(3, 1, 'en'))).toBe(
      'Today 1 did not arrive, 3 on their way: send again, or by another channel.',
    );
    expect(textOf(noticeSentence(['DELIVERED', 'DELIVERED', 'FAILED'], 'zh'))).toBe(
      '发给 3 个收件处：2 个已送达，1 个失败。',
    );
    expect(textOf(noticeSentence(['PENDING'], 'en'))).toBe('To 1 desk: 0 reached, 1 tried again.');
    expect(textOf(operationsSentence({ stuck: 0, repairs: 3, reconciled: true }, 'zh'))).toBe(
      '没有卡住的；最近一次对账自动修复 3 处。',
    );
  });

  it('say that one household is missing although the share rounds to two thirds', () => {
    const output = {
      passed: false,
      households: { total: 338, agreed: 225, required: 226, missing: 1 },
      area: { total: '28800.00', agreed: '19350.00', required: '19200.00', missing: '0.00' },
      findings: [],
    };
    expect(textOf(ballotSentence(output, 'zh'))).toBe('表决不通过：还差 1 户。');
  });
});

describe('how fresh a page is', () => {
  it('is live on a stream, amber when nothing is heard, red after a minute', () => {
    expect(stalenessSentence('STREAM', 5_000, 'zh')).toEqual({ tone: 'ok', text: '实时' });
    expect(stalenessSentence('LOST', 12_000, 'zh')).toEqual({ tone: 'warn', text: '连不上服务器，数据落后 12 秒' });
    expect(stalenessSentence('LOST', 72_000, 'zh')).toEqual({ tone: 'bad', text: '连不上服务器，数据落后 1 分 12 秒' });
    expect(stalenessSentence('POLLING', 15_000, 'en').tone).toBe('ok');
  });
});
