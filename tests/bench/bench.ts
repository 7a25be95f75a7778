// `npm run bench`: every figure that was promised, side by side with what it is compared with, in one run. Prints tables and
// writes out/bench.json with the machine and its load; `-- --only NAME,NAME` for some sections, `--rounds N`, `--peers` to
// install the engines of others into a folder of their own and measure them too. Ends with 1 when a promise is not kept.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Figure, printFigures } from './figure.ts';
import { describeMachine } from './machine.ts';
import { isSection, SECTIONS } from './sections.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    peers: { type: 'boolean', default: false },
  },
});
const wanted = values.only?.split(',') ?? Object.keys(SECTIONS);
const unknown = wanted.filter((name) => !isSection(name));
if (unknown.length > 0)
  throw new Error(`no section ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}`);

const RUN = new URL('run-section.ts', import.meta.url).pathname;

/** In a process of its own: what one section leaves in memory must not count for the next. */
function run(section: string): readonly Figure[] {
  const printed = execFileSync(process.execPath, [RUN, section, values.rounds, ...(values.peers ? ['peers'] : [])], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '[]');
}

/** A section that cannot be measured is a broken promise, and no reason to leave out the others. */
function runOrTell(section: string): readonly Figure[] {
  try {
    return run(section);
  } catch {
    return [
      { what: 'could not be measured, for the reason above', value: 0, unit: '', target: 'a figure', kept: false },
    ];
  }
}

const begun = performance.now();
const machine = describeMachine();
console.log(machine);
const sections = wanted.map((name) => {
  const started = performance.now();
  const figures = runOrTell(name);
  const seconds = Math.round((performance.now() - started) / 1000);
  printFigures(`${isSection(name) ? SECTIONS[name].title : name} (${seconds} s)`, figures);
  return { section: name, seconds, figures };
});
const seconds = Math.round((performance.now() - begun) / 1000);
const after = describeMachine();
mkdirSync('out', { recursive: true });
writeFileSync('out/bench.json', JSON.stringify({ machine, after, seconds, sections }, undefined, 2));
const broken = sections.flatMap(({ figures }) => figures).filter(({ kept }) => kept === false);
const promised = sections.flatMap(({ figures }) => figures).filter(({ kept }) => kept !== undefined);
console.log(
  `\n${after}\n${seconds} s; ${promised.length - broken.length} of ${promised.length} promises kept; out/bench.json`,
);
process.exitCode = broken.length > 0 ? 1 : 0;
