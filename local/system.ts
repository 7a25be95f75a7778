// The whole system in one process: ports on one SQLite file, the embedded Step Functions in the same file, steps and machines.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as letOthersWork } from 'node:timers/promises';
import { openSqlitePorts, type SqlitePorts } from '../adapters/sqlite/ports.ts';
import { dateInShanghai, epochMillisecondsOf, type Instant, instantOf } from '../domain/calendar/plain-date.ts';
import { granted, type Outcome } from '../domain/errors.ts';
import type { Ports } from '../domain/ports.ts';
import { reconcileProjects } from '../functions/dashboard/reconcile-projects.ts';
import { findOrphanReservations, settleOrphanReservation } from '../functions/funding/find-orphan-reservations.ts';
import { eraseExpiredPapers } from '../functions/intake/erase-expired-papers.ts';
import type { ClockSetting } from '../functions/runtime/config.ts';
import { forgetAnswers } from '../functions/runtime/idempotency.ts';
import { codeOf, type Log, traceOf, writeLogLine } from '../functions/runtime/log.ts';
import { AnswerTimes } from './answer-times.ts';
import { RESTORED } from './backup/restore-backup.ts';
import { deployMachines } from './deploy-machines.ts';
import { eraseUnusedUploads } from './erase-unused-uploads.ts';
import { StepFunctions } from './stepfunctions/engine.ts';
import { invokeOver } from './steps.ts';
import { ChangeFeed } from './stream/change-feed.ts';

const RENOVATION_ARN = 'arn:aws:states:local:000000000000:stateMachine:renovation';
const RECONCILED_EVERY = 15 * 60_000;
/** After a start: what a crash has left is looked at when the machines have had their moment. */
const FIRST_RECONCILED = 60_000;

export interface SystemOptions {
  /** The data folder. */
  readonly folder: string;
  readonly clock: ClockSetting;
  readonly log?: Log;
  readonly newId?: () => string;
}

export interface System {
  readonly ports: Ports;
  readonly engine: StepFunctions;
  readonly stored: SqlitePorts<StepFunctions>;
  /** Tells of every entry once it is committed, whoever wrote it: a route, a machine, the reconciler. */
  readonly changes: ChangeFeed;
  /** How long answers and entries took today. */
  readonly times: AnswerTimes;
  readonly clockKind: 'real' | 'virtual';
  /** Moves a virtual clock to `to`; everything that falls due on the way happens at its own time, in order. */
  advance(to: Instant): Promise<Outcome<Instant>>;
  /** Resolves when nothing is left to do but wait. */
  idle(): Promise<void>;
  close(): void;
}

/** Refused when the data folder and the clock do not go together. */
export async function openSystem(options: SystemOptions): Promise<Outcome<System>> {
  const { folder, clock, log = writeLogLine } = options;
  let invoke: (functionName: string, payload: unknown) => Promise<unknown> = () =>
    Promise.reject(new Error('the system is not open yet'));
  const opened = await openSqlitePorts({
    folder,
    clock: clock.kind === 'REAL' ? 'REAL' : { virtualFrom: clock.from },
    renovationMachineArn: RENOVATION_ARN,
    newId: options.newId ?? randomUUID,
    engine: (database, now) =>
      new StepFunctions({
        database,
        clock: { now: () => epochMillisecondsOf(now.now()) },
        invoke: (functionName, payload) => invoke(functionName, payload),
        reportFault: (error) =>
          log({ level: 'error', code: codeOf(error), requestId: 'engine', route: 'stepFunctions', ...traceOf(error) }),
      }),
  });
  if (!opened.ok) return opened;
  const stored = opened.value;
  const { engine, virtualClock } = stored;
  const changes = new ChangeFeed(stored.ports.newId());
  const times = new AnswerTimes(stored.ports, () => performance.now());
  const ports: Ports = { ...stored.ports, ledger: changes.watching(times.timing(stored.ports.ledger)) };
  invoke = invokeOver(ports, log);
  deployMachines(engine);
  engine.recover();

  /** Money first: a reservation that is completed moves its project, and the project is looked at next. */
  async function reconcile(): Promise<void> {
    for (const round of [settleOrphanReservations, reconcileProjects, forgetAnswers, ...housekeeping]) {
      await round(ports, log).catch((error: unknown) => {
        log({ level: 'error', code: codeOf(error), requestId: 'reconciler', route: round.name, ...traceOf(error) });
      });
    }
  }
  /** A hundred hold up everything else for some 50 ms: then the others get their turn. */
  async function packHistories(): Promise<void> {
    while (engine.packHistories() > 0) await letOthersWork();
  }
  const keepTimes = () => times.keep();
  const housekeeping = [packHistories, eraseExpired, keepTimes] as const;
  let lastErased = '';
  /** Once a day what has been kept for as long as it may be goes. */
  async function eraseExpired(): Promise<void> {
    const today = dateInShanghai(ports.clock.now());
    if (today === lastErased) return;
    await eraseExpiredPapers(ports);
    await eraseUnusedUploads(ports, stored.database);
    lastErased = today;
  }
  // Before anybody is shown anything: what was erased after the backup was taken is there again, and its time is over.
  const restored = join(folder, RESTORED);
  if (existsSync(restored)) {
    await eraseExpired();
    await rm(restored);
  }
  // Under a virtual clock the quarters of an hour pass when it is moved.
  const rounds = virtualClock
    ? []
    : [setTimeout(reconcile, FIRST_RECONCILED), setInterval(reconcile, RECONCILED_EVERY)];
  for (const round of rounds) round.unref();

  let moving: Promise<unknown> = Promise.resolve();
  let lastRound = epochMillisecondsOf(ports.clock.now());
  async function moveOn(to: Instant): Promise<Outcome<Instant>> {
    if (virtualClock === undefined) return granted(ports.clock.now());
    await engine.idle();
    for (let next = engine.nextWake(); next !== undefined && instantOf(next) <= to; next = engine.nextWake()) {
      const moved = await virtualClock.moveTo(instantOf(Math.max(next, epochMillisecondsOf(ports.clock.now()))));
      if (!moved.ok) return moved;
      engine.wake();
      await engine.idle();
    }
    const moved = await virtualClock.moveTo(to);
    if (moved.ok && epochMillisecondsOf(to) - lastRound >= RECONCILED_EVERY) {
      lastRound = epochMillisecondsOf(to);
      await reconcile();
      await engine.idle();
    }
    return moved;
  }

  return granted({
    ports,
    engine,
    stored,
    changes,
    times,
    clockKind: virtualClock ? 'virtual' : 'real',
    advance(to) {
      // One after the other: two callers at once must not fire the same minute twice.
      const moved = moving.then(() => moveOn(to));
      moving = moved.catch(() => {});
      return moved;
    },
    idle: () => engine.idle(),
    close() {
      for (const round of rounds) clearTimeout(round);
      engine.close();
      stored.close();
    },
  });
}

async function settleOrphanReservations(ports: Ports): Promise<void> {
  for (const orphan of await findOrphanReservations(ports)) await settleOrphanReservation(ports, orphan);
}
