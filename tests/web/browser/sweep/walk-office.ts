// Walks through the office without reloading: to an address of the router, then on to every kind of page that it links to.
import type { Page } from 'playwright-core';
import { routeOf } from '../../../../web/navigation/routes.ts';

/** One page of each kind is looked at: `/projects/330302-2026-0001` is `/projects/{id}`. */
export const kindOf = (path: string): string => routeOf(path) ?? path;

/** Stacks and sheets are looked at where some have been scanned. */
export const isOfScans = (route: string): boolean => route.startsWith('/intake/');

/** Two frames on: whether the page has its headline and its pictures, and nothing that stands for what is still to come. */
const DRAWN = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() =>
  resolve(document.querySelector('.skel, .opening, .placeholder') === null && document.querySelector('main h1') !== null &&
    [...document.images].every(({ complete }) => complete)))))`;

/** Some ten seconds of drawing. */
const MOST_FRAMES = 300;

export class OfficeWalk {
  readonly #page: Page;
  /** Requests that are not answered yet. */
  readonly #open = new Set<unknown>();

  constructor(page: Page) {
    this.#page = page;
    page.on('request', (request) => {
      // The stream of events has no end.
      if (!request.url().endsWith('/api/stream')) this.#open.add(request);
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
    let calm = 0;
    // A page without a headline never gets one: whoever looks at it says so.
    for (let frames = 0; calm < 2 && frames < MOST_FRAMES; frames += 1) {
      const drawn = await this.#page.evaluate<boolean>(DRAWN);
      calm = drawn && this.#open.size === 0 ? calm + 1 : 0;
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
