// Ours and its peers in one table, as people compare them: each a row, with what it did at each load and what an execution cost.
import type { Table } from '../figure.ts';
import type { Throughput } from './nine-states.ts';

export interface Contender {
  readonly name: string;
  /** Medians, by executions in flight; a load that it was not measured under is missing. */
  readonly at: ReadonlyMap<number, Throughput>;
  /** Of one execution, at the first load. */
  readonly cost?: { readonly cpu: number; readonly megabytes: number; readonly kilobytes: number };
}

export function sideBySide(contenders: readonly Contender[], loads: readonly number[]): Table {
  const rounded = (value: number | undefined) => (value === undefined ? '–' : String(Math.round(value * 10) / 10));
  return {
    head: [
      'engine 引擎',
      ...loads.map((inFlight) => `executions/s at ${inFlight} in flight`),
      ...loads.map((inFlight) => `p99 ms at ${inFlight}`),
      'CPU ms',
      'MB',
      'KB on disk',
    ],
    rows: contenders.map(({ name, at, cost }) => [
      name,
      ...loads.map((inFlight) => rounded(at.get(inFlight)?.perSecond)),
      ...loads.map((inFlight) => rounded(at.get(inFlight)?.p99)),
      rounded(cost?.cpu),
      rounded(cost?.megabytes),
      rounded(cost?.kilobytes),
    ]),
  };
}
