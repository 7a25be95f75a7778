// Who owes what since when: also what is open on site and after it, each with the entry that calls for it.
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { owedIn } from '../../../domain/programme/owed.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { accepted, underConstruction } from '../projects/works/building-site.ts';
import { actor, doAct, PAPER, TODAY } from './neighbourhoods.ts';

const owed = (project: Project, day = TODAY) =>
  owedIn(project, plainDateOf(day))
    .filter(({ kind }) => kind !== 'ACT' && kind !== 'DUTY')
    .map(({ kind, unit, overdue, entry }) => [kind, unit, overdue, entry.seq]);
const STREET = '330302001';

describe('what is owed on site', () => {
  it('are problems until they are solved', () => {
    const raised = doAct(underConstruction(), 'COMMUNITY', 'log-site-problem', {
      kind: 'NUISANCE',
      summary: '夜间施工',
      raisedOn: TODAY,
    });
    const street = raised.neighbourhood.street;
    expect(owed(raised)).toEqual([['SITE_PROBLEM', street, false, raised.head.seq]]);
    const solved = { no: 1, discussedOn: TODAY, resolvedOn: TODAY, resolution: '十八时后停工' };
    expect(owed(doAct(raised, 'STREET', 'resolve-site-problem', solved))).toEqual([]);
  });

  it('is the report to the residents, from the day after it was due', () => {
    const told = doAct(underConstruction(), 'STREET', 'publish-progress', {
      publishedOn: TODAY,
      percent: 20,
      summary: '管网施工',
      photo: PAPER,
    });
    expect(owed(told, '2026-04-08')).toEqual([]);
    expect(owed(told, '2026-04-09')).toEqual([['PROGRESS_REPORT', STREET, true, told.head.seq]]);
  });

  it('are findings on the drawings until they are put right', () => {
    const reviewed = doAct(underConstruction(), 'DRAWING_REVIEWER', 'record-ex-post-review', {
      report: PAPER,
      findings: ['消火栓间距须复核'],
    });
    expect(owed(reviewed)).toEqual([['REVIEW_FINDING', STREET, false, reviewed.head.seq]]);
    expect(owed(doAct(reviewed, 'STREET', 'close-review-findings', { numbers: [1], remedy: PAPER }))).toEqual([]);
  });
});

describe('what is owed afterwards', () => {
  it('are defects and answers to letters, overdue when their time is over', () => {
    const defect = { part: 'PLUMBING', summary: '渗水', reportedOn: TODAY };
    let project = doAct(accepted(), 'BODY', 'report-defect', defect);
    project = doAct(project, actor('PETITION_BUREAU'), 'register-petition', {
      topic: 'QUALITY',
      receivedOn: TODAY,
      text: PAPER,
    });
    const [letter, repair] = [project.head.seq, project.head.seq - 1];
    expect(owed(project, '2026-05-08')).toEqual([
      ['PETITION', STREET, false, letter],
      ['DEFECT', STREET, false, repair],
    ]);
    expect(owed(project, '2026-05-09')[0]).toEqual(['PETITION', STREET, true, letter]);
  });
});
