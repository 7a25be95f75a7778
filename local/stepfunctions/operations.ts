// The operations of the AWS API that the endpoint serves, each with the request that it takes: a field that would change
// what is done and is not supported here is refused.
import * as z from 'zod';
import { checkDefinition } from './definition.ts';
import type { StepFunctions } from './engine.ts';
import { ServiceError } from './errors.ts';
import { LARGEST_PAGE } from './pages.ts';

const arn = z.string().min(1).max(256);
const definition = z.string().min(1).max(1_048_576);
const taskToken = z.string().min(1).max(2048);
const error = z.string().max(256).optional();
const cause = z.string().max(32_768).optional();
const page = { maxResults: z.int().min(0).max(LARGEST_PAGE).optional(), nextToken: z.string().min(1).optional() };
const standard = z.literal('STANDARD', { error: 'there are only STANDARD state machines' }).optional();
const allData = z.literal('ALL_DATA', { error: 'there is only ALL_DATA' }).optional();
/** Where the engine keeps no log and no trace, there is nothing to configure: taken and left alone. */
const ignored = z.unknown().optional();
const elsewhere = { loggingConfiguration: ignored, tracingConfiguration: ignored };
const execution = z.strictObject({ executionArn: arn, includedData: allData });
const machine = z.strictObject({ stateMachineArn: arn, includedData: allData });

type Operation = (sfn: StepFunctions, body: unknown) => object;

export const operations: Readonly<Record<string, Operation>> = {
  CreateStateMachine: operation(
    z.strictObject({
      name: z.string(),
      definition,
      roleArn: arn,
      type: standard,
      publish: z.literal(false).optional(),
      tags: ignored,
      ...elsewhere,
    }),
    (sfn, { name, definition, roleArn }) => sfn.createStateMachine({ name, definition, roleArn }),
  ),
  UpdateStateMachine: operation(
    z.strictObject({
      stateMachineArn: arn,
      definition: definition.optional(),
      roleArn: arn.optional(),
      publish: z.literal(false).optional(),
      ...elsewhere,
    }),
    (sfn, { stateMachineArn, definition, roleArn }) => sfn.updateStateMachine({ stateMachineArn, definition, roleArn }),
  ),
  DescribeStateMachine: operation(machine, (sfn, request) => sfn.describeStateMachine(request)),
  ListStateMachines: operation(z.strictObject(page), (sfn, request) => sfn.listStateMachines(request)),
  DeleteStateMachine: operation(machine, (sfn, request) => sfn.deleteStateMachine(request)),
  ValidateStateMachineDefinition: operation(
    z.strictObject({
      definition,
      type: standard,
      severity: z.enum(['ERROR', 'WARNING']).optional(),
      maxResults: z.int().min(0).max(100).optional(),
    }),
    (_sfn, { definition, maxResults }) => validate(definition, maxResults || 100),
  ),
  StartExecution: operation(
    z.strictObject({
      stateMachineArn: arn,
      name: z.string().optional(),
      input: z.string().optional(),
      traceHeader: z.string().optional(),
    }),
    (sfn, request) => sfn.startExecution(request),
  ),
  StopExecution: operation(z.strictObject({ executionArn: arn, error, cause }), (sfn, request) =>
    sfn.stopExecution(request),
  ),
  DescribeExecution: operation(execution, (sfn, request) => sfn.describeExecution(request)),
  DescribeStateMachineForExecution: operation(execution, (sfn, request) =>
    sfn.describeStateMachineForExecution(request),
  ),
  ListExecutions: operation(
    z.strictObject({
      stateMachineArn: arn,
      statusFilter: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'ABORTED', 'TIMED_OUT']).optional(),
      ...page,
    }),
    (sfn, request) => sfn.listExecutions(request),
  ),
  GetExecutionHistory: operation(
    z.strictObject({
      executionArn: arn,
      reverseOrder: z.boolean().optional(),
      includeExecutionData: z.boolean().optional(),
      ...page,
    }),
    (sfn, request) => sfn.getExecutionHistory(request),
  ),
  SendTaskSuccess: operation(z.strictObject({ taskToken, output: z.string() }), (sfn, request) =>
    sfn.sendTaskSuccess(request),
  ),
  SendTaskFailure: operation(z.strictObject({ taskToken, error, cause }), (sfn, request) =>
    sfn.sendTaskFailure(request),
  ),
  SendTaskHeartbeat: operation(z.strictObject({ taskToken }), (sfn, request) => sfn.sendTaskHeartbeat(request)),
};

function operation<T>(schema: z.ZodType<T>, run: (sfn: StepFunctions, request: T) => object): Operation {
  return (sfn, body) => {
    const parsed = schema.safeParse(body);
    if (parsed.success) return run(sfn, parsed.data);
    const details = parsed.error.issues.map(({ path, message }) => `'${path.join('.')}': ${message}`);
    throw new ServiceError(
      'ValidationException',
      `${details.length} validation error${details.length > 1 ? 's' : ''} detected: ${details.join('; ')}`,
    );
  };
}

function validate(text: string, maxResults: number) {
  const checked = checkDefinition(text);
  const problems = 'problems' in checked ? checked.problems : [];
  return {
    result: problems.length ? 'FAIL' : 'OK',
    diagnostics: problems
      .slice(0, maxResults)
      .map((problem) => ({ severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', ...problem })),
    truncated: problems.length > maxResults,
  };
}
