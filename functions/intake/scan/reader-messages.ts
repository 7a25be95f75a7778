// What is asked of the process that reads a stack, and what it answers: plain values, because they cross a process border.
import type { DocumentCode } from '../../../domain/paper/catalogue.ts';
import type { RowInk } from '../../../domain/paper/filing/row-reading.ts';
import type { SheetGeometry } from '../../../domain/paper/filing/sheet-geometry.ts';
import type { QuarterTurns } from './gray-image.ts';
import type { Pair } from './projection.ts';

import type { StackRefusal } from './stack.ts';

/** The file itself comes on standard input, ahead of all requests. Pages count from 1. */
export type ReaderRequest =
  | { readonly kind: 'OPEN' }
  | { readonly kind: 'GLANCE'; readonly page: number }
  /** `rejected`: texts that looked like codes and are none of ours. */
  | { readonly kind: 'SEARCH'; readonly page: number; readonly rejected: readonly string[] }
  | {
      readonly kind: 'EXAMINE';
      readonly page: number;
      readonly code: SeenCode | null;
      readonly expected: ExpectedHead | null;
    }
  | {
      readonly kind: 'READ_CELLS';
      readonly page: number;
      readonly code: SeenCode;
      readonly geometry: SheetGeometry;
    };

/** What the head of a page should say by its code: once it does, nothing more of it need be read. */
export interface ExpectedHead {
  readonly kind: DocumentCode;
  readonly neighbourhood: string;
}

export interface SeenCode {
  readonly text: string;
  readonly turns: QuarterTurns;
  /** From the top left of the code clockwise, in pixels of the page as scanned. */
  readonly corners: readonly Pair[];
}

export interface SizeInMillimetres {
  readonly width: number;
  readonly height: number;
}

/** What filing needs to know of a page. */
export interface Glance {
  /** SHA-256 of what the page shows. */
  readonly digest: string;
  readonly width: number;
  readonly height: number;
  readonly size: SizeInMillimetres | null;
  readonly ink: number;
  readonly code: SeenCode | null;
  /** As the camera says it, `2026-03-02T09:12:30`; local time without a zone. */
  readonly photographedAt: string | null;
}

export interface Examination {
  readonly sharpness: number;
  /** Texts of all codes on the page. */
  readonly codes: readonly string[];
  /** What the head of the page says; null without a code, which alone says which way is up. */
  readonly head: string | null;
  /** A small JPEG of the page, upright. */
  readonly picture: Uint8Array;
}

export interface CellsRead {
  readonly rows: readonly RowInk[];
  /** A small JPEG of each row, in the same order. */
  readonly strips: readonly Uint8Array[];
}

/** Null: there is nothing a machine could say. */
export interface Answers {
  /** `drawn`: pages that nothing here can show. */
  readonly OPEN: { readonly pages: number; readonly drawn: readonly number[] };
  readonly GLANCE: Glance | null;
  readonly SEARCH: SeenCode | null;
  readonly EXAMINE: Examination | null;
  readonly READ_CELLS: CellsRead | null;
}

export type ReaderReply =
  | { readonly ok: true; readonly answer: Answers[keyof Answers] }
  /** With a refusal the file cannot be read at all; without, only this page cannot. */
  | { readonly ok: false; readonly refusal?: StackRefusal };
