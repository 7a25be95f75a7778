// Style, script and icon of the public pages, straight from their sources: they read well without a build.
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { PageHandler } from '../http/page-table.ts';

const SOURCES = new URL('../../web/public/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, SOURCES), 'utf8');

interface ResidentFile {
  readonly type: string;
  readonly read: () => string;
}

const FILES: Readonly<Record<string, ResidentFile>> = {
  '/p/residents.css': { type: 'text/css; charset=utf-8', read: () => textOf('residents.css') },
  '/p/residents.js': {
    type: 'text/javascript; charset=utf-8',
    read: () => stripTypeScriptTypes(textOf('residents.ts')),
  },
  '/p/icon.svg': { type: 'image/svg+xml', read: () => textOf('icon.svg') },
};

export const RESIDENT_FILES: readonly (readonly [path: string, handler: PageHandler])[] = Object.entries(FILES).map(
  ([path, { type, read }]) => {
    let text: string | undefined;
    return [
      path,
      (_request, response) => {
        text ??= read();
        response.writeHead(200, { 'content-type': type, 'cache-control': 'public, max-age=3600' }).end(text);
      },
    ];
  },
);
