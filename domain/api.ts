// Shapes of the HTTP API that are not a calculator's: what comes in, and the only fields that leave.
import * as z from 'zod';
import { ROLES } from './parties.ts';
import { VERDICTS } from './policy/finding.ts';
import { ACT_NAMES } from './projects/act-names.ts';
import { ALL_STATES } from './projects/states.ts';
import { repairEntrySchema, repairsSchema } from './repairs/repairs.ts';

export const bilingual = z.object({ zh: z.string(), en: z.string() });
const json = z.record(z.string(), z.unknown());

export const projectIdSchema = z
  .string()
  .regex(/^\d{6}-\d{4}-\d{4}$/, '项目编号形如 330302-2026-0017｜A project number looks like 330302-2026-0017');
export const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, '应为 64 位小写十六进制｜Must be 64 lower-case hexadecimal digits');

export const findingSchema = z.object({
  rule: z.string(),
  verdict: z.enum(VERDICTS),
  code: z.string(),
  clause: z.string(),
  quote: z.string(),
  reading: z.string().optional(),
  facts: json,
  figures: json,
  says: bilingual,
});

export const neighbourhoodSchema = z.object({
  name: z.string().describe('For the operator, here and elsewhere, the number of the project in its place'),
  code: z.string(),
  community: z.string(),
  street: z.string(),
});

export const nextEventSchema = z.object({
  act: z.enum(ACT_NAMES),
  title: bilingual,
  owner: z.enum(ROLES),
  unit: z.string(),
  dueOn: z.string(),
});

export const allowedActSchema = z.object({ act: z.enum(ACT_NAMES), title: bilingual, clause: z.string() });

/** Of the asker's post, in this state, and not for the asker: somebody else has to. */
const heldBackSchema = allowedActSchema.extend({ because: bilingual });

/** The computed view of a project. The records of the capabilities hold what their acts wrote, never a person. */
export const projectSchema = z
  .object({
    projectId: z.string(),
    seq: z.int().describe('Seq of the last entry: the If-Match of the next act'),
    neighbourhood: neighbourhoodSchema,
    pack: z.string(),
    step: z.int(),
    stepTitle: bilingual,
    state: z.enum(ALL_STATES),
    stateTitle: bilingual,
    since: z.string(),
    openedAt: z.string(),
    suspended: z
      .object({
        from: z.string(),
        reason: z.string().optional().describe('Withheld from the operator'),
        at: z.string(),
      })
      .optional(),
    next: nextEventSchema.optional(),
    allowedActs: z.array(allowedActSchema).describe('What the asker may do now'),
    heldBack: z
      .array(heldBackSchema)
      .describe('What the asker’s post could do now, but not this person, who has filed what is decided on'),
    consent: json,
    publicity: json,
    start: json,
    funding: json,
    approvals: json,
    works: json,
  })
  .meta({ id: 'Project' });

export const projectSummarySchema = z
  .object({
    projectId: z.string(),
    name: z.string(),
    street: z.string(),
    community: z.string(),
    step: z.int(),
    state: z.enum(ALL_STATES),
    since: z.string(),
    next: z.object({ act: z.string(), owner: z.string(), unit: z.string(), dueOn: z.string() }).optional(),
    ballot: z
      .object({ agreed: z.int(), required: z.int(), passed: z.boolean() })
      .optional()
      .describe('Households in the latest count of the ballot on the plan, else of the consultation'),
    publicityEndsOn: z.string().optional().describe('Last counted day of the notice'),
    arrivalRate: z.string().optional().describe('Percent of the residents’ money, rounded down'),
  })
  .meta({ id: 'ProjectSummary' });

/** To what lists and figures can be narrowed: what has projects, the newest year first. */
export const choicesSchema = z.object({ streets: z.array(z.string()), years: z.array(z.string()) });
export type Choices = z.output<typeof choicesSchema>;

export const projectListSchema = z.object({ projects: z.array(projectSummarySchema), cursor: z.string().optional() });

export const entrySchema = z
  .object({
    projectId: z.string(),
    seq: z.int(),
    at: z.string(),
    act: z.string(),
    actor: z.object({ role: z.enum(ROLES), id: z.string(), unit: z.string() }),
    payload: json,
    findings: z.array(findingSchema).readonly(),
    rulebook: z.string(),
    calendar: z.string(),
    request: z.string().optional(),
    prevHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'Entry' });

export const performedSchema = z.object({
  outcome: z.string(),
  result: json,
  findings: z.array(findingSchema).readonly(),
  seq: z.int().describe('Seq of the entry that the act became'),
  replayed: z.boolean().describe('The same request had been performed before'),
  project: projectSchema,
});

export const taskSchema = projectSummarySchema
  .extend({
    act: z.string(),
    dueOn: z.string(),
    because: bilingual.optional().describe('Why it waits for another person of the same post, not for the asker'),
    delegation: z
      .object({
        side: z.enum(['TO_ME', 'BY_ME', 'OTHERS']),
        /** Of colleagues, as they are shown to each other. */
        byName: z.string(),
        toName: z.string(),
        until: z.string(),
      })
      .optional()
      .describe('Who of the unit has it in hand, while a delegation is in force'),
  })
  .meta({ id: 'Task' });

/** A paper that somebody proposed to void: void when another person of the office says so too. */
export const voidingTaskSchema = z
  .object({
    projectNo: z.string().describe('Serial 0000: of the district as a whole'),
    projectId: z.string().optional().describe('Absent for papers of the district'),
    name: z.string().optional().describe('Of the neighbourhood'),
    street: z.string().optional(),
    kind: z.string(),
    title: bilingual,
    version: z.int(),
    printing: z.int().optional(),
    number: z.string().optional().describe('文号'),
    sha256: z.string(),
    proposal: z.int().describe('Seq of the proposal: an answer names it'),
    proposedOn: z.string(),
    dueOn: z.string(),
  })
  .meta({ id: 'VoidingTask' });

/** A repair of a project's workflow that a colleague proposed: done when another person of the office says so too. */
export const repairTaskSchema = z
  .object({
    projectId: z.string(),
    name: z.string().optional().describe('Of the neighbourhood'),
    street: z.string().optional(),
    found: repairsSchema.describe('What the reconciler would do'),
    proposal: repairEntrySchema.describe('An answer names it'),
    proposedOn: z.string(),
    dueOn: z.string(),
  })
  .meta({ id: 'RepairTask' });

/** A circular that a colleague proposed: done when another person of the office issues or returns it. */
export const circularTaskSchema = z
  .object({
    year: z.string(),
    no: z.int().describe('Counted through the year'),
    month: z.string(),
    title: z.string(),
    proposedOn: z.string(),
    dueOn: z.string(),
  })
  .meta({ id: 'CircularTask' });

export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  clock: z.object({ now: z.string(), kind: z.enum(['real', 'virtual']) }),
  waiting: z.int().describe('Human acts that a machine waits for'),
  stuck: z.int().describe('Projects that the reconciler could not repair; meant to be 0'),
});

export const pageQuery = z.strictObject({ cursor: z.string().max(500).optional() });
