// The embedded Step Functions: the operations of the AWS API that a state machine lives by, in process, on SQLite.
// Starting an execution and answering a task are synchronous, so that they commit with what the caller writes beside them.
import { randomUUID } from 'node:crypto';
import type { Database } from '../../adapters/sqlite/database.ts';
import type { Json } from '../../domain/json.ts';
import { Arns } from './arns.ts';
import { ServiceError } from './errors.ts';
import { isRunnable } from './frames.ts';
import { Interpreter } from './interpreter.ts';
import { type CreateStateMachine, Machines, type UpdateStateMachine } from './machines.ts';
import { nestedExecutionClosed } from './nesting.ts';
import { packHistories } from './packing.ts';
import type { Page } from './pages.ts';
import { exceedsLimit, type Payload } from './payload.ts';
import { ExecutionReader, type GetExecutionHistory, type ListExecutions } from './reading.ts';
import { ExecutionRecords } from './records.ts';
import { startExecution } from './starting.ts';
import { Store } from './store.ts';
import { callAgain, failTask, heartbeatTask, succeedTask } from './tasks.ts';
import { Alarm, wakeDue } from './timers.ts';
import { requireWaiting } from './tokens.ts';

/** How long to leave a file alone that has just refused a commit, a full disk for example. */
const RECOVERY_PAUSE = 1000;

export interface StepFunctionsOptions {
  readonly database: Database;
  readonly clock: { now(): number };
  readonly invoke: (functionName: string, payload: Json) => Promise<unknown>;
  readonly random?: () => number;
  /** Told once the end of an execution is durable. */
  readonly executionClosed?: (executionArn: string) => void;
  /** Told what the file refused; the engine takes up its work again by itself. */
  readonly reportFault?: (error: unknown) => void;
  readonly partition?: string;
  readonly region?: string;
  readonly accountId?: string;
}

export class StepFunctions {
  readonly #database: Database;
  readonly #machines: Machines;
  readonly #records: ExecutionRecords;
  readonly #store: Store;
  readonly #reader: ExecutionReader;
  readonly #arns: Arns;
  readonly #interpreter: Interpreter;
  readonly #alarm: Alarm;
  readonly #now: () => number;
  readonly #reportFault: (error: unknown) => void;
  #recovery: NodeJS.Timeout | undefined;

