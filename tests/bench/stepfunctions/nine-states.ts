// The work that engines are compared by: nine functions one after the other, then one answer from outside, with a payload of
// 500 bytes that does not compress; and a load that keeps so many of these in flight.
import { randomBytes } from 'node:crypto';
import { Database } from '../../../adapters/sqlite/database.ts';
import { StepFunctions } from '../../../local/stepfunctions/engine.ts';

/** The functions, and the state that asks. */
export const STATES = 10;
export const MACHINE_ARN = 'arn:aws:states:local:000000000000:stateMachine:nine';

const names = Array.from({ length: STATES - 1 }, (_, i) => `S${i + 1}`);
const definition = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'S1',
  States: {
    ...Object.fromEntries(
      names.map((name, i) => [
        name,
        {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: { FunctionName: 'count', Payload: '{% $states.input %}' },
          TimeoutSeconds: 60,
          Output: '{% $states.result.Payload %}',
          Next: names[i + 1] ?? 'Ask',
        },
      ]),
    ),
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
      TimeoutSeconds: 3600,
      Output: '{% $merge([$states.input, $states.result]) %}',
      End: true,
    },
  },
});

export const newInput = () => JSON.stringify({ n: 0, payload: randomBytes(375).toString('base64') });

/** The engine on a file, with `synchronous=FULL`. `ask` is told each token, `ended` each execution. */
export function openEngine(
  file: string,
  ask: (token: string) => void,
  ended: (arn: string) => void = () => {},
  database = new Database(file),
) {
  const closed = new Map<string, () => void>();
  const sfn: StepFunctions = new StepFunctions({
    database,
    clock: Date,
    invoke: async (name, payload) => {
      const { token = '', n = 0, ...rest } = payload as { token?: string; n?: number };
      if (name === 'count') return { ...rest, n: n + 1 };
      ask(token);
      return null;
    },
    executionClosed: (arn) => {
      closed.get(arn)?.();
      ended(arn);
    },
  });
  sfn.deployStateMachine({ name: 'nine', definition });
  const untilClosed = (arn: string) =>
    new Promise<void>((resolve) => {
      closed.set(arn, () => {
        closed.delete(arn);
        resolve();
      });
    });
  return {
    sfn,
    database,
    untilClosed,
    close() {
      sfn.close();
      database.close();
    },
  };
}

export interface Throughput {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Keeps so many in flight until so many have ended. */
export async function keepInFlight(
  inFlight: number,
  count: number,
  run: (name: string) => Promise<void>,
): Promise<Throughput> {
  const times: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const started = performance.now();
      await run(`e${next++}`);
      times.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (share: number) => Math.round(times[Math.floor(count * share)] ?? 0);
  return { perSecond: Math.round(count / seconds), p50: quantile(0.5), p99: quantile(0.99) };
}
