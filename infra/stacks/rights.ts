// What functions may do with what is kept: one policy for each kind of work, each with no more than that work needs.
import { CfnElement, type Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { accountInFindings, acknowledgeResource, regionInFindings } from '../acknowledge.ts';
import { executionsArn, machineArn, machineName } from '../constructs/machine.ts';

/** What a function may be allowed to touch. */
export type Kept = 'WAITS' | 'RECORDS' | 'PAPERS' | 'ERASURE' | 'SEAL' | 'CHANNELS' | 'MESSAGES';

type Right = readonly [
  actions: readonly string[],
  resources: readonly string[],
  conditions?: Readonly<Record<string, unknown>>,
];

/** The machine that walks through the nine steps. */
export const RENOVATION = 'renovation';
export const INDEX = 'listed';
const USE_OF_KEY = ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'];
const READ_OF_KEY = ['kms:Decrypt', 'kms:DescribeKey'];

const startingWith = (...keys: readonly string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } });

export interface KeptThings {
  /** The data stack. */
  readonly stack: Stack;
  readonly prefix: string;
  readonly table: Table;
  readonly key: Key;
  readonly intake: Bucket;
  readonly evidence: Bucket;
  readonly keys: Bucket;
  readonly sealKey: Key;
  readonly outbox: Queue;
}

export const rightsTo = (kept: KeptThings): Readonly<Record<Kept, ManagedPolicy>> => ({
  WAITS: waits(kept),
  RECORDS: records(kept),
  PAPERS: papers(kept),
  SEAL: seal(kept),
  CHANNELS: channels(kept),
  MESSAGES: policy(kept, 'Messages', [[['sqs:SendMessage'], [kept.outbox.queueArn]]]),
  ERASURE: erasure(kept),
});

/** To keep the token of a wait, and to see or change nothing. */
const waits = (kept: KeptThings): ManagedPolicy =>
  policy(kept, 'Waits', [
    [['dynamodb:PutItem'], [kept.table.tableArn], startingWith('WAITS#*')],
    [USE_OF_KEY, [kept.key.keyArn]],
  ]);

/** Ledgers, views and waits in the table, and the workflow that goes with them. */
function records(kept: KeptThings): ManagedPolicy {
  const { stack, prefix, table, key } = kept;
  const machine = machineArn(stack, prefix, RENOVATION);
  const made = policy(kept, 'Records', [
    [['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'], [table.tableArn]],
    [['dynamodb:ConditionCheckItem', 'dynamodb:Query'], [table.tableArn]],
    [['dynamodb:Query'], [`${table.tableArn}/index/${INDEX}`]],
    [USE_OF_KEY, [key.keyArn]],
    [['states:StartExecution'], [machine, `${machine}:live`]],
    [['states:ListExecutions'], [machine]],
    [['states:DescribeExecution', 'states:StopExecution'], [executionsArn(stack, prefix, RENOVATION)]],
    // The waits stand in the machines of the steps. The token is the right to answer, and only functions see tokens.
    [['states:SendTaskSuccess'], [machineArn(stack, prefix, '*')]],
  ]);
  const named = `arn:<AWS::Partition>:states:${regionInFindings(stack)}:${accountInFindings(stack)}`;
  acknowledgeResource(
    made,
    `${named}:execution:${machineName(prefix, RENOVATION)}:*`,
    'Executions are named after projects: none of them exists yet.',
  );
  acknowledgeResource(
    made,
    `${named}:stateMachine:${machineName(prefix, '*')}`,
    'All machines of this installation, which come after this stack.',
  );
  return made;
}

/** To bring papers, to lock and to read them; to take none away. */
function papers(kept: KeptThings): ManagedPolicy {
  const { evidence, intake, key } = kept;
  const made = policy(kept, 'Papers', [
    [['s3:PutObject', 's3:GetObject', 's3:PutObjectRetention'], [evidence.arnForObjects('papers/*')]],
    [['s3:ListBucket'], [evidence.bucketArn]],
    [['s3:PutObject', 's3:GetObject'], [intake.arnForObjects('uploads/*')]],
    [['s3:GetObject'], [intake.arnForObjects('scans/*')]],
    [USE_OF_KEY, [key.keyArn]],
  ]);
  for (const [bucket, objects] of [
    [evidence, 'papers/*'],
    [intake, 'uploads/*'],
    [intake, 'scans/*'],
  ] as const) {
    acknowledgeObjects(kept, made, bucket, objects);
  }
  return made;
}

/** To look for papers whose time is over, to write down which went, and to take their bytes away: for one function only. */
function erasure(kept: KeptThings): ManagedPolicy {
  const { evidence, key, table } = kept;
  const made = policy(kept, 'Erasure', [
    [['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan'], [table.tableArn]],
    [['dynamodb:Query'], [`${table.tableArn}/index/${INDEX}`]],
    [['dynamodb:PutItem'], [table.tableArn], startingWith('PRIVACY#*')],
    [['dynamodb:UpdateItem'], [table.tableArn], startingWith('PAPER#*')],
    [['s3:GetObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'], [evidence.arnForObjects('papers/*')]],
    [['s3:ListBucket', 's3:ListBucketVersions'], [evidence.bucketArn], { StringLike: { 's3:prefix': ['papers/*'] } }],
    [USE_OF_KEY, [key.keyArn]],
  ]);
  acknowledgeObjects(kept, made, evidence, 'papers/*');
  return made;
}

const seal = (kept: KeptThings): ManagedPolicy =>
  policy(kept, 'Seal', [
    [['s3:GetObject', 's3:PutObject'], [kept.keys.arnForObjects('seal.json')]],
    ...inKeys(kept, USE_OF_KEY),
  ]);

/** The settings of the channels hold passwords: they lie beside the keys. */
function channels(kept: KeptThings): ManagedPolicy {
  const { stack, prefix, keys } = kept;
  const topics = `${prefix}-*`;
  const made = policy(kept, 'Channels', [
    [['s3:GetObject'], [keys.arnForObjects('channels.json')]],
    ...inKeys(kept, READ_OF_KEY),
    [['sns:Publish'], [stack.formatArn({ service: 'sns', resource: topics })]],
  ]);
  acknowledgeResource(
    made,
    `arn:<AWS::Partition>:sns:${regionInFindings(stack)}:${accountInFindings(stack)}:${topics}`,
    'Topics of desks are made by the district, under the name of the installation.',
  );
  return made;
}

/** Without the right to list, S3 calls an object that is not there yet forbidden. */
const inKeys = ({ keys, sealKey }: KeptThings, use: readonly string[]): readonly Right[] => [
  [['s3:ListBucket'], [keys.bucketArn]],
  [use, [sealKey.keyArn]],
];

function policy({ stack }: KeptThings, id: string, rights: readonly Right[]): ManagedPolicy {
  return new ManagedPolicy(stack, `${id}Policy`, {
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

function acknowledgeObjects({ stack }: KeptThings, made: ManagedPolicy, { node }: Bucket, objects: string): void {
  if (!CfnElement.isCfnElement(node.defaultChild)) throw new Error(`${node.path} has no resource`);
  acknowledgeResource(
    made,
    `<${String(stack.resolve(node.defaultChild.logicalId))}.Arn>/${objects}`,
    'Papers are named by their hash, uploads by their ticket, scans by the scanner: no name exists beforehand.',
  );
}
