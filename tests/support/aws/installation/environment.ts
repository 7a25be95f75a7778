// What the functions of a rehearsed installation are told, and where the services behind their SDK clients stand.
import { BUCKETS, CREDENTIALS, REGION } from '../start-aws.ts';

export const TABLE = 'jiugai';
export const RENOVATION = 'arn:aws:states:local:000000000000:stateMachine:renovation';

/** Names that the issuer of a district may give to role and unit. */
export const ROLE_CLAIM = 'https://district.example/role';
export const UNIT_CLAIM = 'https://district.example/unit';

export interface Addresses {
  readonly dynamo: string;
  readonly s3: string;
  readonly sqs: string;
  readonly sfn: string;
}

export const environmentAt = ({ dynamo, s3, sqs, sfn }: Addresses): Readonly<Record<string, string>> => ({
  AWS_REGION: REGION,
  AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: dynamo,
  AWS_ENDPOINT_URL_S3: s3,
  AWS_ENDPOINT_URL_SQS: sqs,
  AWS_ENDPOINT_URL_SFN: sfn,
  JIUGAI_TABLE: TABLE,
  JIUGAI_INTAKE_BUCKET: BUCKETS.intake,
  JIUGAI_EVIDENCE_BUCKET: BUCKETS.evidence,
  JIUGAI_KEYS_BUCKET: BUCKETS.keys,
  JIUGAI_OUTBOX_QUEUE: `${sqs}/123456789012/outbox`,
  JIUGAI_RENOVATION_MACHINE: RENOVATION,
  JIUGAI_LOCKED_DAYS: '3653',
  JIUGAI_VERSION: '1.2.3',
  JIUGAI_ORIGIN: 'https://jiugai.example.cn',
  JIUGAI_ROLE_CLAIM: ROLE_CLAIM,
  JIUGAI_UNIT_CLAIM: UNIT_CLAIM,
});
