// The rows of the engine: running executions are held in memory and written once per commit, history is only appended.
import type { Database } from '../../adapters/sqlite/database.ts';
import { AtHand } from './at-hand.ts';
import type { Piece } from './borrowing.ts';
import { type Due, readDue, readNextWake } from './due.ts';
import { HistoryFull } from './errors.ts';
import { type Execution, type ExecutionRecord, type ExecutionStatus, type Frame, isActive } from './frames.ts';
import { HISTORY_LIMIT, type HistoryEvent } from './history.ts';
import type { Machines } from './machines.ts';
import { readChunks } from './packing.ts';
import type { Payload } from './payload.ts';
import type { ExecutionRecords } from './records.ts';
import { type FrameRow, frameId, frameOf, frameRow, newExecution, splitFrameId, UPSERT_FRAME } from './rows.ts';
import { forget, readEvents, storedEvent } from './stored-events.ts';
import { textOfTold, toldText } from './told-payloads.ts';

export class Store {
  readonly #database: Database;
  readonly #machines: Machines;
  readonly #records: ExecutionRecords;
  readonly #running = new Map<number, Execution>();
  readonly #dirty = new Set<Execution>();
  readonly #atHand = new AtHand();
  /** Executions that a frame waits for, or has waited for. */
  readonly #awaited: Set<number>;
  #lastId: number;

  constructor(database: Database, machines: Machines, records: ExecutionRecords) {
    this.#database = database;
    this.#machines = machines;
    this.#records = records;
    this.#lastId = this.#number('SELECT coalesce(max(id), 0) AS n FROM sfn_execution');
    const awaited = database.prepare('SELECT child FROM sfn_frame WHERE child IS NOT NULL').all();
    this.#awaited = new Set(awaited.map(({ child }) => Number(child)));
    database.beforeCommit(() => this.flush());
    database.onFailedCommit(() => {
      this.#running.clear();
      this.#dirty.clear();
      this.#atHand.clear();
    });
  }

  open(start: { machine: string; version: number; name: string; input: Payload; text: string; at: number }): Execution {
    const { machine, version, name, input, text, at } = start;
    const id = ++this.#lastId;
    const definition = this.#machines.definition(machine, version);
    const deadline = definition.timeoutSeconds === undefined ? null : at + definition.timeoutSeconds * 1000;
    this.#database
      .prepare(
        `INSERT INTO sfn_execution (id, machine, version, name, status, input, startedAt, deadline)
         VALUES (?, ?, ?, ?, 'RUNNING', ?, ?, ?)`,
      )
      .run(id, machine, version, name, text, at, deadline);
    const execution = newExecution({ id, machine, name, input: input.value, startedAt: at, definition });
    this.#running.set(id, execution);
    this.#database.onRollback(() => this.#running.delete(id));
    return execution;
  }

  close(
    execution: Execution,
    status: Exclude<ExecutionStatus, 'RUNNING'>,
    at: number,
    end: { output?: string | undefined; error?: string | undefined; cause?: string | undefined },
    event: number,
  ): void {
    const output = end.output === undefined ? null : toldText(end.output, event);
    for (const frame of execution.frames.values()) this.remove(frame);
    this.#database
      .prepare(
        `UPDATE sfn_execution SET status = ?, output = ?, error = ?, cause = ?, stoppedAt = ?, deadline = NULL WHERE id = ?`,
      )
      .run(status, output, end.error ?? null, end.cause ?? null, at, execution.id);
    this.#running.delete(execution.id);
    this.#atHand.release(execution);
    this.#database.onRollback(() => this.#running.set(execution.id, execution));
  }

  /** A running execution; undefined if it is closed or never was. */
  execution(id: number): Execution | undefined {
    const running = this.#running.get(id);
    if (running) return running;
    const record = this.#records.get(id);
    if (record?.status !== 'RUNNING') return undefined;
    const { machine, version, name, startedAt } = record;
    const definition = this.#machines.definition(machine, version);
    const execution = newExecution({ id, machine, name, input: JSON.parse(record.input), startedAt, definition });
    execution.events = this.#number('SELECT max(last) AS n FROM sfn_history WHERE execution = ?', id);
    let events: HistoryEvent[] | undefined;
    const history = () => {
      events ??= this.history(id);
      return events;
    };
    for (const stored of this.#frameRows(id)) {
      const frame = frameOf(stored, execution, history);
      execution.frames.set(frame.number, frame);
      execution.nextFrame = frame.number + 1;
    }
    this.#running.set(id, execution);
    return execution;
  }

  isCurrent(frame: Frame): boolean {
    const { execution, number } = frame;
    return this.#running.get(execution.id) === execution && execution.frames.get(number) === frame;
  }

