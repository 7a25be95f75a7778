// What one project costs on AWS: the calls of the project that was counted on the real system, at list prices.
import { readPriceList } from '../../local/cost/price-list.ts';
import { callsOf, priceCalls, totalOf } from '../../local/cost/price-work.ts';
import { readCountedProject } from '../../local/simulate/counted-project.ts';
import { atMost, figure, type Measured } from './figure.ts';

const PRICES = new URL('../../infra/prices/us-east-1-2026-11.json', import.meta.url);
const PROMISED = 0.05;

export async function measureCost(): Promise<Measured> {
  const { work, paper } = readCountedProject();
  const prices = readPriceList(PRICES);
  const cost = totalOf(priceCalls(callsOf(work, paper), prices)).toNumber();
  const of = `${work.entries} entries, ${paper.scannedPages} scanned pages`;
  return {
    figures: [
      { ...atMost(`calls of one project (${of})`, cost, 'US$', PROMISED), value: Number(cost.toFixed(4)) },
      figure('state transitions of it', work.transitions, 'transitions'),
      figure('rows of read models written for it', work.rows, 'rows'),
    ],
    notes: [],
  };
}
