// What a rehearsed installation would be charged for, counted where AWS counts it: calls of functions and how long they took,
// units of the table, requests to buckets, queue and workflow.
import { performance } from 'node:perf_hooks';
import { KINDS, type Metered, type MeteredKind } from '../../../../local/cost/metered-work.ts';

const NOTHING: Readonly<Record<MeteredKind, number>> = {
  tableRequests: 0,
  tableReadUnits: 0,
  tableWriteUnits: 0,
  objectWrites: 0,
  objectReads: 0,
  queueRequests: 0,
  workflowRequests: 0,
  logBytes: 0,
};

export class Meter {
  readonly #functions: Record<string, Metered['functions'][string]> = {};
  #counts = NOTHING;

  count(kind: MeteredKind, much = 1): void {
    this.#counts = { ...this.#counts, [kind]: this.#counts[kind] + much };
  }

  /** What is counted while a function runs is its own: calls come one after the other, but for those of one machine at once. */
  async call<T>(name: string, run: () => Promise<T>): Promise<T> {
    const [from, before] = [performance.now(), this.#counts];
    try {
      return await run();
    } finally {
      const so = this.#functions[name] ?? { calls: 0, milliseconds: 0, ...NOTHING };
      const took = (kind: MeteredKind) => this.#counts[kind] - before[kind];
      this.#functions[name] = {
        ...so,
        ...Object.fromEntries(KINDS.map((kind) => [kind, so[kind] + took(kind)])),
        calls: so.calls + 1,
        milliseconds: so.milliseconds + performance.now() - from,
      };
    }
  }

  get metered(): Omit<Metered, 'projectId' | 'entries' | 'requests' | 'transitions'> {
    return { functions: this.#functions, ...this.#counts };
  }
}
