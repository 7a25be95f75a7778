// Step 1: survey, roster, consultation, willingness of two thirds, a body (二(三)1).
import type { Vote } from '../../../domain/policy/rules/double-majority.ts';
import { writeRosterTemplate } from '../../../functions/intake/write-roster-template.ts';
import { residentsOf } from '../../seed/residents.ts';
import { SIZE } from '../neighbourhood.ts';
import { ACCOUNTS, act, check, issue, reached, refused, type Story } from '../story.ts';
import { freezeRoll, voteSheet } from '../votes.ts';
import { CONSULTATION } from '../words/plan.ts';

const { street, community } = ACCOUNTS;

export async function consultResidents(story: Story): Promise<void> {
  const { desk, papers, progress, projectId } = story;
  progress.chapter('第一步 征求居民意见', 'Step 1: consult residents');

  await story.moveTo('2020-07-07');
  const survey = {
    surveyedOn: '2020-07-07',
    record: await issue(story, street, 'E1', CONSULTATION.E1),
    needsRenovation: true,
    renovatedBefore: 0,
    eligibility: {
      completedOn: '1996-06-30',
      inDemolitionPlan: false,
      dangerGrade: 'B',
      hollowCoreSlabHazard: false,
      kind: 'ORDINARY',
      comprehensivelyRenovable: true,
    },
  };
  await refused(story, community, 'record-survey', survey, 'FORBIDDEN_ROLE');
  await act(story, street, 'record-survey', survey, 'eligible');
  progress.line('2020-07-07', '调查摸底：1996 年建成，符合重点改造范围', 'surveyed: completed 1996, core scope');

  const roster = await writeRosterTemplate(residentsOf(SIZE));
  const sha256 = await desk.upload(street, 'roster.xlsx', roster);
  interface Imported {
    units: number;
    area: string;
  }
  const imported = await desk.post<Imported>(street, `/api/projects/${projectId}/rosters`, { sha256 });
  check('units on the roster', imported.units, SIZE.households);
  check('area on the roster', imported.area, SIZE.area);
  progress.line(
    '2020-07-07',
    `业主名册导入：${SIZE.households} 户 ${SIZE.area} ㎡`,
    'roster imported from the spreadsheet',
  );

  const rollHash = await freezeRoll(story, community, 'WILLINGNESS');
  await story.moveTo('2020-07-08');
  const form = await issue(story, community, 'F1', CONSULTATION.F1);
  await act(story, community, 'start-consultation', { startedOn: '2020-07-08', rollHash, form }, 'consulting');
  progress.line(
    '2020-07-08',
    '名册冻结，打印发放 338 户意见征求书',
    'roll frozen, consultation forms of 338 households printed and handed out',
  );

  await story.moveTo('2020-07-20');
  const votes = await voteSheet(story, community, 'WILLINGNESS', rollHash, votesFor(290, 20));
  const tally = await act(story, community, 'tally-willingness', { heldOn: '2020-07-20', votes }, 'passed');
  check(
    'findings of the tally',
    tally.findings.every(({ verdict }) => verdict !== 'FAIL'),
    true,
  );
  progress.line('2020-07-20', '改造意愿 290/338 户同意，双三分之二通过', 'willingness passed by both majorities');

  await story.moveTo('2020-07-22');
  await issue(story, street, 'B1', CONSULTATION.B1);
  await issue(story, community, 'F1S', CONSULTATION.F1S);
  const statement = await issue(story, community, 'W1', CONSULTATION.W1);
  await act(story, community, 'submit-willingness', { submittedOn: '2020-07-22', statement }, 'submitted');
  await story.moveTo('2020-07-25');
  const recognition = await papers.pdf(street, 'BA', 'filing of the committee');
  const body = { kind: 'OWNERS_COMMITTEE', formedOn: '2020-07-24', recognition };
  await act(story, street, 'form-body', body, 'formed');
  await reached(story, 'BODY_FORMED');
  progress.line('2020-07-25', '业委会成立', 'owners’ committee formed');
}

/** The first `agree` units agree, the next `disagree` do not, the rest did not return the form. */
export const votesFor =
  (agree: number, disagree: number) =>
  (index: number): Vote =>
    index < agree ? 'AGREE' : index < agree + disagree ? 'DISAGREE' : 'NOT_RETURNED';
