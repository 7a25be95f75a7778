// Events in the shapes in which AWS hands them to functions.
import { ROLE_CLAIM, UNIT_CLAIM } from './installation/environment.ts';
import { BUCKETS, REGION } from './start-aws.ts';

export interface Person {
  readonly sub: string;
  readonly role: string;
  readonly unit: string;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** As the gateway knows it: `/api/projects/{id}`. */
  readonly route: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly person?: Person;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** HTTP API, payload 2.0; the JWT authorizer has verified the token and hands over its claims. */
export function httpEvent({ method, route, parameters = {}, query = {}, person, body, headers = {} }: HttpRequest) {
  const rawPath = Object.entries(parameters).reduce((path, [name, value]) => path.replace(`{${name}}`, value), route);
  return {
    version: '2.0',
    routeKey: `${method} ${route}`,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      host: 'api.example.cn',
      'user-agent': 'Mozilla/5.0',
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-proto': 'https',
      ...headers,
    },
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'a1b2c3d4e5',
      domainName: 'api.example.cn',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'Mozilla/5.0' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: `${method} ${route}`,
      stage: '$default',
      time: '02/Mar/2026:01:00:00 +0000',
      timeEpoch: 1_772_413_200_000,
      ...(person && {
        authorizer: {
          jwt: {
            claims: {
              aud: 'jiugai',
              iss: 'https://sso.district.example',
              sub: person.sub,
              [ROLE_CLAIM]: person.role,
              [UNIT_CLAIM]: person.unit,
            },
            scopes: null,
          },
        },
      }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}

/** S3 through EventBridge. */
export const objectCreated = (key: string, size: number, versionId = 'v1') => ({
  version: '0',
  id: '17793124-05d4-b198-2fde-7ededc63b103',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: '123456789012',
  time: '2026-03-02T01:00:00Z',
  region: REGION,
  resources: [`arn:aws:s3:::${BUCKETS.intake}`],
  detail: {
    version: '0',
    bucket: { name: BUCKETS.intake },
    object: {
      key,
      size,
      etag: 'b1946ac92492d2347c6235b4d2611184',
      'version-id': versionId,
      sequencer: '00617F08299329D189',
    },
    'request-id': 'N4N7GDK58NMKJ12R',
    requester: '123456789012',
    'source-ip-address': '203.0.113.7',
    reason: 'PostObject',
  },
});

/** A batch of SQS. */
export const bellRung = (times: number) => ({
  Records: Array.from({ length: times }, (_, place) => ({
    messageId: `059f36b4-87a3-44ab-83d2-66197513630${place}`,
    receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
    body: 'messages are due',
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '1772413200000',
      SenderId: 'AROAEXAMPLE:projectEntries',
      ApproximateFirstReceiveTimestamp: '1772413200001',
    },
    messageAttributes: {},
    md5OfBody: '0'.repeat(32),
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${REGION}:123456789012:outbox`,
    awsRegion: REGION,
  })),
});

/** EventBridge Scheduler hands over what the schedule says, here nothing. */
export const SCHEDULED = {};
