// What may be wider than a phone: it scrolls by itself, by keyboard too where it does not fit, and shows that there is more. A
// table that is stacked on a phone gives every cell the title of its column, which then stands beside it.
import { type ReactNode, useEffect, useRef } from 'react';

interface ScrollProps {
  readonly children: ReactNode;
  /** Reached by keys whether it is larger or not: a picture, whose size is known only when it has come. */
  readonly always?: boolean;
}

export function Scroll({ children, always = false }: ScrollProps) {
  const place = useRef<HTMLDivElement>(null);
  // Whenever the rows are drawn anew, or the language changes.
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    for (const table of element.querySelectorAll('table.stacked')) titleCells(table);
    const measure = () => markWhatIsMore(element, always);
    measure();
    const observer = new ResizeObserver(measure);
    for (const part of [element, ...element.children]) observer.observe(part);
    // A picture that has come is larger than the room that was kept for it.
    element.addEventListener('load', measure, true);
    return () => {
      observer.disconnect();
      element.removeEventListener('load', measure, true);
    };
  });
  return (
    <div className="scroll" ref={place} {...(always && { tabIndex: 0 })}>
      {children}
    </div>
  );
}

/** At once, without another drawing: nobody who goes by keys meets a place that scrolls and cannot be reached. */
function markWhatIsMore(element: HTMLElement, always: boolean): void {
  const isWider = element.scrollWidth > element.clientWidth;
  element.classList.toggle('wider', isWider);
  if (always || isWider || element.scrollHeight > element.clientHeight) element.tabIndex = 0;
  else element.removeAttribute('tabindex');
}

function titleCells(table: Element): void {
  const titles = [...table.querySelectorAll('thead th')].map(({ textContent }) => textContent);
  for (const cell of table.querySelectorAll<HTMLTableCellElement>('tbody td')) {
    cell.dataset.title = titles[cell.cellIndex] ?? '';
  }
}
