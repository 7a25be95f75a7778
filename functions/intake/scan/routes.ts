// Every route of paper that comes in as scans.
import type { Route } from '../../runtime/route.ts';
import { COMPARE_ROUTES } from './compare-routes.ts';
import { REDACTION_ROUTES } from './redact-page.ts';
import { SHEET_ROUTES } from './sheet-routes.ts';
import { STACK_ROUTES } from './stack-routes.ts';

export const SCAN_ROUTES: readonly Route[] = [...STACK_ROUTES, ...SHEET_ROUTES, ...REDACTION_ROUTES, ...COMPARE_ROUTES];
