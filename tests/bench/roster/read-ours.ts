// Reads and checks the roster that it is given, as an import does, and says what that took: a process of the bench.
import { readFileSync } from 'node:fs';
import { readRoster } from '../../../functions/intake/read-roster.ts';

const read = await readRoster(readFileSync(process.argv[2] ?? ''));
if (!read.ok) throw new Error(read.refusal.says.en);
const { user, system } = process.cpuUsage();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ rows: read.value.length, cpu: (user + system) / 1e6, megabytes }));
