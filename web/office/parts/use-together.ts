// Panes that are enlarged and moved together: where one is scrolled to, the others are, in shares of what there is to scroll.
import { type RefCallback, type UIEvent, useCallback, useRef, useState } from 'react';

/** Whole page, then so many times as large. */
const ZOOMS = [1, 1.5, 2, 3, 4] as const;
/** Of what a pane shows. */
const STEP = 0.2;

export interface Together {
  readonly zoom: number;
  /** To be spread over each pane. */
  readonly pane: {
    readonly ref: RefCallback<HTMLElement>;
    /** What scrolls must be reached by keyboard. */
    readonly tabIndex: 0;
    onScroll(event: UIEvent<HTMLElement>): void;
  };
  larger(): void;
  smaller(): void;
  whole(): void;
  move(across: number, down: number): void;
}

export function useTogether(): Together {
  const [level, setLevel] = useState(0);
  const panes = useRef(new Set<HTMLElement>());
  /** Where each was put to follow another: its own event tells of that a frame later, and would undo what was done since. */
  const put = useRef(new WeakMap<HTMLElement, string>());
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    panes.current.add(element);
    return () => {
      panes.current.delete(element);
    };
  }, []);
  const follow = (leader: HTMLElement) => {
    const share = (at: number, all: number, shown: number) => (all > shown ? at / (all - shown) : 0);
    const across = share(leader.scrollLeft, leader.scrollWidth, leader.clientWidth);
    const down = share(leader.scrollTop, leader.scrollHeight, leader.clientHeight);
    for (const pane of panes.current) {
      if (pane === leader) continue;
      const left = Math.round(across * (pane.scrollWidth - pane.clientWidth));
      const top = Math.round(down * (pane.scrollHeight - pane.clientHeight));
      if (Math.abs(pane.scrollLeft - left) > 1) pane.scrollLeft = left;
      if (Math.abs(pane.scrollTop - top) > 1) pane.scrollTop = top;
      put.current.set(pane, placeOf(pane));
    }
  };
  const lead = (pane: HTMLElement) => {
    if (put.current.get(pane) === placeOf(pane)) return;
    put.current.delete(pane);
    follow(pane);
  };
  const to = (next: number) => setLevel(Math.min(ZOOMS.length - 1, Math.max(0, next)));
  return {
    zoom: ZOOMS[level] ?? 1,
    pane: { ref, tabIndex: 0, onScroll: ({ currentTarget }) => lead(currentTarget) },
    larger: () => to(level + 1),
    smaller: () => to(level - 1),
    whole: () => to(0),
    move(across, down) {
      const [first] = panes.current;
      first?.scrollBy({ left: across * first.clientWidth * STEP, top: down * first.clientHeight * STEP });
    },
  };
}

const placeOf = ({ scrollLeft, scrollTop }: HTMLElement): string => `${scrollLeft} ${scrollTop}`;
