// What the papers of the streamlined approvals say (二(四)): feasibility study, joint review, drawings, permit, tender.
import * as z from 'zod';
import { sha256Schema } from '../../api.ts';
import { inTenThousands } from '../ten-thousands.ts';
import {
  amount,
  count,
  date,
  documentNo,
  line,
  moment,
  officeTelephone,
  organisation,
  projectCode,
  prose,
  site,
  subject,
} from './fields.ts';

const project = { ...subject, projectName: line.max(80), streetName: organisation, projectCode };
const request = { requestTitle: line, requestNo: documentNo };
const cc = { cc: line.optional() };

/** A1. */
export const feasibilityApproval = z
  .strictObject({ ...project, ...request, ...site, ...cc, scopeSummary: line, estimate: amount, durationMonths: count })
  .transform((paper) => ({ ...paper, wan: { total: inTenThousands(paper.estimate) } }));

/** A3N. */
export const reviewMeetingNotice = z.strictObject({
  ...project,
  planVersion: line.max(20),
  attendeeUnits: z.array(organisation).min(1).max(40),
  meetingAt: moment,
  meetingPlace: line,
  opinionDueOn: date,
  contact: line.max(20),
  officeTel: officeTelephone,
});

/** A3O: one department, one round. */
export const reviewOpinion = z.strictObject({
  ...project,
  planVersion: line.max(20),
  round: count,
  unitName: organisation,
  opinionDueOn: date.optional(),
});

const REVIEW_OUTCOMES = ['通过', '修改完善后通过', '退回修改', '不通过'] as const;

/** A3: without minutes nothing is passed. Residents appear as a number. */
export const reviewMinutes = z.strictObject({
  ...project,
  ...site,
  ...cc,
  planVersion: line.max(20),
  hostUnit: organisation,
  meetingOn: date,
  meetingPlace: line,
  chairTitle: line,
  eligibility: line,
  householdsAgree: count,
  areaAgree: amount,
  postedOn: date,
  publicityEndsOn: date,
  objectionCount: count,
  totalInvestment: amount.transform(inTenThousands),
  opinions: z.array(z.strictObject({ unit: organisation, text: prose })).min(1),
  reviewOutcome: z.enum(REVIEW_OUTCOMES),
  ballotImpact: line,
  revisions: z.array(
    z.strictObject({ items: line, responsibleUnit: organisation, dueOn: date, confirmingUnit: organisation }),
  ),
  specialLines: line.optional(),
  present: prose,
  absent: prose.optional(),
  attending: prose.optional(),
  bodyName: organisation,
  residentCount: count,
});

/** A4: the undertaking that replaces the review of drawings beforehand. */
export const selfReviewUndertaking = z.strictObject({
  ...project,
  recipient: organisation,
  designer: organisation,
  drawingCount: count,
  drawingVersion: line.max(20),
  drawingHash: sha256Schema,
});

/** A4R: two papers and no more; asking for a third is a defect. */
export const drawingsReceipt = z.strictObject({
  ...project,
  receivedAt: moment,
  drawingCount: count,
  filingNo: documentNo,
});

/** A5R. */
export const drawingsReview = z.strictObject({
  ...project,
  reviewInstitution: organisation,
  issues: z.array(z.strictObject({ text: prose, standard: line, stop: z.boolean() })),
  rectifyBy: date.optional(),
});

/** A6: the acceptance, or the notice that the permit is granted. */
export const combinedPermit = z.discriminatedUnion('stage', [
  z.strictObject({
    stage: z.literal('ACCEPTED'),
    ...project,
    combinedBasis: line,
    acceptanceNo: documentNo,
    promisedDays: count,
    promisedOn: date,
    sharedMaterials: z.array(line).max(10),
  }),
  z.strictObject({
    stage: z.literal('GRANTED'),
    ...project,
    permitNo: documentNo,
    permitOn: date,
    covers: z.array(z.enum(['建设', '消防', '人防'])).min(1),
    employer: organisation,
    contractor: organisation,
    supervisor: organisation,
    contractAmount: amount,
    durationMonths: count,
  }),
]);

/** A7: open tender, or small works under the street's own rules. */
export const awardRecord = z.strictObject({
  ...project,
  contractName: line,
  contractType: z.enum(['工程', '货物', '服务']),
  estimatedAmount: amount,
  thresholdResult: line,
  route: z.enum(['公开招标', '小额工程']),
  awardMethod: line,
  announcedOn: date.optional(),
  platform: line.optional(),
  bidders: z.array(z.strictObject({ unit: organisation, price: amount, qualification: line, rank: count })).max(20),
  winner: organisation.optional(),
  winningPrice: amount.optional(),
  contractNo: documentNo.optional(),
  signedOn: date.optional(),
});
