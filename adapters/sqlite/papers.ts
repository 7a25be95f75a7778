// Papers in a folder under their SHA-256, described in SQLite.
import { createHash, hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Instant } from '../../domain/calendar/plain-date.ts';
import { Fault } from '../../domain/errors.ts';
import type { Clock, PaperClass, PaperMeta, Papers, Seal } from '../../domain/ports.ts';
import type { Database } from './database.ts';
import { syncFolder, writeFileDurably } from './durable-file.ts';
import { storageFault } from './faults.ts';
import { issueTicket } from './upload-ticket.ts';

/** From least to most protected: bytes that are kept for two reasons are kept for the stricter one. */
const PROTECTION = { UPLOAD: 0, ISSUED: 1, FILED: 2, VAULT: 3 } as const satisfies Record<PaperClass, number>;

/** Of a paper that is read piece by piece. */
const PIECE_BYTES = 1 << 20;

export interface PapersOptions {
  readonly database: Database;
  readonly folder: string;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly newId: () => string;
}

export function sqlitePapers({ database, folder, clock, seal, newId }: PapersOptions): Papers {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2));

  const find = (sha256: string): { meta: PaperMeta; erased: boolean } | undefined => {
    const row = database
      .prepare('SELECT bytes, media_type, paper_class, stored_at, erased_at FROM papers WHERE sha256 = ?')
      .get(sha256);
    if (!row) return undefined;
    const meta = {
      sha256,
      bytes: Number(row.bytes),
      mediaType: String(row.media_type),
      paperClass: String(row.paper_class) as PaperClass,
      storedAt: String(row.stored_at) as Instant,
    };
    return { meta, erased: row.erased_at !== null };
  };

  const changed = (sha256: string) => new Fault('CORRUPT', `paper ${sha256} has been changed`);
  const gone = (sha256: string) => (cause: unknown) => {
    throw new Fault('CORRUPT', `the bytes of paper ${sha256} are gone`, { cause });
  };

  async function* piecesOf(sha256: string): AsyncGenerator<Uint8Array> {
    const sum = createHash('sha256');
    const file = await open(pathOf(sha256)).catch(gone(sha256));
    try {
      const buffer = Buffer.allocUnsafeSlow(PIECE_BYTES);
      for (;;) {
        const { bytesRead } = await file.read(buffer);
        if (bytesRead === 0) break;
        const piece = buffer.subarray(0, bytesRead);
        sum.update(piece);
        yield piece;
      }
    } finally {
      await file.close();
    }
    if (sum.digest('hex') !== sha256) throw changed(sha256);
  }

  return {
    async ticket(request) {
      return issueTicket(seal, request);
    },

    async put(bytes, meta) {
      const sha256 = hash('sha256', bytes, 'hex');
      const path = pathOf(sha256);
      const stored = await stat(path).catch(() => undefined);
      if (stored?.size !== bytes.length) {
        await writeFileDurably(path, bytes, `${path}.${newId()}`).catch((error: unknown) => {
          throw storageFault(error);
        });
      }

      const kept = database.write(() => {
        const before = find(sha256);
        const first = before && !before.erased ? before.meta : { ...meta, sha256, bytes: bytes.length };
        const stricter = PROTECTION[meta.paperClass] > PROTECTION[first.paperClass];
        const kept: PaperMeta = stricter ? { ...first, paperClass: meta.paperClass } : first;
        database
          .prepare(`
            INSERT OR REPLACE INTO papers (sha256, bytes, media_type, paper_class, stored_at) VALUES (?, ?, ?, ?, ?)`)
          .run(sha256, kept.bytes, kept.mediaType, kept.paperClass, kept.storedAt);
        return kept;
      });
      await database.durable();
      return kept;
    },

    async get(sha256) {
      const found = find(sha256);
      if (!found || found.erased) return undefined;
      const bytes = await readFile(pathOf(sha256)).catch(gone(sha256));
      if (hash('sha256', bytes, 'hex') !== sha256) throw changed(sha256);
      return bytes;
    },

    async stream(sha256) {
      const found = find(sha256);
      return found && !found.erased ? piecesOf(sha256) : undefined;
    },

    async describe(sha256) {
      return find(sha256)?.meta;
    },

    async erase(sha256) {
      const found = find(sha256);
      if (!found || found.erased) return;
      // Bytes first: a kill in between leaves a paper that asks for its erasure again, never one that only says erased.
      const path = pathOf(sha256);
      await rm(path, { force: true });
      // A folder that is gone has nothing left to forget.
      if (existsSync(dirname(path))) await syncFolder(dirname(path));
      database.write(() =>
        database.prepare('UPDATE papers SET erased_at = ? WHERE sha256 = ?').run(clock.now(), sha256),
      );
      await database.durable();
    },
  };
}
