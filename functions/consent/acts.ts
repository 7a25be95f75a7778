// The acts of consent with what each rests on.
import { openProject } from '../../domain/projects/consent/open-project.ts';
import { type ActTable, humanAct } from '../runtime/human-act.ts';
import { commissionDesign } from './commission-design.ts';
import { determineEligibility } from './determine-eligibility.ts';
import { formBody } from './form-body.ts';
import { openBallot } from './open-ballot.ts';
import { publishPlan } from './publish-plan.ts';
import { recordSurvey } from './record-survey.ts';
import { revisePlan } from './revise-plan.ts';
import { startConsultation } from './start-consultation.ts';
import { submitDesign } from './submit-design.ts';
import { submitWillingness } from './submit-willingness.ts';
import { tallyPlanBallot } from './tally-plan-ballot.ts';
import { tallyWillingness } from './tally-willingness.ts';

export const CONSENT = {
  'open-project': humanAct(openProject),
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
} satisfies ActTable;
