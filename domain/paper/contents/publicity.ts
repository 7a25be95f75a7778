// What the papers of the public notice say (二(三)3): the notice, the list of rooms, the posters' record, objections and how they ended.
import * as z from 'zod';
import { decimalOf, printShare } from '../../money/money.ts';
import { byBuilding, byStairwell, stairwellName } from './doors.ts';
import {
  ASPECTS,
  addsUp,
  area,
  byCategory,
  count,
  date,
  funding,
  fundingAddsUp,
  line,
  moment,
  NOT_THE_SUM,
  officeTelephone,
  organisation,
  planFields,
  prose,
  serial,
  subject,
} from './fields.ts';

export const noticeNo = z.string().regex(/^GS-\d{4}-\d{4}-\d{1,2}$/);
export const objectionNo = line.max(40);

const VOTES = ['agree', 'disagree', 'abstain', 'invalid', 'notReturned'] as const;
const VOTE_NAMES = {
  agree: '同意',
  disagree: '不同意',
  abstain: '弃权',
  invalid: '无效',
  notReturned: '未交',
} as const;
const votes = z.strictObject({ households: count, area });

/** Five columns that must add up to the roll: nobody is left out of the figures (公示总数). */
const result = z.strictObject({ agree: votes, disagree: votes, abstain: votes, invalid: votes, notReturned: votes });
export const ballotResult = {
  result,
  householdsTotal: count,
  areaTotal: area,
  householdsRequired: count,
  areaRequired: area,
};

type BallotResult = z.output<z.ZodObject<typeof ballotResult>>;

export const resultAddsUp = ({ result, householdsTotal, areaTotal }: BallotResult): boolean =>
  VOTES.reduce((all, vote) => all + result[vote].households, 0) === householdsTotal &&
  addsUp(
    areaTotal,
    VOTES.map((vote) => result[vote].area),
  );

/** Rows of the table, with shares rounded down, so that what falls short never reads as enough. */
export const resultRows = ({ result, householdsTotal, areaTotal }: BallotResult) =>
  VOTES.map((vote) => ({
    name: VOTE_NAMES[vote],
    ...result[vote],
    householdShare: printShare(decimalOf(result[vote].households), decimalOf(householdsTotal)),
    areaShare: printShare(decimalOf(result[vote].area), decimalOf(areaTotal)),
  }));

/** F3. The last day is missing where the calendar of the coming year is not published yet. */
export const opinionNotice = z
  .strictObject({
    ...subject,
    ...planFields,
    ...ballotResult,
    noticeNo,
    bodyName: organisation,
    bodyTel: officeTelephone,
    bodyAddress: line,
    communityName: organisation,
    communityTel: officeTelephone,
    ballotFrom: date,
    ballotTo: date,
    postedOn: date,
    countedDays: z.array(date).max(30),
    countedNote: line.optional(),
    publicityEndsOn: date.optional(),
    postingPlaces: line,
    witnessSeal: z.boolean().default(true),
  })
  .refine(resultAddsUp, { message: NOT_THE_SUM, path: ['result'] })
  .transform((notice) => ({ ...notice, rows: resultRows(notice) }));

/** F4. Only rooms whose owners agreed to have them posted; the others are a number. */
export const agreeingRooms = z
  .strictObject({
    ...subject,
    bodyName: organisation,
    postedOn: date,
    noticeNo,
    householdsAgree: count,
    rooms: z.array(z.strictObject({ building: line.max(12), stairwell: line.max(12), room: line.max(12) })).max(9999),
  })
  .refine(({ householdsAgree, rooms }) => rooms.length <= householdsAgree, { message: NOT_THE_SUM, path: ['rooms'] })
  .transform(({ rooms, ...list }) => ({
    ...list,
    roomsListed: rooms.length,
    roomsUnlisted: list.householdsAgree - rooms.length,
    buildings: byBuilding(rooms).map(({ name, members }) => ({
      building: name,
      rooms: members.length,
      stairwells: byStairwell(members).map(({ name: stairwell, members: doors }) => ({
        stairwell: stairwellName(stairwell),
        rooms: doors.map(({ room }) => room),
      })),
    })),
  }));

/** P2: what a poster of the plan shows beside the designer's drawings. */
export const postedPlan = z
  .strictObject({
    ...subject,
    ...planFields,
    ...funding,
    bodyName: organisation,
    designer: organisation,
    postedOn: date,
    noticeNo,
    scopes: z.array(z.strictObject({ aspect: z.enum(ASPECTS), works: prose, costs: byCategory })).min(1),
    otherCosts: byCategory,
    perSquareMetre: area,
    managementMechanism: prose,
    drawings: z.array(line).max(20),
  })
  .refine(fundingAddsUp, { message: NOT_THE_SUM, path: ['totalInvestment'] })
  .refine(
    ({ totalInvestment, scopes, otherCosts }) =>
      addsUp(
        totalInvestment,
        [...scopes.map(({ costs }) => costs), otherCosts].flatMap((costs) => Object.values(costs)),
      ),
    { message: NOT_THE_SUM, path: ['scopes'] },
  );

/** PB1: printed for the places where notices will hang, filled in by hand, day by day. */
export const postingRecord = z.strictObject({
  ...subject,
  noticeNo,
  bodyName: organisation,
  communityName: organisation,
  places: z.array(line.max(40)).max(60),
  inspectionDays: z.array(date).max(30),
  postedAt: moment.optional(),
  publicityFirstDay: date.optional(),
  publicityEndsOn: date.optional(),
});

/** OB1: blank for the objector, its receipt for the body. */
export const objectionForm = z.strictObject({
  ...subject,
  noticeNo,
  bodyName: organisation,
  objectionNo: objectionNo.optional(),
  receivedAt: moment.optional(),
  replyBy: date.optional(),
});

const MEDIATION_ENDINGS = ['达成一致', '提出人撤回', '未达成一致'] as const;
const PLAN_EFFECTS = ['不改变', '非实质修改', '实质修改'] as const;

/** OB2: one objection, one record, one ending; without names. */
export const mediationRecord = z.strictObject({
  ...subject,
  noticeNo,
  objectionNo,
  serial: serial.optional(),
  mediatedAt: moment.optional(),
  mediationPlace: line.optional(),
  mediatorRole: line.optional(),
  objectionSummary: prose.optional(),
  factsFound: prose.optional(),
  mediationProcess: prose.optional(),
  agreedTerms: prose.optional(),
  ending: z.enum(MEDIATION_ENDINGS).optional(),
  planEffect: z.enum(PLAN_EFFECTS).optional(),
});
