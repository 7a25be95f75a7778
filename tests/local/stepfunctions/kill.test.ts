// The kill drill: a process that runs executions is killed at random moments, again and again; in the end everything that
// was acknowledged has ended right, and every function was called at least once for every time it had to be.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Database } from '../../../adapters/sqlite/database.ts';
import { StepFunctions } from '../../../local/stepfunctions/engine.ts';

const KILLS = 8;
const SHARE = 6;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kill-drill-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs one life and kills it some milliseconds after it has begun to work, or lets it live; resolves to how it ended. */
function live(number: number, killAfter: number | undefined): Promise<number | string | null> {
  const script = join(import.meta.dirname, 'drill.ts');
  const share = killAfter === undefined ? 0 : SHARE;
  const child = spawn(process.execPath, [script, folder, String(number), String(share)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Half of a life would be compiling.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  });
  if (killAfter !== undefined) child.once('message', () => setTimeout(() => child.kill('SIGKILL'), killAfter));
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
}

function lines(name: string): string[] {
  return readFileSync(join(folder, name), 'utf8').trim().split('\n');
}

it(`ends every acknowledged execution right after ${KILLS} kills`, async () => {
  for (let number = 0; number < KILLS; number++) expect(await live(number, Math.random() * 120)).toBe('SIGKILL');
  expect(await live(KILLS, undefined)).toBe(0);

  const database = new Database(join(folder, 'drill.db'));
  const sfn = new StepFunctions({ database, clock: { now: () => 0 }, invoke: async () => null });
  const list = (machine: string) => {
    const stateMachineArn = `arn:aws:states:local:000000000000:stateMachine:${machine}`;
    return sfn.listExecutions({ stateMachineArn }).executions;
  };
  const executions = list('parent');
  const calls = new Map<string, number>();
  for (const call of lines('effects')) calls.set(call, (calls.get(call) ?? 0) + 1);

  const names = new Set(executions.map(({ name }) => name));
  expect(lines('acknowledged').filter((name) => !names.has(name))).toEqual([]);
  expect(list('child')).toHaveLength(executions.length);
  for (const { executionArn, name, status } of executions) {
    // A: 1; M: + 2+3+4+5 = 15; P: 16 twice = 32; T: + 100; Z: + 1.
    expect({ name, status, output: sfn.describeExecution({ executionArn }).output }).toEqual({
      name,
      status: 'SUCCEEDED',
      output: '{"n":133}',
    });
    for (const [state, times] of [
      ['A', 1],
      ['I', 4],
      ['X', 1],
      ['C', 1],
      ['Z', 1],
    ] as const) {
      expect(calls.get(`${name} ${state}`) ?? 0).toBeGreaterThanOrEqual(times);
    }
  }
  expect(database.prepare('SELECT count(*) AS n FROM sfn_frame').get()).toEqual({ n: 0 });
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  database.close();
});
