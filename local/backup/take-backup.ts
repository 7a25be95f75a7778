// Copies a data folder while it is at work: the database as of one moment, the keys, and every paper that it speaks of.
import { hash } from 'node:crypto';
import { chmod, constants, copyFile, cp, mkdir, open, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { writeFileDurably } from '../../adapters/sqlite/durable-file.ts';
import type { Instant } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';

export const DATABASE = 'jiugai.sqlite';
/** Written last: a folder without it is no backup. */
export const MANIFEST = 'backup.json';

export interface Manifest {
  readonly format: 1;
  readonly takenAt: Instant;
  /** SHA-256 of the database. */
  readonly database: string;
  readonly entries: number;
  readonly papers: number;
}

/** Papers and database are copied in ways of their own; a lock is of the process that holds it. */
const LEFT_OUT = /^(jiugai\.sqlite(-wal|-shm)?|lock\.sqlite.*|papers)$/;

export async function takeBackup(folder: string, to: string, takenAt: Instant): Promise<Outcome<Manifest>> {
  if ((await readdir(to).catch(() => [])).length > 0) {
    return refused('NOT_NOW', {
      zh: `${to} 不是空目录，备份请另选目录。`,
      en: `${to} is not empty: choose another folder.`,
    });
  }
  await mkdir(to, { recursive: true, mode: 0o700 });
  const live = new DatabaseSync(join(folder, DATABASE), { readOnly: true, timeout: 10_000 });
  try {
    const copy = join(to, DATABASE);
    // One read transaction, whatever is written meanwhile; and without the room of what was deleted.
    live.prepare('VACUUM INTO ?').run(copy);
    await chmod(copy, 0o600);
    for (const name of await readdir(folder)) {
      if (!LEFT_OUT.test(name)) await cp(join(folder, name), join(to, name), { recursive: true });
    }
    const counts = await copyPapers(folder, to, live);
    const manifest: Manifest = { format: 1, takenAt, database: await hashOf(copy), ...counts };
    await writeFileDurably(join(to, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, join(to, `${MANIFEST}.new`));
    return granted(manifest);
  } finally {
    live.close();
  }
}

async function copyPapers(folder: string, to: string, live: DatabaseSync) {
  const copied = new DatabaseSync(join(to, DATABASE));
  try {
    let papers = 0;
    for (const row of copied.prepare('SELECT sha256 FROM papers WHERE erased_at IS NULL').all()) {
      const sha256 = String(row.sha256);
      const path = pathOfPaper(sha256);
      await mkdir(dirname(join(to, path)), { recursive: true, mode: 0o700 });
      try {
        await copyDurably(join(folder, path), join(to, path));
        papers += 1;
      } catch (error) {
        // Its time may have ended since the database was copied: then it is erased in the copy as well.
        const erased = live.prepare('SELECT erased_at FROM papers WHERE sha256 = ?').get(sha256)?.erased_at;
        if (typeof erased !== 'string') throw error;
        copied.prepare('UPDATE papers SET erased_at = ? WHERE sha256 = ?').run(erased, sha256);
      }
    }
    const row = copied.prepare('SELECT count(*) AS entries FROM entries').get();
    return { papers, entries: Number(row?.entries) };
  } finally {
    copied.close();
  }
}

async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  const file = await open(to, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

export const pathOfPaper = (sha256: string): string => join('papers', sha256.slice(0, 2), sha256.slice(2));

export const hashOf = async (path: string): Promise<string> => hash('sha256', await readFile(path), 'hex');
