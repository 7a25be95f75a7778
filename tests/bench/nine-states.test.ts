// The work that the bench measures is the work it says, and the promises that do not depend on the machine are kept.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atLeast, atMost, median, quantile } from './figure.ts';
import { keepInFlight, MACHINE_ARN, newInput, openEngine, STATES } from './stepfunctions/nine-states.ts';

const EXECUTIONS = 200;
const LARGEST = 8 * 1024;

describe('nine functions and one answer', () => {
  let folder: string;
  let engine: ReturnType<typeof openEngine>;
  const size = () => {
    engine.database.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return statSync(join(folder, 'nine.db')).size / EXECUTIONS;
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nine-'));
    engine = openEngine(join(folder, 'nine.db'), (taskToken) =>
      setImmediate(() => engine.sfn.sendTaskSuccess({ taskToken, output: '{"ok":true}' })),
    );
    await keepInFlight(50, EXECUTIONS, (name) => {
      const start = { stateMachineArn: MACHINE_ARN, name, input: newInput() };
      return engine.untilClosed(engine.sfn.startExecution(start).executionArn);
    });
    await engine.database.durable();
  });
  afterAll(() => {
    engine.close();
    rmSync(folder, { recursive: true });
  });

  it('go through every state and end with what each has added', () => {
    const { executions } = engine.sfn.listExecutions({ stateMachineArn: MACHINE_ARN, statusFilter: 'SUCCEEDED' });
    expect(executions).toHaveLength(EXECUTIONS);
    const [{ executionArn } = { executionArn: '' }] = executions;
    expect(JSON.parse(engine.sfn.describeExecution({ executionArn }).output ?? '')).toMatchObject({ n: 9, ok: true });
    const { events } = engine.sfn.getExecutionHistory({ executionArn });
    expect(events.filter(({ type }) => type === 'TaskStateEntered')).toHaveLength(STATES);
  });

  it('take at most 8 KB each on disk, of 500 bytes that do not compress, and less once packed', async () => {
    const written = size();
    expect(written).toBeLessThanOrEqual(LARGEST);
    expect(engine.sfn.packHistories(EXECUTIONS)).toBe(EXECUTIONS);
    await engine.database.durable();
    engine.database.connection.exec('VACUUM');
    expect(size()).toBeLessThan(written / 2);
  });
});

describe('a figure', () => {
  it('keeps its promise at the promise itself, and not beyond', () => {
    expect([atLeast('a', 25, '%', 25).kept, atLeast('a', 24.9, '%', 25).kept]).toEqual([true, false]);
    expect([atMost('a', 250, 'ms', 250).kept, atMost('a', 250.1, 'ms', 250).kept]).toEqual([true, false]);
  });

  it('is the middle one of several rounds, and the p99 is one that was measured', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(quantile([3, 1, 2], 0.99)).toBe(3);
  });
});
