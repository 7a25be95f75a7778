// What became of a stack and of the rows of a sheet, as the routes of intake answer.
import type { Bilingual } from '../../domain/bilingual.ts';
import type { StackPageRecord } from '../../domain/paper/filing/filed-page.ts';
import type { ConfirmedRow, RowStanding } from '../../domain/paper/filing/row-confirmation.ts';
import type { RowReading } from '../../domain/paper/filing/row-reading.ts';

export interface ReceiptPage extends Omit<StackPageRecord, 'findings'> {
  readonly findings: readonly { readonly code: string; readonly says: Bilingual; readonly toDo: Bilingual }[];
}

export interface StackReceipt {
  readonly uploadId: string;
  readonly state: 'WAITING' | 'FILING' | 'CHECKING' | 'DONE' | 'REFUSED';
  readonly pages: number;
  readonly refusal: { readonly code: string; readonly says: Bilingual } | null;
  readonly counts: Readonly<Record<StackPageRecord['state'], number>>;
  readonly list: readonly ReceiptPage[];
  readonly missing: readonly string[];
}

/** One stack of the asker's party, as the list has it. */
export interface ListedStack {
  readonly uploadId: string;
  readonly state: StackReceipt['state'];
  readonly pages: number;
  readonly filed: number;
  readonly checked: number;
  /** Pages that wait for a person. */
  readonly attention: number;
  readonly receivedAt: string;
}

export interface ListedStacks {
  readonly stacks: readonly ListedStack[];
  readonly cursor?: string;
}

export interface SheetRow {
  readonly no: number;
  readonly unit: string | null;
  readonly proposed: Omit<RowReading, 'no'>;
  readonly strip: string | null;
  readonly standing: RowStanding['standing'];
  readonly confirmedByMe: boolean;
}

export interface SheetCells {
  readonly pageId: string;
  readonly revision: number;
  readonly rows: readonly SheetRow[];
}

export type RowConfirmation = ConfirmedRow & { readonly no: number };
