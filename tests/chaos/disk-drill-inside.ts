// The inside of a disk drill: a server on a small disk, streets at work, and the disk filled and freed under them.
// Told: a folder to mount on, rounds, streets. Must run in a mount namespace of its own.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import type { LogLine } from '../../functions/runtime/log.ts';
import { type ServerOptions, startServer } from '../../local/start-server.ts';
import { smtpSink } from '../functions/notifications/sinks.ts';
import type { Answer, Counter } from '../support/journey/clerk.ts';
import { Visitor } from '../support/journey/visitor.ts';
import type { DiskDrilled } from './disk-drill.ts';
import { judge } from './judge.ts';
import { prepare } from './kill-drill.ts';
import { freePort } from './mortal-server.ts';
import { SmallDisk } from './small-disk.ts';
import { type Acknowledged, workUntil } from './street-at-work.ts';

const [place = '', rounds = '', streets = ''] = process.argv.slice(2);
const MEGABYTES = 64;
const MOST_ANSWERS = 20;
/** So many are put off before there is room again. */
const PUT_OFF = 6;
const LONGEST = 10_000;
const UPLOADED = '%PDF-1.7\n% read-only\n%%EOF\n';

const begun = performance.now();
const disk = new SmallDisk(place, MEGABYTES);
const folder = join(place, 'data');
const mail = await smtpSink();
await mkdir(folder);
await prepare(folder, mail.port);
const logged: LogLine[] = [];
const options: ServerOptions = {
  folder,
  clock: { kind: 'REAL' },
  port: await freePort(),
  demo: true,
  publicLimit: { capacity: 10_000, perSecond: 10_000 },
  tellEvery: 50,
  log: (line) => logged.push(line),
};

class DiskCounter implements Counter {
  readonly origin: string;
  answers = 0;
  putOffs = 0;
  readonly unclear: string[] = [];
  #isFull = false;

  constructor(origin: string) {
    this.origin = origin;
  }
  open(): Promise<void> {
    return Promise.resolve();
  }
  answered(): void {
    this.answers += 1;
  }
  async putOff({ body }: Answer): Promise<void> {
    this.putOffs += 1;
    if (body.code !== 'UNAVAILABLE' || !String(body.detailZh).includes('磁盘已满'))
      this.unclear.push(JSON.stringify(body));
    // A person tries again in a moment, whether there is room or not.
    await later(this.#isFull ? 20 : 1);
  }
  async whileFull(look: () => Promise<void>): Promise<void> {
    disk.fill();
    this.#isFull = true;
    const enough = this.putOffs + PUT_OFF;
    for (const until = performance.now() + LONGEST; this.putOffs < enough && performance.now() < until; )
      await later(5);
    await look();
    this.#isFull = false;
    disk.free();
  }
}

async function startedOrSaid(): Promise<string> {
  const started = await startServer({ ...options, port: await freePort() });
  if (!started.ok) return started.refusal.says.zh;
  await started.value.close();
  return '';
}

const started = await startServer(options);
if (!started.ok) throw new Error(started.refusal.says.en);
const { origin, close } = started.value;
const counter = new DiskCounter(origin);
const visitor = new Visitor(origin);
const bearer = await visitor.token('renovation-office');
const acknowledged: Acknowledged = new Map();
const reads = new Set<string>();
let done = false;
const working = Promise.all(
  Array.from({ length: Number(streets) }, (_, index) =>
    workUntil(() => done, counter, String(index + 1).padStart(2, '0'), acknowledged),
  ),
);
for (let round = 0; round < Number(rounds); round++) {
  const enough = counter.answers + Math.ceil(Math.random() * MOST_ANSWERS);
  while (counter.answers < enough || acknowledged.size === 0) await Promise.race([later(2), working]);
  await counter.whileFull(async () => {
    const [projectId] = [...acknowledged.keys()];
    for (const path of [
      '/api/health',
      '/api/projects',
      `/api/projects/${projectId}`,
      `/p/s/${projectId}`,
      '/status',
      '/p/v',
    ]) {
      const { status } = await visitor.ask('GET', path, { bearer });
      reads.add(`${status} ${path.replace(/330302-\d{4}-\d{4}/, '{id}')}`);
    }
  });
}
done = true;
await working;

// The folder of the papers can only be read; then it is well again.
const makeWritable = disk.setFolderReadOnly(join(folder, 'papers'));
const refusedUpload = (await visitor.upload('street-01', UPLOADED, 'a.pdf')).sent.status;
const looked = (await visitor.ask('GET', '/api/projects', { bearer })).status;
makeWritable();
const takenUpload = (await visitor.upload('street-01', UPLOADED, 'a.pdf')).sent.status;
await close();

disk.fill();
const startedFull = await startedOrSaid();
disk.free();
disk.setReadOnly(true);
const startedReadOnly = await startedOrSaid();
disk.setReadOnly(false);
const startedAgain = await startedOrSaid();

const { ends: _, ...verdict } = await judge(folder, acknowledged, true);
await mail.close();
const drilled: DiskDrilled = {
  rounds: Number(rounds),
  answered: counter.answers,
  putOff: counter.putOffs,
  unclear: counter.unclear,
  reads: [...reads].toSorted(),
  papersReadOnly: [refusedUpload, looked, takenUpload],
  startedFull,
  startedReadOnly,
  startedAgain,
  errors: logged.flatMap((line) =>
    line.level === 'error' && line.code !== 'UNAVAILABLE' ? [`${line.route} ${line.code} ${line.at?.[0] ?? ''}`] : [],
  ),
  verdict,
  seconds: (performance.now() - begun) / 1000,
};
process.send?.(drilled);
