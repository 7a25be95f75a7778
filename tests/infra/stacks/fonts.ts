// A district's licensed fonts, on their way to the function that sets papers.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { layerOfFonts } from '../../../infra/district-fonts.ts';
import { resourcesOf, synthesise, text } from '../synthesise.ts';

/** `folder` holds fonts, and a licence beside them. */
export function describeFonts(folder: string): void {
  it('lie in a layer of the one function that sets papers, which is told where', () => {
    const functions = resourcesOf(synthesise('cn-north-1', undefined, { fonts: folder }), 'AWS::Lambda::Function');
    const withLayer = functions.filter(({ Properties }) => Properties.Layers !== undefined);
    expect(withLayer.map(({ Properties }) => Properties.Description)).toEqual(['paperOutRoutes']);
    expect(text(withLayer[0]?.Properties.Environment)).toContain('"JIUGAI_FONTS":"/opt/fonts"');
  });

  it('come without what else lies in their folder', () => {
    const layer = layerOfFonts(folder);
    const fonts = readdirSync(join(layer, 'fonts'));
    expect(fonts).toContain('FandolSong-Regular.otf');
    expect(fonts.filter((name) => !name.endsWith('.otf'))).toEqual([]);
    rmSync(layer, { recursive: true });
  });

  it('are refused before anything is deployed when there are none', () => {
    const empty = mkdtempSync(join(tmpdir(), 'jiugai-none-'));
    writeFileSync(join(empty, 'readme.txt'), '');
    expect(() => layerOfFonts(empty)).toThrow(/no fonts/);
    rmSync(empty, { recursive: true });
  });
}
