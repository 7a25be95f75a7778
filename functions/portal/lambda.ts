// Entry points on AWS: projects, tasks, papers, grants, telephones, the calendar, calculators and what is public.
import { forgetAnswers } from '../runtime/idempotency.ts';
import { onRoutes, onSweep } from '../runtime/lambda.ts';
import { PORTAL_ROUTES } from './routes.ts';

export const portalRoutes = onRoutes(() => PORTAL_ROUTES);
export const forgetKeptAnswers = onSweep('forgetKeptAnswers', async (ports) => {
  await forgetAnswers(ports);
  return {};
});
