// Functions that do the same kind of work with the same rights: one role, one log, and for each function a version and
// the alias `live`, which is what everybody calls.
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type IManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  Architecture,
  type Code,
  type ILayerVersion,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledgeResource } from '../acknowledge.ts';
import type { RegionCapabilities } from '../region-capabilities.ts';

/** The code of a function by its name, `tallyPlanBallot`; its handler is `index.handler`. */
export type CodeOf = (name: string) => Code;

export interface HandlerGroupProps {
  readonly codeOf: CodeOf;
  readonly capabilities: RegionCapabilities;
  readonly environment: Readonly<Record<string, string>>;
  readonly policies?: readonly IManagedPolicy[];
}

export interface HandlerProps {
  readonly memoryMegabytes?: number;
  readonly timeout?: Duration;
  /** At most so many at a time. */
  readonly concurrency?: number;
  /** Its package holds machine code for x86-64. */
  readonly hasMachineCode?: boolean;
  readonly layers?: readonly ILayerVersion[];
  /** Beside the settings of the group. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where an event lies that nobody waits for the answer of, when the function has failed at it again and again. */
  readonly deadLetters?: IQueue;
}

export class HandlerGroup extends Construct {
  readonly role: Role;
  readonly handlers: Alias[] = [];
  readonly #props: HandlerGroupProps;
  readonly #logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: HandlerGroupProps) {
    super(scope, id);
    this.#props = props;
    this.#logGroup = new LogGroup(this, 'Log', {
      // 网络安全法 art. 21: network logs are kept for six months at least.
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [...(props.policies ?? [])],
    });
    this.#logGroup.grantWrite(this.role);
    if (props.capabilities.tracing) {
      this.allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']);
      acknowledgeResource(this.role, '*', 'X-Ray knows no resources to name.');
    }
  }

  allow(actions: readonly string[], resources: readonly string[]): void {
    this.role.addToPrincipalPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }

  add(name: string, props: HandlerProps = {}): Alias {
    const { memoryMegabytes = 512, timeout = Duration.seconds(30), concurrency, hasMachineCode = false } = props;
    const { deadLetters, layers, environment: more } = props;
    const { codeOf, capabilities, environment } = this.#props;
    const id = name.charAt(0).toUpperCase() + name.slice(1);
    const handler = new LambdaFunction(this, id, {
      description: name,
      code: codeOf(name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: capabilities.graviton && !hasMachineCode ? Architecture.ARM_64 : Architecture.X86_64,
      memorySize: memoryMegabytes,
      timeout,
      environment: { ...environment, ...more, NODE_OPTIONS: '--enable-source-maps' },
      role: this.role,
      logGroup: this.#logGroup,
      tracing: capabilities.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      ...(layers && { layers: [...layers] }),
      ...(deadLetters && { deadLetterQueue: deadLetters }),
      ...(concurrency !== undefined && { reservedConcurrentExecutions: concurrency }),
    });
    const alias = new Alias(this, `${id}Live`, { aliasName: 'live', version: handler.currentVersion });
    this.handlers.push(alias);
    return alias;
  }
}
