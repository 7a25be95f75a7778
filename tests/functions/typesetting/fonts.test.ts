// Fonts come with the project; the district's own, in one folder, take their place.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typesetPaper } from '../../../functions/typesetting/typeset-paper.ts';
import { createTypesetter } from '../../../functions/typesetting/typesetter.ts';
import { readPdf } from '../../../local/paperwork/read-pdf.ts';
import { renamedFont } from './renamed-font.ts';
import { edition, house, making, sampleOf, seal, setPaper } from './sample-papers.ts';

const FANDOL = new URL('../../../functions/typesetting/fonts/fandol/', import.meta.url);
const fontsOf = async (bytes: Uint8Array) =>
  new Set((await readPdf(bytes)).flatMap(({ runs }) => runs.map(({ font }) => font)));

describe('the fonts of papers', () => {
  it('come with their licence', () => {
    expect(existsSync(new URL('COPYING', FANDOL))).toBe(true);
    expect(readFileSync(new URL('../../../THIRD-PARTY-NOTICES.md', import.meta.url), 'utf8')).toMatch(
      /Fandol[\s\S]*noto-serif/,
    );
  });

  it('give way to licensed ones of the district, and stay where there is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiugai-fonts-'));
    const song = readFileSync(new URL('FandolSong-Regular.otf', FANDOL));
    writeFileSync(join(folder, 'fangsong.otf'), renamedFont(song, 'FangSong_GB2312'));
    const ours = await fontsOf((await setPaper('A2', sampleOf('A2'))).paper.pdf());
    const order = { kind: 'A2' as const, contents: sampleOf('A2'), making, edition };
    const set = await typesetPaper({ typesetter: createTypesetter({ licensedFonts: folder }), seal, house }, order);
    rmSync(folder, { recursive: true });
    const theirs = await fontsOf(set.ok ? set.value.paper.pdf() : new Uint8Array());
    const has = (fonts: ReadonlySet<string>, name: RegExp) => [...fonts].some((font) => name.test(font));
    expect([has(ours, /FandolFang/), has(theirs, /FandolFang/)]).toEqual([true, false]);
    // Headings keep the font that came with the project.
    expect([has(ours, /FandolHei/), has(theirs, /FandolHei/)]).toEqual([true, true]);
  });
});