  constructor(options: StepFunctionsOptions) {
    const { database, clock, partition = 'aws', region = 'local', accountId = '000000000000' } = options;
    this.#database = database;
    this.#now = () => clock.now();
    this.#reportFault = options.reportFault ?? console.error;
    this.#arns = new Arns({ partition, region, accountId });
    this.#machines = new Machines(database, this.#arns, this.#now);
    this.#records = new ExecutionRecords(database);
    this.#store = new Store(database, this.#machines, this.#records);
    this.#reader = new ExecutionReader(this.#store, this.#records, this.#machines, this.#arns);
    this.#alarm = new Alarm(this.#now, () => this.#attempt(() => this.wake()));
    this.#interpreter = new Interpreter({
      database,
      machines: this.#machines,
      store: this.#store,
      records: this.#records,
      arns: this.#arns,
      now: this.#now,
      random: options.random ?? Math.random,
      invoke: options.invoke,
      wakeAt: (at) => this.#alarm.setFor(at),
      executionClosed: options.executionClosed ?? (() => {}),
      faulted: (error) => this.#faulted(error),
    });
    database.onFailedCommit((cause) => this.#faulted(cause));
  }

  /** As on AWS: creating the same machine twice is creating it once, creating another under its name is refused. */
  createStateMachine(request: CreateStateMachine) {
    return this.#machines.create(request);
  }

  /** A new definition is for new executions; those that are running keep theirs. */
  updateStateMachine(request: UpdateStateMachine) {
    return this.#machines.update(request);
  }

  /** Creates the machine, or gives it this definition if it has another. */
  deployStateMachine(request: { name: string; definition: string }) {
    return this.#machines.deploy(request);
  }

  describeStateMachine(request: { stateMachineArn: string }) {
    return this.#machines.describe(request.stateMachineArn);
  }

  listStateMachines(request: Page = {}) {
    return this.#machines.list(request);
  }

  deleteStateMachine(request: { stateMachineArn: string }) {
    return this.#machines.remove(request.stateMachineArn);
  }

  startExecution(request: { stateMachineArn: string; name?: string | undefined; input?: string | undefined }) {
    const { stateMachineArn, name = randomUUID(), input = '{}' } = request;
    const { machine, startedAt } = startExecution(this.#interpreter, { stateMachineArn, name, input });
    return { executionArn: this.#arns.execution(machine, name), startDate: new Date(startedAt) };
  }

  stopExecution(request: { executionArn: string; error?: string | undefined; cause?: string | undefined }) {
    const { executionArn, error, cause } = request;
    const record = this.#reader.require(executionArn);
    const execution = this.#store.execution(record.id);
    if (execution) this.#interpreter.conclude(execution, 'ABORTED', { error, cause });
    return { stopDate: new Date(record.stoppedAt ?? this.#now()) };
  }

  describeExecution(request: { executionArn: string }) {
    return this.#reader.describe(request.executionArn);
  }

  describeStateMachineForExecution(request: { executionArn: string }) {
    return this.#reader.describeStateMachine(request.executionArn);
  }

  listExecutions(request: ListExecutions) {
    return this.#reader.list(request);
  }

  getExecutionHistory(request: GetExecutionHistory) {
    return this.#reader.history(request);
  }

  sendTaskSuccess(request: { taskToken: string; output: string }) {
    const output = parseOutput(request.output);
    const { frame } = requireWaiting(request.taskToken, this.#store, this.#records);
    this.#interpreter.transition(frame, (draft) => succeedTask(this.#interpreter, draft, output));
    return {};
  }

  sendTaskFailure(request: { taskToken: string; error?: string | undefined; cause?: string | undefined }) {
    const { taskToken, error = '', cause = '' } = request;
    const { frame } = requireWaiting(taskToken, this.#store, this.#records);
    this.#interpreter.transition(frame, (draft) => failTask(this.#interpreter, draft, error, cause));
    return {};
  }

  sendTaskHeartbeat(request: { taskToken: string }) {
    const { frame, phase } = requireWaiting(request.taskToken, this.#store, this.#records);
    this.#interpreter.transition(frame, (draft) => heartbeatTask(draft, phase, this.#now()));
    return {};
  }

  /**
   * Takes up what a crash has interrupted: functions that had not answered are called again. What waits for a token,
   * a time or a nested execution is not even read until that comes.
   */
  recover(): void {
    for (const frame of this.#store.active()) {
      if (isRunnable(frame)) this.#interpreter.resume(frame);
      else callAgain(this.#interpreter, frame);
    }
    nestedExecutionClosed(this.#interpreter, 'closed');
    this.wake();
  }

  /** Fires everything that is due; to be called when a virtual clock has moved. */
  wake(): void {
    wakeDue(this.#interpreter);
    this.#alarm.cancel();
    const next = this.#store.nextWake();
    if (next !== undefined) this.#alarm.setFor(next);
  }

  /** When the next wait, retry or timeout is due, in milliseconds since the epoch. */
  nextWake(): number | undefined {
    return this.#store.nextWake();
  }

  /**
   * Packs the histories of closed executions, at most so many, and returns how many. For quiet moments: a hundred of them
   * hold up everything else for some 50 ms.
   */
  packHistories(limit = 100): number {
    return packHistories(this.#database, limit);
  }

  /** Resolves when everything waits for a token, a time or a nested execution, and all of that is durable. */
  async idle(): Promise<void> {
    for (;;) {
      await this.#database.durable();
      const { quiet } = this.#interpreter;
      if (!quiet) return;
      await quiet;
    }
  }

  /** Ends the work of this process on the executions; the database is its owner's to close. */
  close(): void {
    this.#interpreter.stopped = true;
    this.#alarm.cancel();
    clearTimeout(this.#recovery);
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#faulted(error);
    }
  }

  /** What a fault has interrupted is taken up again, until the file takes it. */
  #faulted(error: unknown): void {
    if (this.#interpreter.stopped) return;
    this.#reportFault(error);
    clearTimeout(this.#recovery);
    this.#recovery = setTimeout(() => this.#attempt(() => this.recover()), RECOVERY_PAUSE);
    this.#recovery.unref();
  }
}

function parseOutput(text: string): Payload {
  if (exceedsLimit(text)) throw new ServiceError('InvalidOutput', 'Invalid Output: too long');
  try {
    const value: Json = JSON.parse(text);
    return { text: JSON.stringify(value), value };
  } catch {
    throw new ServiceError('InvalidOutput', 'Invalid Output: it is not JSON');
  }
}
