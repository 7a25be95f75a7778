// Writes docs/scale.md: what a programme of each size asks of the system, where limits are touched, and what changes there.
import { ASSUMED, DESKS, SCOPES } from './assumptions.ts';
import type { CountedProject } from './counted-project.ts';
import type { Load } from './load.ts';
import type { Programme } from './programme.ts';
import { QUOTAS, QUOTAS_READ_ON, type QuotaName } from './quotas.ts';

export interface Simulated {
  readonly name: keyof typeof SCOPES;
  readonly programme: Programme;
  readonly load: Load;
}

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(2)));
const money = (value: number): string => `$${Math.round(value).toLocaleString('en-US')}`;
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...head), row(...head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map((cells) => row(...cells))].join(
    '\n',
  );

export function scaleDocument(counted: CountedProject, simulated: readonly Simulated[], prices: string): string {
  const titles = simulated.map(({ name }) => SCOPES[name].title);
  const line = (what: string, pick: (one: Simulated) => string) => [what, ...simulated.map(pick)];
  return `# Scale on paper 规模推演

Written by \`npm run simulate\`: the programme of a district, a province and the country, five years on the virtual clock
(2021–2025, with the working days that were published), act by act of the ordinary course. Same input, same page.
由 \`npm run simulate\` 生成：一个区、一个省、全国五年的改造计划，逐项逐日推演；输入相同，结果相同。

Sizes: ${simulated.map(({ name }) => `${SCOPES[name].title}: ${SCOPES[name].source}`).join('; ')}.

## What it asks for 负荷

${table(
  ['', ...titles],
  [
    line('neighbourhoods 小区', ({ programme }) => number(programme.neighbourhoods)),
    line('households 户', ({ programme }) => number(programme.households)),
    line('handed over within five years 五年内移交', ({ programme }) => number(programme.completed)),
    line('acts in five years 行为', ({ programme }) => number(programme.acts.reduce((sum, acts) => sum + acts, 0))),
    line('acts on the busiest day 最忙一日', ({ load }) => number(load.actsOfBusiestDay)),
    line('projects open at once 同时在办', ({ load }) => number(load.openProjects)),
    line('acts/s in the busiest second 峰值行为', ({ load }) => number(load.perSecond.acts)),
    line('requests/s 峰值请求', ({ load }) => number(load.perSecond.requests)),
    line('read units/s 峰值读', ({ load }) => number(load.perSecond.reads)),
    line('write units/s 峰值写', ({ load }) => number(load.perSecond.writes)),
    line('transitions/s 峰值状态转换', ({ load }) => number(load.perSecond.transitions)),
    line('open executions 同时执行', ({ load }) => number(load.quotas.openExecutions)),
  ],
)}

One machine makes thousands of transitions a second durable (\`npm run measure\`): a district asks for less than one in ten seconds.
What keeps districts apart is whose data it is and who may stop the machine, not the load.

## Queues 排队

Working days that papers lie at a desk on average, the longest, and how many lie there at once in one district.

${table(
  ['desk 经办', 'decisions a day', ...titles],
  [
    ...Object.entries(DESKS).map(([desk, capacity]) => [
      desk,
      String(capacity),
      ...simulated.map(({ programme: { desks } }) => {
        const at = [...desks].find(([name]) => name === desk)?.[1];
        return at ? `${number(at.waited / at.decisions)} / ${at.longest} / ${at.most}` : '–';
      }),
    ]),
    [
      'money of the year 当年资金',
      '–',
      ...simulated.map(
        ({
          programme: {
            moneyQueue: { longest, most },
          },
        }) => `– / ${longest} / ${most}`,
      ),
    ],
  ],
)}

## Cost 费用

From what one project is made of, counted on the real system (${counted.work.entries} entries, ${counted.work.transitions} transitions, ${counted.work.rows} rows,
${counted.paper.papers} papers), with durations of functions and looks as assumed in \`local/cost/price-work.ts\`, at the list prices of
${prices}; an installation for each district. Metered call by call on the adapters of AWS a project costs less (\`npm run cost\`).

${table(
  ['US$, five years', ...titles],
  [
    line('calls, one project', ({ load }) => `$${load.cost.project.toFixed(4)}`),
    line('calls, all projects, looks of residents', ({ load }) => money(load.cost.calls)),
    line('fixed, all installations', ({ load }) => money(load.cost.fixed)),
    line('kept at the end, GB', ({ load }) => number(load.cost.storedGigabytes)),
  ],
)}

## Limits 配额

Share of each limit in the busiest second, in ONE account and region, the table of each district its own. Marked where it is over half.
Limits are those of the smaller regions, Beijing and Ningxia among them, held against their pages on ${QUOTAS_READ_ON}.

${table(
  ['limit', 'of AWS', ...titles],
  quotaNames().map((name) => {
    const { what, limit, unit, source, note } = QUOTAS[name];
    const cell = ({ load }: Simulated) => {
      const share = load.quotas[name] / limit;
      return `${number(load.quotas[name])} (${number(share * 100)} %)${share > 0.5 ? ' ⚠' : ''}`;
    };
    return [`[${what}](${source})`, `${number(limit)} ${unit} (${note})`, ...simulated.map(cell)];
  }),
)}

If the table were one for all districts: ${oneTable(simulated)}

## What changes at each threshold 到线之后

${quotaNames()
  .map((name) => `- **${QUOTAS[name].what}**, ${thresholdOf(name, simulated)}: ${QUOTAS[name].change}`)
  .join('\n')}

## Assumed 假设

Nobody has published how many decisions an office makes on a day; these are ours, in \`local/simulate/assumptions.ts\`: the capacities
above; ${ASSUMED.beforeDeadline * 100} % of a year's neighbourhoods before the deadline of 20 April (CASE-32), ${ASSUMED.inLastWeek * 100} % in its last week;
${ASSUMED.failedBallots * 100} % of ballots fail once; an act that happens to some neighbourhoods only happens to ${ASSUMED.conditionalActs * 100} %;
${ASSUMED.areaOfHousehold} ㎡ a household (CASE-02) and ${ASSUMED.subsidyOfSquareMetre} 元/㎡ (三(三)), a yearly budget of ${ASSUMED.budgetShare} fifths;
${ASSUMED.looksOfHousehold} looks of each household at its notice; a fifth of a day in its busiest hour, three times the average in its busiest second.
Days between acts are those of the demo district's ordinary course (\`local/seed/course.ts\`).
`;
}

