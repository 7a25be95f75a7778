// The numbers that papers bear, in the spelling of paper 1.6.
import { type PlainDate, yearOf } from '../calendar/plain-date.ts';

const serialOfProject = (projectNo: string): string => projectNo.slice(-4);
const fourDigits = (number: number): string => String(number).padStart(4, '0');

/** `示发改审〔2026〕47号`: six-cornered brackets, whole year, no zeros before the serial, no 第. */
export const documentNumber = (abbreviation: string, year: number, serial: number): string =>
  `${abbreviation}〔${year}〕${serial}号`;

const TYPED_NUMBER =
  /^\s*(?<abbreviation>\p{Script=Han}{2,20})\s*[〔[［(（【]\s*(?<year>\d{4})\s*[〕\]］)）】]\s*第?\s*(?<serial>\d{1,6})\s*号?\s*$/u;

export interface DocumentNumber {
  readonly abbreviation: string;
  readonly year: number;
  readonly serial: number;
}

/** As people type it: with whatever brackets their keyboard has, with or without 号. Undefined: it is no such number. */
export function documentNumberIn(text: string): DocumentNumber | undefined {
  const { abbreviation, year, serial } = TYPED_NUMBER.exec(text)?.groups ?? {};
  if (abbreviation === undefined || year === undefined || serial === undefined) return undefined;
  return { abbreviation, year: Number(year), serial: Number(serial) };
}

/** `GS-2026-0017-1`: the round counts postings anew after a change. */
export const noticeNumber = (projectNo: string, round: number): string =>
  `GS-${projectNo.slice(7, 11)}-${serialOfProject(projectNo)}-${round}`;

/** `S2-2027-0017-0025`: by the household's place in the frozen roll, never by its room. */
export const billNumber = (kind: 'S1' | 'S2', on: PlainDate, projectNo: string, household: number): string =>
  `${kind}-${yearOf(on)}-${serialOfProject(projectNo)}-${fourDigits(household)}`;

/** `WT-2026-0017-3`: problems met on the site. */
export const siteProblemNumber = (on: PlainDate, projectNo: string, serial: number): string =>
  `WT-${yearOf(on)}-${serialOfProject(projectNo)}-${serial}`;

/** What a resident writes with a transfer: project and place in the roll, no name, no room. */
export const payReference = (projectNo: string, household: number): string => `${projectNo}-${fourDigits(household)}`;
