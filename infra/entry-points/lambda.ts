// The entry points on AWS that span capabilities: every act over HTTP, done or decided again, and the pages for residents.
import { performProjectAct } from '../../functions/portal/perform-project-act.ts';
import { publicPages } from '../../functions/portal/public/pages.ts';
import { replayProject } from '../../functions/portal/replay-project.ts';
import { takeObjection } from '../../functions/publicity/take-objection.ts';
import { onRoutes } from '../../functions/runtime/lambda.ts';
import { acts } from '../../local/acts.ts';
import { onOfficePage } from './office-page.ts';

export const performAct = onRoutes(() => [performProjectAct(acts), replayProject(acts)]);
export const residentPages = onRoutes(() => publicPages({ rehearsal: false, takeObjection }));
export const officePage = onOfficePage();
