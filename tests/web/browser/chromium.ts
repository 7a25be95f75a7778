// The one browser of a test run: Chromium without a system package, with the project's own fonts, shared by all files.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { type BrowserServer, chromium } from 'playwright-core';

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

export async function launchChromium(): Promise<BrowserServer> {
  const executablePath = await sparticuz.executablePath();
  const folder = await mkdtemp(join(tmpdir(), 'jiugai-fonts-'));
  const config = join(folder, 'fonts.conf');
  await writeFile(config, fontsConfig(folder));
  return chromium.launchServer({
    executablePath,
    args: [
      ...sparticuz.args.filter((argument) => !UNWANTED_ARGUMENTS.has(argument)),
      ...['--disable-background-networking', '--disable-gpu'],
    ],
    env: { ...process.env, FONTCONFIG_FILE: config },
  });
}

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
