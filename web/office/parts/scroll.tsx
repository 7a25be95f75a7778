// What may be wider than a phone: it scrolls by itself, by keyboard too where it does not fit, and shows that there is more. A
// table that is stacked on a phone gives every cell the title of its column, which then stands beside it.
import { type ReactNode, useEffect, useRef, useState } from 'react';

export function Scroll({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [larger, setLarger] = useState(false);
  const [wider, setWider] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = () => {
      const isWider = element.scrollWidth > element.clientWidth;
      setWider(isWider);
      setLarger(isWider || element.scrollHeight > element.clientHeight);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  // Whenever the rows are drawn anew, or the language changes.
  useEffect(() => place.current?.querySelectorAll('table.stacked').forEach(titleCells));
  return (
    <div className={wider ? 'scroll wider' : 'scroll'} ref={place} {...(larger && { tabIndex: 0 })}>
      {children}
    </div>
  );
}

function titleCells(table: Element): void {
  const titles = [...table.querySelectorAll('thead th')].map(({ textContent }) => textContent);
  for (const cell of table.querySelectorAll<HTMLTableCellElement>('tbody td')) {
    cell.dataset.title = titles[cell.cellIndex] ?? '';
  }
}
