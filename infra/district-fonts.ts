// The district's own fonts of official papers (仿宋_GB2312, 小标宋 …): licensed to it, so they are in no repository; on AWS a
// layer takes them to the function that sets papers.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { LARGEST_PACKAGE } from './native-packages.ts';

const FONT = /\.(?:ttf|otf|ttc)$/i;
/** The function that they are laid over is three fifths of what Lambda takes. */
const LARGEST_FONTS = LARGEST_PACKAGE * 0.4;
const IN_LAYER = 'fonts';

/** Where a function finds what lies in its layer. */
export const FONTS_ON_LAMBDA = `/opt/${IN_LAYER}`;

/** A folder that is the layer: the fonts alone, whatever else lies beside them. Throws when there are none, or too many. */
export function layerOfFonts(folder: string): string {
  const fonts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => FONT.test(name));
  if (fonts.length === 0) throw new Error(`no fonts (ttf, otf, ttc) in ${folder}`);
  const bytes = fonts.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  if (bytes > LARGEST_FONTS) {
    throw new Error(
      `the fonts in ${folder} are ${Math.ceil(bytes / 2 ** 20)} MiB, more than ${LARGEST_FONTS / 2 ** 20}`,
    );
  }
  const layer = mkdtempSync(join(tmpdir(), 'jiugai-layer-'));
  mkdirSync(join(layer, IN_LAYER));
  for (const name of fonts) cpSync(join(folder, name), join(layer, IN_LAYER, basename(name)));
  return layer;
}
