// Errors of the SDK under the names of our own closed list, so that Retry and the problem documents know them.
import { Fault } from '../../domain/errors.ts';

/** What is used of an SDK client's middleware stack, whichever service it speaks to. */
interface Client {
  readonly middlewareStack: {
    add(
      middleware: (next: (args: never) => Promise<unknown>) => (args: never) => Promise<unknown>,
      options: { readonly step: 'initialize'; readonly name: string },
    ): void;
  };
}

const THROTTLED = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'SlowDown',
  'ThrottlingException',
  'TooManyRequestsException',
]);

/** After the SDK's own attempts: what may pass becomes UNAVAILABLE, everything else stays what it is. */
export function withFaults<C extends Client>(client: C): C {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        throw mayPass(error) ? new Fault('UNAVAILABLE', 'a service of AWS does not answer', { cause: error }) : error;
      }
    },
    { step: 'initialize', name: 'faults' },
  );
  return client;
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // Read off the shape: the error classes of the services have no common one to import without a client.
  const { $metadata, code } = error as { $metadata?: { httpStatusCode?: number }; code?: unknown };
  return (
    THROTTLED.has(error.name) ||
    error.name === 'TimeoutError' ||
    ($metadata?.httpStatusCode ?? 0) >= 500 ||
    // Connection errors of Node, ECONNRESET and its kin, have a system call's code.
    (typeof code === 'string' && /^E[A-Z]+$/.test(code))
  );
}

/** Runs the call; takes the named errors for an answer that needs nothing more. */
export async function unless<T>(errorNames: readonly string[], call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && errorNames.includes(error.name)) return undefined;
    throw error;
  }
}
