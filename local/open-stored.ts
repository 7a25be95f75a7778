// Opens what a data folder holds, for reading: no machine goes on, no step is called.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlitePorts, type SqlitePorts } from '../adapters/sqlite/ports.ts';
import type { Engine } from '../adapters/sqlite/workflow.ts';

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
export async function openStored(folder: string): Promise<SqlitePorts<Engine> | undefined> {
  if (!existsSync(join(folder, 'jiugai.sqlite'))) return undefined;
  const opened = await openSqlitePorts({
    folder,
    clock: 'REAL',
    renovationMachineArn: '',
    newId: randomUUID,
    engine: () => NO_ENGINE,
  });
  return opened.ok ? opened.value : undefined;
}
