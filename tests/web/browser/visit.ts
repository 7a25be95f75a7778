// A visitor: a browser window of one size and language, that remembers every error, is checked by axe, and leaves pictures where they are wanted.
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { startChromium } from './chromium.ts';
import { wholePicture } from './protocol.ts';
import { SIZES } from './sizes.ts';

export type Size = keyof typeof SIZES;

const SCREENS = fileURLToPath(new URL('../../../out/screens/', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Two cores that others use too: this ends what hangs, it is no measure of a page. */
const LONGEST_WAIT = 60_000;

/** One for all files of a worker, and of its own: what one browser for all is told goes through a third process, twice. */
let browser: Promise<Browser> | undefined;
/** The latest last; those of a file that belong to no test of it first. */
export const openWindows: BrowserContext[] = [];

export interface Visitor {
  readonly page: Page;
  /** Errors of the console, uncaught ones, and requests that failed. */
  readonly errors: string[];
}

/** Where it is 09:00 in Wenzhou, whatever the machine says. */
export async function visit(
  size: Size,
  { language = 'zh', ...more }: BrowserContextOptions & { language?: 'zh' | 'en' } = {},
): Promise<Visitor> {
  browser ??= startChromium(inject('chromiumFiles'));
  const context = await (await browser).newContext({
    ...SIZES[size],
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...more,
  });
  openWindows.push(context);
  context.setDefaultTimeout(LONGEST_WAIT);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('requestfailed', (request) => {
    // Leaving a page ends what it was still asking for.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') errors.push(`${request.url()} failed`);
  });
  return { page, errors };
}

/** Drawn as the rows above them: a table of hundreds takes seconds, and says the same of each. */
const FURTHER_ROWS = 'tbody > tr:nth-child(n + 13)';

/** Every accessibility problem in one line each; none is the only good answer. Contrast takes as long as all the rest together. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  // Pages run under their own policy; only the checks of the tests come from outside, and only where they are made: half a
  // megabyte of script in every document on the way costs more than the page.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ exclude: [['${FURTHER_ROWS}']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
  );
}

/** The page grows wider than the window where something does not fit. */
export const overflowOn = (page: Page): Promise<number> =>
  page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)');

/** Leaves a picture of the whole page under out/screens where pictures are taken: `npm run pictures`. */
export async function picture(page: Page, name: string): Promise<void> {
  if (inject('takesPictures')) await keepPicture(page, name);
}

export async function keepPicture(page: Page, name: string): Promise<void> {
  await mkdir(SCREENS, { recursive: true });
  await writeFile(`${SCREENS}${name}.png`, await wholePicture(page));
}
