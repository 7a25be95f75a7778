// Shows the place that an address leads to, and keeps it there while parts above it are still being drawn.

/** What people do to move on by themselves. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Scrolls to the element, and again whenever the page grows, until somebody moves; answers with what ends it sooner. */
export function keepInView(element: Element, block: ScrollLogicalPosition = 'start'): () => void {
  const growing = new ResizeObserver(() => element.scrollIntoView({ block }));
  const end = () => {
    growing.disconnect();
    for (const move of MOVES) removeEventListener(move, end);
  };
  element.scrollIntoView({ block });
  growing.observe(document.body);
  for (const move of MOVES) addEventListener(move, end, { passive: true });
  return end;
}
