// The embedded Step Functions alone: `npm run stepfunctions -- --port N [--data FILE] [--lambda NAME=URL]…`.
import { parseArgs } from 'node:util';
import { Database } from '../../adapters/sqlite/database.ts';
import type { Json } from '../../domain/json.ts';
import { stepFunctionsEndpoint } from './endpoint.ts';
import { StepFunctions } from './engine.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8083' },
    data: { type: 'string', default: ':memory:' },
    lambda: { type: 'string', multiple: true, default: [] },
  },
});

const functions = new Map(
  values.lambda.map((target) => {
    const [name = '', ...url] = target.split('=');
    return [name, url.join('=')];
  }),
);

/** Posts the payload to the function's address; an answer `{errorType, errorMessage}` is an error of the function. */
async function invoke(functionName: string, payload: Json): Promise<unknown> {
  const name = functionName.replace(/^arn:[^:]+:lambda:[^:]*:[^:]*:function:/, '').replace(/:.*$/, '');
  const url = functions.get(name);
  if (!url) throw namedError('Lambda.ResourceNotFoundException', `Function not found: ${functionName}`);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  const result: unknown = await response.json();
  if (typeof result === 'object' && result !== null && 'errorType' in result) {
    throw namedError(String(result.errorType), 'errorMessage' in result ? String(result.errorMessage) : '');
  }
  if (!response.ok) throw namedError('Lambda.ServiceException', `${name} answered ${response.status}`);
  return result;
}

function namedError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

const database = new Database(values.data);
const sfn = new StepFunctions({ database, clock: Date, invoke });
sfn.recover();
const server = stepFunctionsEndpoint(sfn, database).listen(Number(values.port), '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`Step Functions on http://127.0.0.1:${address?.port}`);
});

const housekeeping = setInterval(() => sfn.packHistories(), 10_000);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clearInterval(housekeeping);
    server.close();
    server.closeAllConnections();
    sfn.close();
    database.close();
  });
}
