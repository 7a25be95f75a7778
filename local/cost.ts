// `npm run cost`: what each project of a data folder would have cost on AWS, and an installation in a month.
import { parseArgs } from 'node:util';
import { Decimal } from 'decimal.js';
import { paperWorkOf } from './cost/count-papers.ts';
import { countWork, type Work } from './cost/count-work.ts';
import { readPriceList } from './cost/price-list.ts';
import { callsOf, type Line, type PaperWork, priceCalls, priceMonth, totalOf } from './cost/price-work.ts';
import { openStoredExecutions } from './open-stored.ts';

/** What a project may cost, fixed cost apart. */
const PROMISED = new Decimal('0.05');

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'out/demo/data' },
    prices: { type: 'string' },
    projects: { type: 'string', default: '20' },
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
console.log(
  `\n每项目 a project ≤ ${PROMISED.toFixed(2)}: ${dearest.cost.lte(PROMISED) ? '是 yes' : '否 NO'} (${dearest.cost.toFixed(4)})`,
);
process.exitCode = dearest.cost.lte(PROMISED) ? 0 : 1;
