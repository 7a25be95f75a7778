// `npm run demo:aws -- DATA FOLDER`: tells the story that left DATA again, to the functions and adapters of AWS, leaves its
// papers in FOLDER, and compares what was written.
import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { countWork } from '../../../../local/cost/count-work.ts';
import type { Metered } from '../../../../local/cost/metered-work.ts';
import { Progress } from '../../../../local/demo/progress.ts';
import { FIRST_MORNING, LINES, tellStory } from '../../../../local/demo/tell-story.ts';
import { openStored } from '../../../../local/open-stored.ts';
import { rehearse } from '../installation/rehearse.ts';
import { firstDifference, type Ledgers, readLedgers } from './ledgers.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const [data = 'out/demo/data', folder = 'out/demo-aws'] = positionals;

const before = await ledgersIn(data);
await tellAgain(before, folder);

async function ledgersIn(data: string): Promise<Ledgers> {
  const stored = await openStored(data);
  if (stored === undefined) throw new Error(`${data}: no story was told here`);
  try {
    return await readLedgers(stored.ports);
  } finally {
    stored.close();
  }
}

/** Sets the exit code where the story does not go as the rules say, or where the ledgers are not those of the run before. */
async function tellAgain(before: Ledgers, folder: string): Promise<void> {
  const progress = new Progress(LINES);
  console.log(
    '\n—— 同一故事在 AWS 适配器与 Lambda 入口上再走一遍 The same story on Lambda entry points and the adapters of AWS ——',
  );
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const aws = await rehearse({ from: Date.parse(FIRST_MORNING) });
  const restoreOutput = divertLogs(`${folder}/functions.log`, (bytes) => aws.meter.count('logBytes', bytes));
  try {
    const { projectId, requests } = await tellStory(aws.origin, progress, folder);
    await aws.settle();
    const ledgers = await readLedgers(aws.ports);
    progress.end();
    const difference = firstDifference(before, ledgers);
    if (difference !== undefined) throw new Error(`台账不一致 the ledgers differ:\n${difference}`);
    const entries = [...ledgers.values()].flat().length;
    const { metered } = aws.meter;
    const functions = Object.values(metered.functions);
    const calls = functions.reduce((sum, each) => sum + each.calls, 0);
    const { entries: ownEntries, transitions } = await countWork(aws.ports, aws.engine, projectId);
    const work: Metered = { projectId, entries: ownEntries, requests, transitions, ...metered };
    await writeFile(`${folder}/work.json`, JSON.stringify(work, undefined, 2));
    console.log(
      `\n完成 Done: ${projectId}，${requests} 次请求 requests，${calls} 次函数调用 calls of ${functions.length} functions`,
    );
    console.log(
      `台账一致 Same ledgers: ${ledgers.size} 本 ledgers，${entries} 条记录，逐条相同（编号与时刻除外） entries, equal one by one apart from ids and times`,
    );
    console.log(`函数日志 Log of the functions: ${folder}/functions.log`);
  } catch (error) {
    progress.end();
    console.error(`\n演练中断 The demo stopped: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  } finally {
    await aws.close();
    restoreOutput();
  }
}

/** What functions write to their output goes to their log, as on AWS; what the story says goes on to the screen. */
function divertLogs(file: string, written: (bytes: number) => void): () => void {
  const log = createWriteStream(file);
  const restores = [process.stdout, process.stderr].map((stream) => {
    const { write } = stream;
    stream.write = (chunk: unknown, ...rest: unknown[]): boolean => {
      if (typeof chunk !== 'string' || !/^\{"(?:level|_aws)"/.test(chunk)) {
        return Reflect.apply(write, stream, [chunk, ...rest]);
      }
      written(Buffer.byteLength(chunk));
      return log.write(chunk);
    };
    return () => {
      stream.write = write;
    };
  });
  return () => {
    for (const restore of restores) restore();
    log.end();
  };
}
