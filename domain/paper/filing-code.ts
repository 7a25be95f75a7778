// The code on every page: which paper it is a page of, in words that a machine, a browser and a person can give back.
import type { Seal } from '../ports.ts';
import { base32, typedBase32 } from './base32.ts';
import { DOCUMENT_CODES, type DocumentCode } from './catalogue.ts';
import { versionName } from './version-name.ts';

/** One page of one paper. Says nothing of rooms, people or amounts. */
export interface PageName {
  /** Project number; serial 0000 for papers of the district that belong to no project. */
  readonly projectNo: string;
  readonly kind: DocumentCode;
  readonly version: number;
  /** 2 and more: the version was voided and issued again, corrected; absent for the first printing. */
  readonly printing?: number;
  readonly page: number;
  /** Tells papers of one kind apart: place of the household in the frozen roll, number of the inspection. */
  readonly serial?: number;
}

export type CodeReading =
  | { readonly verdict: 'GENUINE'; readonly page: PageName }
  /** In the form of a code, but its check value is not ours: made up, or misread. */
  | { readonly verdict: 'FORGED' }
  | { readonly verdict: 'NO_CODE' };

/** 30 bits: enough against made-up codes that must each be shown to a scanner, short enough to type. */
const MAC_LENGTH = 6;

const PREFIX = 'JG1:';
const TYPED =
  /^(\d{6}-\d{4}-\d{4})[\s/]+([A-Z][A-Z0-9]{0,3})[\s/]+V?(\d{1,3})(?:-([2-9]|[1-9]\d))?[\s/]+P?(\d{2,4})(?:[\s/]+N?(\d{4}))?[\s/]+([0-9A-Z]{6})$/;

/** `JG1:330302-2026-0017/F2/2/03/7K3MQT`: for sheets that come back, read by the filing of scans. */
export const filingCode = (seal: Pick<Seal, 'keyedHash'>, page: PageName): string => PREFIX + segments(seal, page);

/** The address that a resident's phone opens; `base` ends in a slash. Upper case keeps the picture small. */
export const publicUrl = (seal: Pick<Seal, 'keyedHash'>, base: string, page: PageName): string =>
  base.toUpperCase() + segments(seal, page);

/** `330302-2026-0017 F2 V2 P03 7K3MQT`: printed beside the picture, for people. */
export function readableCode(seal: Pick<Seal, 'keyedHash'>, page: PageName): string {
  const serial = page.serial === undefined ? '' : ` N${fourDigits(page.serial)}`;
  return `${page.projectNo} ${page.kind} V${versionName(page)} P${twoDigits(page.page)}${serial} ${mac(seal, bodyOf(page))}`;
}

/** Reads any of the three spellings; typed ones may be in lower case and have O for 0, I or L for 1. */
export function readCode(seal: Pick<Seal, 'keyedHash'>, written: string): CodeReading {
  const text = written
    .trim()
    .toUpperCase()
    .replace(/^JG1:|^HTTPS?:\/\/[^\s?#]*\/(?=\d{6}-\d{4}-\d{4}\/)/, '');
  const [, projectNo = '', kind = '', version = '', printing, page = '', serial, check = ''] = TYPED.exec(text) ?? [];
  const code = DOCUMENT_CODES.find((known) => known === kind);
  if (code === undefined) return { verdict: 'NO_CODE' };
  const named: PageName = {
    projectNo,
    kind: code,
    version: Number(version),
    ...(printing !== undefined && { printing: Number(printing) }),
    page: Number(page),
    ...(serial !== undefined && { serial: Number(serial) }),
  };
  const typed = typedBase32(check);
  return typed === mac(seal, bodyOf(named)) ? { verdict: 'GENUINE', page: named } : { verdict: 'FORGED' };
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const fourDigits = (number: number): string => String(number).padStart(4, '0');

function bodyOf(name: PageName): string {
  const { projectNo, kind, page, serial } = name;
  const place = [projectNo, kind, versionName(name), twoDigits(page)];
  return (serial === undefined ? place : [...place, fourDigits(serial)]).join('/');
}

const segments = (seal: Pick<Seal, 'keyedHash'>, page: PageName): string =>
  `${bodyOf(page)}/${mac(seal, bodyOf(page))}`;

const mac = (seal: Pick<Seal, 'keyedHash'>, body: string): string =>
  base32(seal.keyedHash('filing-code', body), MAC_LENGTH);
