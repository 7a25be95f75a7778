// Everything that is kept: the table, the papers, the keys of the seal, and the bell of the outbox. Outlives every other stack.
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { type ManagedPolicy, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
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
import { acknowledge } from '../acknowledge.ts';
import { deadLetters } from '../constructs/dead-letters.ts';
import { liveMachineArn } from '../constructs/machine.ts';
import { INDEX, type Kept, RENOVATION, rightsTo } from './rights.ts';

export interface DataStackProps extends StackProps {
  readonly prefix: string;
  readonly version: string;
  /** Origin of the pages: browsers send scans to the intake bucket from there. */
  readonly site: string;
}

/** Filed and issued papers are locked for ten years (机关文件材料归档 short-term retention). */
const LOCKED_DAYS = 3_653;

/** What is looked for in the index: no entry, and no token of a wait. */
const LISTED_ATTRIBUTES = ['projectId', 'wait', 'execution', 'openedAt', 'availableAt', 'enqueuedAt', 'revision'];

export class DataStack extends Stack {
  readonly key: Key;
  readonly table: Table;
  readonly intake: Bucket;
  readonly evidence: Bucket;
  readonly keys: Bucket;
  readonly outbox: Queue;
  /** Bells that nobody heard, and rounds of the sender that failed. */
  readonly undelivered: Queue;
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
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: LISTED_ATTRIBUTES,
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
    const arriving = this.intake.node.defaultChild;
    if (arriving instanceof CfnBucket)
      arriving.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    this.evidence = this.#bucket('Evidence', {
      ...encrypted,
      serverAccessLogsBucket: accessLog,
      serverAccessLogsPrefix: 'evidence/',
      // Each paper is locked by its class as it comes: the vault must stay erasable.
      objectLockEnabled: true,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    const sealKey = new Key(this, 'SealKey', { description: 'Keys of the seal', enableKeyRotation: true });
    this.keys = this.#bucket('Keys', {
      ...encrypted,
      encryptionKey: sealKey,
      serverAccessLogsBucket: accessLog,
      serverAccessLogsPrefix: 'keys/',
    });

    this.undelivered = deadLetters(this, 'OutboxDeadLetters');
    this.outbox = new Queue(this, 'Outbox', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.minutes(30),
      deadLetterQueue: { queue: this.undelivered, maxReceiveCount: 5 },
    });
    const { table, key, intake, evidence, keys, outbox } = this;
    this.policies = rightsTo({ stack: this, prefix, table, key, intake, evidence, keys, sealKey, outbox });
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
