// All tables of the one-machine system except those of the embedded Step Functions, which keeps its own in the same file.
import type { Database } from './database.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS installation (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS entries (
    kind TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, entry TEXT NOT NULL,
    PRIMARY KEY (kind, id, seq)) STRICT;
  CREATE INDEX IF NOT EXISTS first_entries ON entries (kind, id) WHERE seq = 1;
  CREATE TRIGGER IF NOT EXISTS entries_are_never_changed BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'ledger entries are append-only'); END;
  CREATE TRIGGER IF NOT EXISTS entries_are_never_deleted BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'ledger entries are append-only'); END;

  -- A row taken away stays as a tombstone (value NULL), so that an older write arriving late does not bring it back.
  CREATE TABLE IF NOT EXISTS view_rows (
    view_name TEXT NOT NULL, partition_key TEXT NOT NULL, sort_key TEXT NOT NULL, value TEXT,
    ledger TEXT NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (view_name, partition_key, sort_key)) STRICT, WITHOUT ROWID;
  -- Counted as they are written: the dashboard asks for totals of partitions with 100,000 rows.
  CREATE TABLE IF NOT EXISTS view_counts (
    view_name TEXT NOT NULL, partition_key TEXT NOT NULL, live_rows INTEGER NOT NULL,
    PRIMARY KEY (view_name, partition_key)) STRICT, WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS view_row_added AFTER INSERT ON view_rows WHEN NEW.value IS NOT NULL
    BEGIN
      INSERT INTO view_counts VALUES (NEW.view_name, NEW.partition_key, 1)
        ON CONFLICT DO UPDATE SET live_rows = live_rows + 1;
    END;
  CREATE TRIGGER IF NOT EXISTS view_row_changed AFTER UPDATE ON view_rows WHEN (OLD.value IS NULL) <> (NEW.value IS NULL)
    BEGIN
      INSERT INTO view_counts VALUES (NEW.view_name, NEW.partition_key, 1)
        ON CONFLICT DO UPDATE SET live_rows = live_rows + iif(NEW.value IS NULL, -1, 1);
    END;

  CREATE TABLE IF NOT EXISTS papers (
    sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL, media_type TEXT NOT NULL, paper_class TEXT NOT NULL,
    stored_at TEXT NOT NULL, erased_at TEXT) STRICT, WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS waits (
    execution TEXT NOT NULL, wait TEXT NOT NULL, project_id TEXT NOT NULL, token TEXT NOT NULL, opened_at TEXT NOT NULL,
    PRIMARY KEY (execution, wait)) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS waits_of_project ON waits (project_id, wait);
  CREATE TABLE IF NOT EXISTS starts (
    project_id TEXT NOT NULL, generation INTEGER NOT NULL, execution TEXT NOT NULL,
    PRIMARY KEY (project_id, generation, execution)) STRICT, WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS outbox (
    place INTEGER PRIMARY KEY, message_id TEXT NOT NULL UNIQUE, message TEXT NOT NULL, enqueued_at TEXT NOT NULL,
    available_at TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL DEFAULT 'PENDING',
    detail TEXT, settled_at TEXT) STRICT;
  CREATE INDEX IF NOT EXISTS outbox_pending ON outbox (place) WHERE state = 'PENDING';

  CREATE TABLE IF NOT EXISTS people (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;`;

export function createSchema(database: Database): void {
  // A forgotten name is overwritten in the file, not only unlinked from its table.
  database.connection.exec('PRAGMA secure_delete = FAST');
  database.write(() => database.connection.exec(SCHEMA));
}
