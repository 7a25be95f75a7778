// What a disk holds after a power cut: the files as they lay at a write, with everything that no fsync had asked for gone
// or replaced by rubbish.
import { randomBytes } from 'node:crypto';
import { watch } from 'node:fs';
import { cp, mkdir, open, readdir, truncate } from 'node:fs/promises';
import { basename, join } from 'node:path';

const WAL = 'jiugai.sqlite-wal';

/** Resolves at the `n`th write to the log of the database from now on. */
export function writeTo(folder: string, n: number): { readonly happened: Promise<void>; forget(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let left = n;
  const watcher = watch(folder, (_, name) => {
    if (name !== WAL) return;
    left -= 1;
    if (left === 0) resolve();
  });
  return {
    happened: promise,
    forget() {
      watcher.close();
      resolve();
    },
  };
}

/** Copies database, log, keys and papers of a process that stands still. The shared memory of the log does not outlive anything. */
export async function copyAsCut(folder: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const left = new Set(['jiugai.sqlite-shm', 'lock.sqlite']);
  await cp(folder, to, { recursive: true, filter: (path) => !left.has(basename(path)) });
}

/** Does to a copy what a cut does: the end of the log is rubbish, files that were still being written are half there. */
export async function tear(copy: string): Promise<void> {
  await tearLog(join(copy, WAL));
  await tearUnfinishedPapers(join(copy, 'papers'));
}

const HEADER = 32;
const FRAME_HEADER = 24;

/** SQLite's log: a header with page size and salts, then frames; the frame that ends a commit says how large the database is. */
async function tearLog(path: string): Promise<void> {
  const file = await open(path, 'r+').catch(() => undefined);
  if (file === undefined) return;
  try {
    const log = await file.readFile();
    if (log.length < HEADER) return;
    const pageSize = log.readUInt32BE(8);
    const salts = log.subarray(16, 24);
    const frame = FRAME_HEADER + pageSize;
    let end = HEADER;
    for (let at = HEADER; at + frame <= log.length; at += frame) {
      // A frame of the round before the log was last begun anew.
      if (!log.subarray(at + 8, at + 16).equals(salts)) break;
      if (log.readUInt32BE(at + 4) !== 0) end = at + frame;
    }
    // The salts are right and the sum is not: as a page looks of which the disk took only a part.
    const torn = Buffer.concat([Buffer.from([0, 0, 0, 1, 0, 0, 0, 9]), salts, randomBytes(frame)]);
    await file.write(torn, 0, torn.length, end);
  } finally {
    await file.close();
  }
}

const IS_PAPER = /^[0-9a-f]{62}$/;

async function tearUnfinishedPapers(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const { name, parentPath } of files.filter((entry) => entry.isFile())) {
    if (!IS_PAPER.test(name)) await truncate(join(parentPath, name), 1);
  }
}
