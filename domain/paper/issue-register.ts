// The register of issued papers: which numbers are taken, which paper replaced which, which is to be voided or void, and
// what the public may know of each.

import * as z from 'zod';
import { sha256Schema } from '../api.ts';
import { type PlainDate, yearOf } from '../calendar/plain-date.ts';
import { Fault } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { EMPTY_HEAD, type Entry, type Head, type LedgerRef } from '../ledger.ts';
import { type Actor, ROLES } from '../parties.ts';
import type { ViewRow, ViewWrite } from '../ports.ts';
import { DOCUMENT_CODES } from './catalogue.ts';
import { date } from './contents/fields.ts';
import type { PageName } from './filing-code.ts';

/** One paper, or all pages of one that is printed for many households. */
const paper = {
  projectNo: z.string(),
  kind: z.enum(DOCUMENT_CODES),
  version: z.int().positive(),
  /** 2 and more: what was voided is issued again under the same version; absent for the first printing. */
  printing: z.int().min(2).optional(),
  /** First and last serial of the pages; absent on papers without serials. */
  serials: z.strictObject({ from: z.int().positive(), to: z.int().positive() }).optional(),
};

/** The paper that an entry of a register speaks of, whatever else it says. */
export const paperName = z.object(paper);

export const issuedPayload = z.strictObject({
  ...paper,
  title: z.string(),
  issuer: z.string(),
  issuedOn: date,
  /** 文号, and its serial in the series of this register. */
  number: z.string().optional(),
  serial: z.int().positive().optional(),
  sha256: sha256Schema,
  pages: z.int().positive(),
  /** Where the cells to sign lie, for the reader of scans. */
  geometry: sha256Schema.optional(),
  /** What it says, field by field; papers issued before it was kept have none. */
  contents: sha256Schema.optional(),
  /** Last day of a public notice, until 24:00. */
  publicityEndsOn: date.optional(),
});

const office = z.object({ role: z.enum(ROLES as [Actor['role'], ...Actor['role'][]]), unit: z.string() });

/** The first of two persons says why; `namedBy`: entries of the project that rest on the paper. */
export const voidingProposedPayload = z.strictObject({
  ...paper,
  proposedOn: date,
  reason: z.string(),
  namedBy: z.array(z.int().positive()),
  /** Of which one person confirms, the office that issued it first; proposals made before these were told have none. */
  desks: z.array(office).optional(),
});
/** `proposal`: its seq in this register. Papers voided before two persons were asked for have none. */
export const voidedPayload = z.strictObject({ ...paper, voidedOn: date, proposal: z.int().positive().optional() });
export const voidingDeclinedPayload = z.strictObject({ ...paper, proposal: z.int().positive() });

export type Issued = z.output<typeof issuedPayload>;
export type PaperName = Pick<Issued, 'projectNo' | 'kind' | 'version' | 'printing' | 'serials'>;

const voiding = z.object({
  /** Of the proposal in its register. */
  seq: z.int().positive(),
  /** Id of who proposed it: somebody else confirms. */
  by: z.string(),
  on: date,
  reason: z.string(),
  namedBy: z.array(z.int()),
});
export type Voiding = z.output<typeof voiding>;

export interface RegisteredPaper {
  readonly paper: Issued;
  /** The office that issued it, which may also void it. */
  readonly issuedBy?: Pick<Actor, 'role' | 'unit'>;
  /** Proposed and not declined; stays when the paper is void. */
  readonly voiding?: Voiding;
  /** Keyed hash of the request that issued it. */
  readonly request?: string;
  readonly voidedOn?: PlainDate;
}

export interface IssueRegister {
  readonly head: Head;
  readonly issued: readonly RegisteredPaper[];
}

/** Numbers run through one year of one series; papers without number are kept by project. */
export const registerOfSeries = (abbreviation: string, on: PlainDate): string =>
  registerOfYear(abbreviation, yearOf(on));
export const registerOfYear = (abbreviation: string, year: number): string => `${abbreviation}-${year}`;

export const registerLedger = (id: string): LedgerRef => ({ kind: 'PAPERS', id });

export function foldIssueRegister(entries: readonly Entry[]): IssueRegister {
  const issued: RegisteredPaper[] = [];
  let head = EMPTY_HEAD;
  const change = (named: PaperName, changed: (known: RegisteredPaper) => RegisteredPaper) => {
    const place = issued.findIndex(({ paper }) => isSamePaper(paper, named));
    const known = issued[place];
    if (known !== undefined) issued[place] = changed(known);
  };
  for (const { act, seq, hash, payload, request, actor } of entries) {
    head = { seq, hash };
    switch (act) {
      case 'issue-paper': {
        const { role, unit } = actor;
        const issuedBy = { role, unit };
        issued.push({ paper: issuedPayload.parse(payload), issuedBy, ...(request !== undefined && { request }) });
        break;
      }
      case 'propose-voiding': {
        const { proposedOn, reason, namedBy, ...named } = voidingProposedPayload.parse(payload);
        const proposed = { seq, by: actor.id, on: proposedOn, reason, namedBy };
        change(named, (known) => ({ ...known, voiding: proposed }));
        break;
      }
      case 'decline-voiding':
        change(voidingDeclinedPayload.parse(payload), ({ voiding: _, ...known }) => known);
        break;
      case 'void-paper': {
        const { voidedOn, ...named } = voidedPayload.parse(payload);
        change(named, (known) => ({ ...known, voidedOn }));
        break;
      }
      default:
        throw new Fault('CORRUPT', `entry ${seq} is not an entry of a register of papers`);
    }
  }
  return { head, issued };
}

