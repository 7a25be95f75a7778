// The manual in docs shows pages that there are, with pictures that are there, in the words of the tour.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { publicPages } from '../../../functions/portal/public/pages.ts';
import { takeObjection } from '../../../functions/publicity/take-objection.ts';
import { PathTable } from '../../../local/http/path-table.ts';
import { DEMO_ACCOUNTS } from '../../../local/seed/district.ts';
import { entryOf } from '../../../web/navigation/entries.ts';
import { manualText } from './manual-text.ts';
import { STREET_OF_PROJECT, TOUR } from './tour.ts';

const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url));
const MOST_BYTES = 3_000_000;

const publicTable = new PathTable<string>();
for (const { method, path, name } of publicPages({ rehearsal: false, takeObjection }))
  publicTable.add(method, path, name);

describe('the manual', () => {
  it('says what the tour says: `npm run manual` was run after its last change', () => {
    expect(readFileSync(join(DOCS, 'manual.zh-CN.md'), 'utf8')).toBe(manualText());
  });

  it('has every picture that it shows, no other, and all of them small', () => {
    const pictures = readdirSync(join(DOCS, 'manual'));
    expect(pictures.toSorted()).toEqual(TOUR.map(({ name }) => `${name}.webp`).toSorted());
    const bytes = pictures.map((picture) => statSync(join(DOCS, 'manual', picture)).size);
    expect(bytes.reduce((total, size) => total + size, 0)).toBeLessThan(MOST_BYTES);
  });

  it.each(TOUR)('leads to a page that there is: $shownAddress', ({ shownAddress }) => {
    const path = shownAddress.replace(/#.*/, '');
    const isPublic = publicTable.match('GET', encodeURI(path)).found === 'ROUTE';
    expect(isPublic || path === '/screen' || entryOf(path) !== undefined).toBe(true);
  });

  it('names accounts that the demo district has', () => {
    const accounts = TOUR.flatMap(({ account }) =>
      account === undefined || account === STREET_OF_PROJECT ? [] : account,
    );
    expect(DEMO_ACCOUNTS.map(({ id }) => id)).toEqual(expect.arrayContaining(accounts));
  });

  it('uses full-width punctuation between Chinese characters, and no words of machines', () => {
    expect(manualText()).not.toMatch(/\p{Script=Han}[,;:?!]\p{Script=Han}/u);
    expect(manualText()).not.toMatch(/请耐心等待|操作成功|系统异常/);
  });
});
