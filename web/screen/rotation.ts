// Which scene is on: they take turns until somebody pins one; arrows, space and Esc work from a remote control.
import { useEffect, useState } from 'react';

export const SCENES = 4;
export const SECONDS_PER_SCENE = 20;

export interface Rotation {
  /** 0 for the first scene. */
  readonly scene: number;
  readonly rotating: boolean;
  show(scene: number): void;
  toggle(): void;
}

function pinnedScene(): number | undefined {
  const pinned = Number(new URLSearchParams(location.search).get('scene'));
  return Number.isInteger(pinned) && pinned >= 1 && pinned <= SCENES ? pinned - 1 : undefined;
}

export function useRotation(): Rotation {
  const [scene, setScene] = useState(() => pinnedScene() ?? 0);
  const [rotating, setRotating] = useState(() => pinnedScene() === undefined);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key === 'ArrowRight') setScene((current) => (current + 1) % SCENES);
      else if (event.key === 'ArrowLeft') setScene((current) => (current + SCENES - 1) % SCENES);
      else if (event.key === ' ') {
        event.preventDefault();
        setRotating((current) => !current);
      } else if (event.key === 'Escape') location.assign('/');
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a scene chosen by hand gets its full time
  useEffect(() => {
    if (!rotating) return;
    const next = setTimeout(() => setScene((current) => (current + 1) % SCENES), SECONDS_PER_SCENE * 1000);
    return () => clearTimeout(next);
  }, [scene, rotating]);

  return {
    scene,
    rotating,
    show(chosen) {
      setScene(chosen);
      setRotating(false);
    },
    toggle: () => setRotating((current) => !current),
  };
}
