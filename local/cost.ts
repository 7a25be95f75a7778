// `npm run cost`: what each project of a data folder would have cost on AWS, and an installation in a month.
import { parseArgs } from 'node:util';
import { Decimal } from 'decimal.js';
import { paperWorkOf } from './cost/count-papers.ts';
import { countWork, type Work } from './cost/count-work.ts';
import { readMetered } from './cost/metered-work.ts';
import { readPriceList } from './cost/price-list.ts';
import { ASSUMED, type Assumptions, callsMetered } from './cost/price-metered.ts';
import { callsOf, type Line, type PaperWork, priceCalls, priceMonth, totalOf } from './cost/price-work.ts';
import { openStoredExecutions } from './open-stored.ts';

/** What a project may cost, fixed cost apart. */
const PROMISED = new Decimal('0.05');

/** What cannot be metered, tried both ways. */
const WHAT_IF: readonly (readonly [string, Partial<Assumptions>])[] = [
  ['函数耗时加倍 functions twice as slow', { slower: 2 }],
  ['函数耗时减半 twice as fast', { slower: 0.5 }],
  ['每件查看 20 次 20 looks for each act', { looksPerAct: 20 }],
  ['每件查看 80 次 80 looks', { looksPerAct: 80 }],
  ['两者加倍 80 looks, twice as slow', { looksPerAct: 80, slower: 2 }],
];

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'out/demo/data' },
    prices: { type: 'string' },
    projects: { type: 'string', default: '20' },
    metered: { type: 'string', default: 'out/demo-aws/work.json' },
  },
});
const prices = readPriceList(values.prices);
const stored = await openStoredExecutions(values.data);
if (stored === undefined) throw new Error(`${values.data}: nothing is kept here`);
const { ports, engine, database, close } = stored;
const projectIds = await ports.ledger.list('PROJECT');
const print = (title: string, lines: readonly Line<string>[]): void => {
  console.log(`\n${title}`);
  for (const { kind, count, cost } of lines) {
    console.log(
      `  ${kind.padEnd(24)}${count.toFixed(count.isInteger() ? 0 : 3).padStart(12)}${cost.toFixed(5).padStart(12)}`,
    );
  }
  console.log(`  ${'合计 total'.padEnd(22)}${''.padStart(12)}${totalOf(lines).toFixed(5).padStart(12)}`);
};

console.log(`${prices.currency}，${prices.region}，${prices.readOn}`);
const works = await Promise.all(projectIds.map((projectId) => countWork(ports, engine, projectId)));
const allEntries = works.reduce((sum, { entries }) => sum + entries, 0);
let dearest: { readonly cost: Decimal; readonly work: Work; readonly paper: PaperWork } | undefined;
for (const [place, work] of works.entries()) {
  const paper = paperWorkOf(database, work.entries / Math.max(1, allEntries));
  const lines = priceCalls(callsOf(work, paper), prices);
  print(`${projectIds[place]}: ${work.entries} 条记录 entries, ${work.transitions} 次状态转换 transitions`, lines);
  const cost = totalOf(lines);
  if (dearest === undefined || cost.gt(dearest.cost)) dearest = { cost, work, paper };
}
if (dearest === undefined) throw new Error('no project in this data folder');
const count = Number(values.projects);
const tableBytes = (dearest.work.entryKibibytes + dearest.work.rowKibibytes) * 1024;
print(`每月固定 a month, with ${count} 个项目 projects kept`, priceMonth(count, dearest.paper, tableBytes, prices));
close();

const metered = readMetered(values.metered);
const { scannedPages } = dearest.paper;
const of = (assumptions: Partial<Assumptions> = {}) =>
  totalOf(priceCalls(callsMetered(metered, scannedPages, { ...ASSUMED, ...assumptions }), prices));
const counts = `${metered.entries} 条记录 entries, ${metered.requests} 次请求 requests`;
print(
  `按演练计量 as metered, ${metered.projectId}: ${counts}`,
  priceCalls(callsMetered(metered, scannedPages), prices),
);
console.log('\n如果 what if');
for (const [what, assumptions] of WHAT_IF) {
  console.log(`  ${what.padEnd(36)}${of(assumptions).toFixed(5).padStart(12)}`);
}
const cost = of();
console.log(
  `\n每项目 a project ≤ ${PROMISED.toFixed(2)}: ${cost.lte(PROMISED) ? '是 yes' : '否 NO'} (${cost.toFixed(4)})`,
);
process.exitCode = cost.lte(PROMISED) ? 0 : 1;
