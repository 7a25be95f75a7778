// GET /api/projects/{id}/programme: what runs beside the nine steps of one project, without the words of any petition.
import * as z from 'zod';
import { projectIdSchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { SPECIAL_LINES } from '../../domain/policy/rules/special-lines.ts';
import { CONTENT_CODES } from '../../domain/projects/programme/contents.ts';
import { DEFECT_PARTS } from '../../domain/projects/programme/defects.ts';
import { PETITION_TOPICS } from '../../domain/projects/programme/petitions.ts';
import { PREMISES_MODES, PREMISES_SOURCES, PREMISES_USES } from '../../domain/projects/programme/premises.ts';
import { progressDue } from '../../domain/projects/programme/publish-progress.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { type Route, route } from '../runtime/route.ts';

const readProjectProgramme = route({
  name: 'readProjectProgramme',
  summary: {
    zh: '项目的年度申报、专项、现场、报修与信访',
    en: 'Round, special lines, site, defects, petitions of a project',
  },
  method: 'GET',
  path: '/api/projects/{id}/programme',
  access: readersOf('cases'),
  input: { params: z.strictObject({ id: projectIdSchema }) },
  output: z.object({
    seq: z.int(),
    application: z.object({ year: z.string(), appliedOn: z.string(), seq: z.int() }).optional(),
    contents: z
      .object({
        contents: z.partialRecord(z.enum(CONTENT_CODES), z.object({ on: z.string(), seq: z.int() })),
        utilities: z.array(z.object({ kind: z.string(), unit: z.string() })).readonly(),
      })
      .optional(),
    siteLog: z.object({ days: z.int(), lastOn: z.string() }).optional(),
    progress: z.object({ publishedOn: z.string(), percent: z.int(), nextOn: z.string() }).optional(),
    progressDueOn: z.string().optional(),
    specialLines: z
      .array(
        z.object({
          no: z.int(),
          line: z.enum(SPECIAL_LINES),
          item: z.string(),
          amount: z.string(),
          paid: z.string(),
          planItem: z.string().optional(),
          expressRule: z.string().optional(),
          seqs: z.array(z.int()).readonly(),
        }),
      )
      .readonly(),
    premises: z
      .array(
        z.object({
          source: z.enum(PREMISES_SOURCES),
          mode: z.enum(PREMISES_MODES),
          use: z.enum(PREMISES_USES),
          area: z.string(),
          gainedOn: z.string(),
          seq: z.int(),
        }),
      )
      .readonly(),
    defects: z
      .array(
        z.object({
          no: z.int(),
          part: z.enum(DEFECT_PARTS),
          reportedOn: z.string(),
          responsible: z.enum(['CONTRACTOR', 'OWNERS']),
          closedOn: z.string().optional(),
          seq: z.int(),
        }),
      )
      .readonly(),
    reviews: z.array(z.object({ year: z.string(), inPlace: z.boolean(), reviewedOn: z.string() })).readonly(),
    petitions: z
      .array(
        z.object({
          no: z.int(),
          topic: z.enum(PETITION_TOPICS),
          receivedOn: z.string(),
          dueOn: z.string(),
          extended: z.boolean(),
          answeredOn: z.string().optional(),
          seqs: z.array(z.int()).readonly(),
        }),
      )
      .readonly(),
  }),
  etag: ({ seq }) => seq,
  async handle({ params, actor }, ports) {
    const found = await findOwnProject(ports, params.id, actor);
    if (!found.ok) return found;
    const project = found.value;
    const due = progressDue(project);
    return granted({
      seq: project.head.seq,
      ...project.programme,
      ...(due !== undefined && { progressDueOn: due }),
    });
  },
});

export const PROJECT_PROGRAMME_ROUTES: readonly Route[] = [readProjectProgramme];
