// What a project costs on AWS: counts by hand, prices of a round list, and the list that comes with the project.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Work } from '../../../local/cost/count-work.ts';
import { readPriceList } from '../../../local/cost/price-list.ts';
import { callsOf, type PaperWork, priceCalls, priceMonth, totalOf } from '../../../local/cost/price-work.ts';

const prices = readPriceList();

/** One act, one wait, one message, on a project that is still small. */
const work: Work = {
  entries: 1,
  entryKibibytes: 2,
  rows: 3,
  rowKibibytes: 3,
  messages: 1,
  transitions: 4,
  steps: 2,
  waits: 1,
  snapshotBytes: 4_000,
};
const paper: PaperWork = { papers: 1, bytes: 1_000_000, issued: 1, scannedPages: 2 };

describe('the calls of a project', () => {
  const calls = callsOf(work, paper);

  it('are those that the adapters make', () => {
    // One act and forty looks; two steps; an entry and a wait out of the stream; a message; a paper set; two pages read.
    expect(calls.functionCall.toString()).toBe(String(41 + 2 + 2 + 1 + 1 + 2));
    // Entry 2, rows with their counts in transactions 12, an answer kept 10, a wait 4, a message 6, a paper 4, pages 24.
    expect(calls.tableWriteUnit.toString()).toBe('62');
    // The snapshot and four small items for 41 requests and 2 projections; eight for the message.
    expect(calls.tableReadUnit.toString()).toBe(String(43 * 5 + 8));
    expect(calls.objectWrite.toString()).toBe('4');
    expect(calls.stateTransition.toString()).toBe('4');
  });

  it('are priced one by one and add up exactly', () => {
    const lines = priceCalls(calls, prices);
    expect(lines.find(({ kind }) => kind === 'stateTransition')?.cost.toString()).toBe('0.0001');
    const sum = lines.reduce((total, { cost }) => total + Number(cost), 0);
    expect(totalOf(lines).toNumber()).toBeCloseTo(sum, 12);
  });
});

describe('a month', () => {
  it('pays for what is kept by its size', () => {
    const stored = priceMonth(1_000, paper, 1_000_000, prices).find(({ kind }) => kind === 'objectGigabyte');
    expect(stored?.count.toString()).toBe('1');
  });
});

describe('a price list', () => {
  it('says when it was read, and from where each price', () => {
    expect(prices.readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('is refused with a price that has no source or is no exact number', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
    const file = join(folder, 'prices.json');
    writeFileSync(file, JSON.stringify({ ...prices, calls: { stateTransition: { price: 0.000025 } } }));
    expect(() => readPriceList(file)).toThrow(/stateTransition/);
    rmSync(folder, { recursive: true });
  });
});
