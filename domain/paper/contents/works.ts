// What the papers of the works say: inspections, problems met and solved, changes, the residents' own supervision, monthly progress.
import * as z from 'zod';
import {
  amount,
  count,
  date,
  documentNo,
  line,
  moment,
  officeTelephone,
  organisation,
  percentage,
  prose,
  subject,
} from './fields.ts';

const project = { ...subject, projectName: line.max(80) };

/** SI1: printed for the inspectors; findings are written on the spot or printed afterwards. */
export const inspectionRecord = z.strictObject({
  ...project,
  inspectedOn: date.optional(),
  findings: z
    .array(z.strictObject({ situation: prose, conforms: z.boolean(), rectification: line.optional() }))
    .max(10),
  conclusion: z.enum(['通过', '限期整改', '停工']).optional(),
  rectifyBy: date.optional(),
});

/** SI2: raised, discussed and solved on the site; one problem, one sheet. */
export const siteProblem = z.strictObject({
  ...project,
  problemNo: z.string().regex(/^WT-\d{4}-\d{4}-\d{1,4}$/),
  raisedAt: moment.optional(),
  channel: line.optional(),
  issueText: prose.optional(),
  discussedAt: moment.optional(),
  participants: prose.optional(),
  opinion: prose.optional(),
  resolvedAt: moment.optional(),
  resolution: prose.optional(),
});

const CHANGE_REASONS = ['地下障碍', '政策强制', '安全', '居民表决', '其他'] as const;

/** CO1: in principle no change is allowed; the first line says so. */
export const changeApplication = z.strictObject({
  ...project,
  changeNo: line.max(30),
  contractor: organisation,
  location: line,
  reason: z.enum(CHANGE_REASONS),
  reasonText: prose,
  before: prose,
  after: prose,
  changeAmount: amount,
  changeCumulative: amount,
  changeRatio: percentage,
  delay: line,
  changesBallot: z.boolean(),
  exceedsEstimate: z.boolean(),
});

/** RS1: rows for a week's walks. */
export const residentSupervisorLog = z.strictObject({
  ...project,
  weekFrom: date.optional(),
  siteTel: officeTelephone,
});

/** C5: posted every month. */
export const progressNotice = z.strictObject({
  ...project,
  month: z.string().regex(/^\d{4}-\d{2}$/),
  monthDone: prose,
  nextPlan: prose,
  outages: prose,
  workHours: line,
  qualityNote: prose,
  supervisorNotes: count,
  supervisorClosed: count,
  siteTel: officeTelephone,
  contractor: organisation,
});

/** JA1: the joint acceptance; the day from which every warranty runs. */
export const acceptanceOpinion = z.strictObject({
  ...project,
  streetName: organisation,
  completedOn: date,
  acceptedOn: date,
  approvalNo: documentNo,
  changeCount: count,
  qualityDocs: line,
  spotChecks: count,
  openItems: count,
  rectifyBy: date.optional(),
  conclusion: z.enum(['合格', '整改后合格', '不合格']),
  reinspectedOn: date.optional(),
  units: z
    .array(z.strictObject({ unit: organisation, scope: line, opinion: line.optional() }))
    .min(1)
    .max(20),
  bodyName: organisation,
  warranties: z.array(z.strictObject({ part: line, term: line, from: date, until: line })).max(20),
});

/** KF: five papers make it whole; a sixth is not asked for. */
export const fireFilingReceipt = z.strictObject({
  ...project,
  streetName: organisation,
  filingNo: documentNo,
  filedOn: date,
  sampled: z.boolean(),
  copies: z.array(count).length(5),
});

/** KC: two papers make it whole. */
export const acceptanceFiling = z.strictObject({
  ...project,
  streetName: organisation,
  projectCode: line.max(40),
  projectAddress: line,
  scale: line,
  permitNo: documentNo,
  startedOn: date,
  acceptedOn: date,
  surveyor: organisation.optional(),
  designer: organisation,
  contractor: organisation,
  supervisor: organisation,
  filingDueOn: date,
  receivedAt: date.optional(),
  filingNo: documentNo.optional(),
});

/** K9, with K9R, the archives' receipt, on its last page. */
export const archiveTransfer = z
  .strictObject({
    ...project,
    streetName: organisation,
    archives: organisation,
    volumes: z
      .array(z.strictObject({ title: line, textPages: count, drawings: count, files: count, retention: line.max(10) }))
      .min(1)
      .max(200),
    notFormed: line.optional(),
  })
  .transform((paper) => ({
    ...paper,
    volumeCount: paper.volumes.length,
    drawingCount: paper.volumes.reduce((sum, { drawings }) => sum + drawings, 0),
    fileCount: paper.volumes.reduce((sum, { files }) => sum + files, 0),
  }));

/** HO1. */
export const documentHandover = z.strictObject({
  ...project,
  streetName: organisation,
  recipient: organisation,
  documents: z
    .array(
      z.strictObject({
        name: line,
        copies: count,
        pages: count,
        original: z.boolean(),
        upkeep: z.enum(['施工', '专业单位', '业主']),
      }),
    )
    .min(1)
    .max(200),
});

const FACILITIES = ['供水', '供电', '供气', '通信', '有线电视', '供热'] as const;

/** HO2: one facility, one sheet; handed over only when both sides sign 合格. */
export const facilityHandover = z.strictObject({
  ...project,
  streetName: organisation,
  receiver: organisation,
  facility: z.enum(FACILITIES),
  quantity: line,
  location: line,
  standard: line,
  transferredOn: date.optional(),
  managedFrom: date.optional(),
});

/** H2. */
export const maintenanceNotice = z.strictObject({
  ...project,
  recipients: line,
  acceptedOn: date,
  handedOverOn: date,
  transferredOn: date,
  contractor: organisation,
  repairTel: officeTelephone,
  warrantyWaterproof: date,
  warrantyInstall: date,
  warrantyOther: date,
  managementMode: z.enum(['物业服务企业', '业主自治', '社区管理']),
  managementDue: date,
  facilities: z.array(z.strictObject({ facility: line, receiver: organisation })).max(10),
  cc: line.optional(),
});
