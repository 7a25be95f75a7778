// The acts of this capability, each with the facts that it gathers.
import type { ActTable } from '../runtime/human-act.ts';
import { confirmProject } from './confirm-project.ts';
import { consentStart } from './consent-start.ts';
import { listInInvestmentPlan } from './list-in-investment-plan.ts';
import { reportProject } from './report-project.ts';
import { submitApplication } from './submit-application.ts';

export const START = {
  'submit-application': submitApplication,
  'confirm-project': confirmProject,
  'report-project': reportProject,
  'consent-start': consentStart,
  'list-in-investment-plan': listInInvestmentPlan,
} satisfies ActTable;
