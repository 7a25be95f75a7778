// The HTTP side of the programme around the procedure.
import type { Route } from '../runtime/route.ts';
import { AUDIT_ROUTES } from './audit-desk.ts';
import { CIRCULAR_ROUTES } from './circulars.ts';
import { EXPORT_ROUTES } from './export-tables.ts';
import { APPROVAL_PACKAGE_ROUTES } from './hand-over-approvals.ts';
import { OWED_ROUTES } from './list-owed.ts';
import { SPECIAL_LINE_ROUTES } from './list-special-lines.ts';
import { PETITION_ROUTES } from './petition-letters.ts';
import { DUTY_ROUTES } from './read-duties.ts';
import { FIGURE_ROUTES } from './read-figures.ts';
import { PROGRAMME_YEAR_ROUTES } from './read-programme.ts';
import { PROJECT_PROGRAMME_ROUTES } from './read-project-programme.ts';
import { ROUND_ROUTES } from './read-round.ts';
import { YEAR_LEDGER_ROUTES } from './read-year-ledgers.ts';
import { YEAR_ACT_ROUTES } from './year-acts.ts';

export const PROGRAMME_ROUTES: readonly Route[] = [
  ...DUTY_ROUTES,
  ...OWED_ROUTES,
  ...FIGURE_ROUTES,
  ...PROGRAMME_YEAR_ROUTES,
  ...ROUND_ROUTES,
  ...YEAR_ACT_ROUTES,
  ...YEAR_LEDGER_ROUTES,
  ...CIRCULAR_ROUTES,
  ...SPECIAL_LINE_ROUTES,
  ...EXPORT_ROUTES,
  ...AUDIT_ROUTES,
  ...PROJECT_PROGRAMME_ROUTES,
  ...APPROVAL_PACKAGE_ROUTES,
  ...PETITION_ROUTES,
];
