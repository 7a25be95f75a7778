// Opens what a data folder holds, for reading: no machine goes on, no step is called.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlitePorts, type SqlitePorts, type SqlitePortsOptions } from '../adapters/sqlite/ports.ts';
import type { Engine } from '../adapters/sqlite/workflow.ts';
import { epochMillisecondsOf } from '../domain/calendar/plain-date.ts';
import { StepFunctions } from './stepfunctions/engine.ts';

function standsStill(): never {
  throw new Error('this data folder was opened for reading');
}

const NO_ENGINE: Engine = {
  startExecution: standsStill,
  sendTaskSuccess: standsStill,
  stopExecution: standsStill,
  describeExecution: standsStill,
  listExecutions: standsStill,
};

/** Undefined if there is nothing in the folder. */
export const openStored = (folder: string): Promise<SqlitePorts<Engine> | undefined> => open(folder, () => NO_ENGINE);

/** With the executions and what they have been through. */
export const openStoredExecutions = (folder: string): Promise<SqlitePorts<StepFunctions> | undefined> =>
  open(
    folder,
    (database, clock) =>
      new StepFunctions({
        database,
        clock: { now: () => epochMillisecondsOf(clock.now()) },
        invoke: async () => standsStill(),
      }),
  );

async function open<E extends Engine>(
  folder: string,
  engine: SqlitePortsOptions<E>['engine'],
): Promise<SqlitePorts<E> | undefined> {
  if (!existsSync(join(folder, 'jiugai.sqlite'))) return undefined;
  const opened = await openSqlitePorts({ folder, clock: 'REAL', renovationMachineArn: '', newId: randomUUID, engine });
  return opened.ok ? opened.value : undefined;
}
