// All ports on one machine: one SQLite file and one folder.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome } from '../../domain/errors.ts';
import type { Clock, Ports, Seal } from '../../domain/ports.ts';
import type { Names } from '../granted-directory.ts';
import { openVirtualClock, realClock, refuseWhileBehind, type VirtualClock } from './clock.ts';
import { Database } from './database.ts';
import { sqliteDirectory, sqliteNames } from './directory.ts';
import { sqliteLedger } from './ledger.ts';
import { enqueueMessages, sqliteOutbox } from './outbox.ts';
import { sqlitePapers } from './papers.ts';
import { createSchema } from './schema.ts';
import { openSeal } from './seal.ts';
import { sqliteViews, writeViewRows } from './views.ts';
import { type Engine, signalsTo, sqliteWorkflow } from './workflow.ts';

export interface SqlitePortsOptions<E extends Engine> {
  /** The data folder; made if it is not there. */
  readonly folder: string;
  readonly clock: 'REAL' | { readonly virtualFrom: Instant };
  /** Builds the embedded Step Functions on the same file and clock, so that its transitions commit with the ledger. */
  readonly engine: (database: Database, clock: Clock) => E;
  readonly renovationMachineArn: string;
  readonly newId: () => string;
}

export interface SqlitePorts<E extends Engine> {
  readonly ports: Ports;
  readonly database: Database;
  readonly engine: E;
  /** There only in a rehearsal. */
  readonly virtualClock?: VirtualClock;
  readonly names: Names;
  /** Commits what is open and closes the file. */
  close(): void;
}

/** Refused if a virtual clock is asked of a folder that holds real projects. */
export async function openSqlitePorts<E extends Engine>(
  options: SqlitePortsOptions<E>,
): Promise<Outcome<SqlitePorts<E>>> {
  const { folder, newId, renovationMachineArn } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const database = new Database(join(folder, 'jiugai.sqlite'));
  createSchema(database);

  const virtual = options.clock === 'REAL' ? undefined : await openVirtualClock(database, options.clock.virtualFrom);
  if (virtual && !virtual.ok) {
    database.close();
    return virtual;
  }
  const clock = virtual?.value ?? realClock;
  const engine = options.engine(database, clock);
  const ports = portsOn({
    database,
    folder,
    seal: await openSeal(folder, !holdsEntries(database)),
    clock,
    engine,
    renovationMachineArn,
    newId,
  });

  return granted({
    ports: virtual ? ports : { ...ports, ledger: refuseWhileBehind(ports.ledger, database) },
    database,
    engine,
    ...(virtual && { virtualClock: virtual.value }),
    names: sqliteNames(database),
    close: () => database.close(),
  });
}

const holdsEntries = (database: Database): boolean =>
  database.prepare('SELECT 1 FROM entries LIMIT 1').get() !== undefined;

export interface PortsParts {
  readonly database: Database;
  readonly folder: string;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly engine: Engine;
  readonly renovationMachineArn: string;
  readonly newId: () => string;
}

/** The ports over parts that are open already. */
export function portsOn({ database, folder, seal, clock, engine, renovationMachineArn, newId }: PortsParts): Ports {
  const applySignals = signalsTo(database, engine, renovationMachineArn);
  const views = sqliteViews(database);
  return {
    ledger: sqliteLedger(database, (consequences) => {
      writeViewRows(database, consequences.views);
      enqueueMessages(database, clock, consequences.messages);
      applySignals(consequences.signals);
    }),
    views,
    papers: sqlitePapers({ database, folder: join(folder, 'papers'), clock, seal, newId }),
    workflow: sqliteWorkflow(database, engine, renovationMachineArn),
    outbox: sqliteOutbox(database, clock),
    directory: sqliteDirectory(database, views, clock),
    clock,
    seal,
    newId,
  };
}
