// What the papers of a ballot say: the signature form in booklets per building, pages for one household, slips with unit codes.
import * as z from 'zod';
import { sha256Schema } from '../../api.ts';
import { unitOf } from '../../roster/roster.ts';
import {
  byBuilding,
  byStairwell,
  doorName,
  type Group,
  type Household,
  household,
  inChunks,
  shortDoor,
  stairwellName,
} from './doors.ts';
import {
  addsUp,
  area,
  count,
  date,
  funding,
  fundingAddsUp,
  line,
  NOT_THE_SUM,
  officeTelephone,
  organisation,
  planFields,
  subject,
  total,
} from './fields.ts';
import { ballotResult, resultAddsUp, resultRows } from './publicity.ts';

/** Fourteen rows of 14 mm, the least in which people sign well, fill the page. */
const ROWS_PER_SHEET = 14;
const SLIPS_PER_PAGE = 8;

/** What is voted on, and who must know what before signing (二(三)3). */
const ballotMatter = {
  ...subject,
  ...planFields,
  ...funding,
  bodyName: organisation,
  bodyTel: officeTelephone,
  streetName: organisation,
  planDate: date,
  planPlace: line,
  ballotFrom: date,
  ballotTo: date,
  returnTo: line,
  perSquareMetre: area,
  areaTotal: area,
  householdsTotal: count,
  areaRequired: area,
  householdsRequired: count,
};

const households = z.array(household).min(1).max(9999);

/** F2: one booklet per building, sheets per stairwell; a sheet of paper belongs to one stairwell only. */
export const signatureForm = z
  .strictObject({ ...ballotMatter, households })
  .refine(fundingAddsUp, { message: NOT_THE_SUM, path: ['totalInvestment'] })
  .refine(
    ({ areaTotal, households }) =>
      addsUp(
        areaTotal,
        households.map((h) => h.area),
      ),
    {
      message: NOT_THE_SUM,
      path: ['areaTotal'],
    },
  )
  .transform(({ households, ...matter }) => ({ ...matter, pages: numbered(byBuilding(households).map(bookletOf)) }));

/** F2D: the same matter, one household a page, for owners abroad or unwilling to sign beside neighbours. */
export const householdBallot = z
  .strictObject({ ...ballotMatter, households })
  .refine(fundingAddsUp, { message: NOT_THE_SUM, path: ['totalInvestment'] })
  .transform(({ households, ...matter }) => ({
    ...matter,
    pages: households.map((h) => ({ ...h, page: 1, serial: h.no, unit: unitOf(h), door: doorName(h) })),
  }));

/** As unit-code.ts makes them: without the letters that are taken for digits. */
const unitCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/);

/** U1: folded and put into the letter box; never on one page with a signature. */
export const unitCodeSlips = z
  .strictObject({
    ...subject,
    slips: z.array(z.strictObject({ ...household.shape, unitCode }).omit({ area: true })).min(1),
  })
  .transform(({ slips, ...paper }) => ({
    ...paper,
    pages: inChunks(
      slips.map(({ no, unitCode, ...door }) => ({ no, unitCode, door: doorName(door) })),
      SLIPS_PER_PAGE,
    ).map((slips, index) => ({ page: index + 1, slips })),
  }));

/** F2S: counted in the open; two ways of counting households, and the Civil Code beside them as advice. */
export const countRecord = z
  .strictObject({
    ...subject,
    ...planFields,
    ...ballotResult,
    bodyName: organisation,
    countedOn: date,
    countPlace: line,
    sheetsIssued: count,
    sheetsReturned: count,
    passed: z.boolean(),
    householdsByOwner: count,
    householdsByUnit: count,
    countModesAgree: z.boolean(),
    participatingArea: area,
    participatingHouseholds: count,
    civilCodeAdvice: line,
    rollHash: sha256Schema,
  })
  .refine(resultAddsUp, { message: NOT_THE_SUM, path: ['result'] })
  .transform((record) => ({ ...record, rows: resultRows(record) }));

function bookletOf({ name: building, members }: Group<Household>) {
  const sheets = byStairwell(members).flatMap(({ name, members: stairwell }) =>
    inChunks(stairwell, ROWS_PER_SHEET).map((rows) => ({
      cover: false as const,
      building,
      stairwell: stairwellName(name),
      rows: rows.map((row) => ({ no: row.no, unit: unitOf(row), room: shortDoor(row), area: row.area })),
    })),
  );
  const cover = {
    cover: true as const,
    building,
    stairwells: byStairwell(members).length,
    households: members.length,
    area: total(...members.map(({ area }) => area)),
    sheets: sheets.length + 1,
  };
  return [cover, ...sheets];
}

/** The place of a page in its booklet and in the whole form is fixed here, so that a page printed again is the same. */
function numbered<T extends object>(booklets: readonly (readonly T[])[]) {
  const pages = booklets.flatMap((booklet) =>
    booklet.map((page, index) => ({ ...page, pageInBooklet: index + 1, pagesInBooklet: booklet.length })),
  );
  return pages.map((page, index) => ({ ...page, page: index + 1, pages: pages.length }));
}
