// What a rehearsed installation would be charged for, counted where AWS counts it: calls of functions and the time they took,
// units of the table, requests to buckets, queue and workflow.
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
  readonly #time: () => number;
  readonly #functions: Record<string, Metered['functions'][string]> = {};
  #counts = NOTHING;
  /** Requests that a stand-in is busy with, since when, and how long they took together before. */
  #busy = 0;
  #busySince = 0;
  #busyBefore = 0;

  /** In milliseconds. What the processor was busy with takes long to ask in a process of many threads: tests do without. */
  constructor(time: () => number = processorTime) {
    this.#time = time;
  }

  count(kind: MeteredKind, much = 1): void {
    this.#counts = { ...this.#counts, [kind]: this.#counts[kind] + much };
  }

  /** Runs a request to a service: the time that its stand-in takes is none of the function's. */
  async standIn<T>(request: () => Promise<T>): Promise<T> {
    if (this.#busy === 0) this.#busySince = this.#time();
    this.#busy += 1;
    try {
      return await request();
    } finally {
      this.#busy -= 1;
      if (this.#busy === 0) this.#busyBefore += this.#time() - this.#busySince;
    }
  }

  get #standInTime(): number {
    return this.#busyBefore + (this.#busy > 0 ? this.#time() - this.#busySince : 0);
  }

  /** What is counted while a function runs is its own: calls come one after the other, but for those of one machine at once. */
  async call<T>(name: string, run: () => Promise<T>): Promise<T> {
    const before = this.#counts;
    const [processor, standIn] = [this.#time(), this.#standInTime];
    try {
      return await run();
    } finally {
      const so = this.#functions[name] ?? { calls: 0, processorMilliseconds: 0, ...NOTHING };
      const took = (kind: MeteredKind) => this.#counts[kind] - before[kind];
      this.#functions[name] = {
        ...so,
        ...Object.fromEntries(KINDS.map((kind) => [kind, so[kind] + took(kind)])),
        calls: so.calls + 1,
        processorMilliseconds: so.processorMilliseconds + this.#time() - processor - (this.#standInTime - standIn),
      };
    }
  }

  get metered(): Omit<Metered, 'projectId' | 'entries' | 'requests' | 'transitions'> {
    return { functions: this.#functions, ...this.#counts };
  }
}

/** Of this process in milliseconds, whatever else the machine does. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
