// One section of the bench: `run-section.ts NAME ROUNDS [peers]` prints what it measured as its last line.
import { tellProgress } from './progress.ts';
import { isSection, SECTIONS } from './sections.ts';

const [name = '', rounds = '3', peers] = process.argv.slice(2);
if (!isSection(name)) throw new Error(`no section ${name}`);
// Stopped by hand or by the clock: what was started goes too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const told = process.env.BENCH_PROGRESS ?? name;
const measured = await SECTIONS[name].measure({
  rounds: Number(rounds),
  withPeers: peers === 'peers',
  tell: (text) => tellProgress(`${told}: ${text}`),
});
console.log(JSON.stringify(measured));
// Compilers and engines may keep threads; there is nothing left for them to do.
process.exit(0);
