// What a panel on a wall needs that no desk has: no sleep, no burnt-in letters, less light at night.
import { useEffect, useState } from 'react';

const SHIFT_EVERY = 60_000;
/** Two pixels out and back. */
const SHIFTS = ['0 0', '2px 0', '2px 2px', '0 2px'];
const NIGHT = { from: 20, until: 7 };

/** A `translate` for the whole picture, another one each minute. */
export function useShift(): string {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const shifting = setInterval(() => setTurn((current) => (current + 1) % SHIFTS.length), SHIFT_EVERY);
    return () => clearInterval(shifting);
  }, []);
  return SHIFTS[turn] ?? '0 0';
}

export function useWakeLock(): void {
  useEffect(() => {
    // Refused on battery or without https: then the panel sleeps as it is set to.
    const lock = () => {
      if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {});
    };
    lock();
    document.addEventListener('visibilitychange', lock);
    return () => document.removeEventListener('visibilitychange', lock);
  }, []);
}

/** By the hour of Asia/Shanghai, `09:41`. */
export function isNight(time: string): boolean {
  const hour = Number(time.slice(0, 2));
  return hour >= NIGHT.from || hour < NIGHT.until;
}
