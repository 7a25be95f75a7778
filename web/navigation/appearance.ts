// How large and how dark the office is drawn for this reader: kept in this browser, known to nobody else.
import { useSyncExternalStore } from 'react';

/** Each is off unless it was chosen; the style sheet knows them as attributes of the document. */
const CHOICES = { text: 'large', contrast: 'high' } as const;
export type Choice = keyof typeof CHOICES;

const keyOf = (choice: Choice) => `jiugai-${choice}`;
const watchers = new Set<() => void>();
const isOn = (choice: Choice): boolean => localStorage.getItem(keyOf(choice)) !== null;

function draw(): void {
  for (const choice of ['text', 'contrast'] as const) {
    if (isOn(choice)) document.documentElement.dataset[choice] = CHOICES[choice];
    else delete document.documentElement.dataset[choice];
  }
}

/** Called once, before anything is drawn. */
export const openAppearance = draw;

export function choose(choice: Choice, on: boolean): void {
  if (on) localStorage.setItem(keyOf(choice), CHOICES[choice]);
  else localStorage.removeItem(keyOf(choice));
  draw();
  for (const watcher of watchers) watcher();
}

export const useChoice = (choice: Choice): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => isOn(choice),
  );
