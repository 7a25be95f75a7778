// A token bucket for each address or account: some at once, then so many a second.

export interface RateLimit {
  /** How many at once. */
  readonly capacity: number;
  /** How many more each second. */
  readonly perSecond: number;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** So many callers are remembered; beyond, the one not heard of for longest is forgotten. */
const MAXIMUM_CALLERS = 10_000;

export class TokenBuckets {
  readonly #limit: RateLimit;
  /** Milliseconds of a clock that always moves on; the business clock may stand still. */
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limit: RateLimit, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Takes a token and returns 0, or returns after how many whole seconds there will be one. */
  take(caller: string): number {
    const { capacity, perSecond } = this.#limit;
    const at = this.#now();
    const before = this.#buckets.get(caller) ?? { tokens: capacity, at };
    const tokens = Math.min(capacity, before.tokens + ((at - before.at) / 1000) * perSecond);
    const granted = tokens >= 1;
    // Put last again: the order of the map is the order of last use.
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { tokens: granted ? tokens - 1 : tokens, at });
    for (const [oldest] of this.#buckets) {
      if (this.#buckets.size <= MAXIMUM_CALLERS) break;
      this.#buckets.delete(oldest);
    }
    return granted ? 0 : Math.ceil((1 - tokens) / perSecond);
  }

  /** Undoes one `take` that turned out to be harmless. */
  giveBack(caller: string): void {
    const bucket = this.#buckets.get(caller);
    if (bucket) this.#buckets.set(caller, { ...bucket, tokens: Math.min(this.#limit.capacity, bucket.tokens + 1) });
  }
}
