// What a rehearsed installation would be charged for, counted where AWS counts it: calls of functions and how long they took,
// units of the table, requests to buckets and queue.
import { performance } from 'node:perf_hooks';

export interface Calls {
  readonly calls: number;
  /** Of the clock on the wall, in this process, with the stand-ins in it. */
  readonly milliseconds: number;
  /** Requests to table, buckets, queue and Step Functions made while these ran. */
  readonly requests: number;
}

export interface Metered {
  readonly functions: Readonly<Record<string, Calls>>;
  readonly tableReadUnits: number;
  readonly tableWriteUnits: number;
  readonly objectWrites: number;
  readonly objectReads: number;
  readonly queueRequests: number;
  readonly logBytes: number;
}

export type Count = Exclude<keyof Metered, 'functions'>;

export class Meter {
  readonly #functions = new Map<string, { calls: number; milliseconds: number; requests: number }>();
  readonly #counts = new Map<Count, number>();
  #requests = 0;

  count(what: Count, much = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + much);
    if (what !== 'logBytes') this.#requests += 1;
  }

  async call<T>(name: string, run: () => Promise<T>): Promise<T> {
    const [from, before] = [performance.now(), this.#requests];
    try {
      return await run();
    } finally {
      const { calls, milliseconds, requests } = this.#functions.get(name) ?? { calls: 0, milliseconds: 0, requests: 0 };
      this.#functions.set(name, {
        calls: calls + 1,
        milliseconds: milliseconds + performance.now() - from,
        requests: requests + this.#requests - before,
      });
    }
  }

  get metered(): Metered {
    const of = (what: Count) => this.#counts.get(what) ?? 0;
    return {
      functions: Object.fromEntries(this.#functions),
      tableReadUnits: of('tableReadUnits'),
      tableWriteUnits: of('tableWriteUnits'),
      objectWrites: of('objectWrites'),
      objectReads: of('objectReads'),
      queueRequests: of('queueRequests'),
      logBytes: of('logBytes'),
    };
  }
}
