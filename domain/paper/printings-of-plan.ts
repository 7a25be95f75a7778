// What was printed of the papers of one plan version, and when it was voided, to the millisecond: a decision that rests on it
// must come out the same when it is computed again years later.
import type { Instant, PlainDate } from '../calendar/plain-date.ts';
import type { Entry } from '../ledger.ts';
import type { DocumentCode } from './catalogue.ts';
import { isSamePaper, issuedPayload, paperName } from './issue-register.ts';

export interface PlanPrinting {
  readonly kind: DocumentCode;
  readonly sha256: string;
  readonly issuedOn: PlainDate;
  readonly voidedAt?: Instant;
}

/** Of one register, the one in which papers without a number are kept by project. */
export function printingsOfPlan(entries: readonly Entry[], version: number): readonly PlanPrinting[] {
  const voids = entries.filter(({ act }) => act === 'void-paper');
  return entries
    .filter(({ act }) => act === 'issue-paper')
    .map(({ payload }) => issuedPayload.parse(payload))
    .filter((paper) => paper.version === version)
    .map((paper) => {
      const { kind, sha256, issuedOn } = paper;
      const voidedAt = voids.find(({ payload }) => isSamePaper(paper, paperName.parse(payload)))?.at;
      return { kind, sha256, issuedOn, ...(voidedAt !== undefined && { voidedAt }) };
    });
}
