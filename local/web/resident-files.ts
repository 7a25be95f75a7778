// Style, script and icon of the public pages, straight from their sources: they read well without a build.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { PageHandler } from '../http/page-table.ts';

const ROOT = new URL('../../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

/** Beside the parts that they are of, and sent as one: these pages have no script that could bring several. */
export const RESIDENT_SHEETS = [
  'document.css',
  'forms.css',
  'help.css',
  'figures.css',
  'notice/notice.css',
  'progress/progress.css',
  'verify/verify.css',
].map((name) => `functions/portal/public/${name}`);

interface ResidentFile {
  readonly type: string;
  readonly read: () => string;
}

/** By path. */
export const RESIDENT_SOURCES: Readonly<Record<string, ResidentFile>> = {
  '/p/residents.css': { type: 'text/css; charset=utf-8', read: () => RESIDENT_SHEETS.map(textOf).join('') },
  '/p/residents.js': {
    type: 'text/javascript; charset=utf-8',
    read: () => stripTypeScriptTypes(textOf('web/public/residents.ts')),
  },
  '/p/icon.svg': { type: 'image/svg+xml', read: () => textOf('web/public/icon.svg') },
};

interface Packed {
  readonly tag: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
}

function pack(text: string): Packed {
  const plain = Buffer.from(text, 'utf8');
  return { tag: `"${hash('sha256', plain, 'base64url').slice(0, 16)}"`, plain, gzip: gzipSync(plain, { level: 9 }) };
}

/** Their names have no hash, as pages are written without a build: browsers keep them, and ask each time whether they still hold. */
export const RESIDENT_FILES: readonly (readonly [path: string, handler: PageHandler])[] = Object.entries(
  RESIDENT_SOURCES,
).map(([path, { type, read }]) => {
  let packed: Packed | undefined;
  return [
    path,
    ({ headers }, response) => {
      packed ??= pack(read());
      const kept = { 'cache-control': 'no-cache', etag: packed.tag, vary: 'accept-encoding' };
      if (headers['if-none-match'] === packed.tag) {
        response.writeHead(304, kept).end();
        return;
      }
      const isZipped = /\bgzip\b/.test(String(headers['accept-encoding']));
      response.writeHead(200, { ...kept, 'content-type': type, ...(isZipped && { 'content-encoding': 'gzip' }) });
      response.end(isZipped ? packed.gzip : packed.plain);
    },
  ];
});
