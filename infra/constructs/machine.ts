// One state machine: its text, a version for each text, the alias `live`, and exactly the rights that the text needs.
import { ArnFormat, Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IAlias } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import {
  CfnStateMachineAlias,
  CfnStateMachineVersion,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { accountInFindings, acknowledge, acknowledgeResource, regionInFindings } from '../acknowledge.ts';
import type { MachineDefinition } from '../machine-definitions.ts';
import type { RegionCapabilities } from '../region-capabilities.ts';

const LIVE = 'live';

export interface MachineProps {
  readonly definition: MachineDefinition;
  /** Of the installation. */
  readonly prefix: string;
  readonly capabilities: RegionCapabilities;
  readonly log: ILogGroup;
  /** By placeholder. */
  readonly functions: ReadonlyMap<string, IAlias>;
  /** By id. */
  readonly machines: ReadonlyMap<string, Machine>;
}

/** The name is known before the machine is there: the steps that it calls start its next generation. */
export const machineName = (prefix: string, name: string): string => `${prefix}-${name}`;

export const machineArn = (stack: Stack, prefix: string, name: string): string =>
  stack.formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: machineName(prefix, name),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

export const liveMachineArn = (stack: Stack, prefix: string, name: string): string =>
  `${machineArn(stack, prefix, name)}:${LIVE}`;

/** All executions of a machine: they are named after projects. */
export const executionsArn = (stack: Stack, prefix: string, name: string): string =>
  stack.formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${machineName(prefix, name)}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

export class Machine extends Construct {
  readonly name: string;
  readonly machine: StateMachine;
  readonly live: CfnStateMachineAlias;

  constructor(
    scope: Construct,
    id: string,
    { definition, prefix, capabilities, log, functions, machines }: MachineProps,
  ) {
    super(scope, id);
    this.name = definition.name;
    const called = definition.functions.map((placeholder) => [placeholder, found(functions, placeholder)] as const);
    const started = definition.machines.map((child) => [child, found(machines, child)] as const);
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName(prefix, definition.name),
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(definition.text),
      definitionSubstitutions: {
        Partition: Aws.PARTITION,
        ...Object.fromEntries(called.map(([placeholder, { functionArn }]) => [placeholder, functionArn])),
        ...Object.fromEntries(started.map(([child, { live }]) => [`${child}Machine`, live.attrArn])),
      },
      // Never the data: a task token stands in it.
      logs: { destination: log, level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: capabilities.tracing,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#allowToCall(called.map(([, alias]) => alias.functionArn));
    this.#allowToStart(
      prefix,
      started.map(([, child]) => child),
    );
    acknowledgeResource(
      this.machine,
      '*',
      'Delivery of logs (and traces) is set up by actions that know no resources to name.',
    );
    if (!capabilities.tracing) acknowledge(this.machine, 'AwsSolutions-SF2', 'The region is planned without X-Ray.');

    const version = new CfnStateMachineVersion(this, 'Version', {
      stateMachineArn: this.machine.stateMachineArn,
      stateMachineRevisionId: this.machine.stateMachineRevisionId,
    });
    // Executions in flight stay on the version that they began with.
    version.applyRemovalPolicy(RemovalPolicy.RETAIN, { applyToUpdateReplacePolicy: true });
    this.live = new CfnStateMachineAlias(this, 'Live', {
      name: LIVE,
      routingConfiguration: [{ stateMachineVersionArn: version.attrArn, weight: 100 }],
    });
  }

  #allowToCall(functionArns: readonly string[]): void {
    if (functionArns.length === 0) return;
    this.machine.addToRolePolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [...functionArns] }),
    );
  }

  /** `startExecution.sync:2` watches its child by a rule that Step Functions keeps, and stops it when it is stopped. */
  #allowToStart(prefix: string, children: readonly Machine[]): void {
    if (children.length === 0) return;
    const stack = Stack.of(this);
    const arns = children.map(({ name }) => machineArn(stack, prefix, name));
    const executions = children.map(({ name }) => executionsArn(stack, prefix, name));
    const rule = stack.formatArn({
      service: 'events',
      resource: 'rule',
      resourceName: 'StepFunctionsGetEventsForStepFunctionsExecutionRule',
    });
    for (const [actions, resources] of [
      [['states:StartExecution'], arns.flatMap((arn) => [arn, `${arn}:${LIVE}`])],
      [['states:DescribeExecution', 'states:StopExecution'], executions],
      [['events:PutTargets', 'events:PutRule', 'events:DescribeRule'], [rule]],
    ] as const) {
      this.machine.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
    }
    for (const { name } of children) {
      acknowledgeResource(
        this.machine,
        `arn:<AWS::Partition>:states:${regionInFindings(stack)}:${accountInFindings(stack)}:execution:${machineName(prefix, name)}:*`,
        'Executions are named after projects: none of them exists yet.',
      );
    }
  }
}

function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`a machine names ${name}, which does not exist`);
  return value;
}
