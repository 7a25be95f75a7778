// The one SQLite connection of the one-machine system, and its group commit: everything written in one turn of the
// event loop (ledger entry, projections, outbox rows, workflow transition) becomes durable with one fsync, or not at all.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { storageFault } from './faults.ts';

interface Group {
  readonly effects: (() => void)[];
  readonly undos: (() => void)[];
  readonly durable: PromiseWithResolvers<void>;
}

export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #flushes: (() => void)[] = [];
  readonly #failureListeners: ((cause: unknown) => void)[] = [];
  #group: Group | undefined;
  /** Bodies that are running, one inside the other. */
  #bodies = 0;
  /** Those of them, from the outermost, that have a savepoint. */
  #savepoints = 0;

  constructor(file: string, options: { synchronous?: 'FULL' | 'NORMAL' } = {}) {
    this.#connection = new DatabaseSync(file);
    // With NORMAL a commit outlives a kill but not a power cut. 16 MB of log between checkpoints keeps fsyncs of the
    // main file rare.
    this.#connection.exec(`
      PRAGMA busy_timeout = 5000;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = ${options.synchronous ?? 'FULL'};
      PRAGMA foreign_keys = ON;
      PRAGMA wal_autocheckpoint = 4000;`);
  }

  get connection(): DatabaseSync {
    this.#setSavepoints();
    return this.#connection;
  }

  /** To be asked for in the body that runs it, which is what gives that body its savepoint. */
  prepare(sql: string): StatementSync {
    this.#setSavepoints();
    return this.#statement(sql);
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #prepare(sql: string): StatementSync {
    try {
      return withFaults(this.#connection.prepare(sql));
    } catch (error) {
      throw storageFault(error);
    }
  }

  /**
   * Runs a synchronous body inside the open group, opening one if there is none. A body that throws is rolled back
   * alone, and the group goes on without it. Bodies nest. One that only changes memory costs no statement.
   */
  write<T>(body: () => T): T {
    const group = this.#group ?? this.#open();
    const effects = group.effects.length;
    const undos = group.undos.length;
    const level = ++this.#bodies;
    try {
      const result = body();
      if (this.#savepoints === level) this.#release();
      return result;
    } catch (error) {
      if (this.#group !== group) throw error;
      // A full disk makes SQLite roll back the whole transaction by itself; then the group is lost, not only this body.
      if (!this.#connection.isTransaction) {
        this.#fail(group, error);
        throw error;
      }
      if (this.#savepoints === level) {
        this.#statement('ROLLBACK TO body').run();
        this.#release();
      }
      group.effects.length = effects;
      undo(group.undos.splice(undos));
      throw error;
    } finally {
      this.#bodies = level - 1;
    }
  }

  #setSavepoints(): void {
    while (this.#savepoints < this.#bodies) {
      this.#statement('SAVEPOINT body').run();
      this.#savepoints += 1;
    }
  }

  #release(): void {
    this.#statement('RELEASE body').run();
    this.#savepoints -= 1;
  }

  /** Runs the effect once everything written so far is durable; drops it if the surrounding body or group rolls back. */
  afterCommit(effect: () => void): void {
    if (this.#group) this.#group.effects.push(effect);
    else effect();
  }

  /** Says how to take back a change in memory that belongs to the surrounding body, should that body or its group roll back. */
  onRollback(takeBack: () => void): void {
    this.#group?.undos.push(takeBack);
  }

  /** Registers rows that are held back during the group and written once, just before it commits. */
  beforeCommit(flush: () => void): void {
    this.#flushes.push(flush);
  }

  /** Registers who must know that a whole group was lost, after all changes in memory have been taken back. */
  onFailedCommit(listener: (cause: unknown) => void): void {
    this.#failureListeners.push(listener);
  }

  /** Resolves when everything written so far is committed; rejects if it could not be. */
  durable(): Promise<void> {
    return this.#group?.durable.promise ?? Promise.resolve();
  }

  /** Commits what is open and closes the file. */
  close(): void {
    if (!this.#connection.isOpen) return;
    // What a commit sets off may write once more.
    while (this.#group) this.#commit(this.#group);
    this.#connection.close();
  }

  #open(): Group {
    const durable = Promise.withResolvers<void>();
    // Without a waiter a failed commit is reported to the failure listeners only.
    durable.promise.catch(() => {});
    const group: Group = { effects: [], undos: [], durable };
    this.prepare('BEGIN IMMEDIATE').run();
    this.#group = group;
    setImmediate(() => {
      if (this.#group === group) this.#commit(group);
    });
    return group;
  }

  #commit(group: Group): void {
    try {
      for (const flush of this.#flushes) flush();
      this.prepare('COMMIT').run();
    } catch (error) {
      if (this.#connection.isTransaction) this.prepare('ROLLBACK').run();
      this.#fail(group, error);
      return;
    }
    this.#group = undefined;
    group.durable.resolve();
    for (const effect of group.effects) run(effect);
  }

  #fail(group: Group, cause: unknown): void {
    this.#group = undefined;
    this.#savepoints = 0;
    undo(group.undos);
    group.durable.reject(cause);
    for (const listener of this.#failureListeners) listener(cause);
  }
}

/** A full disk or a damaged page is found while a statement runs: whoever called it is told so in our own words. */
function withFaults(statement: StatementSync): StatementSync {
  for (const name of ['run', 'get', 'all'] as const) {
    const method: (...values: SQLInputValue[]) => unknown = statement[name].bind(statement);
    const told = (...values: SQLInputValue[]): unknown => {
      try {
        return method(...values);
      } catch (error) {
        throw storageFault(error);
      }
    };
    Object.defineProperty(statement, name, { value: told });
  }
  return statement;
}

/** An effect that throws is a fault of the process, but not of the effects after it: what they belong to is committed. */
function run(effect: () => void): void {
  try {
    effect();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

function undo(undos: (() => void)[]): void {
  for (const takeBack of undos.reverse()) takeBack();
}
