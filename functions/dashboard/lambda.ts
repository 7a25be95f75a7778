// Entry points on AWS: figures, the projector behind them, and the reconciler.
import { onRoutes, onStream, onSweep } from '../runtime/lambda.ts';
import { readAnswerTimes } from './read-answer-times.ts';
import { readHealth } from './read-health.ts';
import { reconcileProjects as reconcile } from './reconcile-projects.ts';
import { DASHBOARD_ROUTES } from './routes.ts';

export const dashboardRoutes = onRoutes(({ version }) => [
  readHealth({ version, clockKind: 'real' }),
  // The gateway measures.
  readAnswerTimes(undefined),
  ...DASHBOARD_ROUTES,
]);
export const projectEntries = onStream('projectEntries');
export const reconcileProjects = onSweep('reconcileProjects', async (ports, log) => {
  const { stuck, repairs } = await reconcile(ports, log);
  return { stuck: stuck.length, repairs: repairs.length, pendingMessages: await ports.outbox.pending() };
});
