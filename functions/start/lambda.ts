// Entry points on AWS: confirming the project and deciding its start.
import { onWait } from '../runtime/lambda.ts';

export const submitApplication = onWait('submit-application');
export const confirmProject = onWait('confirm-project');
export const reportProject = onWait('report-project');
export const consentStart = onWait('consent-start');
export const listInInvestmentPlan = onWait('list-in-investment-plan');
