// What a project costs by what a rehearsal has metered: times by hand, and the work that is stored.
import { describe, expect, it } from 'vitest';
import { KINDS, type Metered, readMetered } from '../../../local/cost/metered-work.ts';
import { readPriceList } from '../../../local/cost/price-list.ts';
import { ASSUMED, billedMilliseconds, callsMetered } from '../../../local/cost/price-metered.ts';
import { priceCalls, totalOf } from '../../../local/cost/price-work.ts';

const prices = readPriceList(new URL('../../../infra/prices/us-east-1-2026-11.json', import.meta.url));
const NOTHING = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<(typeof KINDS)[number], number>;
/** Cold starts of 400 ms, one in twenty calls. */
const COLD = 20;

describe('the time of a function', () => {
  it('is what it works, on its part of a processor, and what it waits for', () => {
    const called = { ...NOTHING, calls: 2, processorMilliseconds: 20, tableRequests: 4, queueRequests: 1 };
    // 512 of 1,769 megabytes; five milliseconds for each answer of the table, ten of the queue.
    expect(billedMilliseconds('tallyPlanBallot', called)).toBeCloseTo((20 * (1769 / 512) + 4 * 5 + 10) / 2 + COLD, 6);
  });

  it('counts the pages that are read in processes of their own', () => {
    const called = { ...NOTHING, calls: 1, processorMilliseconds: 0 };
    expect(billedMilliseconds('fileStacks', called, 10)).toBe(10 * 206 + COLD);
    expect(billedMilliseconds('projectEntries', called, 10)).toBe(COLD);
  });
});

describe('the calls of a metered project', () => {
  const work: Metered = {
    projectId: '330302-2026-0017',
    entries: 2,
    requests: 3,
    transitions: 5,
    ...NOTHING,
    queueRequests: 7,
    functions: {
      portalRoutes: { ...NOTHING, calls: 2, processorMilliseconds: 0, tableReadUnits: 6 },
      performAct: { ...NOTHING, calls: 1, processorMilliseconds: 0, tableWriteUnits: 9 },
      reconcileProjects: { ...NOTHING, calls: 50, processorMilliseconds: 0, tableReadUnits: 500 },
    },
  };

  it('are those that were counted, with the looks that the story did not take, without the rounds of the month', () => {
    const calls = callsMetered(work, 0, { ...ASSUMED, looksPerAct: 4 });
    // Two acts with four looks each are ten requests, of which the story made three.
    expect(calls.gatewayRequest.toNumber()).toBe(10);
    expect(calls.functionCall.toNumber()).toBe(10);
    expect(calls.tableReadUnit.toNumber()).toBe(6 + 7 * 3);
    expect(calls.tableWriteUnit.toNumber()).toBe(9);
    expect(calls.stateTransition.toNumber()).toBe(5);
    expect(calls.queueRequest.toNumber()).toBe(7);
  });

  it('take as long as is assumed', () => {
    const [once, twice] = [1, 2].map((slower) => callsMetered(work, 0, { ...ASSUMED, slower }).functionGigabyteSecond);
    expect(twice?.toNumber()).toBeCloseTo(2 * (once?.toNumber() ?? 0), 9);
  });
});

it('keeps the promise of US$0.05 with the work that is stored, and stays near it with functions twice as slow', () => {
  const stored = readMetered();
  const cost = (slower: number) =>
    totalOf(priceCalls(callsMetered(stored, 35, { ...ASSUMED, slower }), prices)).toNumber();
  expect(cost(1)).toBeLessThan(0.045);
  expect(cost(2)).toBeLessThan(0.055);
});
