// What comes next in a project and why it does not yet, and why a notice ends on its day, in both languages.
import { describe, expect, it } from 'vitest';
import { type Instant, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { NO_APPROVALS } from '../../../domain/projects/approvals/record.ts';
import { NO_FUNDING } from '../../../domain/projects/funding/record.ts';
import { NO_PUBLICITY, type PublicityRecord } from '../../../domain/projects/publicity/record.ts';
import { NO_START } from '../../../domain/projects/start/record.ts';
import { NO_WORKS } from '../../../domain/projects/works/record.ts';
import type { ProjectView } from '../../../web/api/project-view.ts';
import { becauseOf, nextStepSentence } from '../../../web/sentences/next-step.ts';
import { textOf } from '../../../web/sentences/sentence.ts';
import { stripOf, whyThisDay } from '../../../web/sentences/why-this-day.ts';

const project = (more: Partial<ProjectView>): ProjectView => ({
  projectId: '330302-2026-0017',
  seq: 9,
  neighbourhood: { name: '榕荫新村', code: '330302002001-01', community: '330302002001', street: '330302002' },
  pack: 'lucheng-2020-21',
  step: 4,
  stepTitle: { zh: '确定项目启动', en: 'Decide start' },
  state: 'ACCOUNT_OPENED',
  stateTitle: { zh: '专用账户已建立', en: 'Account opened' },
  since: '2026-10-01T01:00:00.000Z',
  openedAt: '2026-03-01T01:00:00.000Z',
  next: {
    act: 'book-contributions',
    title: { zh: '登记到账资金', en: 'Book contributions' },
    owner: 'STREET',
    unit: '330302002',
    dueOn: '2026-11-15',
  },
  allowedActs: [],
  heldBack: [],
  consent: {},
  publicity: NO_PUBLICITY,
  start: NO_START,
  funding: NO_FUNDING,
  approvals: NO_APPROVALS,
  works: NO_WORKS,
  ...more,
});

const arrival = {
  ...{ selfRaised: '2321200.00', excess: '1754620.00', required: '4075820.00' },
  ...{ missing: '517180.00', arrivalRate: '87.31', funded: false },
};

describe('the next step of a project', () => {
  it('names the money that is missing, in ten thousands, and below one in yuan', () => {
    const short = project({ funding: { ...NO_FUNDING, arrival } });
    expect(textOf(nextStepSentence(short, 'zh'))).toBe('还差 51.72 万元到账，满 100% 即可确定项目');
    const ten = project({
      funding: { ...NO_FUNDING, arrival: { ...arrival, missing: '10.00', arrivalRate: '99.99' } },
    });
    expect(textOf(nextStepSentence(ten, 'zh'))).toBe('还差 10.00 元到账，满 100% 即可确定项目');
    expect(textOf(nextStepSentence(ten, 'en'))).toContain('10.00 yuan still missing');
  });

  it('says from which day the application opens', () => {
    const running = project({
      state: 'PUBLICITY_RUNNING',
      publicity: { ...NO_PUBLICITY, opensAt: '2026-10-13T16:00:00.000Z' as Instant },
    });
    expect(textOf(nextStepSentence(running, 'zh'))).toBe('公示计日中，10月14日 起可申请启动');
    expect(becauseOf(running, 'en')).toBe('The notice is not over; open from 14 Oct.');
  });

  it('says of one household and one objection that it is one', () => {
    const count = { total: 338, agreed: 225, required: 226, missing: 1 };
    const tally = { passed: false, heldOn: '2026-06-14', households: count, area: { missing: '0.00' } };
    const failed = project({
      state: 'PLAN_REJECTED',
      consent: { planBallot: { tally } } as unknown as ProjectView['consent'],
    });
    expect(textOf(nextStepSentence(failed, 'en'))).toBe('Not passed: 1 household and 0.00 ㎡ short');
    const objections = [{ id: 'o1' }] as unknown as PublicityRecord['objections'];
    const contested = project({ state: 'OBJECTION', publicity: { ...NO_PUBLICITY, objections } });
    expect(textOf(nextStepSentence(contested, 'en'))).toBe('1 objection waits for an outcome');
  });

  it('says of a notice that is void that it is issued and posted again, and that this opens what comes later', () => {
    const paper = { kind: 'F3', version: 1, sha256: 'a'.repeat(64), on: plainDateOf('2026-10-08') } as const;
    const interrupted = (...voided: PublicityRecord['voided'] & object) =>
      project({
        state: 'PUBLICITY_INTERRUPTED',
        publicity: { ...NO_PUBLICITY, voided },
        next: {
          ...{ act: 'post-notice', title: { zh: '准备公示', en: 'Post notice' }, owner: 'BODY' },
          ...{ unit: '330302002001-01', dueOn: '2026-10-11' },
        },
      });
    expect(textOf(nextStepSentence(interrupted(paper), 'zh'))).toBe('公示件已作废，待重新印发、重新公示');
    expect(textOf(nextStepSentence(interrupted(paper), 'en'))).toBe(
      'The notice is void: it is issued and posted again',
    );
    expect(becauseOf(interrupted(paper), 'zh')).toBe('须先办“准备公示”。');
    // Once another one is made ready, it is the posting that is waited for.
    expect(textOf(nextStepSentence(interrupted({ ...paper, replaced: true }), 'zh'))).toBe('准备公示');
  });

  it('gives the reason why not yet with the amount', () => {
    expect(becauseOf(project({ funding: { ...NO_FUNDING, arrival } }), 'zh')).toBe(
      '到位率 87.31%，未达 100%。再到账 517,180.00 元即开放。',
    );
  });

  it('is over where the project is', () => {
    const { next: _, ...over } = project({ state: 'EXCLUDED' });
    expect(textOf(nextStepSentence(over, 'zh'))).toBe('不纳入改造，项目已了结。');
  });
});

describe('why a notice ends when it ends', () => {
  // National Day 2026: 1 to 7 October off, Saturday the 10th worked.
  const kinds: Readonly<Record<string, 'WORK' | 'OFF'>> = {
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 11].map((day) => [`2026-10-${String(day).padStart(2, '0')}`, 'OFF'])),
  };
  const dates = [
    '2026-09-30',
    ...Array.from({ length: 15 }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`),
  ];
  const days = stripOf({
    postedOn: '2026-09-30',
    endsOn: '2026-10-13',
    opensOn: '2026-10-14',
    calendar: dates.map((date) => ({ date, kind: kinds[date] ?? 'WORK' })),
  });

  it('counts five days, not the posting day, and the worked Saturday', () => {
    expect(
      days.filter(({ number }) => number !== undefined).map(({ date, number }) => [date.slice(8), number]),
    ).toEqual([
      ['08', 1],
      ['09', 2],
      ['10', 3],
      ['12', 4],
      ['13', 5],
    ]);
    expect(days.find(({ date }) => date === '2026-10-10')?.kind).toBe('WORKED');
    expect(days[0]?.kind).toBe('POSTED');
    expect(days.at(-1)?.kind).toBe('OPENS');
  });

  it('gives each reason once, in both languages', () => {
    expect(whyThisDay(days, 'zh')).toEqual([
      '最后一处确认张贴是 9月30日，当日不计（民法典第 201 条）。',
      '10月1日、10月2日、10月5日、10月6日、10月7日 放假，不计。',
      '10月3日、10月4日、10月11日 休息，不计。',
      '10月10日 调休上班，计入。',
      '第 5 个工作日是 10月13日，要过完当天 24:00；10月14日 起可申请启动。',
    ]);
    expect(whyThisDay(days, 'en')).toHaveLength(5);
    // Of two papers voided on one day it is said once.
    expect(whyThisDay(days, 'zh', ['2026-09-24', '2026-09-24'])).toEqual([
      '9月24日 公示件作废，此前的日子不计；重新张贴后重新计算（PB-04）。',
      ...whyThisDay(days, 'zh'),
    ]);
  });

  it('leaves the end open where the calendar is', () => {
    const open = stripOf({
      postedOn: '2026-12-30',
      endsOn: undefined,
      opensOn: undefined,
      calendar: [
        { date: '2026-12-30', kind: 'WORK' },
        { date: '2026-12-31', kind: 'WORK' },
        { date: '2027-01-04', kind: 'UNKNOWN' },
      ],
    });
    expect(whyThisDay(open, 'zh').at(-1)).toContain('放假安排未发布');
  });
});
