// What a bench has to say: figures by name, each against the promise that it must keep, if there is one.

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** In words, for the table. */
  readonly target?: string;
  readonly kept?: boolean;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a section measured, and in a sentence each what it had to leave out and how to have it. */
export interface Measured {
  /** What people want to see beside each other, where rows of single figures do not show it. */
  readonly table?: Table;
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
}

export function figure(what: string, value: number, unit: string): Figure {
  return { what, value: rounded(value), unit };
}

export function atLeast(what: string, value: number, unit: string, least: number): Figure {
  return { ...figure(what, value, unit), target: `≥ ${rounded(least)}`, kept: value >= least };
}

export function atMost(what: string, value: number, unit: string, most: number): Figure {
  return { ...figure(what, value, unit), target: `≤ ${rounded(most)}`, kept: value <= most };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}

/** Tables of a bench, by section. */
export function printFigures(section: string, figures: readonly Figure[]): void {
  console.log(`\n${section}`);
  console.table(
    figures.map(({ what, value, unit, target = '', kept }) => ({
      what,
      value,
      unit,
      target,
      kept: kept === undefined ? '' : kept ? 'yes' : 'NO',
    })),
  );
}

export function printTable({ head, rows }: Table): void {
  console.table(rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [head[index] ?? index, cell]))));
}
