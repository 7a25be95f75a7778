// Everything that is kept: the table, the papers, the keys of the seal, and the bell of the outbox. Outlives every other stack.
import { CfnElement, CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { ManagedPolicy, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { accountInFindings, acknowledge, acknowledgeResource, regionInFindings } from '../acknowledge.ts';
import { deadLetters } from '../constructs/dead-letters.ts';
import { executionsArn, liveMachineArn, machineArn, machineName } from '../constructs/machine.ts';

export interface DataStackProps extends StackProps {
  readonly prefix: string;
  readonly version: string;
  /** Origin of the pages: browsers send scans to the intake bucket from there. */
  readonly site: string;
}

/** Filed and issued papers are locked for ten years (机关文件材料归档 short-term retention). */
const LOCKED_DAYS = 3_653;
const RENOVATION = 'renovation';
const INDEX = 'listed';

type Right = readonly [
  actions: readonly string[],
  resources: readonly string[],
  conditions?: Readonly<Record<string, unknown>>,
];
const USE_OF_KEY = ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'];

/** What a function may be allowed to touch. */
export type Kept = 'WAITS' | 'RECORDS' | 'PAPERS' | 'SEAL' | 'CHANNELS' | 'MESSAGES';

export class DataStack extends Stack {
  readonly key: Key;
  readonly table: Table;
  readonly intake: Bucket;
  readonly evidence: Bucket;
  readonly keys: Bucket;
  readonly #sealKey: Key;
  readonly outbox: Queue;
  readonly deadLetters: readonly Queue[];
  readonly policies: Readonly<Record<Kept, ManagedPolicy>>;
  readonly #prefix: string;
  readonly #version: string;
  readonly #site: string;

  constructor(scope: Construct, id: string, { prefix, version, site, ...props }: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.#prefix = prefix;
    this.#version = version;
    this.#site = site;
    this.key = new Key(this, 'Key', { description: 'Ledger, papers, alarms', enableKeyRotation: true });
    this.key.grant(new ServicePrincipal('cloudwatch.amazonaws.com'), 'kms:Decrypt', 'kms:GenerateDataKey');

    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      // The projector reads the entries themselves.
      stream: StreamViewType.KEYS_ONLY,
      timeToLiveAttribute: 'expiresAt',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: INDEX,
      partitionKey: { name: 'listed', type: AttributeType.STRING },
      sortKey: { name: 'place', type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });

    const accessLog = this.#bucket('AccessLog', {
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ expiration: Duration.days(183) }],
    });
    acknowledge(accessLog, 'AwsSolutions-S1', 'It is the access log itself.');
    const encrypted = {
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      versioned: true,
    };
    this.intake = this.#bucket('Intake', {
      ...encrypted,
      serverAccessLogsBucket: accessLog,
      serverAccessLogsPrefix: 'intake/',
      // What is filed has been copied to the evidence by then; what is not lies in the quarantine for as long.
      lifecycleRules: [
        { expiration: Duration.days(90), noncurrentVersionExpiration: Duration.days(7) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      cors: [{ allowedOrigins: [site], allowedMethods: [HttpMethods.POST], allowedHeaders: ['*'], maxAge: 3_600 }],
    });
    // On the L2 this would add a function in Python to do what CloudFormation does by itself.
    const intake = this.intake.node.defaultChild;
    if (intake instanceof CfnBucket)
      intake.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    this.evidence = this.#bucket('Evidence', {
      ...encrypted,
      serverAccessLogsBucket: accessLog,
      serverAccessLogsPrefix: 'evidence/',
      // Each paper is locked by its class as it comes: the vault must stay erasable.
      objectLockEnabled: true,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    this.#sealKey = new Key(this, 'SealKey', { description: 'Keys of the seal', enableKeyRotation: true });
    this.keys = this.#bucket('Keys', {
      ...encrypted,
      encryptionKey: this.#sealKey,
      serverAccessLogsBucket: accessLog,
      serverAccessLogsPrefix: 'keys/',
    });

    const undelivered = deadLetters(this, 'OutboxDeadLetters');
    this.outbox = new Queue(this, 'Outbox', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.minutes(30),
      deadLetterQueue: { queue: undelivered, maxReceiveCount: 5 },
    });
    this.deadLetters = [undelivered];
    this.policies = {
      WAITS: this.#waits(),
      RECORDS: this.#records(),
      PAPERS: this.#papers(),
      SEAL: this.#seal(),
      CHANNELS: this.#channels(),
      MESSAGES: this.#policy('Messages', [[['sqs:SendMessage'], [this.outbox.queueArn]]]),
    };
    new CfnOutput(this, 'Environment', {
      value: Object.entries(this.settings)
        .map(([name, value]) => `${name}=${value}`)
        .join('\n'),
      description:
        'What the commands of the operator need: export it before redrive, rotate-keys and the contract tests',
    });
  }

  /** What every function is told; see `adapters/aws/config.ts`. */
  get settings(): Readonly<Record<string, string>> {
    return {
      JIUGAI_TABLE: this.table.tableName,
      JIUGAI_INTAKE_BUCKET: this.intake.bucketName,
      JIUGAI_EVIDENCE_BUCKET: this.evidence.bucketName,
      JIUGAI_KEYS_BUCKET: this.keys.bucketName,
      JIUGAI_OUTBOX_QUEUE: this.outbox.queueUrl,
      JIUGAI_RENOVATION_MACHINE: liveMachineArn(this, this.#prefix, RENOVATION),
      JIUGAI_LOCKED_DAYS: String(LOCKED_DAYS),
      JIUGAI_VERSION: this.#version,
      JIUGAI_ORIGIN: this.#site,
    };
  }

  /** To keep the token of a wait, and to see or change nothing. */
  #waits(): ManagedPolicy {
    return this.#policy('Waits', [
      [
        ['dynamodb:PutItem'],
        [this.table.tableArn],
        { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['WAITS#*'] } },
      ],
      [USE_OF_KEY, [this.key.keyArn]],
    ]);
  }

  /** Ledgers, views and waits in the table, and the workflow that goes with them. */
  #records(): ManagedPolicy {
    const { table } = this;
    const machine = machineArn(this, this.#prefix, RENOVATION);
    const policy = this.#policy('Records', [
      [['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'], [table.tableArn]],
      [['dynamodb:ConditionCheckItem', 'dynamodb:Query'], [table.tableArn]],
      [['dynamodb:Query'], [`${table.tableArn}/index/${INDEX}`]],
      [USE_OF_KEY, [this.key.keyArn]],
      [['states:StartExecution'], [machine, `${machine}:live`]],
      [['states:ListExecutions'], [machine]],
      [['states:DescribeExecution', 'states:StopExecution'], [executionsArn(this, this.#prefix, RENOVATION)]],
      // The waits stand in the machines of the steps. The token is the right to answer, and only functions see tokens.
      [['states:SendTaskSuccess'], [machineArn(this, this.#prefix, '*')]],
    ]);
    const named = `arn:<AWS::Partition>:states:${regionInFindings(this)}:${accountInFindings(this)}`;
    acknowledgeResource(
      policy,
      `${named}:execution:${machineName(this.#prefix, RENOVATION)}:*`,
      'Executions are named after projects: none of them exists yet.',
    );
    acknowledgeResource(
      policy,
      `${named}:stateMachine:${machineName(this.#prefix, '*')}`,
      'All machines of this installation, which come after this stack.',
    );
    return policy;
  }

  #papers(): ManagedPolicy {
    const papers = [
      's3:PutObject',
      's3:GetObject',
      's3:PutObjectRetention',
      's3:DeleteObjectVersion',
      's3:BypassGovernanceRetention',
    ];
    const policy = this.#policy('Papers', [
      [papers, [this.evidence.arnForObjects('papers/*')]],
      [['s3:ListBucket', 's3:ListBucketVersions'], [this.evidence.bucketArn]],
      [['s3:PutObject', 's3:GetObject'], [this.intake.arnForObjects('uploads/*')]],
      [['s3:GetObject', 's3:GetObjectVersion'], [this.intake.arnForObjects('scans/*')]],
      [USE_OF_KEY, [this.key.keyArn]],
    ]);
    for (const [bucket, objects] of [
      [this.evidence, 'papers/*'],
      [this.intake, 'uploads/*'],
      [this.intake, 'scans/*'],
    ] as const) {
      acknowledgeResource(
        policy,
        `<${this.#logicalIdOf(bucket)}.Arn>/${objects}`,
        'Papers are named by their hash, uploads by their ticket, scans by the scanner: no name exists beforehand.',
      );
    }
    return policy;
  }

  #seal(): ManagedPolicy {
    return this.#policy('Seal', [
      [['s3:GetObject', 's3:PutObject'], [this.keys.arnForObjects('seal.json')]],
      ...this.#keysOf(),
    ]);
  }

  /** The settings of the channels hold passwords: they lie beside the keys. */
  #channels(): ManagedPolicy {
    const topics = `${this.#prefix}-*`;
    const policy = this.#policy('Channels', [
      [['s3:GetObject'], [this.keys.arnForObjects('channels.json')]],
      ...this.#keysOf(),
      [['sns:Publish'], [this.formatArn({ service: 'sns', resource: topics })]],
    ]);
    acknowledgeResource(
      policy,
      `arn:<AWS::Partition>:sns:${regionInFindings(this)}:${accountInFindings(this)}:${topics}`,
      'Topics of desks are made by the district, under the name of the installation.',
    );
    return policy;
  }

  /** Without the right to list, S3 calls an object that is not there yet forbidden. */
  #keysOf(): readonly Right[] {
    return [
      [['s3:ListBucket'], [this.keys.bucketArn]],
      [USE_OF_KEY, [this.#sealKey.keyArn]],
    ];
  }

  #policy(id: string, rights: readonly Right[]): ManagedPolicy {
    return new ManagedPolicy(this, `${id}Policy`, {
      statements: rights.map(
        ([actions, resources, conditions]) =>
          new PolicyStatement({
            actions: [...actions],
            resources: [...resources],
            ...(conditions && { conditions: { ...conditions } }),
          }),
      ),
    });
  }

  #logicalIdOf({ node }: Bucket): string {
    if (!CfnElement.isCfnElement(node.defaultChild)) throw new Error(`${node.path} has no resource`);
    return String(this.resolve(node.defaultChild.logicalId));
  }

  #bucket(id: string, props: BucketProps): Bucket {
    return new Bucket(this, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
      ...props,
    });
  }
}
