// What may be wider than a phone: it scrolls by itself, by keyboard too where it does not fit.
import { type ReactNode, useEffect, useRef, useState } from 'react';

export function Scroll({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [larger, setLarger] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = () =>
      setLarger(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="scroll" ref={place} {...(larger && { tabIndex: 0 })}>
      {children}
    </div>
  );
}
