// The executions in memory that only wait for the outside. Their rows would be enough to answer them; those that began to wait
// last are kept, since most answers come soon.
import type { Execution } from './frames.ts';

const MOST = 500;

export class AtHand {
  /** The latest last. */
  readonly #waiting = new Set<Execution>();

  /** Returns the one that has to leave memory for it, if any. */
  keep(execution: Execution): Execution | undefined {
    this.#waiting.delete(execution);
    this.#waiting.add(execution);
    if (this.#waiting.size <= MOST) return undefined;
    const [longest] = this.#waiting;
    if (longest) this.#waiting.delete(longest);
    return longest;
  }

  release(execution: Execution): void {
    this.#waiting.delete(execution);
  }

  clear(): void {
    this.#waiting.clear();
  }
}
