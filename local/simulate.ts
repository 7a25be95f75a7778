// `npm run simulate`: a district, a province and the country for five years on the virtual clock; writes docs/scale.md and
// out/scale.json. `-- --count FOLDER` first counts the project of a data folder anew, of the demo for example.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { paperWorkOf } from './cost/count-papers.ts';
import { readPriceList } from './cost/price-list.ts';
import { openStoredExecutions } from './open-stored.ts';
import { SCOPES } from './simulate/assumptions.ts';
import { countProject, readCountedProject, STORED_PROJECT } from './simulate/counted-project.ts';
import { loadOf } from './simulate/load.ts';
import { runProgramme } from './simulate/programme.ts';
import { type Simulated, scaleDocument } from './simulate/write-scale.ts';

const { values } = parseArgs({
  options: { count: { type: 'string' }, prices: { type: 'string' }, to: { type: 'string' } },
});

if (values.count) writeFileSync(STORED_PROJECT, `${JSON.stringify(await countOf(values.count), undefined, 2)}\n`);
const counted = readCountedProject();
const prices = readPriceList(values.prices);
const simulated = scopeNames().map((name): Simulated => {
  const started = performance.now();
  const programme = runProgramme(SCOPES[name]);
  const load = loadOf(programme, counted, prices, programme.districts);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${SCOPES[name].title}: ${programme.neighbourhoods} 个小区 neighbourhoods, ${seconds} s`);
  return { name, programme, load };
});
const document = scaleDocument(counted, simulated, `${prices.region}, ${prices.readOn}`);
writeFileSync(values.to ?? new URL('../docs/scale.md', import.meta.url), document);
mkdirSync('out', { recursive: true });
const told = simulated.map(({ name, load, programme: { desks, moneyQueue, completed } }) => ({
  name,
  completed,
  moneyQueue,
  desks: Object.fromEntries(desks),
  ...load,
}));
writeFileSync('out/scale.json', JSON.stringify(told, undefined, 2));
console.table(
  Object.fromEntries(
    simulated.map(({ name, load: { openProjects, quotas, perSecond, cost } }) => [
      SCOPES[name].title,
      {
        'open projects': openProjects,
        'open executions': quotas.openExecutions,
        'requests/s': Number(perSecond.requests.toPrecision(3)),
        'writes/s': Number(perSecond.writes.toPrecision(3)),
        'US$ calls': Math.round(cost.calls),
        'US$ fixed': Math.round(cost.fixed),
      },
    ]),
  ),
);

async function countOf(folder: string) {
  const stored = await openStoredExecutions(folder);
  if (stored === undefined) throw new Error(`${folder}: nothing is kept here`);
  const { ports, engine, database, close } = stored;
  const projects = await ports.ledger.list('PROJECT');
  const [projectId] = projects;
  if (projectId === undefined) throw new Error('there is no project in this data folder');
  const entries = await Promise.all(
    projects.map(async (id) => (await ports.ledger.read({ kind: 'PROJECT', id })).length),
  );
  const [own = 0] = entries;
  const share = own / entries.reduce((sum, count) => sum + count, 0);
  const project = await countProject(ports, engine, projectId, paperWorkOf(database, share));
  close();
  return project;
}

function scopeNames(): readonly (keyof typeof SCOPES)[] {
  return Object.keys(SCOPES).filter((name): name is keyof typeof SCOPES => name in SCOPES);
}
