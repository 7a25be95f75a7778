// The embedded Step Functions with the activities that it lacks: a task whose resource is an activity becomes one that waits
// for a token, and whoever asks the activity for work is handed that token.
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Database } from '../../../adapters/sqlite/database.ts';
import { stepFunctionsEndpoint } from '../../../local/stepfunctions/endpoint.ts';
import { StepFunctions } from '../../../local/stepfunctions/engine.ts';
import { listening } from './listening.ts';

const TARGET = 'AWSStepFunctions.';
const ARN = 'arn:aws:states:local:000000000000:activity:';

interface Asked {
  readonly name?: string;
  readonly definition?: string;
  readonly activityArn?: string;
}

export async function startStepFunctionsWithActivities(now: () => number) {
  const database = new Database(':memory:');
  /** Tokens of tasks that wait, by activity. */
  const waiting = new Map<string, string[]>();
  const engine = new StepFunctions({
    database,
    clock: { now },
    async invoke(activityArn, payload) {
      waiting.get(activityArn)?.push((payload as { taskToken: string }).taskToken);
    },
  });
  const embedded = stepFunctionsEndpoint(engine, database);
  const operations: string[] = [];

  const own: Readonly<Record<string, (asked: Asked) => Promise<object>>> = {
    async CreateActivity({ name }) {
      waiting.set(`${ARN}${name}`, []);
      return { activityArn: `${ARN}${name}`, creationDate: 0 };
    },
    async GetActivityTask({ activityArn = '' }) {
      await engine.idle();
      const taskToken = waiting.get(activityArn)?.shift();
      return taskToken === undefined ? {} : { taskToken, input: '{}' };
    },
    async DeleteActivity({ activityArn = '' }) {
      waiting.delete(activityArn);
      return {};
    },
  };

  const front = createServer(async (request, response) => {
    const operation = String(request.headers['x-amz-target']).slice(TARGET.length);
    operations.push(operation);
    const asked = JSON.parse(await text(request)) as Asked;
    const answer = await own[operation]?.(asked);
    if (answer) {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer));
      return;
    }
    const { definition, ...rest } = asked;
    const body = Buffer.from(JSON.stringify({ ...rest, ...(definition && { definition: withTokens(definition) }) }));
    const headers = { ...request.headers, 'content-length': String(body.length) };
    const passedOn = Object.assign(Readable.from([body]), { method: request.method, url: request.url, headers });
    embedded.emit('request', passedOn, response);
  });
  const server = await listening(front);
  return {
    url: server.url,
    engine,
    /** What was asked of it, in order. */
    operations,
    async close() {
      engine.close();
      await server.close();
      database.close();
    },
  };
}

/** `"Resource": "arn:…:activity:x"` as a wait for the token that a function named after the activity is handed. */
function withTokens(definition: string): string {
  const parsed = JSON.parse(definition) as { States: Record<string, { Resource?: string }> };
  const states = Object.entries(parsed.States).map(([name, state]) => {
    if (!state.Resource?.startsWith(ARN)) return [name, state];
    const Arguments = {
      FunctionName: state.Resource,
      Payload: { taskToken: '{% $states.context.Task.Token %}' },
    };
    return [name, { ...state, Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', Arguments }];
  });
  return JSON.stringify({ ...parsed, States: Object.fromEntries(states) });
}
