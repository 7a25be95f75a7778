// One process for one data folder: two engines over one file would each do everything once.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { storageFault } from '../adapters/sqlite/faults.ts';
import { Fault, granted, type Outcome, refused } from '../domain/errors.ts';

export interface FolderLock {
  release(): void;
}

const BUSY = 5;

/** Held by the operating system through SQLite, so that it ends with the process, however that ends. */
export function lockFolder(folder: string): Outcome<FolderLock> {
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const held = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
    lock = held;
    held.exec('BEGIN EXCLUSIVE');
    return granted({ release: () => held.close() });
  } catch (error) {
    lock?.close();
    return isHeld(error) ? inUse(folder) : refuseStorage(error);
  }
}

const isHeld = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === BUSY;

const inUse = (folder: string): Outcome<never> =>
  refused('NOT_NOW', {
    zh: `数据目录 ${folder} 正由另一个进程使用；请先停止它，或另设 JIUGAI_DATA。`,
    en: `The data folder ${folder} is in use by another process: stop that one, or set JIUGAI_DATA.`,
  });

/** A disk that cannot be trusted or written is no place to start from: whoever starts the server reads why. */
export function refuseStorage(error: unknown): Outcome<never> {
  const fault = storageFault(error);
  if (fault instanceof Fault && fault.says) return refused('GATE_SHUT', fault.says);
  throw error;
}
