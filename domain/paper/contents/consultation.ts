// What the papers of step 1 and of the plan's receipt say: survey, exception, consultation, willingness, recognised body, five parts.
import * as z from 'zod';
import { doorName, household } from './doors.ts';
import {
  ASPECTS,
  area,
  count,
  date,
  line,
  NOT_THE_SUM,
  officeTelephone,
  organisation,
  planFields,
  prose,
  site,
  subject,
  total,
} from './fields.ts';

const ELIGIBILITY_CONCLUSIONS = ['重点改造范围', '可纳入', '原则上不纳入', '不属于本次范畴', '待认定'] as const;

/** E1: facts and their evidence, printed as known so far; the rest is filled in on the spot. */
export const surveyRecord = z.strictObject({
  ...subject,
  ...site,
  demolitionPlanVersion: line.optional(),
  /** In the order of the eight questions. */
  facts: z.array(z.strictObject({ fact: line, evidence: line })).max(8),
  conclusion: z.enum(ELIGIBILITY_CONCLUSIONS).optional(),
  missingEvidence: line.optional(),
});

/** E2: without it, in principle means no. */
export const exceptionRuling = z.strictObject({
  ...subject,
  streetName: organisation,
  exceptionMatter: line,
  exceptedClause: line,
  exceptionReason: prose,
  safeguards: prose,
  decidedOn: date,
  exceptionDecision: line,
});

const menu = z.strictObject({
  aspect: z.enum(ASPECTS),
  basic: z.array(line.max(20)).max(8),
  improvement: z.array(line.max(20)).max(8),
  upgrade: z.array(line.max(20)).max(8),
});

/** F1: one sheet a household, both sides. */
export const consultationForm = z
  .strictObject({
    ...subject,
    streetName: organisation,
    communityName: organisation,
    communityTel: officeTelephone,
    returnBy: date,
    menu: z.array(menu).length(ASPECTS.length),
    households: z.array(household).min(1),
  })
  .transform(({ households, ...form }) => ({
    ...form,
    pages: households.flatMap((h) => [1, 2].map((page) => ({ ...h, page, serial: h.no, door: doorName(h) }))),
  }));

const tally = { households: count, area };
const buildingTally = z.strictObject({
  building: line.max(12),
  ...tally,
  agree: z.strictObject(tally),
  disagree: count,
  abstain: count,
  notReturned: count,
});

/** F1S: by building, with all households of each accounted for. */
export const consultationTally = z
  .strictObject({
    ...subject,
    communityName: organisation,
    surveyFrom: date,
    surveyTo: date,
    buildings: z.array(buildingTally).min(1),
    choices: z
      .array(z.strictObject({ aspect: z.enum(ASPECTS), basic: count, improvement: count, upgrade: count }))
      .length(ASPECTS.length),
  })
  .refine(
    ({ buildings }) =>
      buildings.every((b) => b.agree.households + b.disagree + b.abstain + b.notReturned === b.households),
    { message: NOT_THE_SUM, path: ['buildings'] },
  )
  .transform((paper) => {
    const all = (pick: (building: (typeof paper.buildings)[number]) => number) =>
      paper.buildings.reduce((sum, building) => sum + pick(building), 0);
    return {
      ...paper,
      whole: {
        households: all((b) => b.households),
        area: total(...paper.buildings.map((b) => b.area)),
        agree: { households: all((b) => b.agree.households), area: total(...paper.buildings.map((b) => b.agree.area)) },
        disagree: all((b) => b.disagree),
        abstain: all((b) => b.abstain),
        notReturned: all((b) => b.notReturned),
      },
    };
  });

/** W1. */
export const willingnessStatement = z.strictObject({
  ...subject,
  streetName: organisation,
  applicant: organisation,
  communityName: organisation,
  surveyFrom: date,
  surveyTo: date,
  householdsTotal: count,
  areaTotal: area,
  householdsAgree: count,
  areaAgree: area,
  householdsRequired: count,
  areaRequired: area,
  topChoices: line,
  bodyStatus: line,
});

/** B1: the list of members is kept apart. */
export const bodyRecognition = z.strictObject({
  ...subject,
  bodyName: organisation,
  communityName: organisation,
  recommendedBy: line,
  postedDays: count,
  memberCount: count,
});

/** P1C: the receipt of the plan's five parts. */
export const planCheck = z.strictObject({
  ...subject,
  ...planFields,
  designer: organisation,
  /** Pages of the plan where the five parts stand, as the designer says. */
  partPages: z.array(line.max(20)).max(5),
});

/** F2P: filled in by the owner. */
export const proxy = z.strictObject({
  ...subject,
  ...planFields,
  roomNo: line.max(30).optional(),
  unitArea: area.optional(),
  proxyFrom: date.optional(),
  proxyTo: date.optional(),
});
