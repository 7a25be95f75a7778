// Walks through the office without reloading: to an address of the router, then on to every kind of page that it links to.
import type { Page } from 'playwright-core';
import { routeOf } from '../../../../web/navigation/routes.ts';

/** One page of each kind is looked at: `/projects/330302-2026-0001` is `/projects/{id}`. */
export const kindOf = (path: string): string => routeOf(path) ?? path;

/** Stacks and sheets are looked at where some have been scanned. */
export const isOfScans = (route: string): boolean => route.startsWith('/intake/');

/** Some ten seconds of drawing. */
const MOST_FRAMES = 600;

/**
 * Whether the page has its headline and its pictures, and nothing that stands for what is still to come, twice in a row, two
 * frames apart; asked in the page itself, because each question takes longer than a frame.
 */
const DRAWN = `new Promise((resolve) => {
  const isDrawn = () => document.querySelector('.skel, .opening, .placeholder') === null &&
    document.querySelector('main h1') !== null && [...document.images].every(({ complete }) => complete);
  let [calm, frames] = [0, 0];
  const look = () => {
    frames += 1;
    if (frames % 2 === 0) calm = isDrawn() ? calm + 1 : 0;
    if (calm === 2 || frames === ${MOST_FRAMES}) resolve(calm === 2);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})`;

/** What is asked for again and again has no end. */
const MOST_ROUNDS = 60;

export class OfficeWalk {
  readonly #page: Page;
  /** Requests that are not answered yet. */
  readonly #open = new Set<unknown>();
  /** All there have been. */
  #asked = 0;

  constructor(page: Page) {
    this.#page = page;
    page.on('request', (request) => {
      // The stream of events has no end.
      if (request.url().endsWith('/api/stream')) return;
      this.#asked += 1;
      this.#open.add(request);
    });
    page.on('requestfinished', (request) => this.#open.delete(request));
    page.on('requestfailed', (request) => this.#open.delete(request));
  }

  /** As a link within the office does it; done when everything that was asked for is drawn. */
  async go(path: string): Promise<void> {
    await this.#page.evaluate(
      `history.pushState(null, '', '${path}'); dispatchEvent(new PopStateEvent('popstate')); scrollTo(0, 0)`,
    );
    await this.settled();
  }

  async settled(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const asked = this.#asked;
      const isQuiet = this.#open.size === 0;
      const isDrawn = await this.#page.evaluate<boolean>(DRAWN);
      // A page without a headline never gets one: whoever looks at it says so.
      if (!isDrawn || (isQuiet && this.#open.size === 0 && this.#asked === asked)) return;
    }
  }

  /** The address of the part that is shown, where a page has several. */
  async currentTab(address: string): Promise<string> {
    const tab = this.#page.locator('main nav.tabs a[aria-current=page]').first();
    const href = (await tab.count()) === 0 ? null : await tab.getAttribute('href');
    // What lies behind a part, one of its templates, is shown under the same tab and is a page of its own.
    return href === null || address.startsWith(`${href}/`) ? address : href;
  }

  async links(): Promise<readonly string[]> {
    const hrefs = await this.#page
      .locator('a[href^="/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    return hrefs
      .map((href) => href.replace(/[?#].*$/, ''))
      .filter((path) => !/^\/(p|screen|api|oidc)(\/|$)/.test(path));
  }
}
