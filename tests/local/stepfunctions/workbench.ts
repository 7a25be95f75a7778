// What the tests of the engine work at: a Step Functions on a database in memory, a clock that only moves when told, and
// functions given as plain functions.
import { onTestFinished } from 'vitest';
import { Database } from '../../../adapters/sqlite/database.ts';
import type { Json, JsonObject } from '../../../domain/json.ts';
import { StepFunctions } from '../../../local/stepfunctions/engine.ts';

export type Functions = Record<string, (payload: JsonObject) => unknown>;

export const BEGINNING = Date.parse('2026-03-02T01:00:00Z');

/** An error as a function throws it: its name is what Retry and Catch see. */
export function named(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name });
}

export function task(functionName: string, payload: Json, more: JsonObject = { End: true }): JsonObject {
  const Arguments = { FunctionName: functionName, Payload: payload };
  return { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments, ...more };
}

export function callback(more: JsonObject = { End: true }): JsonObject {
  const Resource = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
  return { ...task('ask', { token: '{% $states.context.Task.Token %}' }), Resource, ...more };
}

export function machine(states: Record<string, JsonObject>, more: JsonObject = {}): string {
  const [startAt = ''] = Object.keys(states);
  return JSON.stringify({ QueryLanguage: 'JSONata', StartAt: startAt, States: states, ...more });
}

export function workbench(functions: Functions = {}, options: { database?: Database; random?: () => number } = {}) {
  const database = options.database ?? new Database(':memory:');
  const clock = { at: BEGINNING };
  const calls: { name: string; payload: Json }[] = [];
  const tokens: string[] = [];
  const faults: unknown[] = [];
  const sfn = new StepFunctions({
    database,
    clock: { now: () => clock.at },
    reportFault: (error) => faults.push(error),
    random: options.random ?? (() => 0.5),
    invoke: async (name, payload) => {
      calls.push({ name, payload });
      if (name in functions) return functions[name]?.(payload as JsonObject);
      if (name === 'ask') tokens.push(String((payload as JsonObject).token));
      return name === 'ask' ? null : payload;
    },
  });
  onTestFinished(() => {
    sfn.close();
    database.close();
  });

  let started = 0;
  const bench = {
    sfn,
    database,
    calls,
    tokens,
    faults,
    now: () => clock.at,

    /** Creates a machine of these states and starts it; everything has come to rest when this resolves. */
    async start(states: Record<string, JsonObject>, input: Json = {}, more: JsonObject = {}): Promise<string> {
      const { stateMachineArn } = sfn.createStateMachine({ name: `m${++started}`, definition: machine(states, more) });
      const { executionArn } = sfn.startExecution({ stateMachineArn, name: 'e', input: JSON.stringify(input) });
      await sfn.idle();
      return executionArn;
    },

    /** Moves the clock, from one due time to the next, and waits for rest each time. */
    async pass(seconds: number): Promise<void> {
      const end = clock.at + seconds * 1000;
      for (let next = sfn.nextWake(); next !== undefined && next <= end; next = sfn.nextWake()) {
        clock.at = Math.max(clock.at, next);
        sfn.wake();
        await sfn.idle();
      }
      clock.at = end;
    },

    /** Moves the clock while nobody looks at it. */
    leap(seconds: number): void {
      clock.at += seconds * 1000;
    },

    end(executionArn: string) {
      const { status, output, error, cause } = sfn.describeExecution({ executionArn });
      return {
        status,
        ...(output === undefined ? {} : { output: JSON.parse(output) as Json }),
        ...(error === undefined ? {} : { error }),
        ...(cause === undefined ? {} : { cause }),
      };
    },

    async run(states: Record<string, JsonObject>, input: Json = {}, more: JsonObject = {}) {
      return bench.end(await bench.start(states, input, more));
    },

    events(executionArn: string): string[] {
      return sfn.getExecutionHistory({ executionArn }).events.map(({ type }) => type);
    },
  };
  return bench;
}
