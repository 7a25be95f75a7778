// The office and the wall screen: one document for all their addresses, as built; while it is being built, a page that says so.
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { html } from '../../functions/portal/public/markup.ts';
import type { PageHandler } from '../http/page-table.ts';
import { page } from '../pages/html.ts';
import { notFoundPage } from '../pages/reference-page.ts';
import { sendStaticFile } from './static-files.ts';

/** Where `build-web.ts` puts the pages. */
export const WEB_DIST = fileURLToPath(new URL('../../web/dist', import.meta.url));

export const officePages =
  (rehearsal: boolean, dist = WEB_DIST): PageHandler =>
  async (request, response, { pathname }) => {
    if (request.method === 'GET' && (await sendStaticFile(dist, pathname, request, response))) return;
    // An address of the office has no ending; what has one is a file that is not there.
    if (request.method !== 'GET' || extname(pathname) !== '') return notFound();
    if (await sendStaticFile(dist, '/index.html', request, response)) return;
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '5', refresh: '5' });
    response.end(beingBuilt(rehearsal));

    function notFound(): void {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(notFoundPage(rehearsal));
    }
  };

const beingBuilt = (rehearsal: boolean): string =>
  page({
    title: '界面生成中 Pages are being built · Jiugai',
    rehearsal,
    body: html`<h1>界面生成中 <span lang="en">The pages are being built</span></h1>
      <p>约半分钟后自动打开；接口已可使用。 <span lang="en">They open by themselves in half a minute; the API is up.</span></p>
      <p><a href="/status">系统状态 Status</a></p>`,
  });
