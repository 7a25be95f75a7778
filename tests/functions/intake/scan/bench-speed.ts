// How fast one large stack is filed and checked, what it costs, and how much memory all processes hold meanwhile. A process of
// its own, run by the bench: what printing and scanning the stack took must not count.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Ports } from '../../../../domain/ports.ts';
import { fileStack } from '../../../../functions/intake/scan/file-stack.ts';
import { fakePorts } from '../../../support/ports/fake-ports.ts';
import { OUYUAN, PROJECT, putProject, STREET, uploadStack } from '../../../support/scans/filing-desk.ts';

export interface Speed {
  readonly pages: number;
  readonly megabytes: number;
  /** Start of the reader, opening and checking the file, hashing, and the code of every page included. */
  readonly filedPerSecond: number;
  readonly filingCpuPerPage: number;
  /** From the upload to the last page. */
  readonly fullyCheckedSeconds: number;
  readonly checkedPerSecond: number;
  readonly checkingCpuPerPage: number;
  readonly filingMegabytes: number;
  readonly checkingMegabytes: number;
}

const SAMPLED_EVERY = 100;

async function measureSpeed(ports: Ports, path: string, pages: number): Promise<Speed> {
  const { size } = statSync(path);
  // What a street sends is gone from memory when it is stored.
  const uploadId = await uploadStack(ports, STREET, readFileSync(path));
  globalThis.gc?.();
  let [filing, checking] = [0, 0];
  let filed: { readonly at: number; readonly cpu: number } | undefined;
  let done = { at: 0, cpu: 0 };
  const moment = () => ({ at: performance.now(), cpu: cpuOfAll() });
  const sample = setInterval(() => {
    const held = megabytesHeld();
    if (filed === undefined) filing = Math.max(filing, held);
    else checking = Math.max(checking, held);
  }, SAMPLED_EVERY);
  const observed: Ports = {
    ...ports,
    views: {
      ...ports.views,
      async write(writes) {
        await ports.views.write(writes);
        // The reader is still there at both moments, and its time can be read.
        if (writes.some(({ value }) => value?.state === 'CHECKING' && value.filed === pages)) filed ??= moment();
        if (writes.some(({ value }) => value?.state === 'DONE')) done = moment();
      },
    },
  };
  const began = moment();
  await fileStack(observed, uploadId);
  clearInterval(sample);
  const middle = filed ?? done;
  return {
    pages,
    megabytes: Math.round(size / 1e6),
    filedPerSecond: round((pages / (middle.at - began.at)) * 1000),
    filingCpuPerPage: round((middle.cpu - began.cpu) / pages),
    fullyCheckedSeconds: round((done.at - began.at) / 1000),
    checkedPerSecond: round((pages / (done.at - middle.at)) * 1000),
    checkingCpuPerPage: round((done.cpu - middle.cpu) / pages),
    filingMegabytes: filing,
    checkingMegabytes: checking,
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** This process and those it started, whatever thread of it did. */
function processes(): readonly string[] {
  const children = readdirSync('/proc/self/task').flatMap((thread) =>
    read(`/proc/self/task/${thread}/children`).trim().split(' ').filter(Boolean),
  );
  return [String(process.pid), ...children];
}

/**
 * What each process holds for itself; and of what is mapped from files, Node above all, the most that one of them has of each
 * file. The shares that the system tells would shrink with every other Node on the machine.
 */
function megabytesHeld(): number {
  let own = 0;
  const ofFiles = new Map<string, number>();
  for (const pid of processes()) {
    const ofProcess = new Map<string, number>();
    for (const { file, resident, anonymous } of mappingsOf(pid)) {
      own += anonymous;
      ofProcess.set(file, (ofProcess.get(file) ?? 0) + resident - anonymous);
    }
    for (const [file, held] of ofProcess) ofFiles.set(file, Math.max(ofFiles.get(file) ?? 0, held));
  }
  return Math.round([...ofFiles.values()].reduce((sum, held) => sum + held, own) / 1024);
}

/** In kilobytes, as the system tells them: a line with the file, if there is one, then a line for each figure. */
const MAPPING =
  /^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \S+ *(.*)\n(?:[A-Z].*\n)*?Rss: +(\d+) kB\n(?:[A-Z].*\n)*?Anonymous: +(\d+) kB$/gm;

const mappingsOf = (pid: string) =>
  [...read(`/proc/${pid}/smaps`).matchAll(MAPPING)].map(([, file = '', resident, anonymous]) => ({
    file,
    resident: Number(resident),
    anonymous: Number(anonymous),
  }));

/** A hundredth of a second, on every Linux. */
const MILLISECONDS_PER_TICK = 10;

/** Milliseconds of both cores, spent by programs and for them by the system. */
const cpuOfAll = (): number =>
  processes().reduce((sum, pid) => {
    // After the name, which may hold anything: state, eleven other fields, then user and system time.
    const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * MILLISECONDS_PER_TICK;
  }, 0);

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended between two looks.
    return '';
  }
}

const [path = '', pages = '0'] = process.argv.slice(2);
const fake = fakePorts();
await putProject(fake.ports, PROJECT, OUYUAN);
process.stdout.write(JSON.stringify(await measureSpeed(fake.ports, path, Number(pages))));
fake.close();
