// What the steps need from the world: seven ports and a seal, each with an AWS and a one-machine adapter.
import type { Instant } from './calendar/plain-date.ts';
import type { HeldPost } from './directory/post.ts';
import type { JsonObject } from './json.ts';
import type { Entry, LedgerRef } from './ledger.ts';
import type { Role } from './parties.ts';

/** Entries in order, appended at an expected place by one conditional write. */
export interface Ledger {
  /**
   * Appends the sealed entry if its seq is the next one. `STALE`: somebody else holds that seq. The consequences are
   * committed with the entry (one machine), or derived from it again by the stream's consumer (AWS).
   */
  append(ref: LedgerRef, entry: Entry, consequences: Consequences): Promise<'APPENDED' | 'STALE'>;
  /** Entries with seq > `after`, in order. */
  read(ref: LedgerRef, after?: number): Promise<readonly Entry[]>;
  /** Ids of all ledgers of a kind, in order of id, after `cursor`. */
  list(kind: LedgerRef['kind'], page?: { cursor?: string; limit?: number }): Promise<readonly string[]>;
}

/** All that follows from an entry: computed purely, so that it can be committed with it or computed again. */
export interface Consequences {
  readonly views: readonly ViewWrite[];
  readonly messages: readonly Message[];
  readonly signals: readonly Signal[];
}

export const NO_CONSEQUENCES: Consequences = { views: [], messages: [], signals: [] };

/** Which entry a projection was computed from: later writes win, repeated ones change nothing. */
export interface Watermark {
  readonly ledger: string;
  readonly seq: number;
}

/** One row of a read model; `value: null` takes it away. */
export interface ViewWrite {
  readonly view: string;
  readonly partition: string;
  readonly sort: string;
  readonly value: JsonObject | null;
  readonly watermark: Watermark;
  /** It was the same before this entry: where it stands so, it stays with its older watermark and costs no write. */
  readonly isUnchanged?: true;
}

export interface ViewRow {
  readonly partition: string;
  readonly sort: string;
  readonly value: JsonObject;
  readonly watermark: Watermark;
}

export interface ViewPage {
  readonly rows: readonly ViewRow[];
  /** Opaque; absent on the last page. */
  readonly cursor?: string;
}

/** Read models: rows by (view, partition, sort), written by projection only. */
export interface Views {
  get(view: string, partition: string, sort: string): Promise<ViewRow | undefined>;
  query(
    view: string,
    partition: string,
    page?: { prefix?: string; cursor?: string; limit?: number; newestFirst?: boolean },
  ): Promise<ViewPage>;
  count(view: string, partition: string): Promise<number>;
  /** Idempotent: a row written by a later or the same entry of the same ledger stays as it is. */
  write(writes: readonly ViewWrite[]): Promise<void>;
}

/** Why a paper is kept; decides retention and who may see it. */
export type PaperClass = 'UPLOAD' | 'FILED' | 'ISSUED' | 'VAULT';

export interface PaperMeta {
  /** SHA-256 of the original bytes, hexadecimal: the only name a paper has. */
  readonly sha256: string;
  readonly bytes: number;
  /** By magic bytes, never by name or claim. */
  readonly mediaType: string;
  readonly paperClass: PaperClass;
  readonly storedAt: Instant;
}

export interface UploadTicket {
  readonly uploadId: string;
  readonly url: string;
  /** Form fields to send before the file part, as an S3 presigned POST wants them. */
  readonly fields: Readonly<Record<string, string>>;
  readonly maximumBytes: number;
  readonly expiresAt: Instant;
}

export interface TicketRequest {
  readonly uploadId: string;
  readonly maximumBytes: number;
  readonly expiresAt: Instant;
  /** Where the sender says beforehand what comes: then the ticket takes nothing else. */
  readonly announced?: { readonly bytes: number; readonly sha256: string };
  /** Of the type that the name of the file claims. */
  readonly mediaType?: string;
}

