// What the project knows of its delivery and its approvals before the works start (二(三)5, 二(四)1–5).
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { ContractType } from '../../policy/parameters/law.ts';
import type { TenderRoute } from '../../policy/rules/tender.ts';
import type { ExPostFinding } from './ex-post-findings.ts';
import { type JointReview, NO_REVIEW } from './joint-review.ts';

export const DELIVERY_MODES = ['DESIGN_BID_BUILD', 'EPC', 'WHOLE_PROCESS_CONSULTING'] as const;
export type DeliveryMode = (typeof DELIVERY_MODES)[number];

/** A paper filed with DRB, and what DRB made of it; amounts in yuan. */
export interface InvestmentApproval {
  readonly status: 'FILED' | 'APPROVED' | 'RETURNED';
  readonly filedEstimate: string;
  /** 批复投资 of the study, 核定概算 of the preliminary design. */
  readonly approvedEstimate?: string;
  readonly approvedOn?: PlainDate;
}

export interface Contract {
  readonly contractNo: string;
  readonly type: ContractType;
  /** 估算, by which the route is chosen. */
  readonly estimate: string;
  /** 合同价, beyond which nothing is paid. */
  readonly price: string;
}

export interface ApprovalsRecord {
  readonly delivery?: { readonly mode: DeliveryMode; readonly projectCode: string };
  readonly feasibilityStudy?: InvestmentApproval;
  readonly jointReview: JointReview;
  readonly preliminaryDesign?: InvestmentApproval;
  readonly drawings?: { readonly filedOn: PlainDate };
  readonly exPostFindings: readonly ExPostFinding[];
  readonly permit?: {
    readonly status: 'FILED' | 'GRANTED' | 'RETURNED';
    /** 多合一: construction, fire and civil defence in one. */
    readonly combined: boolean;
    readonly grantedOn?: PlainDate;
  };
  readonly tender?: { readonly route: TenderRoute; readonly contracts: readonly Contract[] };
}

export const NO_APPROVALS: ApprovalsRecord = { jointReview: NO_REVIEW, exPostFindings: [] };
