// Every page that residents read without an account, and the API twins of those that have one.
import type { Route } from '../../runtime/route.ts';
import { NOTICE_PAGES } from './notice/notice-routes.ts';
import { objectionPages, type TakeObjection } from './objection/objection-routes.ts';
import type { PageRoute } from './page-route.ts';
import { showProgress } from './progress/progress-page.ts';
import { readProgress } from './progress/read-progress.ts';
import { VERIFY_PAGES } from './verify/verify-pages.ts';
import { verifyPaperRoute } from './verify/verify-paper.ts';

export interface PublicPagesOptions {
  readonly rehearsal: boolean;
  readonly takeObjection: TakeObjection;
}

export const publicPages = ({ rehearsal, takeObjection }: PublicPagesOptions): readonly PageRoute[] =>
  [...NOTICE_PAGES, ...objectionPages(takeObjection), ...VERIFY_PAGES, showProgress].map((page) => page({ rehearsal }));

export const PUBLIC_ROUTES: readonly Route[] = [readProgress, verifyPaperRoute];
