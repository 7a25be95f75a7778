// The acts of consent by name: survey, willingness, body, design and ballot (二(三)1–3).
import { commissionDesign } from './commission-design.ts';
import { determineEligibility } from './determine-eligibility.ts';
import { formBody } from './form-body.ts';
import { openBallot } from './open-ballot.ts';
import { openProject } from './open-project.ts';
import { publishPlan } from './publish-plan.ts';
import { recordSurvey } from './record-survey.ts';
import { revisePlan } from './revise-plan.ts';
import { startConsultation } from './start-consultation.ts';
import { submitDesign } from './submit-design.ts';
import { submitWillingness } from './submit-willingness.ts';
import { tallyPlanBallot } from './tally-plan-ballot.ts';
import { tallyWillingness } from './tally-willingness.ts';

export const CONSENT_ACTS = {
  'open-project': openProject,
  'record-survey': recordSurvey,
  'determine-eligibility': determineEligibility,
  'start-consultation': startConsultation,
  'tally-willingness': tallyWillingness,
  'submit-willingness': submitWillingness,
  'form-body': formBody,
  'commission-design': commissionDesign,
  'submit-design': submitDesign,
  'revise-plan': revisePlan,
  'publish-plan': publishPlan,
  'open-ballot': openBallot,
  'tally-plan-ballot': tallyPlanBallot,
};
