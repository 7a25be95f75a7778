// The HTTP side of the dashboard: figures from rows that the projection keeps in order.
import type { Route } from '../runtime/route.ts';
import { makeDisplayKey } from './display-keys.ts';
import { findProjects } from './find-projects.ts';
import { listNotices } from './list-notices.ts';
import { listReviews } from './list-reviews.ts';
import { readAgeing } from './read-ageing.ts';
import { readBudgetYear } from './read-budget-year.ts';
import { readClocks } from './read-clocks.ts';
import { readFunnel } from './read-funnel.ts';
import { readLatencies } from './read-latencies.ts';
import { listAccounts, readMoneyRace } from './read-money.ts';
import { readNotice } from './read-notice.ts';
import { readScreen } from './read-screen.ts';
import { readStreets } from './read-streets.ts';
import { readStuck } from './read-stuck.ts';
import { REPAIR_ROUTES } from './repair-project.ts';
import { sendNoticeAgain } from './send-notice-again.ts';

export const DASHBOARD_ROUTES: readonly Route[] = [
  readFunnel,
  readAgeing,
  readStreets,
  readClocks,
  readMoneyRace,
  listAccounts,
  listReviews,
  readBudgetYear,
  readStuck,
  readLatencies,
  listNotices,
  readNotice,
  sendNoticeAgain,
  findProjects,
  readScreen,
  makeDisplayKey,
  ...REPAIR_ROUTES,
];
