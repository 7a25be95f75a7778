// Figures with the entries behind them, the assessment of streets, circulars, and tables that leave the system.
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { progressCircular, streetAssessment } from '../../../domain/paper/contents/district.ts';
import { circularFigures, draftText } from '../../../domain/programme/circular-draft.ts';
import { assessmentContents, circularContents } from '../../../domain/programme/district-papers.ts';
import { FIGURE_CODES, figureOf } from '../../../domain/programme/programme-figures.ts';
import { assessStreets } from '../../../domain/programme/street-assessment.ts';
import { csvOf } from '../../../domain/programme/tables/csv.ts';
import { streetsTable } from '../../../domain/programme/tables/programme-tables.ts';
import { progressForm } from '../../../domain/programme/tables/statistics-tables.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { MODE } from '../projects/works/building-site.ts';
import { doAct, neighbourhoodIn, PAPER, TODAY } from './neighbourhoods.ts';

const ON = plainDateOf(TODAY);
const LATER = plainDateOf('2026-12-31');

/** Led into APPROVALS by an entry of its own. */
const inApprovals = (serial: string, street = '330302001'): Project =>
  doAct(neighbourhoodIn('IN_INVESTMENT_PLAN', { serial, street }), 'STREET', 'choose-delivery-mode', MODE);

describe('a figure', () => {
  it('opens as many entries as it counts', () => {
    const projects = [inApprovals('0001'), inApprovals('0002')];
    expect(figureOf('step5', projects, ON)).toEqual({
      value: 2,
      entries: [
        { projectId: '330302-2026-0001', seq: 2 },
        { projectId: '330302-2026-0002', seq: 2 },
      ],
    });
    expect(figureOf('overdue', projects, LATER).entries).toHaveLength(2);
    expect(figureOf('overdue', projects, ON)).toEqual({ value: 0, entries: [] });
  });

  it('adds up money to the fen, of exactly the entries that booked it', () => {
    const line = { line: 'ROAD', document: PAPER };
    let project = doAct(inApprovals('0001'), 'STREET', 'list-special-line', {
      ...line,
      item: '东门道路',
      amount: '0.01',
    });
    project = doAct(project, 'STREET', 'list-special-line', { ...line, item: '西门道路', amount: '1234.99' });
    expect(figureOf('specialLines', [project], ON)).toEqual({
      value: '1235.00',
      entries: [
        { projectId: '330302-2026-0001', seq: 3 },
        { projectId: '330302-2026-0001', seq: 4 },
      ],
    });
  });

  it('counts nothing of no projects', () => {
    for (const code of FIGURE_CODES) expect(Number(figureOf(code, [], ON).value)).toBe(0);
  });

  it('counts petitions one by one, until they are answered', () => {
    const letter = { topic: 'QUALITY', receivedOn: TODAY };
    let project = doAct(inApprovals('0001'), 'STREET', 'register-petition', { ...letter, text: PAPER });
    project = doAct(project, 'STREET', 'register-petition', { ...letter, text: 'b'.repeat(64) });
    project = doAct(project, 'STREET', 'answer-petition', { no: 1, answeredOn: TODAY, answer: 'c'.repeat(64) });
    expect(figureOf('petitionsOpen', [project], ON)).toEqual({
      value: 1,
      entries: [{ projectId: '330302-2026-0001', seq: 4 }],
    });
    expect(figureOf('petitionsOverdue', [project], LATER).value).toBe(1);
  });
});

