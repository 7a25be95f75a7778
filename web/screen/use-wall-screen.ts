// The data of the wall: asked for every few seconds by display key; what was read last stays, with its age.
import { useEffect, useState } from 'react';
import type { WallScreen } from '../../domain/dashboard-screen.ts';

const ASK_EVERY = 5_000;
/** From this age on the picture says that it is old. */
export const STALE_AFTER = 15_000;
/** From this age on nothing else on the wall matters more. */
export const LOST_AFTER = 60_000;

export interface WallReading {
  readonly screen?: WallScreen;
  readonly keyIs: 'MISSING' | 'WRONG' | 'FINE';
  /** Milliseconds since the server was last heard of. */
  readonly age: number;
}

/** Behind the #, where it is sent to no server. */
const displayKey = (): string => new URLSearchParams(location.hash.slice(1)).get('key') ?? '';

export function useWallScreen(): WallReading {
  const [screen, setScreen] = useState<WallScreen>();
  const [keyIs, setKeyIs] = useState<WallReading['keyIs']>(displayKey() === '' ? 'MISSING' : 'FINE');
  const [heardAt, setHeardAt] = useState(() => Date.now());
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    const key = displayKey();
    if (key === '') return;
    let tag: string | null = null;
    async function ask(): Promise<void> {
      const response = await fetch('/api/dashboard/screen', {
        headers: { 'x-display-key': key, ...(tag !== null && { 'if-none-match': tag }) },
        cache: 'no-store',
      }).catch(() => undefined);
      if (response?.status === 401) return setKeyIs('WRONG');
      if (response?.status !== 200 && response?.status !== 304) return;
      setHeardAt(Date.now());
      setKeyIs('FINE');
      if (response.status === 304) return;
      tag = response.headers.get('etag');
      // Parsed through screenSchema by the route before it left.
      setScreen((await response.json()) as WallScreen);
    }
    void ask();
    const asking = setInterval(ask, ASK_EVERY);
    const ticking = setInterval(() => setNow(Date.now()), 1_000);
    return () => {
      clearInterval(asking);
      clearInterval(ticking);
    };
  }, []);

  return { ...(screen && { screen }), keyIs, age: Math.max(0, now - heardAt) };
}
