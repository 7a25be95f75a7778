// The office and the wall screen: one document for all their addresses, as built; while it is being built, a page that says so.
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { html } from '../../functions/portal/public/markup.ts';
import type { PageHandler } from '../http/page-table.ts';
import { page } from '../pages/html.ts';
import { notFoundPage } from '../pages/reference-page.ts';
import { readIfThere, sendStaticFile } from './static-files.ts';

/** Where `build-web.ts` puts the pages. */
export const WEB_DIST = fileURLToPath(new URL('../../web/dist', import.meta.url));

interface OfficeSettings {
  readonly dist?: string;
  /** The address that people open, where one is set up: it stands in what is printed, wherever the page was opened. */
  readonly publicOrigin?: string | undefined;
}

export const officePages =
  (rehearsal: boolean, { dist = WEB_DIST, publicOrigin }: OfficeSettings = {}): PageHandler =>
  async (request, response, { pathname }) => {
    if (request.method === 'GET' && (await sendStaticFile(dist, pathname, request, response))) return;
    // An address of the office has no ending; what has one is a file that is not there.
    if (request.method !== 'GET' || extname(pathname) !== '') return notFound();
    if (publicOrigin === undefined && (await sendStaticFile(dist, '/index.html', request, response))) return;
    const document = publicOrigin === undefined ? undefined : await readDocument(dist, publicOrigin);
    if (document !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
      response.end(document);
      return;
    }
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '5', refresh: '5' });
    response.end(beingBuilt(rehearsal));

    function notFound(): void {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(notFoundPage(rehearsal));
    }
  };

/** As built, with the address in its place; a setting is an origin by its schema, with nothing in it to escape. */
async function readDocument(dist: string, publicOrigin: string): Promise<string | undefined> {
  const built = await readIfThere(join(dist, 'index.html'));
  return built
    ?.toString('utf8')
    .replace('<meta name="jiugai-origin" content=""', `<meta name="jiugai-origin" content="${publicOrigin}"`);
}

const beingBuilt = (rehearsal: boolean): string =>
  page({
    title: '界面生成中 Pages are being built · Jiugai',
    rehearsal,
    body: html`<h1>界面生成中 <span lang="en">The pages are being built</span></h1>
      <p>约半分钟后自动打开；接口已可使用。 <span lang="en">They open by themselves in half a minute; the API is up.</span></p>
      <p><a href="/status">系统状态 Status</a></p>`,
  });
