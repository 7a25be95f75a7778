// What every peer is given to do and how it answers the bench: copied beside its script into the folder where its packages are.
import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** 500 bytes that do not compress, as our own engine is given. */
export const newInput = () => ({ n: 0, payload: randomBytes(375).toString('base64') });

async function keepInFlight(inFlight, count, run) {
  const times = [];
  let next = 0;
  const one = async () => {
    while (next++ < count) {
      const started = performance.now();
      const { n, ok } = await run(newInput());
      if (n !== 9 || ok !== true) throw new Error(`it ended with ${JSON.stringify({ n, ok })}`);
      times.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, one));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (share) => Math.round(times[Math.floor(times.length * share)] ?? 0);
  return { perSecond: Math.round(count / seconds), p50: quantile(0.5), p99: quantile(0.99) };
}

export function bytesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesUnder(path) : statSync(path).size);
  }, 0);
}

/** `run` does one execution and says what it ended with, `stored` how many bytes are on disk. */
export async function answerBench({ run, stored, close }) {
  process.on('message', async (message) => {
    if (message === 'close') {
      await close();
      process.exit(0);
    }
    const before = await stored();
    const throughput = await keepInFlight(message.inFlight, message.count, run);
    const kilobytes = ((await stored()) - before) / 1024 / message.count;
    process.send({ ...throughput, kilobytes: Math.round(kilobytes * 10) / 10 });
  });
  process.once('disconnect', async () => {
    await close();
    process.exit(1);
  });
  // Once to get warm, as a server is.
  await keepInFlight(20, 100, run);
  process.send({ ready: true });
}
