// Entry points on AWS: consulting residents, drafting the plan and balloting on it.
import { onWait } from '../runtime/lambda.ts';

export const recordSurvey = onWait('record-survey');
export const determineEligibility = onWait('determine-eligibility');
export const startConsultation = onWait('start-consultation');
export const tallyWillingness = onWait('tally-willingness');
export const submitWillingness = onWait('submit-willingness');
export const formBody = onWait('form-body');
export const commissionDesign = onWait('commission-design');
export const submitDesign = onWait('submit-design');
export const revisePlan = onWait('revise-plan');
export const publishPlan = onWait('publish-plan');
export const openBallot = onWait('open-ballot');
export const tallyPlanBallot = onWait('tally-plan-ballot');
