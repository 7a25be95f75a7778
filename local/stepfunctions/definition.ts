// The part of Amazon States Language that the engine runs, as one strict schema: a field it does not know is refused
// when the machine is created, instead of being ignored while it runs.
import * as z from 'zod';
import { checkMachine, innerBranches } from './definition-checks.ts';
import { ServiceError } from './errors.ts';

/** Step Functions takes no longer timeout than this, in seconds. */
const MAX_SECONDS = 99_999_999;

const template = z.json();
const name = z.string().min(1).max(80);
const comment = z.string().optional();
const queryLanguage = z.literal('JSONata', { error: 'must be JSONata' }).optional();
const expression = z.string().regex(/^\{%.*%\}$/s, 'must be a JSONata expression in {% %}');
const seconds = z.int().min(1).max(MAX_SECONDS);
const assign = z.record(z.string().regex(/^(?!states$)[A-Za-z_]\w{0,79}$/, 'is not a variable name'), template);

const retrier = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: seconds.optional(),
  MaxAttempts: z.int().min(0).max(MAX_SECONDS).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
  Comment: comment,
});

const catcher = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  Next: name,
  Output: template.optional(),
  Assign: assign.optional(),
  Comment: comment,
});

const everyState = { Comment: comment, QueryLanguage: queryLanguage };
const leaving = { Output: template.optional(), Assign: assign.optional() };
const going = { Next: name.optional(), End: z.literal(true).optional() };
const recovering = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };

const task = z.strictObject({
  Type: z.literal('Task'),
  Resource: z
    .string()
    .regex(
      /^arn:aws(-cn)?:states:::(lambda:invoke(\.waitForTaskToken)?|states:startExecution(\.sync:2)?)$/,
      'is not a resource that this engine serves: lambda:invoke, lambda:invoke.waitForTaskToken, states:startExecution, states:startExecution.sync:2',
    ),
  Arguments: z.union([z.record(z.string(), template), expression]),
  TimeoutSeconds: z.union([seconds, expression]).optional(),
  HeartbeatSeconds: z.union([seconds, expression]).optional(),
  ...everyState,
  ...leaving,
  ...going,
  ...recovering,
});

const pass = z.strictObject({ Type: z.literal('Pass'), ...everyState, ...leaving, ...going });

const choice = z.strictObject({
  Type: z.literal('Choice'),
  Choices: z
    .array(z.strictObject({ Condition: z.union([z.boolean(), expression]), Next: name, Comment: comment, ...leaving }))
    .min(1),
  Default: name.optional(),
  ...everyState,
  ...leaving,
});

const wait = z.strictObject({
  Type: z.literal('Wait'),
  Seconds: z.union([z.int().min(0).max(MAX_SECONDS), expression]).optional(),
  Timestamp: z.string().optional(),
  ...everyState,
  ...leaving,
  ...going,
});

const succeed = z.strictObject({ Type: z.literal('Succeed'), Output: template.optional(), ...everyState });

const fail = z.strictObject({
  Type: z.literal('Fail'),
  Error: z.string().optional(),
  Cause: z.string().optional(),
  ...everyState,
});

/** By name. An interface, because a state may hold branches of states. */
export interface States {
  [name: string]: State;
}

/** One level of states: the machine itself, a branch of a Parallel, the inside of a Map. */
export interface Branch {
  StartAt: string;
  States: States;
}

const states: z.ZodType<States> = z.lazy(() =>
  z.record(
    name,
    z.discriminatedUnion('Type', [task, pass, choice, wait, succeed, fail, parallel, map], {
      error: 'is not a state of a known Type',
    }),
  ),
);
const branch = z.strictObject({ StartAt: name, States: states, Comment: comment });

const parallel = z.strictObject({
  Type: z.literal('Parallel'),
  Branches: z.array(branch).min(1),
  Arguments: template.optional(),
  ...everyState,
  ...leaving,
  ...going,
  ...recovering,
});

const map = z.strictObject({
  Type: z.literal('Map'),
  Items: z.union([z.array(template), expression]).optional(),
  ItemSelector: template.optional(),
  ItemProcessor: branch.extend({
    ProcessorConfig: z
      .strictObject({ Mode: z.literal('INLINE', { error: 'must be INLINE: there is no Distributed Map' }) })
      .optional(),
  }),
  MaxConcurrency: z.union([z.int().min(0), expression]).optional(),
  ToleratedFailureCount: z.union([z.int().min(0), expression]).optional(),
  ToleratedFailurePercentage: z.union([z.number().min(0).max(100), expression]).optional(),
  ...everyState,
  ...leaving,
  ...going,
  ...recovering,
});

const machine = branch.extend({
  QueryLanguage: z.literal('JSONata', { error: 'must be JSONata: there is no JSONPath' }),
  Version: z.literal('1.0').optional(),
  TimeoutSeconds: seconds.optional(),
});

export type State = z.infer<
  typeof task | typeof pass | typeof choice | typeof wait | typeof succeed | typeof fail | typeof parallel | typeof map
>;
export type StateOf<Type extends State['Type']> = Extract<State, { Type: Type }>;
export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;

/** A machine with all its branches in the order of the text: a frame names its branch by the index in this list. */
export interface Definition {
  readonly branches: readonly Branch[];
  readonly timeoutSeconds: number | undefined;
}

export interface DefinitionProblem {
  /** JSON pointer into the definition. */
  readonly location: string;
  readonly message: string;
}

export function checkDefinition(text: string): { definition: Definition } | { problems: DefinitionProblem[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problems: [{ location: '', message: 'is not JSON' }] };
  }
  const parsed = machine.safeParse(json);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map(({ path, message }) => ({ location: pointer(path), message })),
    };
  }
  const problems = checkMachine(parsed.data);
  if (problems.length) return { problems };
  return { definition: { branches: branchesOf(parsed.data), timeoutSeconds: parsed.data.TimeoutSeconds } };
}

export function parseDefinition(text: string): Definition {
  const checked = checkDefinition(text);
  if ('definition' in checked) return checked.definition;
  const list = checked.problems.map(({ location, message }) => `${message} at ${location || '/'}`).join('; ');
  throw new ServiceError('InvalidDefinition', `Invalid State Machine Definition: '${list}'`);
}

function branchesOf(root: Branch): Branch[] {
  return [root, ...Object.values(root.States).flatMap(innerBranches).flatMap(branchesOf)];
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key)}`).join('');
}
