// The installation on AWS as CloudFormation would get it, in both partitions.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { API_ROUTES } from '../../infra/api-routes.ts';
import { readEntryPoints } from '../../infra/entry-points/read-entry-points.ts';
import { readMachineDefinitions } from '../../infra/machine-definitions.ts';
import { REGION_CAPABILITIES } from '../../infra/region-capabilities.ts';
import { readPriceList } from '../../local/cost/price-list.ts';
import { priceMonth } from '../../local/cost/price-work.ts';
import { routesOf as localRoutes } from '../../local/routes.ts';
import { resourcesOf, synthesise } from './synthesise.ts';

const singapore = synthesise('ap-southeast-1');
const beijing = synthesise('cn-north-1');
const both = [
  ['ap-southeast-1', singapore],
  ['cn-north-1', beijing],
] as const;

interface Statement {
  readonly Action: unknown;
  readonly Resource: { Ref: string } | { Ref: string }[];
}

/** Of a policy in a template. */
const statementsOf = (policy: Readonly<Record<string, unknown>> | undefined): readonly Statement[] =>
  (policy?.PolicyDocument as { Statement: Statement[] } | undefined)?.Statement ?? [];

const text = (value: unknown): string => JSON.stringify(value);

describe.each(both)('in %s', (_region, synthesised) => {
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

  it('deploys every machine, with nothing left open in its text', () => {
    const machines = properties('AWS::StepFunctions::StateMachine');
    expect(machines.map(({ StateMachineName }) => StateMachineName).toSorted()).toEqual(
      readMachineDefinitions()
        .map(({ name }) => `jiugai-${name}`)
        .toSorted(),
    );
    for (const { DefinitionString, DefinitionSubstitutions } of machines) {
      const open = [...String(DefinitionString).matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] ?? '');
      expect(Object.keys(DefinitionSubstitutions as object).toSorted()).toEqual([...new Set(open)].toSorted());
    }
  });

  it('writes no data of an execution to a log: tokens stand in it', () => {
    for (const { LoggingConfiguration } of properties('AWS::StepFunctions::StateMachine')) {
      expect(LoggingConfiguration).toMatchObject({ IncludeExecutionData: false, Level: 'ALL' });
    }
  });

  it('gives every machine a version of its text and the alias by which it is started', () => {
    const count = readMachineDefinitions().length;
    expect(properties('AWS::StepFunctions::StateMachineAlias')).toHaveLength(count);
    const versions = resourcesOf(synthesised, 'AWS::StepFunctions::StateMachineVersion');
    expect(versions).toHaveLength(count);
    expect(versions.every(({ DeletionPolicy }) => DeletionPolicy === 'Retain')).toBe(true);
  });

  it('lets a machine call what its text names, and nothing else', () => {
    for (const { id, functions } of readMachineDefinitions()) {
      const policy = properties('AWS::IAM::Policy').find(({ PolicyName }) =>
        String(PolicyName).startsWith(`${id}MachineRoleDefaultPolicy`),
      );
      const called = statementsOf(policy)
        .filter(({ Action }) => Action === 'lambda:InvokeFunction')
        .flatMap(({ Resource }) => Resource)
        .map(({ Ref }) => /^(?:Steps|Waits)(\w+?)Live/.exec(Ref)?.[1]);
      expect(called.toSorted()).toEqual([...functions].toSorted());
    }
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

  it('deploys every entry point, each behind its alias', () => {
    const deployed = properties('AWS::Lambda::Function').map(({ Description }) => Description);
    expect(deployed.toSorted()).toEqual(
      readEntryPoints()
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(properties('AWS::Lambda::Alias')).toHaveLength(deployed.length);
  });

  it('follows the table in order, and of it only entries and waits', () => {
    const follower = properties('AWS::Lambda::EventSourceMapping').find(
      ({ FilterCriteria }) => FilterCriteria !== undefined,
    );
    expect(follower).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      FilterCriteria: {
        Filters: [
          { Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"ENTRY#"}]}}}}' },
          { Pattern: '{"eventName":["INSERT","MODIFY"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"WAITS#"}]}}}}' },
        ],
      },
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
    expect(follower).not.toHaveProperty('ParallelizationFactor');
  });

  it('files stacks from the same stream, one at a time, by a function with machine code of its own', () => {
    const line = properties('AWS::Lambda::EventSourceMapping').find((mapping) => text(mapping).includes('VIEW#stacks'));
    expect(line).toMatchObject({
      BatchSize: 1,
      FilterCriteria: {
        Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":["VIEW#stacks#open"]}}}}' }],
      },
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
    const native = properties('AWS::Lambda::Function').filter(({ Description }) =>
      ['fileStacks', 'paperOutRoutes'].includes(String(Description)),
    );
    expect(native.map(({ Architectures }) => Architectures)).toEqual([['x86_64'], ['x86_64']]);
  });

  it('hears of uploads behind tickets and of what scanners drop', () => {
    const rule = text(properties('AWS::Events::Rule'));
    expect(rule).toContain('{"prefix":"uploads/"},{"prefix":"scans/"}');
  });

  it('has for every alarm an impact in both languages and somebody who hears it', () => {
    const alarms = properties('AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(10);
    for (const { AlarmDescription, AlarmActions } of alarms) {
      expect(AlarmDescription).toMatch(/^[A-Z].{30,}[一-鿿]/);
      expect(AlarmActions).toHaveLength(1);
    }
  });

  it('watches every queue of dead letters', () => {
    const watched = properties('AWS::CloudWatch::Alarm').filter(
      ({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible',
    );
    const queues = properties('AWS::SQS::Queue').filter(({ RedrivePolicy }) => RedrivePolicy === undefined);
    expect(queues).toHaveLength(5);
    expect(new Set(watched.map(({ Dimensions }) => text(Dimensions))).size).toBe(queues.length);
  });

  it('has for every round a place where it lies if it could not be started', () => {
    const schedules = properties('AWS::Scheduler::Schedule');
    expect(schedules).toHaveLength(5);
    for (const { Target } of schedules) expect(Target).toHaveProperty('DeadLetterConfig.Arn');
  });

  it('keeps the log of a function for six months (网络安全法 art. 21)', () => {
    for (const { RetentionInDays } of properties('AWS::Logs::LogGroup')) expect(RetentionInDays).toBe(180);
  });
});

describe('the gateway', () => {
  const routes = resourcesOf(singapore, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties);
  const open = routes
    .filter(({ AuthorizationType }) => AuthorizationType === 'NONE')
    .map(({ RouteKey }) => String(RouteKey));

  it('serves the routes of the one-machine system', () => {
    const system = { clockKind: 'real' } as Parameters<typeof localRoutes>[0];
    const local = localRoutes(system).map(({ method, path }) => `${method} ${path}`);
    const served = Object.values(API_ROUTES)
      .flat()
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => route.includes(' /api/'));
    expect(local.filter((route) => !served.includes(route))).toEqual([]);
    expect(served.filter((route) => !local.includes(route) && !route.includes('/public/'))).toEqual([]);
  });

  it('asks for a token of the district’s issuer on every route but these', () => {
    expect(routes.filter(({ AuthorizationType }) => AuthorizationType === 'JWT').length + open.length).toBe(
      routes.length,
    );
    expect(open.filter((route) => route.includes(' /api/')).toSorted()).toEqual([
      'GET /api/calendar',
      'GET /api/dashboard/screen',
      'GET /api/health',
      'GET /api/public/keys',
      'GET /api/public/notices/{code}',
      'GET /api/public/projects/{id}',
      'GET /api/public/verify/{code}',
      'POST /api/calculators/ballot',
      'POST /api/calculators/eligibility',
      'POST /api/calculators/funding',
      'POST /api/calculators/publicity',
      'POST /api/calculators/settlement',
      'POST /api/calculators/tender',
      'POST /api/public/notices/{code}/objections',
    ]);
    const pages = open.filter((route) => !route.includes(' /api/'));
    expect(pages.filter((route) => !/^(?:GET|POST) \/p\/|^GET \/P\/|^\$default$/.test(route))).toEqual([]);
  });
});

describe('the pages', () => {
  it('may speak to the API, the issuer and the intake bucket, and run nothing but their own files', () => {
    const policies = resourcesOf(singapore, 'AWS::CloudFront::ResponseHeadersPolicy').map(({ Properties }) =>
      text(Properties),
    );
    expect(policies).toHaveLength(2);
    expect(
      policies.filter((policy) => policy.includes("connect-src 'self' https://login.example.cn https://")),
    ).toHaveLength(1);
    expect(
      policies.every((policy) => policy.includes("default-src 'none'") || policy.includes("default-src 'self'")),
    ).toBe(true);
  });
});

describe('a region without CloudFront', () => {
  const alone = synthesise('ap-southeast-1', { ...REGION_CAPABILITIES['ap-southeast-1'], contentDelivery: false });

  it('has the pages served by the gateway, under the same name and the same headers', () => {
    expect(resourcesOf(alone, 'AWS::CloudFront::Distribution')).toEqual([]);
    expect([...alone.keys()]).not.toContain('edge');
    expect(resourcesOf(alone, 'AWS::ApiGatewayV2::DomainName')).toMatchObject([
      { Properties: { DomainName: 'jiugai.example.cn' } },
    ]);
    expect(resourcesOf(alone, 'AWS::ApiGatewayV2::ApiMapping')).toHaveLength(1);
    const office = resourcesOf(alone, 'AWS::Lambda::Function').find(
      ({ Properties }) => Properties.Description === 'officePage',
    );
    expect(text(office?.Properties.Environment)).toContain("connect-src 'self' https://login.example.cn https://");
  });
});

describe('the month that `npm run cost` prices', () => {
  it('has the alarms, keys and firewalls that are there', () => {
    const prices = readPriceList(new URL('../../infra/prices/us-east-1-2026-11.json', import.meta.url));
    const paper = { papers: 0, bytes: 0, issued: 0, scannedPages: 0 };
    const counted = new Map(priceMonth(0, paper, 0, prices).map(({ kind, count }) => [kind, count.toNumber()]));
    const count = (type: string) => resourcesOf(singapore, type).length;
    expect(counted.get('alarm')).toBe(count('AWS::CloudWatch::Alarm'));
    expect(counted.get('encryptionKey')).toBe(count('AWS::KMS::Key'));
    expect(counted.get('dashboard')).toBe(count('AWS::CloudWatch::Dashboard'));
    expect(counted.get('webFirewall')).toBe(count('AWS::WAFv2::WebACL'));
  });
});

describe('the partitions', () => {
  it('differ where a region lacks something', () => {
    expect(resourcesOf(singapore, 'AWS::CloudFront::OriginAccessControl')).toHaveLength(1);
    expect(resourcesOf(beijing, 'AWS::CloudFront::CloudFrontOriginAccessIdentity')).toHaveLength(1);
    expect([...singapore.keys()]).toContain('edge');
    expect([...beijing.keys()]).not.toContain('edge');
    const traced = (synthesised: typeof beijing) =>
      resourcesOf(synthesised, 'AWS::Lambda::Function').filter(
        ({ Properties }) => Properties.TracingConfig !== undefined,
      );
    expect(traced(beijing)).toEqual([]);
    expect(traced(singapore).length).toBeGreaterThan(50);
    expect(resourcesOf(beijing, 'AWS::CloudFront::Distribution')).toMatchObject([
      {
        Properties: {
          DistributionConfig: {
            Aliases: ['jiugai.example.cn'],
            ViewerCertificate: { IamCertificateId: 'ASCAEXAMPLE', MinimumProtocolVersion: 'TLSv1.2_2021' },
          },
        },
      },
    ]);
  });

  it('are told apart in one table only', () => {
    const folder = new URL('../../infra/', import.meta.url);
    const asking = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !['region-capabilities.ts', 'synth.ts'].includes(file))
      .filter((file) =>
        /aws-cn|['"`]cn-|capabilities\.partition|\.region\b.*===/.test(readFileSync(new URL(file, folder), 'utf8')),
      );
    expect(asking).toEqual([]);
  });
});
