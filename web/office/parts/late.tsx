// A part of the office that is fetched when it is first shown, and shown in the same moment in which it has arrived. React's own
// `lazy` would hold it back: what Suspense reveals waits until 300 ms after the last placeholder, however soon it is there.
import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { OFFLINE, REPLACED } from '../../api/problem.ts';
import { useSay } from '../../text/language.ts';
import { shellText } from '../../text/shell.ts';
import { ProblemLine } from './problem-line.tsx';

export interface Late<Props> {
  (props: Props): ReactNode;
  /** Begins to fetch it; whoever knows that it will be shown need not wait until it is. */
  prefetch(): void;
}

/** Offline: no server answers; replaced: one does, and no longer has the file. */
type State<Props> = { readonly Part: ComponentType<Props> } | 'AWAITED' | 'OFFLINE' | 'REPLACED';

const isServerThere = (): Promise<boolean> =>
  fetch('/api/health', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Shows `meanwhile` until it is there; where it does not come, why, and a way to try again. Browsers remember for the life of a
 * document what could not be fetched: trying again finds out whether the server is back, and then the page is opened again.
 */
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
    if (typeof state === 'string') become('AWAITED');
    load().then(
      (Part) => become({ Part }),
      async () => {
        const isThere = await isServerThere();
        isFetching = false;
        become(isThere ? 'REPLACED' : 'OFFLINE');
      },
    );
  };
  function LatePart(props: Props) {
    const say = useSay();
    const shown = useSyncExternalStore(subscribe, () => state);
    useEffect(prefetch, []);
    if (typeof shown === 'object') return <shown.Part {...props} />;
    if (shown === 'AWAITED') return meanwhile?.(props);
    const [problem, title, onClick] =
      shown === 'OFFLINE'
        ? [OFFLINE, shellText.retry, prefetch]
        : [REPLACED, shellText.reopen, () => location.reload()];
    return (
      <ProblemLine problem={problem}>
        <button type="button" className="ghost" onClick={onClick}>
          {say(title)}
        </button>
      </ProblemLine>
    );
  }
  return Object.assign(LatePart, { prefetch });
}
