// What the project knows of its works: site, acceptance, filings, handover, management (二(三)6–9).
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { ManagementMode } from '../../policy/rules/management.ts';
import type { ChangeOrder } from './change-orders.ts';
import type { SiteProblem } from './site-problems.ts';
import type { UtilityKind } from './transfer-utility.ts';
import type { WarrantyTerm } from './warranty-terms.ts';

export interface WorksRecord {
  readonly sitePlatform?: { readonly establishedOn: PlainDate };
  readonly residentSupervisors?: { readonly count: number };
  readonly trackingAudit?: { readonly engagedOn: PlainDate };
  readonly problems: readonly SiteProblem[];
  readonly changeOrders: readonly ChangeOrder[];
  /** Paid so far by contract number, yuan. */
  readonly paid: Readonly<Record<string, string>>;
  /** Paid by month of payment, `2026-03`, on all contracts together; absent while nothing is paid. */
  readonly paidByMonth?: Readonly<Record<string, string>>;
  readonly startedOn?: PlainDate;
  readonly completedOn?: PlainDate;
  readonly acceptance?: { readonly acceptedOn: PlainDate; readonly warranties: readonly WarrantyTerm[] };
  readonly fireFiling?: { readonly status: 'FILED' | 'NOT_APPLICABLE'; readonly on: PlainDate };
  readonly completionFiling?: { readonly filedOn: PlainDate };
  readonly archive?: { readonly archivedOn: PlainDate };
  /** When each facility came under the specialised unit. */
  readonly utilities: Readonly<Partial<Record<UtilityKind, PlainDate>>>;
  readonly handover?: { readonly handedOverOn: PlainDate };
  readonly management?: { readonly mode: ManagementMode; readonly setOn: PlainDate };
}

export const NO_WORKS: WorksRecord = { problems: [], changeOrders: [], paid: {}, utilities: {} };
