// The browser of tests, pictures and measurements: Chromium without a system package, with the project's own fonts.
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** What Chromium has read of the fonts, for the next time. */
const FONTS_CACHE = fileURLToPath(new URL('../../../out/fonts', import.meta.url));
const FONTS = fileURLToPath(new URL('../../../functions/typesetting/fonts/fandol', import.meta.url));
/** ㎡ and the like, which Fandol has not. */
const RARE_SIGNS = fileURLToPath(
  new URL('../../../node_modules/@expo-google-fonts/noto-serif-sc/400Regular', import.meta.url),
);

/**
 * A second context dies in a single process ("Target page … closed"); the policies of our pages are to be felt; and what no
 * graphics card draws is drawn sooner without pretending to be one.
 */
const UNWANTED_ARGUMENTS = new Set([
  ...['--single-process', '--no-zygote'],
  ...['--disable-web-security', '--allow-running-insecure-content'],
  ...['--in-process-gpu', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
]);

/** What every Chromium of a run is started with; made once, because unpacking it and reading fonts takes seconds. */
export interface ChromiumFiles {
  readonly executablePath: string;
  readonly fontsFile: string;
}

export async function unpackChromium(): Promise<ChromiumFiles> {
  const executablePath = await sparticuz.executablePath();
  await mkdir(FONTS_CACHE, { recursive: true });
  const fontsFile = join(FONTS_CACHE, 'fonts.conf');
  await writeFile(fontsFile, fontsConfig(FONTS_CACHE));
  return { executablePath, fontsFile };
}

export function startChromium({ executablePath, fontsFile }: ChromiumFiles): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      ...sparticuz.args.filter((argument) => !UNWANTED_ARGUMENTS.has(argument)),
      ...['--disable-background-networking', '--disable-gpu'],
    ],
    env: { ...process.env, FONTCONFIG_FILE: fontsFile },
  });
}

export const launchChromium = async (): Promise<Browser> => startChromium(await unpackChromium());

/**
 * Chinese in sans and serif whatever the machine has; Latin figures come from what Chromium brings along. The bold files
 * of Fandol call themselves regular in weight.
 */
const fontsConfig = (cache: string): string => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${FONTS}</dir><dir>${RARE_SIGNS}</dir><dir>${join(tmpdir(), 'fonts')}</dir><cachedir>${cache}</cachedir>
<selectfont><rejectfont><glob>*/FandolFang*</glob><glob>*/FandolKai*</glob></rejectfont></selectfont>
<match target="scan"><test name="style"><string>Bold</string></test><edit name="weight" mode="assign"><const>bold</const></edit></match>
<match target="pattern"><edit name="family" mode="append_last" binding="strong"><string>FandolHei</string></edit></match>
${['sans-serif', 'system-ui'].map((family) => prefer(family, ['Open Sans', 'FandolHei'])).join('')}
${['serif', 'Songti SC'].map((family) => prefer(family, ['FandolSong'])).join('')}
</fontconfig>`;

const prefer = (family: string, fonts: readonly string[]): string =>
  `<alias binding="strong"><family>${family}</family><prefer>${fonts.map((font) => `<family>${font}</family>`).join('')}</prefer></alias>`;
