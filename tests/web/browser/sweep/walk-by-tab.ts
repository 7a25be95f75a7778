// Walks through a page by Tab alone, from the top to the end: what is skipped, not shown to have the focus, covered, or out of order.
import type { Page } from 'playwright-core';
import { pressTab } from '../protocol.ts';

/** Some pixels of a row stand higher than the rest of it. */
const LEVEL = 4;
/** Year, month, day and calendar of one field. */
const STOPS_OF_DATE = 4;

/** One line for each stop that somebody without a mouse would lose; `within` a sheet that keeps the focus, or all of it. */
export async function missedByTab(page: Page, within = 'body'): Promise<readonly string[]> {
  const count = await page.evaluate<number>(`(() => {
    const place = document.querySelector('${within}');
    // Tab goes on from where the focus was last.
    if (place === document.body) {
      place.tabIndex = -1;
      place.focus();
      place.removeAttribute('tabindex');
      scrollTo(0, 0);
    }
    const groups = new Set();
    const toVisit = new Set([...place.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((element) => {
      if (element.tabIndex < 0 || element.disabled || !element.checkVisibility({ visibilityProperty: true })) return false;
      if (element.type !== 'radio') return true;
      // One stop for all buttons of a group.
      if (groups.has(element.name)) return false;
      groups.add(element.name);
      return true;
    }));
    const wrong = [];
    const isBar = (element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position);
    // Bars stay where they are while the page moves beneath them.
    const barOf = (element) => {
      for (let part = element; part; part = part.parentElement) if (isBar(part)) return part;
    };
    // A field may show it at the frame that it shares with its icon.
    const shows = (element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    };
    const say = (what, element) => wrong.push(what + ': ' + element.outerHTML.slice(0, 90));
    let last;
    const left = () => {
      if (!last) return;
      const { element, bar } = last;
      const box = element.getBoundingClientRect();
      const [x, y] = [box.left + Math.min(box.width / 2, innerWidth - 1), box.top + Math.min(box.height / 2, 12)];
      const above = document.elementFromPoint(x, y);
      if (!bar && above && barOf(above) && !above.contains(element) && !barOf(above).contains(element)) say('covered', element);
    };
    const onFocus = ({ target }) => {
      left();
      for (const each of toVisit) if (each === target || (each.type === 'radio' && each.name === target.name)) toVisit.delete(each);
      if (!shows(target) && !shows(target.parentElement)) say('focus not shown', target);
      const bar = barOf(target);
      const { left: x, top, bottom } = target.getBoundingClientRect();
      // Upwards only to the right, where the next column begins; what is folded in or scrolled within has no place of its own.
      const goesBack = last && last.bar === bar && bottom + scrollY <= last.top + ${LEVEL} && x <= last.x;
      if (goesBack) say('out of order after ' + last.element.outerHTML.slice(0, 60), target);
      last = { element: target, bar, x, top: top + scrollY };
    };
    document.addEventListener('focusin', onFocus);
    window.endWalk = () => {
      left();
      document.removeEventListener('focusin', onFocus);
      for (const element of toVisit) say('skipped', element);
      return wrong;
    };
    const dates = [...toVisit].filter(({ type }) => type === 'date').length;
    return toVisit.size + dates * ${STOPS_OF_DATE - 1};
  })()`);
  await pressTab(page, count);
  return page.evaluate<string[]>('endWalk()');
}
