// What a page reads: kept by address, shown at once when the reader comes back, and read again when something changed.
import { useEffect, useSyncExternalStore } from 'react';
import { onChange } from '../live/live.ts';
import { onMove } from '../sign-in/session.ts';
import type { Problem } from './problem.ts';
import { read } from './request.ts';

export interface Reading<T> {
  readonly value?: T;
  /** Why the last attempt failed; a value read before stays. */
  readonly problem?: Problem;
}

interface Kept {
  reading: Reading<unknown>;
  tag: string | null;
  running: boolean;
  again: boolean;
  readonly listeners: Set<() => void>;
}

const NOTHING: Reading<never> = {};
const kept = new Map<string, Kept>();

function keepingOf(path: string): Kept {
  const found = kept.get(path);
  if (found) return found;
  const made: Kept = { reading: NOTHING, tag: null, running: false, again: false, listeners: new Set() };
  kept.set(path, made);
  return made;
}

async function readAgain(path: string): Promise<void> {
  const keeping = keepingOf(path);
  if (keeping.running) {
    keeping.again = true;
    return;
  }
  keeping.running = true;
  const answer = await read<unknown>(path, keeping.tag).finally(() => {
    keeping.running = false;
  });
  if (answer === 'UNCHANGED') {
    const { problem: _, ...fresh } = keeping.reading;
    keeping.reading = fresh;
  } else if (answer.ok) {
    keeping.tag = answer.tag;
    keeping.reading = { value: answer.value };
  } else {
    keeping.reading = { ...keeping.reading, problem: answer.problem };
  }
  for (const listener of keeping.listeners) listener();
  if (keeping.again) {
    keeping.again = false;
    await readAgain(path);
  }
}

onChange((projectId) => {
  for (const [path, { listeners }] of kept) {
    const [, other] = /^\/api\/projects\/([\d-]+)/.exec(path) ?? [];
    if (listeners.size > 0 && (other === undefined || projectId === undefined || other === projectId)) {
      void readAgain(path);
    }
  }
});

// Under another post everything is read anew; what is still on its way finds nobody waiting.
onMove(() => kept.clear());

/** Puts in place what an act has just answered with, so that the page need not ask. */
export function replaceReading(path: string, value: unknown): void {
  const keeping = keepingOf(path);
  keeping.reading = { value };
  keeping.tag = null;
  for (const listener of keeping.listeners) listener();
}

export const refresh = (path: string): Promise<void> => readAgain(path);

/** Undefined: nothing is read yet, for pages that wait for a choice. */
export function useReading<T>(path: string | undefined): Reading<T> {
  const reading = useSyncExternalStore(
    (listener) => {
      if (path === undefined) return () => {};
      const { listeners } = keepingOf(path);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (path === undefined ? NOTHING : keepingOf(path).reading),
  );
  useEffect(() => {
    if (path !== undefined) void readAgain(path);
  }, [path]);
  // The answer of this address is a T by the schema of its route.
  return reading as Reading<T>;
}
