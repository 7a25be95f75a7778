// Routes of the portal: projects, tasks, papers, grants, telephones, the calendar, calculators and what is public.
import type { Route } from '../runtime/route.ts';
import { CALCULATOR_ROUTES } from './calculators.ts';
import { DELEGATE_ROUTES } from './delegate-task.ts';
import { downloadDocument } from './download-document.ts';
import { downloadEvidence } from './download-evidence.ts';
import { exportProjects } from './export-projects.ts';
import { DELEGATION_LIST_ROUTES } from './list-delegations.ts';
import { listMyPosts } from './list-my-posts.ts';
import { listProjects } from './list-projects.ts';
import { listPublicKeys } from './list-public-keys.ts';
import { listTasks } from './list-tasks.ts';
import { CALENDAR_ROUTES } from './maintain-calendar.ts';
import { GRANT_ROUTES } from './maintain-grants.ts';
import { TELEPHONE_ROUTES } from './maintain-telephones.ts';
import { openProject } from './open-project.ts';
import { PUBLIC_ROUTES } from './public/pages.ts';
import { readChoices } from './read-choices.ts';
import { readLedger } from './read-ledger.ts';
import { readPrivacy } from './read-privacy.ts';
import { readProject } from './read-project.ts';
import { remindOwner } from './remind-owner.ts';

export const PORTAL_ROUTES: readonly Route[] = [
  listProjects,
  exportProjects,
  readChoices,
  openProject,
  readProject,
  readLedger,
  readPrivacy,
  downloadDocument,
  downloadEvidence,
  listTasks,
  listMyPosts,
  remindOwner,
  ...DELEGATE_ROUTES,
  ...DELEGATION_LIST_ROUTES,
  ...PUBLIC_ROUTES,
  ...CALENDAR_ROUTES,
  ...GRANT_ROUTES,
  ...TELEPHONE_ROUTES,
  ...CALCULATOR_ROUTES,
  listPublicKeys,
];
