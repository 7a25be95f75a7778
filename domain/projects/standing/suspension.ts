// Holding a project up where it stands, and letting it go on from there.
import type { Instant } from '../../calendar/plain-date.ts';
import { Fault } from '../../errors.ts';
import { moveTo, type Project } from '../project.ts';

export function suspend(project: Project, reason: string, at: Instant): Project {
  const { state } = project;
  if (state === 'SUSPENDED' || state === 'EXCLUDED') return project;
  return { ...moveTo(project, 'SUSPENDED', at), suspended: { from: state, reason, at } };
}

export function resume(project: Project, at: Instant): Project {
  const { suspended, ...going } = project;
  if (suspended === undefined) throw new Fault('CORRUPT', `${project.projectId} is not suspended`);
  return moveTo(going, suspended.from, at);
}
