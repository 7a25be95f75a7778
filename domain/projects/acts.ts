// Every act of a project by its name: what table, fold, API and machines share.
import type { Act } from './act.ts';
import type { ActName } from './act-names.ts';
import { APPROVALS_ACTS } from './approvals/acts.ts';
import { CONSENT_ACTS } from './consent/acts.ts';
import { FUNDING_ACTS } from './funding/acts.ts';
import { PROGRAMME_PROJECT_ACTS } from './programme/acts.ts';
import { PUBLICITY_ACTS } from './publicity/acts.ts';
import { STANDING_ACTS } from './standing/acts.ts';
import { START_ACTS } from './start/acts.ts';
import { WORKS_ACTS } from './works/acts.ts';

export const ACTS: Readonly<Record<ActName, Act>> = {
  ...CONSENT_ACTS,
  ...PUBLICITY_ACTS,
  ...START_ACTS,
  ...FUNDING_ACTS,
  ...APPROVALS_ACTS,
  ...WORKS_ACTS,
  ...PROGRAMME_PROJECT_ACTS,
  ...STANDING_ACTS,
};
