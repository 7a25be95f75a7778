// Which function answers which route of the API: what the gateway must know beforehand.
import { readAnswerTimes } from '../functions/dashboard/read-answer-times.ts';
import { readHealth } from '../functions/dashboard/read-health.ts';
import { DASHBOARD_ROUTES } from '../functions/dashboard/routes.ts';
import { FUNDING_ROUTES } from '../functions/funding/routes.ts';
import { INTAKE_ROUTES } from '../functions/intake/routes.ts';
import { SCAN_ROUTES } from '../functions/intake/scan/routes.ts';
import { performProjectAct } from '../functions/portal/perform-project-act.ts';
import { publicPages } from '../functions/portal/public/pages.ts';
import { replayProject } from '../functions/portal/replay-project.ts';
import { PORTAL_ROUTES } from '../functions/portal/routes.ts';
import { PROGRAMME_ROUTES } from '../functions/programme/routes.ts';
import { PUBLICITY_ROUTES } from '../functions/publicity/routes.ts';
import { takeObjection } from '../functions/publicity/take-objection.ts';
import type { Route } from '../functions/runtime/route.ts';
import { printingHouse } from '../functions/typesetting/press.ts';
import { typesettingRoutes } from '../functions/typesetting/routes.ts';
import { createThreadedTypesetter } from '../functions/typesetting/threaded-typesetter.ts';
import { acts } from '../local/acts.ts';

export interface GatewayRoute {
  readonly method: 'GET' | 'POST';
  /** `/api/projects/{id}` */
  readonly path: string;
  /** Reached without a token. */
  readonly isPublic: boolean;
}

const gatewayRoutes = (routes: readonly Pick<Route, 'method' | 'path' | 'access'>[]): readonly GatewayRoute[] =>
  routes.map(({ method, path, access }) => ({ method, path, isPublic: access === 'PUBLIC' }));

/** By the name of the entry point, in step with its `lambda.ts`. */
export const API_ROUTES: Readonly<Record<string, readonly GatewayRoute[]>> = {
  dashboardRoutes: gatewayRoutes([
    readHealth({ version: '', clockKind: 'real' }),
    readAnswerTimes(undefined),
    ...DASHBOARD_ROUTES,
  ]),
  fundingRoutes: gatewayRoutes(FUNDING_ROUTES),
  intakeRoutes: gatewayRoutes([...INTAKE_ROUTES, ...SCAN_ROUTES]),
  paperOutRoutes: gatewayRoutes(
    typesettingRoutes({ typesetter: createThreadedTypesetter(), house: printingHouse({ rehearsal: false }) }),
  ),
  performAct: gatewayRoutes([performProjectAct(acts), replayProject(acts)]),
  portalRoutes: gatewayRoutes(PORTAL_ROUTES),
  programmeRoutes: gatewayRoutes(PROGRAMME_ROUTES),
  publicityRoutes: gatewayRoutes(PUBLICITY_ROUTES),
  residentPages: publicPages({ rehearsal: false, takeObjection }).map(({ method, path }) => ({
    method,
    path,
    isPublic: true,
  })),
};
