// The one-machine adapters, held to the contract that every adapter of a port keeps.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlitePorts } from '../../adapters/sqlite/ports.ts';
import { openSeal, rotateSigningKey } from '../../adapters/sqlite/seal.ts';
import { epochMillisecondsOf, type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import { EmbeddedEngine } from '../support/ports/embedded-engine.ts';
import { describeDirectory } from './contract/directory.ts';
import { describeLedger } from './contract/ledger.ts';
import { describeOutbox } from './contract/outbox.ts';
import { describePapers } from './contract/papers.ts';
import { describeSeal } from './contract/seal.ts';
import { describeViews } from './contract/views.ts';
import { describeWorkflow } from './contract/workflow.ts';

async function open() {
  const folder = await mkdtemp(join(tmpdir(), 'jiugai-'));
  let ids = 0;
  const moveClockTo = async (to: Instant) => {
    if (opened.ok) await opened.value.virtualClock?.moveTo(to);
  };
  const opened = await openSqlitePorts({
    folder,
    clock: { virtualFrom: instantOf(Date.UTC(2026, 2, 2, 1)) },
    engine: (database, clock) =>
      new EmbeddedEngine({
        database,
        now: () => epochMillisecondsOf(clock.now()),
        moveTo: (now) => moveClockTo(instantOf(now)),
      }),
    renovationMachineArn: 'arn:aws:states:local:000000000000:stateMachine:renovation',
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  });
  if (!opened.ok) throw new Error(opened.refusal.says.en);
  const { ports, engine, names, close } = opened.value;
  return {
    ...ports,
    engine,
    names,
    openSeal: () => openSeal(folder),
    rotateSigningKey: () => rotateSigningKey(folder),
    moveClockTo,
    async close() {
      engine.close();
      close();
      await rm(folder, { recursive: true });
    },
  };
}

describeLedger('SQLite', open);
describeViews('SQLite', open);
describePapers('SQLite', open);
describeWorkflow('SQLite', open);
describeOutbox('SQLite', open);
describeDirectory('SQLite', open);
describeSeal('SQLite', open);
