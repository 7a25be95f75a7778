// What each kind of paper that the system typesets says: one schema per kind, the only way to its template.
import type * as z from 'zod';
import type { DocumentCode } from './catalogue.ts';
import * as approvals from './contents/approvals.ts';
import * as ballot from './contents/ballot-sheets.ts';
import * as bills from './contents/bills.ts';
import * as consultation from './contents/consultation.ts';
import * as district from './contents/district.ts';
import * as estimate from './contents/estimate.ts';
import * as accounts from './contents/final-accounts.ts';
import * as listing from './contents/listing.ts';
import * as publicity from './contents/publicity.ts';
import * as start from './contents/start.ts';
import * as works from './contents/works.ts';

/** In the order of the procedure. Every kind that goes out but T, whose texts are sent, not set. */
export const PAPER_CONTENTS = {
  E1: consultation.surveyRecord,
  E2: consultation.exceptionRuling,
  F1: consultation.consultationForm,
  F1S: consultation.consultationTally,
  W1: consultation.willingnessStatement,
  B1: consultation.bodyRecognition,
  P1C: consultation.planCheck,
  F2: ballot.signatureForm,
  F2D: ballot.householdBallot,
  F2P: consultation.proxy,
  F2S: ballot.countRecord,
  U1: ballot.unitCodeSlips,
  F3: publicity.opinionNotice,
  F4: publicity.agreeingRooms,
  P2: publicity.postedPlan,
  PB1: publicity.postingRecord,
  OB1: publicity.objectionForm,
  OB2: publicity.mediationRecord,
  M1: start.application,
  M3: start.undertaking,
  M4: start.managementPlan,
  FA1: bills.accountNotice,
  S1: bills.paymentBills,
  FA2: bills.arrivalNotice,
  N1: start.correctionNotice,
  N2: start.refusalNotice,
  X1: listing.petition,
  X2: listing.leaderSubmission,
  X3: listing.listingNotice,
  A1: approvals.feasibilityApproval,
  A3N: approvals.reviewMeetingNotice,
  A3O: approvals.reviewOpinion,
  A3: approvals.reviewMinutes,
  A2: estimate.preliminaryDesignApproval,
  A2F: estimate.estimateTable,
  A4: approvals.selfReviewUndertaking,
  A4R: approvals.drawingsReceipt,
  A5R: approvals.drawingsReview,
  A6: approvals.combinedPermit,
  A7: approvals.awardRecord,
  SI1: works.inspectionRecord,
  SI2: works.siteProblem,
  CO1: works.changeApplication,
  RS1: works.residentSupervisorLog,
  C5: works.progressNotice,
  JA1: works.acceptanceOpinion,
  KF: works.fireFilingReceipt,
  KC: works.acceptanceFiling,
  K8D: accounts.finalAccountsOpinion,
  S2: bills.settlementBills,
  K9: works.archiveTransfer,
  HO1: works.documentHandover,
  HO2: works.facilityHandover,
  H2: works.maintenanceNotice,
  C1: district.progressCircular,
  C2: district.streetAssessment,
  C3: district.meetingMinutes,
  C4: district.inspectionVisit,
} as const satisfies Partial<Record<DocumentCode, z.ZodType>>;

export type TypesetCode = keyof typeof PAPER_CONTENTS;

/** What the template of a kind is given. */
export type PaperContents<Code extends TypesetCode = TypesetCode> = z.output<(typeof PAPER_CONTENTS)[Code]>;

/** What a caller writes. */
export type PaperInput<Code extends TypesetCode> = z.input<(typeof PAPER_CONTENTS)[Code]>;
