// The programme year as its ledger has it: meetings, tasks, criteria, circulars.
import * as z from 'zod';
import { granted } from '../../domain/errors.ts';
import { mayRead } from '../../domain/page-readers.ts';
import { ROLES } from '../../domain/parties.ts';
import { MEASURE_CODES } from '../../domain/programme/criteria.ts';
import { loadProgramme } from '../runtime/load-programme.ts';
import { type Route, route } from '../runtime/route.ts';
import { circularAnswer, circularSchema } from './circular-answer.ts';
import { WATCHERS } from './watchers.ts';
import { ofYear } from './year-acts.ts';

export const taskSchema = z.object({
  no: z.int(),
  meeting: z.int(),
  text: z.string(),
  owner: z.object({ role: z.enum(ROLES), unit: z.string() }),
  since: z.string(),
  dueOn: z.string(),
  projectId: z.string().optional(),
  finishedOn: z.string().optional(),
  seqs: z.array(z.int()).readonly(),
});

const readProgrammeRoute = route({
  name: 'readProgramme',
  summary: { zh: '年度工作台账', en: 'The programme year: round, meetings, tasks, criteria, circulars' },
  method: 'GET',
  path: '/api/programme/{year}',
  access: WATCHERS,
  input: { params: ofYear },
  output: z.object({
    year: z.string(),
    seq: z.int(),
    round: z.object({ closesOn: z.string(), notice: z.string(), seq: z.int() }).optional(),
    meetings: z
      .array(z.object({ no: z.int(), seq: z.int(), heldOn: z.string(), subject: z.string(), minutes: z.string() }))
      .readonly(),
    tasks: z.array(taskSchema).readonly(),
    criteria: z
      .object({
        criteria: z.array(z.object({ measure: z.enum(MEASURE_CODES), points: z.int() })),
        document: z.string(),
        seq: z.int(),
      })
      .optional(),
    circulars: z
      .array(circularSchema)
      .readonly()
      .optional()
      .describe('For those whose work they are; drafts for the office that writes them, and for audit'),
  }),
  etag: ({ seq }) => seq,
  async handle({ params: { year }, actor }, ports) {
    const { head, round, meetings, tasks, criteria, circulars } = await loadProgramme(ports, year);
    return granted({
      year,
      seq: head.seq,
      ...(round && { round }),
      meetings,
      tasks,
      ...(criteria && { criteria }),
      ...(mayRead('circulars', actor.role) && {
        circulars: circulars
          .filter(({ issued }) => issued !== undefined || mayRead('circularDrafts', actor.role))
          .map((circular) => circularAnswer(circular, actor)),
      }),
    });
  },
});

export const PROGRAMME_YEAR_ROUTES: readonly Route[] = [readProgrammeRoute];