/** A void paper keeps its number: a gap would be asked after, a number given twice would be worse. */
export const nextSerial = ({ issued }: IssueRegister): number =>
  Math.max(0, ...issued.map(({ paper }) => paper.serial ?? 0)) + 1;

/** Also of another printing: under one version one of them holds at most. */
export const isSameVersion = (a: PaperName, b: PaperName): boolean =>
  a.projectNo === b.projectNo &&
  a.kind === b.kind &&
  a.version === b.version &&
  a.serials?.from === b.serials?.from &&
  a.serials?.to === b.serials?.to;

/**
 * Of a version that is issued again because what was issued of it is void: no page of it has had the same code. Undefined if
 * nothing of it is void.
 */
export function nextPrinting({ issued }: IssueRegister, named: PaperName): number | undefined {
  const touching = issued.filter(
    ({ paper: { projectNo, kind, version, serials } }) =>
      projectNo === named.projectNo &&
      kind === named.kind &&
      version === named.version &&
      serialsTouch(serials, named.serials),
  );
  if (touching.every(({ voidedOn }) => voidedOn === undefined)) return undefined;
  return Math.max(...touching.map(({ paper }) => paper.printing ?? 1)) + 1;
}

const serialsTouch = (a: PaperName['serials'], b: PaperName['serials']): boolean =>
  a === undefined || b === undefined ? a === b : a.from <= b.to && b.from <= a.to;

export const isSamePaper = (a: PaperName, b: PaperName): boolean => isSameVersion(a, b) && a.printing === b.printing;

export const ISSUED_PAPERS = 'issued-papers';

/** What the last of these entries changes in the read model: the row of the paper that it speaks of. */
export function projectRegister(ref: LedgerRef, entries: readonly Entry[]): ViewWrite[] {
  const last = entries.at(-1);
  if (last === undefined) return [];
  const named = paperName.parse(last.payload);
  const { issued } = foldIssueRegister(entries);
  return issued
    .filter(({ paper }) => isSamePaper(paper, named))
    .map((registered) => issuedRow(ref, last.seq, registered));
}

/** The row of the read model that a code is looked up in. */
export function issuedRow(ref: LedgerRef, seq: number, registered: RegisteredPaper): ViewWrite {
  const { request: _, paper, ...standing } = registered;
  const first = String(paper.serials?.from ?? 0).padStart(4, '0');
  const again = paper.printing === undefined ? '' : `-${String(paper.printing).padStart(2, '0')}`;
  return {
    view: ISSUED_PAPERS,
    partition: paper.projectNo,
    sort: `${paper.kind}/${first}/${String(paper.version).padStart(3, '0')}${again}`,
    value: { ...paper, register: ref.id, ...standing } as JsonObject,
    watermark: { ledger: `${ref.kind}/${ref.id}`, seq },
  };
}

const issuedValue = z.strictObject({
  ...issuedPayload.shape,
  register: z.string(),
  issuedBy: office.optional(),
  voiding: voiding.optional(),
  voidedOn: date.optional(),
});
export type IssuedPaper = z.output<typeof issuedValue>;

export const issuedOfRow = (row: ViewRow): IssuedPaper => issuedValue.parse(row.value);

const covers = ({ serials }: IssuedPaper, serial: number | undefined): boolean =>
  serials === undefined ? serial === undefined : serial !== undefined && serials.from <= serial && serial <= serials.to;

export type Standing =
  | { readonly status: 'VALID'; readonly paper: IssuedPaper }
  /** `current`: the version in force, if there is one. */
  | { readonly status: 'VOID'; readonly paper: IssuedPaper; readonly on: PlainDate; readonly current?: IssuedPaper }
  | { readonly status: 'NEVER_ISSUED' };

/** What a page with a genuine code is worth, among all issued papers of its kind in its project. */
export function standingOf(page: PageName, issued: readonly IssuedPaper[]): Standing {
  const versions = issued.filter((paper) => paper.kind === page.kind && covers(paper, page.serial));
  const paper = versions.find(
    ({ version, printing, pages }) => version === page.version && printing === page.printing && page.page <= pages,
  );
  if (paper === undefined) return { status: 'NEVER_ISSUED' };
  // Of two printings of one version only one is not void.
  const newest = versions
    .filter(({ voidedOn }) => voidedOn === undefined)
    .reduce<IssuedPaper | undefined>((best, next) => (best && best.version > next.version ? best : next), undefined);
  const current = newest === undefined ? {} : { current: newest };
  if (paper.voidedOn !== undefined) return { status: 'VOID', paper, on: paper.voidedOn, ...current };
  if (newest !== undefined && newest.version > paper.version) {
    return { status: 'VOID', paper, on: newest.issuedOn, current: newest };
  }
  return { status: 'VALID', paper };
}
