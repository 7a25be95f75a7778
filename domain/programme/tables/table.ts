// A table that leaves the system: titles and cells are text, so that nothing in it can be anything but text.
import type { Bilingual } from '../../bilingual.ts';

export interface Table {
  /** Name of the file and of the sheet. */
  readonly title: Bilingual;
  readonly columns: readonly Bilingual[];
  readonly rows: readonly (readonly string[])[];
  /** What the figures rest on, as of when; printed below the rows. */
  readonly notes: readonly Bilingual[];
}

/** Entries as a reader looks them up: number of the project and of the entry. */
export const printEntries = (entries: readonly { readonly projectId: string; readonly seq: number }[]): string =>
  entries.map(({ projectId, seq }) => `${projectId}#${seq}`).join(' ');
