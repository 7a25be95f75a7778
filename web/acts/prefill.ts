// What a form knows before anybody types: the day, the version of the plan, the objection that waits.
import type { ProjectView } from '../api/project-view.ts';
import type { Draft, DraftObject } from './draft.ts';
import { alternativesOf, type FormSchema } from './form-schema.ts';

/** The days that an act asks for are nearly always today. */
const NOT_TODAY = new Set(['completedOn']);

export function prefill(schema: FormSchema, project: ProjectView | undefined, today: string): DraftObject {
  const [first = schema] = alternativesOf(schema);
  const known: Readonly<Record<string, Draft>> = project
    ? {
        planVersion: project.consent.plan?.version,
        objectionId: project.publicity.objections.find(({ outcome }) => outcome === undefined)?.objectionId,
        budgetYear: today.slice(0, 4),
        place: project.publicity.places.find(({ posted }) => posted === undefined)?.place,
        contractNo: project.approvals.tender?.contracts[0]?.contractNo,
        year: today.slice(0, 4),
      }
    : {};
  return Object.fromEntries(
    Object.entries(first.properties ?? {}).flatMap(([name, field]): [string, Draft][] => {
      if (known[name] !== undefined) return [[name, known[name]]];
      if (field.format === 'date' && first.required?.includes(name) && !NOT_TODAY.has(name)) return [[name, today]];
      if (typeof field.default === 'boolean') return [[name, field.default]];
      if (field.default !== undefined && typeof field.default !== 'object') return [[name, String(field.default)]];
      return [];
    }),
  );
}