const quotaNames = (): readonly QuotaName[] => Object.keys(QUOTAS).filter((name): name is QuotaName => name in QUOTAS);

function oneTable(simulated: readonly Simulated[]): string {
  return simulated
    .map(({ name, load, programme }) => {
      const heat = load.perSecond.hottestPartition * programme.districts;
      return `${SCOPES[name].title} ${number(heat)} units/s in its hottest partition, ${number(load.perSecond.writes)} in the table`;
    })
    .join('; ')
    .concat('.');
}

/** Neighbourhoods at which the limit is reached, from the largest programme; limits of one project do not grow. */
function thresholdOf(name: QuotaName, simulated: readonly Simulated[]): string {
  if (name === 'history' || name === 'duration') return 'the same for every size';
  const largest = simulated.at(-1);
  if (!largest) return '';
  const neighbourhoods = (QUOTAS[name].limit / largest.load.quotas[name]) * largest.programme.neighbourhoods;
  return PER_TABLE.includes(name)
    ? `at ${number(neighbourhoods / largest.programme.districts)} neighbourhoods in one installation`
    : `at ${number(neighbourhoods)} neighbourhoods in one account`;
}

const PER_TABLE: readonly QuotaName[] = [
  'partitionWrites',
  'counter',
  'partitionReads',
  'newTableWrites',
  'tableWrites',
  'newTableReads',
  'tableReads',
  'prefixWrites',
  'messages',
];
