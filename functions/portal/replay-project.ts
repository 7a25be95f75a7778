// GET /api/projects/{id}/replay: one project decided again, entry by entry, by the code behind `npm run replay`.
import * as z from 'zod';
import { bilingual, projectIdSchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { ROLES } from '../../domain/parties.ts';
import { isActName } from '../../domain/projects/act-names.ts';
import { ACTS } from '../../domain/projects/acts.ts';
import { stepOf } from '../../domain/projects/project.ts';
import { ALL_STATES, titleOfState } from '../../domain/projects/states.ts';
import type { ActTable } from '../runtime/human-act.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { type Route, route } from '../runtime/route.ts';
import { DIFFERENCE_REASONS, type ReplayedEntry, replayDecisions } from './replay-decisions.ts';

const replayedEntry = z.object({
  seq: z.int(),
  at: z.string(),
  act: z.string(),
  title: bilingual,
  role: z.enum(ROLES),
  /** As its actor carries it: which of the streets, which of the specialised units. */
  unit: z.string(),
  outcome: z.string(),
  /** As the entry left the project. */
  step: z.int(),
  state: z.enum(ALL_STATES),
  stateTitle: bilingual,
  findings: z.int(),
  rulebook: z.string(),
  calendar: z.string(),
  hash: z.string(),
  /** Absent where the decision came out the same. */
  reason: z.enum(DIFFERENCE_REASONS).optional(),
});

/** Over the acts that a composition root offers: a decision is computed again by the act that made it. */
export const replayProject = (acts: ActTable): Route =>
  route({
    name: 'replayProject',
    summary: { zh: '重算一个项目', en: 'Recompute every decision of a project' },
    method: 'GET',
    path: '/api/projects/{id}/replay',
    access: ['STREET', 'RENOVATION_OFFICE', 'AUDIT'],
    input: { params: z.strictObject({ id: projectIdSchema }) },
    output: z.object({
      projectId: z.string(),
      name: z.string(),
      decisions: z.int(),
      /** Seq of the first entry that does not continue the chain. */
      brokenAt: z.int().optional(),
      differing: z.int(),
      /** Up to the last entry that something could be decided on; none where the chain is broken. */
      entries: z.array(replayedEntry),
    }),
    async handle({ params, actor }, ports) {
      const project = await findOwnProject(ports, params.id, actor);
      if (!project.ok) return project;
      const { decisions, differences, entries } = await replayDecisions(ports, acts, params.id);
      const broken = differences.find(({ reason }) => reason === 'CHAIN');
      return granted({
        projectId: params.id,
        name: project.value.neighbourhood.name,
        decisions,
        ...(broken && { brokenAt: broken.seq }),
        differing: differences.length,
        entries: entries.map(shownEntry),
      });
    },
  });

function shownEntry({ entry, after, reason }: ReplayedEntry): z.input<typeof replayedEntry> {
  const { seq, at, act, actor, payload, findings, rulebook, calendar, hash } = entry;
  return {
    ...{ seq, at, act, rulebook, calendar, hash },
    title: isActName(act) ? ACTS[act].title : { zh: act, en: act },
    role: actor.role,
    unit: actor.unit,
    outcome: String(payload.outcome),
    step: stepOf(after),
    state: after.state,
    stateTitle: titleOfState(after.state),
    findings: findings.length,
    ...(reason && { reason }),
  };
}
