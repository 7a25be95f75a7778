// One process for one data folder: two engines over one file would each do everything once.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { granted, type Outcome, refused } from '../domain/errors.ts';

export interface FolderLock {
  release(): void;
}

/** Held by the operating system through SQLite, so that it ends with the process, however that ends. */
export function lockFolder(folder: string): Outcome<FolderLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return granted({ release: () => lock.close() });
  } catch {
    lock.close();
    return refused('NOT_NOW', {
      zh: `数据目录 ${folder} 正由另一个进程使用；请先停止它，或另设 JIUGAI_DATA。`,
      en: `The data folder ${folder} is in use by another process: stop that one, or set JIUGAI_DATA.`,
    });
  }
}
