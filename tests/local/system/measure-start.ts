// How long from the command to the first answered request: an empty folder, then the same folder again. Not a test,
// because the figure is the machine's: `node tests/local/system/measure-start.ts [ROUNDS]`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

const TARGET = 2000;
const rounds = Number(process.argv[2] ?? 5);

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function isAnswered(url: string): Promise<boolean> {
  return fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Milliseconds until the health is answered. */
async function start(folder: string): Promise<number> {
  const port = await freePort();
  const begun = performance.now();
  const server = spawn(process.execPath, [join(import.meta.dirname, '../../../local/serve.mjs')], {
    stdio: 'ignore',
    env: { ...process.env, PORT: String(port), JIUGAI_DATA: folder },
  });
  const gone = new Promise((resolve) => server.once('exit', resolve));
  while (!(await isAnswered(`http://localhost:${port}/api/health`))) {
    if (server.exitCode !== null) throw new Error(`the server left by itself: ${server.exitCode}`);
  }
  const ready = performance.now() - begun;
  server.kill('SIGKILL');
  await gone;
  return ready;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const first: number[] = [];
const again: number[] = [];
for (let round = 0; round < rounds; round++) {
  const folder = mkdtempSync(join(tmpdir(), 'jiugai-start-'));
  first.push(await start(folder));
  again.push(await start(folder));
  rmSync(folder, { recursive: true });
}
const figures = { 'empty folder': median(first), 'the same folder again': median(again) };
for (const [what, milliseconds] of Object.entries(figures)) {
  console.log(
    `${what.padEnd(22)} ${milliseconds.toFixed(0).padStart(6)} ms (median of ${rounds}; target ${TARGET} ms)`,
  );
}
console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
