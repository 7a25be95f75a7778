// The composition root on AWS: what the entry points of all capabilities are made of. Everything is opened at the first
// call, and what an entry point does not use is left out of its bundle.
import { randomUUID } from 'node:crypto';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import * as z from 'zod/mini';
import { type AwsConfig, readAwsConfig } from '../../adapters/aws/config.ts';
import { type Arrival, type ObjectCreated, readArrival } from '../../adapters/aws/intake.ts';
import { openAwsPorts, openS3, retentionPorts, sweepPorts } from '../../adapters/aws/ports.ts';
import { type BatchAnswer, projectBatch, type StreamEvent } from '../../adapters/aws/projector.ts';
import { stepPorts } from '../../adapters/aws/step-ports.ts';
import { rowPlaceOf } from '../../adapters/aws/table.ts';
import { openTable, waitPorts } from '../../adapters/aws/wait-ports.ts';
import { Fault, granted, type Outcome } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
import type { HttpEvent, HttpHandler } from './http-event.ts';
import { lambdaLog } from './lambda-log.ts';
import { type Log, traceOf } from './log.ts';
import type { Route } from './route.ts';
import { type Step, type StepContext, type StepHandler, step } from './step.ts';

export type LambdaHandler<Event, Answer> = (event: Event, context: StepContext) => Promise<Answer>;

/** Made at the first call and kept; a making that failed is tried again at the next. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

export const awsConfig = once(async () => readAwsConfig(process.env));
const routePorts = once(async () => openAwsPorts(await awsConfig(), randomUUID));
const portsOfSteps = once(async () => {
  const config = await awsConfig();
  return stepPorts(config, openTable(config), randomUUID);
});
const portsOfSweeps = once(async () => sweepPorts(await awsConfig(), randomUUID));
const portsOfRetention = once(async () => retentionPorts(await awsConfig(), randomUUID));

/** Routes of the API and pages for residents, told apart by the route key of the gateway. */
export function onRoutes(
  routesOf: (config: AwsConfig) => readonly Pick<Route, 'method' | 'path' | 'over'>[],
): HttpHandler {
  const handlers = once(async () => {
    const [config, ports] = await Promise.all([awsConfig(), routePorts()]);
    return new Map(routesOf(config).map((route) => [`${route.method} ${route.path}`, route.over(ports, lambdaLog)]));
  });
  return async (event, context) => {
    const handler = (await handlers()).get(event.routeKey);
    if (handler === undefined) throw new Fault('INTERNAL', `no route ${event.routeKey}`);
    return handler(withOurClaims(event, await awsConfig()), context);
  };
}

/** Role and unit under the names that the admission knows, whatever the district's issuer calls them. */
function withOurClaims(event: HttpEvent, { roleClaim, unitClaim }: AwsConfig): HttpEvent {
  const claims = event.requestContext.authorizer?.jwt?.claims;
  if (claims === undefined) return event;
  const { role: _role, unit: _unit, ...others } = claims;
  const ours = {
    ...others,
    ...(claims[roleClaim] !== undefined && { role: claims[roleClaim] }),
    ...(claims[unitClaim] !== undefined && { unit: claims[unitClaim] }),
  };
  return { ...event, requestContext: { ...event.requestContext, authorizer: { jwt: { claims: ours } } } };
}

/** A step of the machines. */
export function onStep(step: Step): StepHandler {
  const handler = once(async () => step.over(await portsOfSteps(), lambdaLog));
  return async (payload, context) => (await handler())(payload, context);
}

/** What a waiting state hands over: `$states.context.Execution.Id` and `$states.context.Task.Token`. */
const openWaitInput = z.strictObject({ projectId: z.string(), execution: z.string(), taskToken: z.string() });

/**
 * The step behind a state that waits for a human act. It only keeps the token: whether the act is done already is seen
 * by the projector, so that these functions, nine of ten, need neither fold nor rules and start in no time.
 */
export function onWait(act: ActName): StepHandler {
  const openWait = step({
    name: act,
    input: openWaitInput,
    output: z.strictObject({}),
    async handle({ projectId, execution, taskToken }, { workflow, clock }) {
      await workflow.open({ projectId, wait: act, execution, openedAt: clock.now() }, taskToken);
      return granted({});
    },
  });
  const handler = once(async () => openWait.over(waitPorts(openTable(await awsConfig()), randomUUID), lambdaLog));
  return async (payload, context) => (await handler())(payload, context);
}

/** New entries of all ledgers and new waits, in order. */
export function onStream(name: string): LambdaHandler<StreamEvent, BatchAnswer> {
  return async (event, context) =>
    projectBatch(await portsOfSweeps(), event, (error) => logFault(name, context, error));
}

/** A row that is new in a read model: something waits to be worked through. Whoever fails gets it again. */
export function onRow(
  name: string,
  place: { readonly view: string; readonly partition: string },
  work: (ports: Ports, sort: string) => Promise<unknown>,
): LambdaHandler<StreamEvent, void> {
  return ({ Records }, context) =>
    reported(name, context, async () => {
      for (const { dynamodb } of Records) {
        const row = rowPlaceOf({ pk: dynamodb.Keys.pk.S, sk: dynamodb.Keys.sk.S });
        if (row?.view === place.view && row.partition === place.partition) await work(await routePorts(), row.sort);
      }
    });
}

/** A file that has arrived in the intake bucket. */
export function onUpload(
  name: string,
  receive: (ports: Ports, arrival: Arrival) => Promise<Outcome<unknown>>,
): LambdaHandler<ObjectCreated, void> {
  const s3 = once(async () => openS3(await awsConfig()));
  return (event, context) =>
    reported(name, context, async () => {
      const arrival = await readArrival(await s3(), event);
      if (arrival === undefined) return;
      const received = await receive(await routePorts(), arrival);
      const code = received.ok ? 'STORED' : received.refusal.code;
      lambdaLog({ level: 'info', code, requestId: requestIdOf(context), route: name });
    });
}

type Sweep = (ports: Ports, log: Log) => Promise<Readonly<Record<string, number>>>;

/** What is done from time to time, or when a bell rings; what it counts goes to the metrics. */
export const onSweep = (name: string, sweep: Sweep): LambdaHandler<unknown, void> =>
  sweepOver(portsOfSweeps, name, sweep);

/** A sweep that looks for papers whose time is over: it reads papers, and writes down which of them went. */
export const onRetention = (name: string, sweep: Sweep): LambdaHandler<unknown, void> =>
  sweepOver(portsOfRetention, name, sweep);

function sweepOver(portsOf: () => Promise<Ports>, name: string, sweep: Sweep): LambdaHandler<unknown, void> {
  return (_event, context) =>
    reported(name, context, async () => {
      const counts = await sweep(await portsOf(), lambdaLog);
      if (Object.keys(counts).length === 0) return;
      const metrics = new Metrics({ namespace: 'Jiugai', serviceName: name });
      for (const [metric, count] of Object.entries(counts)) metrics.addMetric(metric, MetricUnit.Count, count);
      metrics.publishStoredMetrics();
    });
}

async function reported<T>(name: string, context: StepContext, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    logFault(name, context, error);
    throw error;
  }
}

function logFault(name: string, context: StepContext, error: unknown): void {
  const code = error instanceof Fault ? error.code : 'INTERNAL';
  lambdaLog({ level: 'error', code, requestId: requestIdOf(context), route: name, ...traceOf(error) });
}

const requestIdOf = ({ awsRequestId = '' }: StepContext): string => awsRequestId;
