// A part of the office that is fetched when it is first shown, and shown in the same moment in which it has arrived. React's own
// `lazy` would hold it back: what Suspense reveals waits until 300 ms after the last placeholder, however soon it is there.
import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { OFFLINE } from '../../api/problem.ts';
import { useSay } from '../../text/language.ts';
import { shellText } from '../../text/shell.ts';
import { ProblemLine } from './problem-line.tsx';

export interface Late<Props> {
  (props: Props): ReactNode;
  /** Begins to fetch it; whoever knows that it will be shown need not wait until it is. */
  prefetch(): void;
}

type State<Props> = { readonly Part: ComponentType<Props> } | 'AWAITED' | 'NOT_FETCHED';

/** Shows `meanwhile` until it is there; where no server answers, that, and a way to try again. */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile?: (props: Props) => ReactNode,
): Late<Props> {
  const listeners = new Set<() => void>();
  let state: State<Props> = 'AWAITED';
  let isFetching = false;
  const become = (next: State<Props>) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const prefetch = () => {
    if (isFetching) return;
    isFetching = true;
    if (state === 'NOT_FETCHED') become('AWAITED');
    load().then(
      (Part) => become({ Part }),
      () => {
        isFetching = false;
        become('NOT_FETCHED');
      },
    );
  };
  function LatePart(props: Props) {
    const say = useSay();
    const shown = useSyncExternalStore(subscribe, () => state);
    useEffect(prefetch, []);
    if (typeof shown === 'object') return <shown.Part {...props} />;
    if (shown === 'AWAITED') return meanwhile?.(props);
    return (
      <ProblemLine problem={OFFLINE}>
        <button type="button" className="ghost" onClick={prefetch}>
          {say(shellText.retry)}
        </button>
      </ProblemLine>
    );
  }
  return Object.assign(LatePart, { prefetch });
}