/** Original bytes, kept untouched under their SHA-256. */
export interface Papers {
  ticket(request: TicketRequest): Promise<UploadTicket>;
  put(bytes: Uint8Array, meta: Omit<PaperMeta, 'sha256' | 'bytes'>): Promise<PaperMeta>;
  get(sha256: string): Promise<Uint8Array | undefined>;
  /**
   * The same for what is too large to hold: piece by piece, each good until the next is asked for. What is not as it was put
   * is a fault behind the last piece: nothing is to be believed before.
   */
  stream(sha256: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  describe(sha256: string): Promise<PaperMeta | undefined>;
  /** Takes the bytes away, keeps the description: for data whose time is over. */
  erase(sha256: string): Promise<void>;
}

/** What the ledger tells the workflow. */
export type Signal =
  | { readonly kind: 'START'; readonly projectId: string; readonly step: number; readonly generation: number }
  /** Ends every open wait of the project that has an outcome here. */
  | { readonly kind: 'RESOLVE'; readonly projectId: string; readonly outcomes: Readonly<Record<string, string>> };

/** An open wait for a human act. The token behind it never leaves the adapter. */
export interface Wait {
  readonly projectId: string;
  readonly wait: string;
  readonly execution: string;
  readonly openedAt: Instant;
}

export interface RunningExecution {
  readonly execution: string;
  readonly machine: string;
  readonly startedAt: Instant;
}

/** The engine of waiting. Repeated starts and resolutions are one. */
export interface Workflow {
  /** Keeps the token of a wait before anybody is told of it. */
  open(wait: Wait, taskToken: string): Promise<void>;
  signal(signals: readonly Signal[]): Promise<void>;
  /** Ends one execution and forgets its waits. */
  stop(execution: string, reason: string): Promise<void>;
  listWaiting(projectId?: string): Promise<readonly Wait[]>;
  /** Running executions of the renovation machine. */
  listRunning(projectId?: string): Promise<readonly RunningExecution[]>;
  /** The highest generation ever started for the project; 0 if none. */
  latestGeneration(projectId: string): Promise<number>;
}

/** Something that somebody must be told: a number and a link, no personal data, no token. */
export interface Message {
  readonly messageId: string;
  readonly to: { readonly role: Role; readonly unit: string };
  readonly template: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface OutboxItem extends Message {
  readonly enqueuedAt: Instant;
  readonly attempts: number;
}

/** Messages on their way: claimed by one sender at a time, settled or tried again. */
export interface Outbox {
  enqueue(messages: readonly Message[]): Promise<void>;
  claim(limit: number, until: Instant): Promise<readonly OutboxItem[]>;
  settle(messageId: string, result: 'DELIVERED' | 'FAILED', detail?: string): Promise<void>;
  retry(messageId: string, notBefore: Instant): Promise<void>;
  pending(): Promise<number>;
  /** When the one that has waited longest was put in; undefined when none waits. */
  oldest(): Promise<Instant | undefined>;
}

export interface Named {
  /** Subject of the token; says nothing about the person. */
  readonly id: string;
  /** Shown to colleagues only; never in ledgers or logs. */
  readonly name: string;
}

export interface Person extends Named {
  /** Those in force today; one at least. */
  readonly posts: readonly HeldPost[];
}

/** Somebody in one of their posts. */
export interface Holder extends Named, HeldPost {}

/** Who is who today: computed from the ledger of user grants. */
export interface Directory {
  find(id: string): Promise<Person | undefined>;
  holders(role: Role, unit?: string): Promise<readonly Holder[]>;
}

export interface Clock {
  now(): Instant;
}

/** The installation's keys: Ed25519 for bundles, a keyed hash for owners and codes. Private halves never leave it. */
export interface Seal {
  sign(bytes: Uint8Array): Promise<{ keyId: string; signature: string }>;
  publicKeys(): Promise<readonly { keyId: string; publicKey: JsonObject }[]>;
  /** HMAC-SHA-256 under the installation's secret, hexadecimal: the salted hash of owners, unit codes, requests. */
  keyedHash(purpose: string, text: string): string;
}

export interface Ports {
  readonly ledger: Ledger;
  readonly views: Views;
  readonly papers: Papers;
  readonly workflow: Workflow;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly seal: Seal;
  /** Random ids, passed in so that tests are repeatable. */
  readonly newId: () => string;
}
