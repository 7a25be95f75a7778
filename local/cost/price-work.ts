// What the work of a project costs on AWS: every call that it takes, by the code of the adapters, times its price.
import { Decimal } from 'decimal.js';
import type { Work } from './count-work.ts';
import type { CallKind, MonthlyKind, PriceList } from './price-list.ts';

export interface Line<Kind> {
  readonly kind: Kind;
  readonly count: Decimal;
  readonly cost: Decimal;
}

/** Papers of a project: how many are stored, how large they are together, and how many pages of them came as scans. */
export interface PaperWork {
  readonly papers: number;
  readonly bytes: number;
  readonly issued: number;
  readonly scannedPages: number;
}

/** Looking is most of the work: pages, lists and tasks that officers and residents open for each act that is done. */
export const LOOKS_PER_ACT = 40;
/** Of functions, in milliseconds, cold starts spread over all calls; and their memory in gigabytes. */
const DURATION = { step: 150, route: 200, projector: 200, typesetting: 1_500, scannedPage: 900 } as const;
const MEMORY = { step: 0.5, route: 1, projector: 1, typesetting: 2, scannedPage: 3 } as const;
/** What a call of a function, and a transition of a machine without its data, leave in the log. */
export const LOGGED_BYTES = { call: 700, transition: 600 } as const;
/** An answer that is kept for a repeated request, with its row and its count. */
const KIBIBYTES_OF_ANSWER = 4;
const READINGS_PER_PAPER = 3;

export function callsOf(work: Work, { papers, issued, scannedPages }: PaperWork): Readonly<Record<CallKind, Decimal>> {
  const acts = work.entries;
  const requests = acts * (1 + LOOKS_PER_ACT);
  // Entries and waits each come out of the stream once; a message rings, is taken and is settled.
  const projections = acts + work.waits;
  const gigabyteSeconds =
    (work.steps * DURATION.step * MEMORY.step +
      requests * DURATION.route * MEMORY.route +
      (projections + work.messages) * DURATION.projector * MEMORY.projector +
      issued * DURATION.typesetting * MEMORY.typesetting +
      scannedPages * DURATION.scannedPage * MEMORY.scannedPage) /
    1000;
  const functionCalls = work.steps + requests + projections + work.messages + issued + scannedPages;
  // Of 4 KiB each: the snapshot, and four small items around it (answers, counts, calendar, directory).
  const readingOfProject = Math.ceil(work.snapshotBytes / 4096) + 4;
  // A row and its count are written in one transaction, which counts twice; the index is written beside the item.
  const writes =
    work.entryKibibytes +
    2 * (work.rowKibibytes + work.rows) +
    2 * (KIBIBYTES_OF_ANSWER + 1) * acts +
    4 * work.waits +
    6 * work.messages +
    4 * papers +
    // A page is written when it is named, when it is checked and when it is settled, with its places in three lists.
    12 * scannedPages;
  const calls: Record<CallKind, number> = {
    stateTransition: work.transitions,
    functionCall: functionCalls,
    functionGigabyteSecond: gigabyteSeconds,
    tableWriteUnit: writes,
    tableReadUnit: (requests + projections) * readingOfProject + 8 * work.messages,
    gatewayRequest: requests,
    // Into the intake and into the evidence, or into the evidence and locked; pictures of pages only once.
    objectWrite: 2 * papers + scannedPages,
    objectRead: READINGS_PER_PAPER * papers,
    queueRequest: 4 * work.messages,
    logGigabyte: (functionCalls * LOGGED_BYTES.call + work.transitions * LOGGED_BYTES.transition) / 1e9,
    // The buckets have keys of their own, which ask the key service seldom: one call in a hundred, by AWS; here one in ten.
    keyRequest: Math.ceil(((2 + READINGS_PER_PAPER) * papers) / 10),
  };
  // Object.entries forgets the keys of a record that has no others.
  return Object.fromEntries(Object.entries(calls).map(([kind, count]) => [kind, new Decimal(count)])) as Record<
    CallKind,
    Decimal
  >;
}

export const priceCalls = (
  calls: Readonly<Record<CallKind, Decimal>>,
  { calls: prices }: PriceList,
): Line<CallKind>[] => linesOf(calls, prices);

/** What an installation costs in a month though nobody does anything, with so many projects kept. */
export function priceMonth(
  projects: number,
  paper: PaperWork,
  tableBytes: number,
  { monthly }: PriceList,
): Line<MonthlyKind>[] {
  const gigabytes = (bytes: number) => new Decimal(bytes).times(projects).div(1e9);
  return linesOf(
    {
      objectGigabyte: gigabytes(paper.bytes),
      tableGigabyte: gigabytes(tableBytes),
      encryptionKey: new Decimal(2),
      alarm: new Decimal(ALARMS),
      dashboard: new Decimal(1),
      metric: new Decimal(METRICS),
      webFirewall: new Decimal(1),
    },
    monthly,
  );
}

/** Of the operations stack. */
const ALARMS = 13;
/** Counted by the rounds: stuck, repairs, messages, orphans. One of a nightly round is paid for an hour a day. */
const METRICS = 6;

export const totalOf = (lines: readonly Line<string>[]): Decimal =>
  lines.reduce((total, { cost }) => total.plus(cost), new Decimal(0));

function linesOf<Kind extends string>(
  counts: Readonly<Record<Kind, Decimal>>,
  prices: Readonly<Record<Kind, Decimal>>,
): Line<Kind>[] {
  return Object.keys(counts).map((key) => {
    // The keys of a record that has no others.
    const kind = key as Kind;
    return { kind, count: counts[kind], cost: counts[kind].times(prices[kind]) };
  });
}
