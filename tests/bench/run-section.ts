// One section of the bench: `run-section.ts NAME ROUNDS [peers]` prints its figures as the last line.
import { isSection, SECTIONS } from './sections.ts';

const [name = '', rounds = '3', peers] = process.argv.slice(2);
if (!isSection(name)) throw new Error(`no section ${name}`);
console.log(JSON.stringify(await SECTIONS[name].measure({ rounds: Number(rounds), withPeers: peers === 'peers' })));
// Compilers and engines may keep threads; there is nothing left for them to do.
process.exit(0);
