// The body applies for the start: accepted when complete, else returned with everything that is missing.
import * as z from 'zod';
import { Fault, gateShut, granted } from '../../errors.ts';
import { materialsAreComplete, mayApply } from '../../policy/rules/application.ts';
import { defineAct } from '../act.ts';
import { paperInput } from '../act-input.ts';
import { moveTo } from '../project.ts';
import { openObjections } from '../publicity/record.ts';
import { hasReached } from '../states.ts';

export const submitApplicationInput = z.strictObject({
  /** M1 改造项目申请表 */
  application: paperInput.optional(),
  /** M2 业主意见公示书, the notice that was posted (F3). */
  notice: paperInput.optional(),
  /** M3 居民承诺书 */
  undertaking: paperInput.optional(),
  /** M4 改造后长效管理方案 */
  managementPlan: paperInput.optional(),
  /** M5: what the street has published as necessary, none by default; one without a paper is missing. */
  otherMaterials: z
    .array(z.strictObject({ title: z.string().trim().min(2).max(60), paper: paperInput.optional() }))
    .max(20)
    .default([]),
});

type Application = z.output<typeof submitApplicationInput>;

export interface ApplicationChecked {
  readonly missing: readonly string[];
}

export const submitApplication = defineAct<'submit-application', Application, undefined, ApplicationChecked>({
  name: 'submit-application',
  title: { zh: '申请项目启动', en: 'Submit application' },
  step: 4,
  clause: '二(三)4',
  input: submitApplicationInput,

  decide({ project, input, on, pack }) {
    const { body } = project.consent;
    if (body === undefined) throw new Fault('CORRUPT', `project ${project.projectId} has no body`);
    const timing = mayApply(
      {
        submittedOn: on,
        publicityEndedOn: project.publicity.endsOn,
        openObjections: openObjections(project.publicity).length,
        filedBy: body.kind,
      },
      on,
      pack,
    );
    if (timing.some(({ verdict }) => verdict === 'FAIL')) return gateShut(timing);
    const materials = materialsAreComplete(
      { filed: filedMaterials(input), otherRequired: input.otherMaterials.map(({ title }) => title) },
      on,
      pack,
    );
    const missing = missingMaterials(input);
    return granted({
      outcome: missing.length === 0 ? 'accepted' : 'returned',
      result: { missing },
      findings: [...timing, ...materials],
    });
  },

  apply(project, { outcome, result: { missing }, at, on }) {
    if (outcome === 'returned') return { ...project, start: { ...project.start, missing } };
    return moveTo({ ...project, start: { application: { at, on } } }, 'APPLICATION_SUBMITTED', at);
  },

  // A returned application is still awaited: nothing is told until one is accepted.
  outcome: ({ state }) => (hasReached(state, 'APPLICATION_SUBMITTED') ? 'accepted' : undefined),
});

/** Every material that is asked for, with its paper if it is there. */
const askedFor = ({ application, notice, undertaking, managementPlan, otherMaterials }: Application) => [
  { title: 'M1', paper: application },
  { title: 'M2', paper: notice },
  { title: 'M3', paper: undertaking },
  { title: 'M4', paper: managementPlan },
  ...otherMaterials,
];

const filedMaterials = (input: Application): readonly string[] =>
  askedFor(input)
    .filter(({ paper }) => paper !== undefined)
    .map(({ title }) => title);

const missingMaterials = (input: Application): readonly string[] =>
  askedFor(input)
    .filter(({ paper }) => paper === undefined)
    .map(({ title }) => title);
