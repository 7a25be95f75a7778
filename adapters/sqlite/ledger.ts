// Ledgers in SQLite: the entry and all that follows from it commit together or not at all.
import { Fault } from '../../domain/errors.ts';
import { EMPTY_HEAD, type Entry, type Head, type LedgerRef, SUBJECT_FIELDS } from '../../domain/ledger.ts';
import type { Consequences, Ledger } from '../../domain/ports.ts';
import type { Database } from './database.ts';

/** `apply` writes the consequences; it runs inside the transaction of the entry, and its throwing undoes the entry. */
export function sqliteLedger(database: Database, apply: (consequences: Consequences) => void): Ledger {
  const headOf = ({ kind, id }: LedgerRef): Head => {
    const row = database
      .prepare('SELECT seq, hash FROM entries WHERE kind = ? AND id = ? ORDER BY seq DESC LIMIT 1')
      .get(kind, id);
    return row ? { seq: Number(row.seq), hash: String(row.hash) } : EMPTY_HEAD;
  };

  return {
    async append(ref, entry, consequences) {
      const answer = database.write(() => {
        const head = headOf(ref);
        if (entry.seq !== head.seq + 1) return 'STALE';
        if (entry.prevHash !== head.hash || entry[SUBJECT_FIELDS[ref.kind]] !== ref.id) {
          throw new Fault('CORRUPT', `entry ${entry.seq} does not continue ledger ${ref.kind} ${ref.id}`);
        }
        database
          .prepare('INSERT INTO entries (kind, id, seq, hash, entry) VALUES (?, ?, ?, ?, ?)')
          .run(ref.kind, ref.id, entry.seq, entry.hash, JSON.stringify(entry));
        apply(consequences);
        return 'APPENDED';
      });
      await database.durable();
      return answer;
    },

    async read({ kind, id }, after = 0) {
      return (
        database
          .prepare('SELECT entry FROM entries WHERE kind = ? AND id = ? AND seq > ? ORDER BY seq')
          .all(kind, id, after)
          // The text was written by `append` and is never changed.
          .map(({ entry }) => JSON.parse(String(entry)) as Entry)
      );
    },

    async list(kind, { cursor = '', limit = -1 } = {}) {
      return database
        .prepare('SELECT id FROM entries WHERE kind = ? AND seq = 1 AND id > ? ORDER BY id LIMIT ?')
        .all(kind, cursor, limit)
        .map(({ id }) => String(id));
    },
  };
}
