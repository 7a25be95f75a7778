// What a project costs on AWS by what a rehearsal has metered: counts as they were counted, times of functions from the
// processor time that they took and from the answers that they waited for.
import { Decimal } from 'decimal.js';
import type { Metered, MeteredKind } from './metered-work.ts';
import type { CallKind } from './price-list.ts';
import { LOGGED_BYTES, LOOKS_PER_ACT } from './price-work.ts';

/** Megabytes of the functions, in step with the stacks; a test holds them to it. */
const MEMORY: Readonly<Record<string, number>> = {
  paperOutRoutes: 2_048,
  fileStacks: 3_008,
  projectEntries: 1_024,
  receiveUpload: 1_024,
  officePage: 512,
};
const MEMORY_OF_ROUTES = 1_024;
const MEMORY_OF_STEPS = 512;
export const memoryOf = (name: string): number => MEMORY[name] ?? (isRoute(name) ? MEMORY_OF_ROUTES : MEMORY_OF_STEPS);

/** Lambda gives a whole processor at this much memory, and less in proportion. */
const MEGABYTES_OF_PROCESSOR = 1_769;
/** Rounds run whether a project is there or not: they belong to the month. */
export const ROUNDS: readonly string[] = [
  'reconcileProjects',
  'settleOrphanReservations',
  'forgetKeptAnswers',
  'eraseExpiredPapers',
  'sendDailyDigests',
];
/** It works in processes of its own, which no rehearsal meters: milliseconds of a page by `npm run bench:paper`. */
const FILING = { name: 'fileStacks', millisecondsPerPage: 206 } as const;
/** Milliseconds until a service answers, as its users publish them: the one thing that no rehearsal can meter. */
const ANSWERS = {
  tableRequests: 5,
  objectReads: 30,
  objectWrites: 40,
  queueRequests: 10,
  workflowRequests: 25,
} as const satisfies Partial<Record<MeteredKind, number>>;
/** A cold start takes the import (infra/measure-bundles.ts) once in so many calls. */
const COLD = { milliseconds: 400, everyCalls: 20 } as const;
/** Lambda's own lines beside ours: START, END, REPORT. */
const LINES_OF_LAMBDA = 420;
/** A look at a page is asked of this function, mostly. */
const LOOKED_AT = 'portalRoutes';
/** The buckets have keys of their own, which ask the key service once in a hundred calls, by AWS; here once in ten. */
const CALLS_PER_KEY_REQUEST = 10;

export interface Assumptions {
  readonly looksPerAct: number;
  /** Times of all functions are multiplied by it. */
  readonly slower: number;
}

export const ASSUMED: Assumptions = { looksPerAct: LOOKS_PER_ACT, slower: 1 };

type Calls = Metered['functions'][string];

/** Of one call, as it would be billed: what it works, what it waits for, and its part of the cold starts. */
export function billedMilliseconds(name: string, called: Calls, scannedPages = 0): number {
  const { calls, processorMilliseconds } = called;
  const share = Math.min(1, memoryOf(name) / MEGABYTES_OF_PROCESSOR);
  const filing = name === FILING.name ? scannedPages * FILING.millisecondsPerPage : 0;
  const working = processorMilliseconds / share + filing;
  const waiting = Object.entries(ANSWERS).reduce(
    // The keys of a record that has no others.
    (sum, [kind, milliseconds]) => sum + called[kind as MeteredKind] * milliseconds,
    0,
  );
  return (working + waiting) / calls + COLD.milliseconds / COLD.everyCalls;
}

/** `scannedPages`: of the project, as its papers were counted. */
export function callsMetered(
  metered: Metered,
  scannedPages: number,
  { looksPerAct, slower }: Assumptions = ASSUMED,
): Readonly<Record<CallKind, Decimal>> {
  const own = Object.entries(metered.functions).filter(([name]) => !ROUNDS.includes(name));
  const look = metered.functions[LOOKED_AT];
  if (look === undefined) throw new Error(`nobody has asked ${LOOKED_AT}`);
  // The story makes requests of its own; people look more often.
  const made = own.reduce((sum, [name, { calls }]) => sum + (isRoute(name) ? calls : 0), 0);
  const looks = Math.max(0, metered.entries * (1 + looksPerAct) - made);
  const sum = (of: (called: Calls, name: string) => number) =>
    own.reduce((total, [name, called]) => total + of(called, name), 0) + (looks * of(look, LOOKED_AT)) / look.calls;

  const functionCalls = sum(({ calls }) => calls);
  const objects = sum(({ objectReads, objectWrites }) => objectReads + objectWrites);
  const calls: Record<CallKind, number> = {
    stateTransition: metered.transitions,
    functionCall: functionCalls,
    functionGigabyteSecond:
      (slower *
        sum(
          (called, name) => (called.calls * billedMilliseconds(name, called, scannedPages) * memoryOf(name)) / 1024,
        )) /
      1000,
    tableWriteUnit: sum(({ tableWriteUnits }) => tableWriteUnits),
    tableReadUnit: sum(({ tableReadUnits }) => tableReadUnits),
    gatewayRequest: made + looks,
    objectWrite: sum(({ objectWrites }) => objectWrites),
    objectRead: sum(({ objectReads }) => objectReads),
    queueRequest: metered.queueRequests,
    logGigabyte:
      (sum(({ logBytes }) => logBytes) +
        functionCalls * LINES_OF_LAMBDA +
        metered.transitions * LOGGED_BYTES.transition) /
      1e9,
    keyRequest: Math.ceil(objects / CALLS_PER_KEY_REQUEST),
  };
  // Object.entries forgets the keys of a record that has no others.
  return Object.fromEntries(Object.entries(calls).map(([kind, count]) => [kind, new Decimal(count)])) as Record<
    CallKind,
    Decimal
  >;
}

function isRoute(name: string): boolean {
  return /Routes$|Pages?$|^performAct$/.test(name);
}
