// `node infra/measure-bundles.ts`: how large the bundles of steps are, and how much longer they take to import than a bare
// handler with the same SDK clients. Prints a table and writes out/bundles.json; ends with 1 when a promise is broken.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, folderOf } from './bundle.ts';
import { readEntryPoints } from './entry-points/read-entry-points.ts';
import { LARGEST_PACKAGE, NATIVE_PARTS } from './native-packages.ts';

const LARGEST_STEP = 500 * 1024;
const SLOWEST_IMPORT = 1.3;
const ROUNDS = 31;
/** A wait, which nine of ten steps are, and all others; beside them the projector and the acts over HTTP. */
const STEPS: readonly string[] = [
  'tallyPlanBallot',
  ...readEntryPoints().flatMap(({ name, maker }) => (maker === 'onStep' ? [name] : [])),
];
const MEASURED = [...STEPS, 'projectEntries', 'performAct'];
/** Not imported here: they are asked for size alone. */
const NATIVE = Object.keys(NATIVE_PARTS);
const BARE = 'bareHandler';

const out = fileURLToPath(new URL('../out/measured/', import.meta.url));
mkdirSync(out, { recursive: true });
const bareFile = `${out}bare.ts`;
writeFileSync(
  bareFile,
  `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { SFNClient, SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
export const ${BARE} = async () => {
  await new DynamoDBClient({}).send(new GetItemCommand({ TableName: 't', Key: {} }));
  await new SFNClient({}).send(new SendTaskSuccessCommand({ taskToken: 't', output: '{}' }));
};
`,
);
const { values } = parseArgs({ options: { beside: { type: 'string' } } });
const BESIDE = 'beside';
const entryPoints = [
  { name: BARE, capability: 'none', file: bareFile },
  ...(values.beside === undefined ? [] : [{ name: BESIDE, capability: 'none', file: resolve(values.beside) }]),
  ...readEntryPoints().filter(({ name }) => [...MEASURED, ...NATIVE].includes(name)),
];
const sizes = await bundle(entryPoints, out);

/** Milliseconds of the processor that a fresh process takes to import the bundle, whatever else this machine does. */
function importTime(name: string): number {
  const script = `const t=process.cpuUsage();await import(${JSON.stringify(`${folderOf(name, out)}/index.mjs`)});const {user,system}=process.cpuUsage(t);console.log((user+system)/1000)`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

const timed = entryPoints.filter(({ name }) => !NATIVE.includes(name));
const times = new Map<string, number[]>(timed.map(({ name }) => [name, []]));
// One of each in every round: whatever else the machine does then, it does to all of them.
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, measured] of times) measured.push(importTime(name));
}
/** The least disturbed round: this machine has other things to do too. */
const least = (values: readonly number[]): number => Math.min(...values);
const bare = least(times.get(BARE) ?? []);
const rows = timed.map(({ name }) => {
  const { atStart, onDemand } = sizes.get(name) ?? { atStart: 0, onDemand: 0 };
  const milliseconds = least(times.get(name) ?? []);
  return {
    name,
    KiB: Math.round(atStart / 1024),
    onDemandKiB: Math.round(onDemand / 1024),
    milliseconds: Math.round(milliseconds),
    times: Number((milliseconds / bare).toFixed(2)),
  };
});
const verdictOf = ({ name, KiB, times: factor }: (typeof rows)[number]): string =>
  !STEPS.includes(name) ? '' : KiB * 1024 <= LARGEST_STEP && factor <= SLOWEST_IMPORT ? 'kept' : 'BROKEN';
for (const row of rows) {
  const { name, KiB, onDemandKiB, milliseconds, times: factor } = row;
  const cells = [
    name.padEnd(20),
    `${KiB} KiB`.padStart(9),
    (onDemandKiB > 0 ? `+ ${onDemandKiB} KiB on demand` : '').padStart(23),
    `${milliseconds} ms`.padStart(8),
    `${factor} ×`.padStart(8),
  ];
  process.stdout.write(`${cells.join('')}  ${verdictOf(row)}\n`);
}
const packages = NATIVE.map((name) => ({ name, bytes: sizes.get(name)?.folder ?? 0 }));
for (const { name, bytes } of packages) {
  const verdict = bytes <= LARGEST_PACKAGE ? 'kept' : 'BROKEN';
  process.stdout.write(
    `${name.padEnd(20)}${`${Math.round(bytes / 2 ** 20)} MiB`.padStart(9)} with its native parts  ${verdict}\n`,
  );
}
writeFileSync(
  fileURLToPath(new URL('../out/bundles.json', import.meta.url)),
  JSON.stringify({ rows, packages }, undefined, 2),
);
const isBroken =
  rows.some((row) => verdictOf(row) === 'BROKEN') || packages.some(({ bytes }) => bytes > LARGEST_PACKAGE);
process.exitCode = isBroken ? 1 : 0;
