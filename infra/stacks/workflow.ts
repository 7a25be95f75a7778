// The procedure at work: the steps, the machines that call them, the projector behind the ledger, and the sender.
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledgeResource } from '../acknowledge.ts';
import { deadLetters } from '../constructs/dead-letters.ts';
import { type CodeOf, HandlerGroup } from '../constructs/handler-group.ts';
import { Machine } from '../constructs/machine.ts';
import { readEntryPoints } from '../entry-points/read-entry-points.ts';
import { type MachineDefinition, readMachineDefinitions } from '../machine-definitions.ts';
import type { RegionCapabilities } from '../region-capabilities.ts';
import type { DataStack } from './data.ts';
import type { Kept } from './rights.ts';

export interface WorkflowStackProps extends StackProps {
  readonly prefix: string;
  readonly capabilities: RegionCapabilities;
  readonly data: DataStack;
  readonly codeOf: CodeOf;
}

export class WorkflowStack extends Stack {
  readonly machines: readonly Machine[];
  readonly projector: Alias;
  readonly deadLetters: readonly Queue[];
  readonly groups: readonly HandlerGroup[];
  /** Called from time to time by the operations. */
  readonly sender: HandlerGroup;
  readonly sendNotifications: Alias;

  constructor(scope: Construct, id: string, { prefix, capabilities, data, codeOf, ...props }: WorkflowStackProps) {
    super(scope, id, props);
    const group = (name: string, ...kept: readonly Kept[]): HandlerGroup =>
      new HandlerGroup(this, name, {
        codeOf,
        capabilities,
        environment: data.settings,
        policies: kept.map((each) => data.policies[each]),
      });

    const definitions = readMachineDefinitions();
    const steps = group('Steps', 'RECORDS');
    const waits = group('Waits', 'WAITS');
    const waiting = new Set(readEntryPoints().flatMap(({ name, maker }) => (maker === 'onWait' ? [name] : [])));
    const functions = new Map(
      [...new Set(definitions.flatMap((definition) => definition.functions))].map((placeholder) => {
        const name = placeholder.charAt(0).toLowerCase() + placeholder.slice(1);
        return [placeholder, (waiting.has(name) ? waits : steps).add(name)];
      }),
    );
    this.machines = this.#machines(definitions, functions, { prefix, capabilities });

    const projection = group('Projection', 'RECORDS', 'MESSAGES');
    this.projector = projection.add('projectEntries', { memoryMegabytes: 1_024, timeout: Duration.minutes(1) });
    const unprojected = deadLetters(this, 'UnprojectedEntries');
    this.#followLedger(data, projection, unprojected);

    const intake = group('Intake', 'RECORDS', 'PAPERS', 'SEAL', 'MESSAGES');
    const unreceived = deadLetters(this, 'UnreceivedUploads');
    const receiver = intake.add('receiveUpload', {
      memoryMegabytes: 1_024,
      timeout: Duration.minutes(2),
      deadLetters: unreceived,
    });
    new Rule(this, 'UploadArrived', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [data.intake.bucketName] },
          // Behind a ticket, or dropped by an office scanner.
          object: { key: [{ prefix: 'uploads/' }, { prefix: 'scans/' }] },
        },
      },
      targets: [new LambdaFunction(receiver, { deadLetterQueue: unreceived, retryAttempts: 20 })],
    });

    const filing = group('Filing', 'RECORDS', 'PAPERS', 'SEAL', 'MESSAGES');
    const filer = filing.add('fileStacks', {
      // Two processors, and room for a reader beside a stack of the largest size.
      memoryMegabytes: 3_008,
      timeout: Duration.minutes(15),
      hasMachineCode: true,
    });
    const unfiled = deadLetters(this, 'UnfiledStacks');
    this.#fileStacks(data, filing, filer, unfiled);

    this.sender = group('Sender', 'RECORDS', 'CHANNELS', 'MESSAGES');
    this.sendNotifications = this.sender.add('sendNotifications', {
      timeout: Duration.minutes(5),
      deadLetters: data.undelivered,
    });
    this.sender.allow(
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
      [data.outbox.queueArn],
    );
    new EventSourceMapping(this, 'OutboxBell', {
      target: this.sendNotifications,
      eventSourceArn: data.outbox.queueArn,
      // One round answers all that have rung.
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(5),
      maxConcurrency: 2,
    });

    this.groups = [steps, waits, projection, intake, filing, this.sender];
    this.deadLetters = [unprojected, unreceived, unfiled];
  }

  #machines(
    definitions: readonly MachineDefinition[],
    functions: ReadonlyMap<string, Alias>,
    installation: { readonly prefix: string; readonly capabilities: RegionCapabilities },
  ): readonly Machine[] {
    const log = new LogGroup(this, 'MachineLog', {
      // CloudWatch takes no delivery of logs into a group whose policy has grown too long: this prefix needs none.
      logGroupName: `/aws/vendedlogs/states/${installation.prefix}`,
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const machines = new Map<string, Machine>();
    for (const definition of definitions) {
      const machine = new Machine(this, definition.id, { ...installation, definition, log, functions, machines });
      machines.set(definition.id, machine);
    }
    return [...machines.values()];
  }

  /** A stack of scans is a job of minutes: one at a time for each place of the stream, four places side by side. */
  #fileStacks(data: DataStack, filing: HandlerGroup, filer: Alias, unfiled: Queue): void {
    new EventSourceMapping(this, 'StackLine', {
      target: filer,
      eventSourceArn: this.#follow(data, filing),
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 1,
      parallelizationFactor: 4,
      retryAttempts: 3,
      onFailure: new SqsDlq(unfiled),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { pk: { S: FilterRule.isEqual('VIEW#stacks#open') } } },
        }),
      ],
    });
  }

  /** Lets a group read the stream of the table; its ARN. */
  #follow({ table }: DataStack, group: HandlerGroup): string {
    const stream = table.tableStreamArn;
    if (stream === undefined) throw new Error('the table has no stream');
    group.allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [stream]);
    group.allow(['dynamodb:ListStreams'], ['*']);
    acknowledgeResource(group.role, '*', 'ListStreams and X-Ray know no resources to name.');
    return stream;
  }

  /** In order, one entry after the other for each shard; what stays impossible is left in the dead letters after an hour. */
  #followLedger(data: DataStack, projection: HandlerGroup, unprojected: Queue): void {
    new EventSourceMapping(this, 'LedgerStream', {
      target: this.projector,
      eventSourceArn: this.#follow(data, projection),
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      reportBatchItemFailures: true,
      bisectBatchOnError: false,
      retryAttempts: 100,
      maxRecordAge: Duration.hours(1),
      onFailure: new SqsDlq(unprojected),
      // Rows and messages stand in the same table; only entries and waits have consequences.
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('ENTRY#') } } },
        }),
        // A wait may open after its act is done, or be opened again under a newer token.
        FilterCriteria.filter({
          eventName: FilterRule.or('INSERT', 'MODIFY'),
          dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('WAITS#') } } },
        }),
      ],
    });
  }
}
