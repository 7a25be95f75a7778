// What is wrong with a page as it stands in a browser, in one line each: for fingers, for keyboards, at other widths, in its language.
import type { Page } from 'playwright-core';
import { SIZES } from '../sizes.ts';

/** A phone, where most pages are when they are asked; twice as large on a desk; a small phone: nothing may need scrolling sideways. */
const ALL_WIDTHS: readonly number[] = [SIZES.phone.viewport.width, 720, 320];

/** The widest part that does not fit, at each width; the window is given its size back. */
export async function sideways(page: Page, widths = ALL_WIDTHS): Promise<readonly string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: SIZES.phone.viewport.height });
    // Charts take their new size a frame later.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    const wider = await page.evaluate<string>(`(() => {
      const over = document.documentElement.scrollWidth - innerWidth;
      if (over <= 0) return '';
      const reach = (element) => element.getBoundingClientRect().right;
      const widest = [...document.body.querySelectorAll('*')].sort((a, b) => reach(b) - reach(a))[0];
      return over + ' px by <' + widest.tagName.toLowerCase() + ' class="' + widest.className + '">';
    })()`);
    if (wider !== '') found.push(`at ${width} px: ${wider}`);
  }
  if (before) await page.setViewportSize(before);
  return found;
}

/** Whatever answers to a pointer, or has been told to, and cannot be reached by keyboard. */
export const unreachable = (page: Page): Promise<readonly string[]> =>
  page.evaluate<string[]>(`(() => {
    const FOCUSABLE = 'a[href], button, input, select, textarea, summary, label, [tabindex]';
    const isPointer = (element) => getComputedStyle(element).cursor === 'pointer';
    // React keeps what an element listens to beside it.
    const listens = (element) => Object.keys(element).some((key) => key.startsWith('__reactProps') && element[key].onClick);
    return [...document.body.querySelectorAll('*')]
      .filter((element) => (isPointer(element) && !isPointer(element.parentElement)) || listens(element))
      .filter((element) => element.getClientRects().length > 0 && !element.closest(FOCUSABLE) && !element.querySelector(FOCUSABLE))
      .map((element) => '<' + element.tagName.toLowerCase() + ' class="' + (element.className.baseVal ?? element.className) + '"> ' + element.textContent.slice(0, 30));
  })()`);

/** Targets for fingers below `size`: links within a sentence are as high as their line. */
export const smallTargets = (page: Page, size: number): Promise<readonly string[]> =>
  page.evaluate<string[]>(`(() => {
    // A label around a box is part of its target.
    const boxOf = (element) => {
      const boxes = [element, element.closest('label') ?? element].map((part) => part.getBoundingClientRect());
      return { width: Math.max(...boxes.map((box) => box.width)), height: Math.max(...boxes.map((box) => box.height)) };
    };
    const within = (element) => element.tagName === 'A' && getComputedStyle(element).display === 'inline';
    return [...document.body.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter((element) => !within(element) && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((element) => ({ element, box: boxOf(element) }))
      .filter(({ box }) => box.width > 1 && (box.width < ${size} || box.height < ${size}))
      .map(({ element, box }) => Math.round(box.width) + ' × ' + Math.round(box.height) + ' <' + element.tagName.toLowerCase() + '> ' + (element.textContent || element.name).slice(0, 30));
  })()`);

/** Every text that is shown, apart from what says itself to be of another language. */
export const textsOf = (page: Page, language: 'zh' | 'en'): Promise<readonly string[]> =>
  page.evaluate<string[]>(`(() => {
    const other = '[lang|="${language === 'zh' ? 'en' : 'zh'}"]';
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: place } = node;
      if (place.closest(other + ', script, style, noscript, code')) continue;
      if (node.data.trim() !== '' && place.getClientRects().length > 0) texts.push(node.data.trim());
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (element.closest(other)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '');
    }
    return [...new Set(texts)].filter((text) => text !== '');
  })()`);
