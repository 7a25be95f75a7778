// Every route of the one-machine system.
import { type Measured, readAnswerTimes } from '../functions/dashboard/read-answer-times.ts';
import { readHealth } from '../functions/dashboard/read-health.ts';
import { DASHBOARD_ROUTES } from '../functions/dashboard/routes.ts';
import { FUNDING_ROUTES } from '../functions/funding/routes.ts';
import { INTAKE_ROUTES } from '../functions/intake/routes.ts';
import { SCAN_ROUTES } from '../functions/intake/scan/routes.ts';
import { performProjectAct } from '../functions/portal/perform-project-act.ts';
import { replayProject } from '../functions/portal/replay-project.ts';
import { PORTAL_ROUTES } from '../functions/portal/routes.ts';
import { PROGRAMME_ROUTES } from '../functions/programme/routes.ts';
import { PUBLICITY_ROUTES } from '../functions/publicity/routes.ts';
import type { Route } from '../functions/runtime/route.ts';
import { type Press, printingHouse } from '../functions/typesetting/press.ts';
import { typesettingRoutes } from '../functions/typesetting/routes.ts';
import { createThreadedTypesetter } from '../functions/typesetting/threaded-typesetter.ts';
import { acts } from './acts.ts';
import { moveClock } from './clock-route.ts';
import type { System } from './system.ts';
import { VERSION } from './version.ts';

/** A press is cheap until its first paper: its thread starts with it. */
const pressOf = ({ clockKind }: System): Press => ({
  typesetter: createThreadedTypesetter(),
  house: printingHouse({ rehearsal: clockKind === 'virtual' }),
});

/** `others`: of whoever signs people in on this machine. */
export function routesOf(
  system: System,
  press: Press = pressOf(system),
  others: readonly Route[] = [],
): readonly Route[] {
  const measured: Measured = {
    today: () => system.times.today(),
    titleOf: (name) => routes.find((route) => route.name === name)?.summary,
  };
  const routes: readonly Route[] = [
    readHealth({ version: VERSION, clockKind: system.clockKind }),
    ...PORTAL_ROUTES,
    performProjectAct(acts),
    replayProject(acts),
    ...INTAKE_ROUTES,
    ...SCAN_ROUTES,
    ...typesettingRoutes(press),
    ...PUBLICITY_ROUTES,
    ...FUNDING_ROUTES,
    readAnswerTimes(measured),
    ...DASHBOARD_ROUTES,
    ...PROGRAMME_ROUTES,
    ...(system.clockKind === 'virtual' ? [moveClock(system)] : []),
    ...others,
  ];
  return routes;
}
