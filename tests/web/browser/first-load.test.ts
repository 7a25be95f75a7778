// What a browser must fetch before a page can be used, by kind of reader, in KiB of JavaScript as sent (gzip).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { WEB_DIST } from '../../../local/web/office-pages.ts';
import { RESIDENT_SOURCES } from '../../../local/web/resident-files.ts';

const BUDGET = { public: 80, screen: 80, office: 190 };

/** The parts of Vite's manifest that say what is fetched for what. */
const manifest = z
  .record(
    z.string(),
    z.object({
      file: z.string(),
      imports: z.array(z.string()).default([]),
      dynamicImports: z.array(z.string()).default([]),
      isDynamicEntry: z.boolean().default(false),
    }),
  )
  .parse(JSON.parse(readFileSync(join(WEB_DIST, '.vite/manifest.json'), 'utf8')));

const kibibytes = (text: string | Buffer): number => gzipSync(text, { level: 9 }).byteLength / 1024;

/** Of the chunks and everything that they import at once. */
function firstLoad(...entries: readonly string[]): number {
  const files = new Set<string>();
  const follow = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports.forEach(follow);
  };
  entries.forEach(follow);
  const sizes = [...files]
    .filter((file) => file.endsWith('.js'))
    .map((file) => kibibytes(readFileSync(join(WEB_DIST, file))));
  return sizes.reduce((total, size) => total + size, 0);
}

/** Every page of the office is a chunk of its own, fetched together with the shell. */
const officePages = (manifest['office/office-page.tsx'] ?? manifest['office/office.tsx'])?.dynamicImports ?? [];

describe('the first load', () => {
  it('of the public pages is next to nothing', () => {
    // The style is nearly all of it.
    const sizes = Object.values(RESIDENT_SOURCES).map(({ read }) => kibibytes(read()));
    expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(BUDGET.public);
  });

  it('of the office asks for what holds everywhere before the sheets of its parts, which are to win over it', () => {
    const asked = manifest['index.html']?.dynamicImports ?? [];
    const of = (name: string) => asked.indexOf(name);
    expect(asked).toContain('office/styles/general.ts');
    expect(of('office/styles/general.ts')).toBeLessThan(of('office/office.tsx'));
  });

  it('of the wall screen fits its budget', () => {
    expect(firstLoad('index.html', 'screen/screen.tsx')).toBeLessThan(BUDGET.screen);
  });

  it.each(officePages)('of %s fits the budget of the office, charts apart', (page) => {
    expect(firstLoad('index.html', 'office/office.tsx', page)).toBeLessThan(BUDGET.office);
  });
});
