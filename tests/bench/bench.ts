// `npm run bench`: every figure that was promised, side by side with what it is compared with, in one run of a quarter of an hour.
// Prints tables, writes out/bench.md and out/bench.json with the machine and its load. `-- --only NAME,NAME` for some sections,
// `--rounds N`, `--without-peers`, `--to FILE` for the page elsewhere. Ends with 1 when a promise is not kept.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Measured, printFigures, printTable } from './figure.ts';
import { describeMachine } from './machine.ts';
import { endProgress } from './progress.ts';
import { isSection, SECTIONS, type SectionName } from './sections.ts';
import { promisesOf, type Report, reportOf } from './write-report.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    'without-peers': { type: 'boolean', default: false },
    to: { type: 'string', default: 'out/bench.md' },
  },
});
const RUN = new URL('run-section.ts', import.meta.url).pathname;
/** What all sections may take: on a slow machine those that come last have fewer rounds, and say so. */
const ALL_SECONDS = 840;
/** A section that takes longer than this has stopped. */
const SECTION_MILLISECONDS = 600_000;

const asked = values.only?.split(',') ?? Object.keys(SECTIONS);
const wanted = asked.filter(isSection);
if (wanted.length < asked.length)
  throw new Error(
    `no section ${asked.filter((name) => !isSection(name)).join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}`,
  );

/** In a process of its own: what one section leaves in memory must not count for the next. */
async function run(section: SectionName, rounds: number, progress: string): Promise<Measured> {
  const peers = values['without-peers'] ? [] : ['peers'];
  const child = spawn(process.execPath, [RUN, section, String(rounds), ...peers], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, BENCH_PROGRESS: progress },
    timeout: SECTION_MILLISECONDS,
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    printed += chunk;
  });
  const [code] = await once(child, 'close');
  process.off('exit', stop);
  endProgress();
  if (code !== 0) throw new Error(`it ended with ${code ?? 'the time that it may take'}`);
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '');
}

/** A section that cannot be measured is a broken promise, and no reason to leave out the others. */
async function runOrTell(section: SectionName, rounds: number, progress: string): Promise<Measured> {
  try {
    return await run(section, rounds, progress);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      figures: [{ what: 'could not be measured', value: 0, unit: '', target: 'a figure', kept: false }],
      notes: [`Not measured: ${reason}; what it said stands above the tables.`],
    };
  }
}

const asRounds = Number(values.rounds);
const fewer = (rounds: number): string => `Only ${rounds} of ${asRounds} rounds: this machine is slow or busy.`;

function roundsWithin(secondsLeft: number, secondsNeeded: number): number {
  return secondsLeft >= secondsNeeded ? asRounds : Math.max(1, Math.floor((asRounds * secondsLeft) / secondsNeeded));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const begun = performance.now();
const machine = describeMachine();
console.log(machine);
const sections: Report['sections'][number][] = [];
for (const [place, section] of wanted.entries()) {
  const started = performance.now();
  const left = wanted.slice(place).reduce((sum, name) => sum + SECTIONS[name].roughSeconds, 0);
  const rounds = roundsWithin(ALL_SECONDS - (started - begun) / 1000, left);
  const minutes = Math.round((started - begun) / 60_000);
  const progress = `[${place + 1}/${wanted.length}, ${minutes} min, about ${Math.ceil(left / 60)} left] ${section}`;
  const measured = await runOrTell(section, rounds, progress);
  const seconds = Math.round((performance.now() - started) / 1000);
  const { title } = SECTIONS[section];
  printFigures(`${title} (${seconds} s)`, measured.figures);
  if (measured.table) printTable(measured.table);
  const notes = rounds < asRounds ? [...measured.notes, fewer(rounds)] : measured.notes;
  for (const note of notes) console.log(note);
  sections.push({ section, title, seconds, ...measured, notes });
}
const report: Report = {
  machine,
  after: describeMachine(),
  rounds: asRounds,
  seconds: Math.round((performance.now() - begun) / 1000),
  sections,
};
mkdirSync('out', { recursive: true });
writeFileSync('out/bench.json', JSON.stringify(report, undefined, 2));
writeFileSync(values.to, reportOf(report));
const promised = promisesOf(sections);
const broken = promised.filter(({ kept }) => kept === false);
printFigures(
  `Promises: ${promised.length - broken.length} of ${promised.length} kept${broken.length > 0 ? '; not kept' : ''}`,
  broken,
);
console.log(`\n${report.after}\n${report.seconds} s; ${values.to}, out/bench.json`);
process.exitCode = broken.length > 0 ? 1 : 0;
