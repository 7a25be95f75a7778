// What is kept, and who may touch it: table, buckets, keys, and the rights of the functions.
import { expect, it } from 'vitest';
import { LISTED_ATTRIBUTES } from '../../support/aws/dynamo.ts';
import { resourcesOf, type Synthesised, statementsOf, text } from '../synthesise.ts';

export function describeKept(synthesised: Synthesised): void {
  const properties = (type: string) => resourcesOf(synthesised, type).map(({ Properties }) => Properties);

  it('keeps what is kept: the data stack is protected, and nothing that holds data goes with its stack', () => {
    expect([...synthesised].filter(([, { isProtected }]) => isProtected).map(([name]) => name)).toEqual(['data']);
    const holding = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::Logs::LogGroup'];
    const lost = holding.flatMap((type) =>
      resourcesOf(synthesised, type).filter(({ DeletionPolicy }) => DeletionPolicy !== 'Retain'),
    );
    expect(lost).toEqual([]);
  });

  it('can go back to any second of the last 35 days, and deletes no table by mistake', () => {
    expect(properties('AWS::DynamoDB::Table')).toMatchObject([
      {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        GlobalSecondaryIndexes: [
          { IndexName: 'listed', KeySchema: [{ AttributeName: 'listed' }, { AttributeName: 'place' }] },
        ],
      },
    ]);
  });

  it('lets nobody read a bucket from outside, nor without TLS', () => {
    const buckets = properties('AWS::S3::Bucket');
    expect(buckets).toHaveLength(6);
    for (const bucket of buckets) {
      expect(bucket.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    }
    const closed = properties('AWS::S3::BucketPolicy').filter((policy) =>
      text(policy).includes('"aws:SecureTransport":"false"'),
    );
    expect(closed).toHaveLength(6);
  });

  it('locks the evidence, but by the class of each paper: there is no rule for all', () => {
    const locked = properties('AWS::S3::Bucket').filter(({ ObjectLockEnabled }) => ObjectLockEnabled === true);
    expect(locked).toMatchObject([{ VersioningConfiguration: { Status: 'Enabled' } }]);
    expect(locked[0]).not.toHaveProperty('ObjectLockConfiguration.Rule');
  });

  it('lets the functions that open a wait keep its token, and see or change nothing', () => {
    const allowed = properties('AWS::IAM::ManagedPolicy').find(({ ManagedPolicyName, Description, ...policy }) =>
      text(policy).includes('dynamodb:LeadingKeys'),
    );
    expect(statementsOf(allowed).map(({ Action }) => Action)).toEqual([
      'dynamodb:PutItem',
      ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
    ]);
  });

  it('projects into its index what the adapters look for there, and no token', () => {
    const [table] = properties('AWS::DynamoDB::Table');
    expect(table).toMatchObject({
      GlobalSecondaryIndexes: [{ Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...LISTED_ATTRIBUTES] } }],
    });
  });

  it('lets one function break the lock of the evidence, and do nothing else to it', () => {
    const policies = resourcesOf(synthesised, 'AWS::IAM::ManagedPolicy').map(({ Properties }) => Properties);
    const inline = properties('AWS::IAM::Policy');
    const breaking = [...policies, ...inline].filter((policy) => /Bypass|DeleteObject/.test(text(policy)));
    expect(breaking).toHaveLength(1);
    expect(statementsOf(breaking[0]).map(({ Action, Condition }) => [Action, Condition])).toEqual([
      [['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan'], undefined],
      ['dynamodb:Query', undefined],
      ['dynamodb:PutItem', { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PRIVACY#*'] } }],
      ['dynamodb:UpdateItem', { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PAPER#*'] } }],
      [['s3:BypassGovernanceRetention', 's3:DeleteObjectVersion', 's3:GetObject'], undefined],
      [['s3:ListBucket', 's3:ListBucketVersions'], { StringLike: { 's3:prefix': ['papers/*'] } }],
      [['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'], undefined],
    ]);
    const roles = properties('AWS::IAM::Role').filter((role) => text(role).includes('ErasurePolicy'));
    expect(roles).toHaveLength(1);
    const retention = properties('AWS::Lambda::Function').filter((each) => text(each.Role).includes('RetentionRole'));
    expect(retention.map(({ Description }) => Description)).toEqual(['eraseExpiredPapers']);
  });
}
