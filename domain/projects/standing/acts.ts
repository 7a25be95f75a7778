// The acts that may come at any time, by name.
import { recheckEligibility } from './recheck-eligibility.ts';
import { resumeProject } from './resume-project.ts';
import { suspendProject } from './suspend-project.ts';

export const STANDING_ACTS = {
  'recheck-eligibility': recheckEligibility,
  'suspend-project': suspendProject,
  'resume-project': resumeProject,
};
