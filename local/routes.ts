// Every route of the one-machine system.
import { type Measured, readAnswerTimes } from '../functions/dashboard/read-answer-times.ts';
import { readHealth } from '../functions/dashboard/read-health.ts';
import { DASHBOARD_ROUTES } from '../functions/dashboard/routes.ts';
import { FUNDING_ROUTES } from '../functions/funding/routes.ts';
import { INTAKE_ROUTES } from '../functions/intake/routes.ts';
import { SCAN_ROUTES } from '../functions/intake/scan/routes.ts';
import { CALCULATOR_ROUTES } from '../functions/portal/calculators.ts';
import { DELEGATE_ROUTES } from '../functions/portal/delegate-task.ts';
import { downloadDocument } from '../functions/portal/download-document.ts';
import { downloadEvidence } from '../functions/portal/download-evidence.ts';
import { exportProjects } from '../functions/portal/export-projects.ts';
import { DELEGATION_LIST_ROUTES } from '../functions/portal/list-delegations.ts';
import { listProjects } from '../functions/portal/list-projects.ts';
import { listPublicKeys } from '../functions/portal/list-public-keys.ts';
import { listTasks } from '../functions/portal/list-tasks.ts';
import { CALENDAR_ROUTES } from '../functions/portal/maintain-calendar.ts';
import { GRANT_ROUTES } from '../functions/portal/maintain-grants.ts';
import { openProject } from '../functions/portal/open-project.ts';
import { performProjectAct } from '../functions/portal/perform-project-act.ts';
import { PUBLIC_ROUTES } from '../functions/portal/public/pages.ts';
import { readLedger } from '../functions/portal/read-ledger.ts';
import { readPrivacy } from '../functions/portal/read-privacy.ts';
import { readProject } from '../functions/portal/read-project.ts';
import { remindOwner } from '../functions/portal/remind-owner.ts';
import { replayProject } from '../functions/portal/replay-project.ts';
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

export function routesOf(system: System, press: Press = pressOf(system)): readonly Route[] {
  const measured: Measured = {
    today: () => system.times.today(),
    titleOf: (name) => routes.find((route) => route.name === name)?.summary,
  };
  const routes: readonly Route[] = [
    readHealth({ version: VERSION, clockKind: system.clockKind }),
    listProjects,
    exportProjects,
    openProject,
    readProject,
    readLedger,
    readPrivacy,
    performProjectAct(acts),
    replayProject(acts),
    downloadDocument,
    downloadEvidence,
    listTasks,
    remindOwner,
    ...DELEGATE_ROUTES,
    ...DELEGATION_LIST_ROUTES,
    ...INTAKE_ROUTES,
    ...SCAN_ROUTES,
    ...typesettingRoutes(press),
    ...PUBLICITY_ROUTES,
    ...PUBLIC_ROUTES,
    ...FUNDING_ROUTES,
    readAnswerTimes(measured),
    ...DASHBOARD_ROUTES,
    ...PROGRAMME_ROUTES,
    ...CALENDAR_ROUTES,
    ...GRANT_ROUTES,
    ...CALCULATOR_ROUTES,
    listPublicKeys,
    ...(system.clockKind === 'virtual' ? [moveClock(system)] : []),
  ];
  return routes;
}
