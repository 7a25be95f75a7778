// The one chain for steps of the machines: payload in by schema, result out by schema, everything else is a thrown
// fault with a name that ErrorEquals knows.
import middy from '@middy/core';
import type * as z from 'zod';
import { Fault, type Outcome } from '../../domain/errors.ts';
import { pointerTo } from '../../domain/field-problems.ts';
import type { Ports } from '../../domain/ports.ts';
import { type Log, traceOf, writeLogLine } from './log.ts';
import { OUT_OF_TIME } from './out-of-time.ts';

/** A schema in either form of the library: steps on AWS use the small one. */
type Schema = z.core.$ZodType & { safeParse(value: unknown): z.core.util.SafeParseResult<unknown> };

export interface StepDefinition<I extends Schema, O extends Schema> {
  /** The step in the words of the procedure, `tallyPlanBallot`. */
  readonly name: string;
  readonly input: I;
  readonly output: O;
  /** A machine has nobody to say a refusal to: what may be refused is a named outcome of the result, or a fault. */
  handle(input: z.output<I>, ports: Ports): Promise<Outcome<z.input<O>>>;
}

export type StepHandler = (payload: unknown, context: StepContext) => Promise<unknown>;

/** The part of the Lambda context that is used; one machine gives an id of its own. */
export interface StepContext {
  readonly awsRequestId?: string;
}

export interface Step {
  readonly name: string;
  /** The handler over an installation: `export const handler = tallyPlanBallot.over(ports)`. */
  readonly over: (ports: Ports, log?: Log) => StepHandler;
}

export function step<I extends Schema, O extends Schema>(definition: StepDefinition<I, O>): Step {
  const { name, input, output } = definition;

  async function run(payload: unknown, ports: Ports): Promise<unknown> {
    const outcome = await definition.handle(parse(input, payload, 'payload'), ports);
    if (!outcome.ok) throw new Fault('INTERNAL', `${name} was refused: ${outcome.refusal.code}`);
    return parse(output, outcome.value, 'result');
  }

  return {
    name,
    over: (ports, log = writeLogLine) =>
      middy<unknown, unknown>(async (payload: unknown) => run(payload, ports), OUT_OF_TIME)
        .after(({ context }) => {
          log({ level: 'info', code: 'DONE', requestId: requestIdOf(context), route: name });
        })
        .onError(({ context, error }) => {
          // A TypeError means nothing to a machine: whatever is not on the closed list is INTERNAL.
          const fault = error instanceof Fault ? error : new Fault('INTERNAL', `${name} failed`, { cause: error });
          log({ level: 'error', code: fault.code, requestId: requestIdOf(context), route: name, ...traceOf(fault) });
          throw fault;
        }),
  };
}

const requestIdOf = (context: StepContext): string => context.awsRequestId ?? 'local';

function parse<S extends Schema>(schema: S, value: unknown, what: 'payload' | 'result'): z.output<S> {
  const parsed = schema.safeParse(value);
  // What the schema itself has let through.
  if (parsed.success) return parsed.data as z.output<S>;
  const places = parsed.error.issues.map(({ path, code }) => `${pointerTo(path)} ${code}`).join(', ');
  throw new Fault('INTERNAL', `${what} does not fit its schema: ${places}`);
}
