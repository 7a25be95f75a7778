// A loaded server whose disk is full again and again, and can only be read at last. The drill itself runs in a process with a
// mount namespace of its own; this is who starts it and hears what became of everything.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Verdict } from './judge.ts';

export interface DiskDrill {
  /** How often the disk is full. */
  readonly rounds: number;
  readonly streets: number;
}

export interface DiskDrilled {
  readonly rounds: number;
  /** Answers that were good, and requests that were put off with 503. */
  readonly answered: number;
  readonly putOff: number;
  /** Refusals that were not as they should be: another code, or a sentence that does not name the disk. */
  readonly unclear: readonly string[];
  /** Answers to those who only looked while the disk was full: status by address. */
  readonly reads: readonly string[];
  /** Of an upload and of an act when the folder of papers could only be read, and of both afterwards. */
  readonly papersReadOnly: readonly number[];
  /** What whoever started the server was told, in Chinese; empty: it started. */
  readonly startedFull: string;
  readonly startedReadOnly: string;
  readonly startedAgain: string;
  /** Errors in the log that no full disk explains. */
  readonly errors: readonly string[];
  readonly verdict: Omit<Verdict, 'ends'>;
  readonly seconds: number;
}

/** Everything that is not as it should be after a drill; nothing, if all is well. */
export function mistakesOf({ verdict, ...drilled }: DiskDrilled): readonly string[] {
  const { lost, brokenChains, wrongRows, repairs, stuck, damagedPapers, untold, integrity } = verdict;
  return [
    ...(drilled.putOff < drilled.rounds ? [`only ${drilled.putOff} requests met a full disk`] : []),
    ...drilled.unclear.map((refusal) => `unclear refusal: ${refusal}`),
    ...drilled.errors.map((error) => `logged: ${error}`),
    ...drilled.reads.filter((read) => !read.startsWith('200 ')).map((read) => `not read while full: ${read}`),
    ...(drilled.papersReadOnly.join() === '503,200,204' ? [] : [`read-only papers: ${drilled.papersReadOnly.join()}`]),
    ...(drilled.startedFull.includes('磁盘已满') ? [] : [`started on a full disk: ${drilled.startedFull}`]),
    ...(drilled.startedReadOnly.includes('不可写') ? [] : [`started read-only: ${drilled.startedReadOnly}`]),
    ...(drilled.startedAgain === '' ? [] : [`not started again: ${drilled.startedAgain}`]),
    ...Object.entries({ lost, brokenChains, repairs, stuck, damagedPapers, untold }).flatMap(([what, found]) =>
      found.map((each) => `${what}: ${each}`),
    ),
    ...(wrongRows === 0 ? [] : [`${wrongRows} rows unlike a rebuild`]),
    ...(integrity === 'ok' ? [] : [`the check of the database: ${integrity}`]),
  ];
}

export async function drillDisk({ rounds, streets }: DiskDrill): Promise<DiskDrilled> {
  const place = await mkdtemp(join(tmpdir(), 'disk-drill-'));
  const script = join(import.meta.dirname, 'disk-drill-inside.ts');
  const inside = spawn('unshare', ['-rm', process.execPath, script, place, String(rounds), String(streets)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const drilled = once(inside, 'message');
    const [first] = await Promise.race([drilled, once(inside, 'exit')]);
    if (typeof first !== 'object' || first === null) throw new Error(`the drill ended by itself: ${first}`);
    // Sent by the script, whose message this is.
    return first as DiskDrilled;
  } finally {
    inside.kill('SIGKILL');
    await rm(place, { recursive: true, force: true });
  }
}
