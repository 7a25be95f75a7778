// One measurement of the engine, or of SQLite alone, in a process of its own: `contestant.ts WHAT FILE IN_FLIGHT COUNT`.
// Prints one line of JSON; `http` serves until its parent ends it, `park` kills itself when everything waits.
import { statSync } from 'node:fs';
import { stepFunctionsEndpoint } from '../../../local/stepfunctions/endpoint.ts';
import { keepInFlight, MACHINE_ARN, newInput, openEngine } from './nine-states.ts';
import { measureShare } from './same-rows.ts';

const [what = '', file = '', inFlight = 50, count = 1500] = process.argv
  .slice(2)
  .map((argument, i) => (i < 2 ? argument : Number(argument))) as [string, string, number, number];

/** States that SQLite alone makes durable at once. */
const GROUP = 50;

async function measureInProcess() {
  const open = (name: string) => {
    const engine = openEngine(name, (taskToken) =>
      setImmediate(() => engine.sfn.sendTaskSuccess({ taskToken, output: '{"ok":true}' })),
    );
    const run = (execution: string) => {
      const { executionArn } = engine.sfn.startExecution({
        stateMachineArn: MACHINE_ARN,
        name: execution,
        input: newInput(),
      });
      return engine.untilClosed(executionArn);
    };
    return { engine, run };
  };
  // Once to get warm, as a server is.
  const warm = open(`${file}-warm`);
  await keepInFlight(20, 400, warm.run);
  warm.engine.close();

  const { engine, run } = open(file);
  const cpu = process.cpuUsage();
  const throughput = await keepInFlight(inFlight, count, run);
  const used = process.cpuUsage(cpu);
  const megabytes = Math.round(process.memoryUsage.rss() / 2 ** 20);
  await engine.database.durable();
  engine.database.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const written = statSync(file).size;
  engine.sfn.packHistories(count);
  await engine.database.durable();
  engine.database.connection.exec('VACUUM');
  engine.close();
  const each = (bytes: number) => Math.round((bytes / 1024 / count) * 10) / 10;
  return {
    ...throughput,
    cpu: Math.round((used.user + used.system) / 10 / count) / 100,
    megabytes,
    kilobytes: each(written),
    packedKilobytes: each(statSync(file).size),
  };
}

/** Tokens and ends go to the client beside it, together: a message for each would be measured with them. */
function serve() {
  let told: { tokens: string[]; closed: string[] } | undefined;
  const tell = () => {
    if (!told) {
      const message = { tokens: [], closed: [] };
      told = message;
      setImmediate(() => {
        told = undefined;
        process.send?.(message);
      });
    }
    return told;
  };
  const { sfn, database } = openEngine(
    file,
    (token) => tell().tokens.push(token),
    (arn) => tell().closed.push(arn),
  );
  process.once('disconnect', () => process.exit(1));
  const server = stepFunctionsEndpoint(sfn, database).listen(0, '127.0.0.1', () => process.send?.(server.address()));
}

async function park() {
  const { sfn } = openEngine(file, () => {});
  for (let i = 0; i < count; i++) {
    sfn.startExecution({ stateMachineArn: MACHINE_ARN, name: `e${i}`, input: newInput() });
    if (i % 200 === 0) await sfn.idle();
  }
  await sfn.idle();
  process.kill(process.pid, 'SIGKILL');
}

/** From nothing but the file that a killed process left, to the first execution that has ended. */
async function measureRecovery() {
  const started = performance.now();
  const { sfn, database, close } = openEngine(file, () => {});
  sfn.recover();
  const back = performance.now() - started;
  const row = database.prepare('SELECT phase FROM sfn_frame WHERE id % 7 = 3 LIMIT 1').get();
  sfn.sendTaskSuccess({ taskToken: JSON.parse(String(row?.phase)).token, output: '{}' });
  await sfn.idle();
  const firstEnded = performance.now() - started;
  close();
  return { back: Math.round(back), firstEnded: Math.round(firstEnded) };
}

const measurements = {
  share: () => measureShare(file, GROUP, inFlight),
  'in-process': measureInProcess,
  recover: measureRecovery,
} as const;
if (what === 'http') serve();
else if (what === 'park') await park();
else if (what in measurements) console.log(JSON.stringify(await measurements[what as keyof typeof measurements]()));
else throw new Error(`nothing is called ${what}`);
