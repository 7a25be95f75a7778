// What the district decides on a programme year: round, places, meetings and tasks, criteria.
import * as z from 'zod';
import { projectIdSchema } from '../../domain/api.ts';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome } from '../../domain/errors.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { decideSetCriteria, setCriteriaInput } from '../../domain/programme/criteria.ts';
import {
  decideFinishTask,
  decideRecordMeeting,
  finishTaskInput,
  recordMeetingInput,
} from '../../domain/programme/meetings.ts';
import { programmeYearInput } from '../../domain/programme/programme-ledger.ts';
import {
  decideOpenRound,
  decidePlace,
  decidePlaceInput,
  openRoundInput,
  previousYear,
} from '../../domain/programme/rounds.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { loadProgramme } from '../runtime/load-programme.ts';
import { loadProject } from '../runtime/load-project.ts';
import { noSuchProject } from '../runtime/own-project.ts';
import { papersOnFile } from '../runtime/papers-on-file.ts';
import { type Route, route } from '../runtime/route.ts';
import { appendedSchema } from './answer-schemas.ts';
import { appendToProgramme } from './append-to-programme.ts';

export const ofYear = z.strictObject({ year: programmeYearInput });
const DISTRICT = ['RENOVATION_OFFICE', 'LEADING_GROUP'] as const;

interface YearRequest {
  readonly params: { readonly year: string };
  readonly actor: Actor;
  readonly request: string | undefined;
}

/** Papers first, then the decision on the fresh end of the year's ledger. */
export async function writeYear(
  ports: Ports,
  { params: { year }, actor, request }: YearRequest,
  papers: readonly (readonly [path: string, sha256: string | undefined])[],
  decide: Parameters<typeof appendToProgramme>[2],
): Promise<Outcome<{ year: string; seq: number }>> {
  const named = papers.flatMap(([path, sha256]) => (sha256 === undefined ? [] : [[path, sha256] as const]));
  const onFile = await papersOnFile(ports, named);
  if (!onFile.ok) return onFile;
  const appended = await appendToProgramme(ports, { year, actor, request }, decide);
  return appended.ok ? granted({ year, seq: appended.value.head.seq }) : appended;
}

const openRound = route({
  name: 'openRound',
  summary: { zh: '开放年度申报', en: 'Open the round of applications of a year' },
  method: 'POST',
  path: '/api/programme/{year}/round',
  access: ['RENOVATION_OFFICE'],
  status: 201,
  input: { params: ofYear, body: openRoundInput },
  output: appendedSchema,
  handle: (asked, ports) =>
    writeYear(ports, asked, [['/notice', asked.body.notice]], (programme) => decideOpenRound(programme, asked.body)),
});

const decidePlaceRoute = route({
  name: 'decidePlace',
  summary: { zh: '增补或结转项目', en: 'Add a project to a year, or carry it over' },
  method: 'POST',
  path: '/api/programme/{year}/places',
  access: DISTRICT,
  status: 201,
  input: { params: ofYear, body: decidePlaceInput.extend({ projectId: projectIdSchema }) },
  output: appendedSchema,
  async handle(asked, ports) {
    const project = await loadProject(ports, asked.body.projectId);
    if (project === undefined) return noSuchProject();
    const before = await loadProgramme(ports, previousYear(asked.params.year));
    return writeYear(ports, asked, [['/document', asked.body.document]], (programme) =>
      decidePlace(programme, before, project, asked.body),
    );
  },
});

const recordMeeting = route({
  name: 'recordMeeting',
  summary: { zh: '记录工作例会', en: 'Record a regular meeting; its decisions become tasks' },
  method: 'POST',
  path: '/api/programme/{year}/meetings',
  access: ['RENOVATION_OFFICE'],
  status: 201,
  input: { params: ofYear, body: recordMeetingInput },
  output: appendedSchema,
  handle: (asked, ports) =>
    writeYear(ports, asked, [['/minutes', asked.body.minutes]], () =>
      decideRecordMeeting(asked.body, dateInShanghai(ports.clock.now())),
    ),
});

const finishTask = route({
  name: 'finishTask',
  summary: { zh: '办结例会任务', en: 'Finish a task of a meeting' },
  method: 'POST',
  path: '/api/programme/{year}/tasks/{no}/finish',
  access: readersOf('cases'),
  input: { params: ofYear.extend({ no: z.coerce.number().int().positive() }), body: finishTaskInput },
  output: appendedSchema,
  handle: (asked, ports) =>
    writeYear(ports, asked, [['/evidence', asked.body.evidence]], (programme) =>
      decideFinishTask(programme, asked.params.no, asked.body, asked.actor, dateInShanghai(ports.clock.now())),
    ),
});

const setCriteria = route({
  name: 'setCriteria',
  summary: { zh: '制定考评办法', en: 'Set the criteria of the street assessment' },
  method: 'POST',
  path: '/api/programme/{year}/criteria',
  access: DISTRICT,
  status: 201,
  input: { params: ofYear, body: setCriteriaInput },
  output: appendedSchema,
  handle: (asked, ports) =>
    writeYear(ports, asked, [['/document', asked.body.document]], () => decideSetCriteria(asked.body)),
});

export const YEAR_ACT_ROUTES: readonly Route[] = [openRound, decidePlaceRoute, recordMeeting, finishTask, setCriteria];
