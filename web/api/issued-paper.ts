// An issued paper as the API answers it: what stands on it, how it stands, and what whoever asks may do about it.

export interface IssuedPaper {
  readonly kind: string;
  readonly title: string;
  readonly number?: string;
  readonly version: number;
  /** 2 and more: issued again under the same version after it was voided. */
  readonly printing?: number;
  readonly serials?: { readonly from: number; readonly to: number };
  readonly issuer: string;
  readonly issuedOn: string;
  readonly pages: number;
  readonly sha256: string;
  readonly voidedOn?: string;
  readonly voiding?: {
    readonly proposal: number;
    readonly on: string;
    readonly reason: string;
    readonly namedBy: readonly number[];
    readonly mine: boolean;
  };
  readonly may?: readonly ('PROPOSE' | 'CONFIRM' | 'DECLINE')[];
}
