// The append-only ledger: what an entry is, how it is sealed into the chain, and how a chain is checked.
import type { Instant } from './calendar/plain-date.ts';
import { hashOf, type JsonObject } from './json.ts';
import type { Actor } from './parties.ts';
import type { Finding } from './policy/finding.ts';

/** Kinds of ledgers, and the field by which an entry names the ledger that it belongs to. */
export const SUBJECT_FIELDS = {
  PROJECT: 'projectId',
  BUDGET: 'budgetYear',
  CALENDAR: 'calendarId',
  ROSTER: 'rosterId',
  GRANTS: 'districtId',
  PROGRAMME: 'programmeYear',
  PAPERS: 'registerId',
  PRIVACY: 'privacyId',
  DELEGATIONS: 'deskId',
  REPAIRS: 'repairYear',
  TELEPHONES: 'telephonesId',
} as const;

export type LedgerKind = keyof typeof SUBJECT_FIELDS;
// The keys of a record that has no others.
export const LEDGER_KINDS = Object.keys(SUBJECT_FIELDS) as readonly LedgerKind[];

/** Names one ledger: `{kind: 'PROJECT', id: '330302-2026-0017'}`. */
export interface LedgerRef {
  readonly kind: LedgerKind;
  readonly id: string;
}

/** What is written about one act. Holds no personal data: people stay in papers, referred to by id and salted hash. */
export interface EntryContent {
  readonly seq: number;
  readonly at: Instant;
  readonly act: string;
  readonly actor: Actor;
  readonly payload: JsonObject;
  readonly findings: readonly Finding[];
  /** Rule pack and its version, `lucheng-2020-21@1`. */
  readonly rulebook: string;
  /** Version of the working-day calendar. */
  readonly calendar: string;
  /** Hash of actor and Idempotency-Key: the same request arriving twice is known by it. */
  readonly request?: string;
  readonly prevHash: string;
}

export type Subject = { readonly [Kind in LedgerKind as (typeof SUBJECT_FIELDS)[Kind]]?: string };
export type Entry = Subject & EntryContent & { readonly hash: string };

/** The end of a chain: where the next entry goes. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const EMPTY_HEAD: Head = { seq: 0, hash: '0'.repeat(64) };

/** Puts a content at the end of a chain: numbers it, links it, hashes it. */
export function sealEntry(ref: LedgerRef, head: Head, content: Omit<EntryContent, 'seq' | 'prevHash'>): Entry {
  const unsealed = { [SUBJECT_FIELDS[ref.kind]]: ref.id, ...content, seq: head.seq + 1, prevHash: head.hash };
  return { ...unsealed, hash: hashOf(unsealed) };
}

export interface ChainBreak {
  readonly seq: number;
  readonly reason: 'WRONG_LEDGER' | 'WRONG_SEQ' | 'WRONG_LINK' | 'WRONG_HASH';
}

/** The first place where the entries are not one unbroken chain from the beginning, or undefined. */
export function findChainBreak(ref: LedgerRef, entries: readonly Entry[]): ChainBreak | undefined {
  let head = EMPTY_HEAD;
  for (const entry of entries) {
    const { hash, ...unsealed } = entry;
    const seq = head.seq + 1;
    if (entry[SUBJECT_FIELDS[ref.kind]] !== ref.id) return { seq, reason: 'WRONG_LEDGER' };
    if (entry.seq !== seq) return { seq, reason: 'WRONG_SEQ' };
    if (entry.prevHash !== head.hash) return { seq, reason: 'WRONG_LINK' };
    if (hashOf(unsealed) !== hash) return { seq, reason: 'WRONG_HASH' };
    head = { seq, hash };
  }
  return undefined;
}
