// From a programme by days to what a system feels in its busiest second, at a place of its read models, and on the bill.
import { Decimal } from 'decimal.js';
import type { PriceList } from '../cost/price-list.ts';
import { callsOf, priceCalls, priceMonth, totalOf } from '../cost/price-work.ts';
import { ASSUMED } from './assumptions.ts';
import type { CountedProject } from './counted-project.ts';
import type { Programme } from './programme.ts';
import type { QuotaName } from './quotas.ts';

const SECONDS_OF_HOUR = 3_600;
const MONTHS = 12 * ASSUMED.years;
/** A read model is written with its counter in one transaction, which counts twice. */
const UNITS_OF_SHARED_ROW = 2;
/** Milliseconds of a request, and of a transaction: what keeps a function busy, and a counter held. */
const REQUEST = 200;
const TRANSACTION = 20;
/** Milliseconds in which a message is in hand: taken, sent, settled. */
const SENDING = 2_000;

export interface Load {
  readonly actsOfBusiestDay: number;
  readonly openProjects: number;
  readonly perSecond: {
    readonly acts: number;
    readonly requests: number;
    readonly reads: number;
    readonly writes: number;
    readonly transitions: number;
    readonly hottestPartition: number;
  };
  readonly quotas: Readonly<Record<QuotaName, number>>;
  readonly cost: {
    readonly project: number;
    readonly calls: number;
    readonly fixed: number;
    readonly storedGigabytes: number;
  };
}

/** A look of a resident: one request, one function, one read. */
function priceOfLooks({ looks }: Programme, { calls }: PriceList): Decimal {
  const look = calls.gatewayRequest
    .plus(calls.functionCall)
    .plus(calls.functionGigabyteSecond.times(REQUEST).div(1000))
    .plus(calls.tableReadUnit);
  return look.times(Math.round(looks.reduce((sum, ofDay) => sum + ofDay, 0)));
}

export function loadOf(programme: Programme, counted: CountedProject, prices: PriceList, installations: number): Load {
  const { work, paper, executions } = counted;
  const calls = callsOf(work, paper);
  const perAct = (count: Decimal | number) => new Decimal(count).div(work.entries).toNumber();
  const actsOfBusiestDay = Math.max(...programme.acts);
  const openProjects = Math.max(...programme.open);
  const busiest = (ofDay: number) => (ofDay * ASSUMED.busiestHour * ASSUMED.busiestSecond) / SECONDS_OF_HOUR;
  const acts = busiest(actsOfBusiestDay);
  const looks = busiest(Math.max(...programme.looks));
  const requests = acts * perAct(calls.gatewayRequest) + looks;
  const reads = acts * perAct(calls.tableReadUnit) + looks;
  const writes = acts * perAct(calls.tableWriteUnit);
  const transitions = acts * perAct(work.transitions);
  const papers = acts * perAct(calls.objectWrite);
  const messages = acts * perAct(work.messages);
  const hottestRows = Math.max(...Object.values(counted.sharedPartitions));
  const hottestPartition = (acts * perAct(hottestRows) * UNITS_OF_SHARED_ROW) / installations;
  const project = totalOf(priceCalls(calls, prices));
  const tableBytes = (work.entryKibibytes + work.rowKibibytes) * 1024;
  const half = Math.ceil(programme.neighbourhoods / 2 / installations);
  const fixed = totalOf(priceMonth(half, paper, tableBytes, prices))
    .times(MONTHS)
    .times(installations);
  return {
    actsOfBusiestDay,
    openProjects,
    perSecond: { acts, requests, reads, writes, transitions, hottestPartition },
    quotas: {
      openExecutions: Math.ceil(openProjects * executions.most),
      transitions,
      starts: acts * perAct(executions.started),
      answers: acts * perAct(work.waits),
      history: executions.longestHistory,
      duration: executions.longestDays,
      partitionWrites: hottestPartition,
      counter: (acts * TRANSACTION) / 10 / installations,
      partitionReads: (reads * hottestRows) / work.rows / installations,
      newTableWrites: writes / installations,
      tableWrites: writes / installations,
      newTableReads: reads / installations,
      tableReads: reads / installations,
      functions: (requests * REQUEST) / 1000,
      requests,
      prefixWrites: papers / installations,
      keyUses: acts * perAct(calls.keyRequest),
      // A paper that arrives is an event; what runs by the clock is nothing beside it.
      events: papers,
      messages: (messages * SENDING) / 1000 / installations,
      mails: messages,
    },
    cost: {
      project: project.toNumber(),
      calls: project.times(programme.neighbourhoods).plus(priceOfLooks(programme, prices)).toNumber(),
      fixed: fixed.toNumber(),
      storedGigabytes: ((paper.bytes + tableBytes) * programme.neighbourhoods) / 1e9,
    },
  };
}
