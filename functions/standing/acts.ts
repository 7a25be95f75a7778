// The acts that may come at any time, with what each rests on.
import type { ActTable } from '../runtime/human-act.ts';
import { recheckEligibility } from './recheck-eligibility.ts';
import { resumeProject } from './resume-project.ts';
import { suspendProject } from './suspend-project.ts';

export const STANDING = {
  'recheck-eligibility': recheckEligibility,
  'suspend-project': suspendProject,
  'resume-project': resumeProject,
} satisfies ActTable;
