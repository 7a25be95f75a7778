// The reconciler, asked about one project before its next round: what it would do, and to do exactly that. Whoever asks
// chooses nothing: no person starts, stops or resolves an execution. What was done stands in the ledger of repairs.
import * as z from 'zod';
import { projectIdSchema } from '../../domain/api.ts';
import { granted, refused } from '../../domain/errors.ts';
import { ROLES } from '../../domain/parties.ts';
import { loadProject, requireProject } from '../runtime/load-project.ts';
import { noSuchProject } from '../runtime/own-project.ts';
import { type Route, route } from '../runtime/route.ts';
import { diagnoseProject, isSound, REPAIRS, repairProject } from './reconcile-projects.ts';
import { listRepairs, writeRepair } from './repair-ledger.ts';

const PATH = '/api/operations/projects/{id}/repair';
const params = z.strictObject({ id: projectIdSchema });
const repairs = z.array(z.enum(REPAIRS)).readonly();

const diagnosisSchema = z.object({
  projectId: projectIdSchema,
  seq: z.int().describe('Entry of the ledger that was looked at; the ledger is never touched'),
  repairs: repairs.describe('In the order in which they are done; none: all is as it should be'),
});

const previewRepair = route({
  name: 'previewRepair',
  summary: { zh: '试看对账会修什么', en: 'What the reconciler would repair in one project' },
  method: 'GET',
  path: PATH,
  access: ['OPERATOR', 'RENOVATION_OFFICE', 'AUDIT'],
  input: { params },
  output: diagnosisSchema,
  async handle({ params: { id: projectId } }, ports) {
    const project = await loadProject(ports, projectId);
    if (project === undefined) return noSuchProject();
    return granted({ projectId, seq: project.head.seq, repairs: await diagnoseProject(ports, project) });
  },
});

const repairNow = route({
  name: 'repairProject',
  summary: { zh: '按试看的结果修复', en: 'Let the reconciler do what it said it would do' },
  method: 'POST',
  path: PATH,
  access: ['RENOVATION_OFFICE'],
  input: { params, body: z.strictObject({ repairs: repairs.describe('As the preview said') }) },
  output: diagnosisSchema.extend({ sound: z.boolean().describe('As it should be after it') }),
  async handle({ params: { id: projectId }, body, actor, request }, ports) {
    const project = await loadProject(ports, projectId);
    if (project === undefined) return noSuchProject();
    const found = await diagnoseProject(ports, project);
    if (found.length === 0) {
      return refused('NOT_NOW', {
        zh: '这个项目没有要修的。',
        en: 'There is nothing to repair in this project.',
      });
    }
    if (found.join() !== body.repairs.join()) {
      return refused(
        'STALE',
        { zh: '情况已经变了，请重新试看后再修。', en: 'Things have changed: look again before you repair.' },
        { seq: project.head.seq },
      );
    }
    const { seq } = project.head;
    const began = await writeRepair(ports, actor, request, {
      act: 'begin-repair',
      payload: { projectId, projectSeq: seq, found: [...found] },
    });
    const done = await repairProject(ports, projectId, ports.clock.now());
    const sound = await isSound(ports, projectId);
    const left = await diagnoseProject(ports, await requireProject(ports, projectId));
    await writeRepair(ports, actor, request, {
      act: 'end-repair',
      payload: { projectId, began, done: [...done], left: [...left], sound },
    });
    return granted({ projectId, seq, repairs: done, sound });
  },
});

const MOST_LISTED = 50;

const listRepairsRoute = route({
  name: 'listRepairs',
  summary: { zh: '人工修复记录', en: 'Repairs by hand, the latest first' },
  method: 'GET',
  path: '/api/operations/repairs',
  access: ['OPERATOR', 'RENOVATION_OFFICE', 'AUDIT'],
  output: z.object({
    repairs: z
      .array(
        z.object({
          at: z.string(),
          by: z.string().describe('Account, no name'),
          role: z.enum(ROLES),
          projectId: projectIdSchema,
          projectSeq: z.int().describe('Last entry of the project when it was looked at'),
          found: repairs.describe('What was out of joint'),
          ended: z
            .object({ at: z.string(), done: repairs, left: repairs.describe('Still to be done'), sound: z.boolean() })
            .optional()
            .describe('Absent where it was cut off'),
        }),
      )
      .readonly(),
  }),
  handle: async (_request, ports) => granted({ repairs: await listRepairs(ports, MOST_LISTED) }),
});

export const REPAIR_ROUTES: readonly Route[] = [previewRepair, repairNow, listRepairsRoute];