  put(frame: Frame): void {
    const { execution, number } = frame;
    const before = execution.frames.get(number);
    execution.frames.set(number, frame);
    this.#touch(execution, number);
    this.#database.onRollback(() => {
      if (before) execution.frames.set(number, before);
      else execution.frames.delete(number);
    });
  }

  remove(frame: Frame): void {
    const { execution, number } = frame;
    execution.frames.delete(number);
    this.#touch(execution, number);
    this.#database.onRollback(() => execution.frames.set(number, frame));
  }

  /** Appends an event to the history and returns its id. Only the closing event may take the last place. */
  append(execution: Execution, event: HistoryEvent, piece?: Piece): number {
    if (execution.events >= HISTORY_LIMIT - 1 && !event.type.startsWith('Execution')) throw new HistoryFull();
    const { unwritten } = execution;
    const id = ++execution.events;
    const stored = storedEvent(id, event, execution.lately, piece);
    execution.unwritten = unwritten ? `${unwritten},${stored}` : stored;
    this.#dirty.add(execution);
    this.#database.onRollback(() => {
      execution.events--;
      execution.unwritten = unwritten;
      // What was remembered may have been in the event taken back.
      forget(execution.lately);
    });
    return id;
  }

  history(id: number): HistoryEvent[] {
    const unwritten = [...this.#dirty].find((execution) => execution.id === id)?.unwritten ?? '';
    return readEvents([...readChunks(this.#database, id), `[${unwritten}]`]);
  }

  outputOf({ id, output }: ExecutionRecord): string | undefined {
    return output === undefined ? undefined : textOfTold(output, () => this.history(id));
  }

  /** Writes what has changed in memory into the open group. */
  flush(): void {
    for (const execution of this.#dirty) this.#write(execution);
    this.#dirty.clear();
  }

  due(now: number): Due[] {
    this.flush();
    return readDue(this.#database, now);
  }

  nextWake(): number | undefined {
    this.flush();
    return readNextWake(this.#database);
  }

  /** Frames that wait for this child execution, or for any child that is closed. */
  parentsOf(child: number | 'closed'): Frame[] {
    if (child !== 'closed' && !this.#awaited.has(child)) return [];
    const sql =
      child === 'closed'
        ? `SELECT f.id FROM sfn_frame f JOIN sfn_execution e ON e.id = f.child WHERE e.status <> 'RUNNING'`
        : 'SELECT id FROM sfn_frame WHERE child = ?';
    return this.#frames(sql, ...(child === 'closed' ? [] : [child]));
  }

  /** Frames that the engine itself has to move on: none of those that wait for a token, a time or a child. */
  active(): Frame[] {
    return this.#frames('SELECT id FROM sfn_frame WHERE active = 1');
  }

  #frames(sql: string, ...parameters: number[]): Frame[] {
    return this.#database
      .prepare(sql)
      .all(...parameters)
      .flatMap(({ id }) => {
        const { execution, number } = splitFrameId(Number(id));
        return this.execution(execution)?.frames.get(number) ?? [];
      });
  }

  #touch(execution: Execution, number: number): void {
    execution.changed.add(number);
    this.#dirty.add(execution);
  }

  #write(execution: Execution): void {
    const { id, unwritten, events, frames } = execution;
    const changed = [...execution.changed];
    if (unwritten) {
      this.#database.prepare('INSERT INTO sfn_history VALUES (?, ?, ?)').run(id, events, `[${unwritten}]`);
    }
    for (const number of changed) {
      const frame = frames.get(number);
      if (frame?.phase.kind === 'nested') this.#awaited.add(frame.phase.child);
      if (frame) this.#database.prepare(UPSERT_FRAME).run(...frameRow(frame));
      else this.#database.prepare('DELETE FROM sfn_frame WHERE id = ?').run(frameId(id, number));
    }
    execution.unwritten = '';
    execution.changed.clear();
    this.#database.onRollback(() => {
      execution.unwritten = unwritten;
      for (const number of changed) this.#touch(execution, number);
    });
    // What waits only for the outside needs no memory: its rows are enough.
    if (isActive(execution)) this.#atHand.release(execution);
    else this.#database.afterCommit(() => this.#keepAtHand(execution));
  }

  #keepAtHand(execution: Execution): void {
    if (this.#running.get(execution.id) !== execution || isActive(execution)) return;
    const longest = this.#atHand.keep(execution);
    if (longest && !this.#dirty.has(longest) && !isActive(longest)) this.#running.delete(longest.id);
  }

  #frameRows(execution: number): FrameRow[] {
    const rows = this.#database
      .prepare('SELECT * FROM sfn_frame WHERE id >= ? AND id < ?')
      .all(frameId(execution, 0), frameId(execution + 1, 0));
    // Rows of our own table.
    return rows as unknown as FrameRow[];
  }

  #number(sql: string, ...parameters: number[]): number {
    return Number(this.#database.prepare(sql).get(...parameters)?.n ?? 0);
  }
}
