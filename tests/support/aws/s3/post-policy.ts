// Judges a presigned POST as S3 does: signature, expiry, every condition, and no form field that no condition covers.
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { S3Error } from './store.ts';

const Policy = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.int(), z.int()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});

/** Fields that a form may have without a condition. */
const FREE = new Set(['policy', 'x-amz-signature', 'file']);

export interface Posted {
  readonly bucket: string;
  /** By name in small letters. */
  readonly fields: ReadonlyMap<string, string>;
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly secretAccessKey: string;
}

export function checkPolicy({ bucket, fields, bytes, now, secretAccessKey }: Posted): void {
  const encoded = fields.get('policy');
  if (encoded === undefined) throw new S3Error(403, 'AccessDenied', 'There is no policy');
  if (fields.get('x-amz-signature') !== signatureOf(encoded, fields.get('x-amz-credential') ?? '', secretAccessKey)) {
    throw new S3Error(403, 'SignatureDoesNotMatch');
  }
  const policy = Policy.parse(JSON.parse(Buffer.from(encoded, 'base64').toString()));
  if (Date.parse(policy.expiration) <= now)
    throw new S3Error(403, 'AccessDenied', 'Invalid according to Policy: Policy expired.');

  const given = new Map([...fields, ['bucket', bucket]]);
  const covered = new Set(FREE);
  for (const condition of policy.conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, value] of Object.entries(condition)) require('eq', name, value);
    } else if (condition[0] === 'content-length-range') {
      if (bytes < condition[1]) throw new S3Error(400, 'EntityTooSmall');
      if (bytes > condition[2]) throw new S3Error(400, 'EntityTooLarge');
    } else {
      require(condition[0], condition[1].slice(1), condition[2]);
    }
  }
  covered.add('bucket');
  const extra = [...given.keys()].find((name) => !covered.has(name) && !name.startsWith('x-ignore-'));
  if (extra !== undefined) {
    throw new S3Error(403, 'AccessDenied', `Invalid according to Policy: Extra input fields: ${extra}`);
  }

  function require(operator: 'eq' | 'starts-with', name: string, value: string): void {
    const field = name.toLowerCase();
    const actual = given.get(field) ?? '';
    covered.add(field);
    if (operator === 'eq' ? actual !== value : !actual.startsWith(value)) {
      throw new S3Error(
        403,
        'AccessDenied',
        `Invalid according to Policy: Policy Condition failed: ["${operator}", "$${name}", "${value}"]`,
      );
    }
  }
}

/** Signature version 4 over the encoded policy; the credential says day, region and service. */
function signatureOf(policy: string, credential: string, secretAccessKey: string): string {
  const [, day = '', region = '', service = ''] = credential.split('/');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    (signingKey, part) => createHmac('sha256', signingKey).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  return createHmac('sha256', key).update(policy).digest('hex');
}
