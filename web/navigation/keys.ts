// Single keys for those who want them: never while somebody types, and off altogether where they disturb (WCAG 2.1.4).
import { useEffect, useRef, useSyncExternalStore } from 'react';

const OFF_KEY = 'jiugai-keys-off';

const watchers = new Set<() => void>();
const keysAreOn = (): boolean => localStorage.getItem(OFF_KEY) === null;

export function switchKeys(on: boolean): void {
  if (on) localStorage.removeItem(OFF_KEY);
  else localStorage.setItem(OFF_KEY, 'yes');
  for (const watcher of watchers) watcher();
}

export const useKeysOn = (): boolean =>
  useSyncExternalStore((watcher) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, keysAreOn);

export type Keys = Readonly<Record<string, () => void>>;

/** `g` begins a key of two: `g t` opens the tasks; it is forgotten when nothing follows. */
const PREFIX = 'g';
const PAIR_WITHIN = 1_200;
let prefixed = false;

const open = new Set<{ readonly current: Keys }>();

/** A form, a dialog or a field that has the focus keeps its keys. */
const KEEPS_KEYS = 'input,textarea,select,dialog,.ant-drawer';

addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !keysAreOn()) return;
  if (target instanceof HTMLElement && target.closest(KEEPS_KEYS)) return;
  const name = prefixed ? `${PREFIX} ${key}` : key;
  prefixed = !prefixed && key === PREFIX;
  if (prefixed) {
    setTimeout(() => {
      prefixed = false;
    }, PAIR_WITHIN);
  }
  // The page that was opened last comes first.
  const act = [...open].findLast(({ current }) => name in current)?.current[name];
  if (act === undefined) return;
  event.preventDefault();
  act();
});

/** Every key by its letter, those of two as `g t`. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    open.add(latest);
    return () => {
      open.delete(latest);
    };
  }, []);
}

/** Moves the focus along what the selector finds, from where it stands. */
export function walkFocus(selector: string, step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? all.indexOf(activeElement) : -1;
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