describe('the assessment of streets', () => {
  const criteria = {
    criteria: [
      { measure: 'STARTED' as const, points: 40 },
      { measure: 'ON_TIME' as const, points: 60 },
    ],
    document: PAPER,
    seq: 1,
  };
  const district = [
    ...['0001', '0002', '0003'].map((serial) => inApprovals(serial, '330302001')),
    ...['0004', '0005'].map((serial) => inApprovals(serial, '330302002')),
  ];

  it('reports counts only, where no criteria are set', () => {
    const [street] = assessStreets(district, undefined, ON);
    expect(street?.results.find(({ measure }) => measure === 'ON_TIME')).toMatchObject({
      part: { value: 3 },
      whole: { value: 3 },
    });
    expect(street).not.toHaveProperty('score');
    expect(street).not.toHaveProperty('rank');
  });

  it('gives points by the criteria set, each with its entries', () => {
    const [street] = assessStreets(district, criteria, ON);
    expect(street).toMatchObject({ score: '60.00', rank: 1 });
    const started = street?.results.find(({ measure }) => measure === 'STARTED');
    expect(started).toMatchObject({ points: { got: '0.00', of: 40 }, part: { value: 0 }, whole: { value: 3 } });
  });

  it('ranks no street with fewer than three projects', () => {
    const [, small] = assessStreets(district, criteria, ON);
    expect(small).toMatchObject({ street: '330302002', projects: 2, score: '60.00' });
    expect(small).not.toHaveProperty('rank');
  });
});

describe('a circular', () => {
  it('tells the news of its month, and who is late with what', () => {
    const projects = [inApprovals('0001')];
    const figures = circularFigures(projects, '2026-03', LATER);
    expect(figures.district.projects?.value).toBe(1);
    expect(figures.stuck).toMatchObject([{ project: '小区0001', responsible: { zh: '五马街道' }, overdueDays: 177 }]);
    expect(draftText(figures).title).toBe('关于2026年3月全区老旧小区改造工作进展情况的通报');
    expect(draftText(figures).paragraphs.join()).toContain('逾期项目1个');
  });

  it('counts as news what was entered within the month, first and last day included', () => {
    const enteredOn = (day: string): Project => {
      const project = neighbourhoodIn('UNDER_CONSTRUCTION');
      return {
        ...project,
        programme: { ...project.programme, entered: { UNDER_CONSTRUCTION: { seq: 9, on: plainDateOf(day) } } },
      };
    };
    const news = (day: string) => circularFigures([enteredOn(day)], '2026-02', ON).news.newStarted.value;
    expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(news)).toEqual([0, 1, 1, 0]);
  });
});

describe('a table', () => {
  it('leaves as text that no spreadsheet takes for a formula', () => {
    const title = { zh: '表', en: 'Table' };
    const text = new TextDecoder().decode(
      csvOf({
        title,
        columns: [title],
        rows: [['=1+1'], ['+7'], ['-7'], ['@SUM'], ['\t=1'], ['甲,"乙"'], ['7']],
        notes: [],
      }),
    );
    expect(text.split('\r\n').slice(1, -1)).toEqual(["'=1+1", "'+7", "'-7", "'@SUM", "'\t=1", '"甲,""乙"""', '7']);
  });

  it('of streets has the figures of the circular', () => {
    const table = streetsTable(circularFigures([inApprovals('0001')], '2026-03', ON));
    expect(table.rows[0]?.[0]).toBe('五马街道');
    expect(table.rows[0]).toHaveLength(table.columns.length);
  });

  it('of the national survey lists the projects of the investment plan', () => {
    const listed = { ...inApprovals('0001') };
    const start = { investmentPlan: { listing: 'LISTED', year: '2026', itemNo: '17', listedOn: ON } } as const;
    const table = progressForm([{ ...listed, start }, inApprovals('0002')], '2026', ON);
    expect(table.rows.map(([id]) => id)).toEqual(['330302-2026-0001']);
    expect(table.rows[0]).toHaveLength(table.columns.length);
  });
});

describe('the papers of the district', () => {
  const projects = [inApprovals('0001'), inApprovals('0002', '330302002')];

  it('say what the templates of circular and assessment ask for', () => {
    const figures = circularFigures(projects, '2026-03', LATER);
    const circular = circularContents({ no: 3, month: '2026-03', paragraphs: draftText(figures).paragraphs }, figures);
    expect(progressCircular.parse(circular)).toMatchObject({
      issueNo: 3,
      planCount: 2,
      invested: '0.00',
      demands: expect.stringContaining('请各街道'),
      slowStreets: ['五马街道', '松台街道'],
    });
    const [assessed] = assessStreets(projects, undefined, ON);
    if (assessed === undefined) throw new Error('no street');
    expect(streetAssessment.parse(assessmentContents('2026', assessed)).indicators).toHaveLength(9);
  });
});
