// `npm run demo`: one real-sized neighbourhood from survey to long-term management, over HTTP, on a virtual clock.
// With `-- --adapters aws` the story is told a second time, to the functions and adapters of AWS, and must leave the same ledgers.
import { spawnSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { instantOf } from '../domain/calendar/plain-date.ts';
import { NEIGHBOURHOOD, SIZE } from './demo/neighbourhood.ts';
import { Progress } from './demo/progress.ts';
import { FIRST_MORNING, LINES, tellStory } from './demo/tell-story.ts';
import { startServer } from './start-server.ts';

const OUT = 'out/demo';

const { values } = parseArgs({ options: { adapters: { type: 'string', default: 'sqlite' } } });
if (!['sqlite', 'aws'].includes(values.adapters)) throw new Error('--adapters sqlite or --adapters aws');

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const started = await startServer({
  folder: `${OUT}/data`,
  clock: { kind: 'VIRTUAL', from: instantOf(Date.parse(FIRST_MORNING)) },
  port: 0,
  demo: true,
  // The story is told faster than people can click.
  publicLimit: { capacity: 10_000, perSecond: 10_000 },
  log: ({ level, ...line }) => {
    if (level === 'error') console.error(line);
  },
});
if (!started.ok) throw new Error(started.refusal.says.en);
const { origin, close } = started.value;
const progress = new Progress(LINES);
const begun = performance.now();
console.log(`旧改演练 Rehearsal: ${NEIGHBOURHOOD.name}，${SIZE.households} 户 households，${SIZE.area} ㎡`);

try {
  const { projectId, requests, papers } = await tellStory(origin, progress, OUT);
  progress.end();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`\n完成 Done: ${projectId}，${papers} 份材料 papers，${requests} 次请求 requests，${seconds} 秒 s`);
  console.log(`证据包 Evidence bundle: ${OUT}/${projectId}-evidence.zip`);
} catch (error) {
  progress.end();
  console.error(`\n演练中断 The demo stopped: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await close();
}

if (values.adapters === 'aws' && process.exitCode === undefined) {
  // The stand-ins of AWS are no part of what is installed, and have a command of their own.
  const again = ['run', '--silent', 'demo:aws', '--', `${OUT}/data`, `${OUT}-aws`];
  const { status } = spawnSync('npm', again, { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exitCode = status ?? 1;
}
