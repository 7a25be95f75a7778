// What a function of the installation is told by its environment; read once, when it starts.
// The small form of the library: nine of ten functions check nothing else, and start in half the time.
import * as z from 'zod/mini';

const filled = z.string().check(z.minLength(1));

const Settings = z.object({
  JIUGAI_TABLE: filled,
  JIUGAI_INTAKE_BUCKET: filled,
  JIUGAI_EVIDENCE_BUCKET: filled,
  JIUGAI_KEYS_BUCKET: filled,
  JIUGAI_OUTBOX_QUEUE: filled,
  JIUGAI_RENOVATION_MACHINE: filled,
  JIUGAI_LOCKED_DAYS: z.string().check(z.regex(/^\d{1,5}$/)),
  JIUGAI_VERSION: filled,
  /** Claims of the district's issuer that name role and unit, where they have other names than ours. */
  JIUGAI_ROLE_CLAIM: z._default(filled, 'role'),
  JIUGAI_UNIT_CLAIM: z._default(filled, 'unit'),
  /** Known to the SDK, which finds no bucket by host name behind an address of one's own. */
  AWS_ENDPOINT_URL_S3: z.optional(filled),
});

export interface AwsConfig {
  readonly tableName: string;
  readonly intakeBucket: string;
  readonly evidenceBucket: string;
  readonly keysBucket: string;
  readonly outboxQueueUrl: string;
  readonly renovationMachineArn: string;
  readonly lockedDays: number;
  readonly version: string;
  readonly roleClaim: string;
  readonly unitClaim: string;
  readonly bucketsByPath: boolean;
}

/** Throws with the names of all settings that are missing or wrong. */
export function readAwsConfig(environment: Readonly<Record<string, string | undefined>>): AwsConfig {
  const read = Settings.safeParse(environment);
  if (!read.success) {
    const names = read.error.issues.map(({ path }) => path.join('.'));
    throw new Error(`wrong settings: ${names.join(', ')}`);
  }
  const settings = read.data;
  return {
    tableName: settings.JIUGAI_TABLE,
    intakeBucket: settings.JIUGAI_INTAKE_BUCKET,
    evidenceBucket: settings.JIUGAI_EVIDENCE_BUCKET,
    keysBucket: settings.JIUGAI_KEYS_BUCKET,
    outboxQueueUrl: settings.JIUGAI_OUTBOX_QUEUE,
    renovationMachineArn: settings.JIUGAI_RENOVATION_MACHINE,
    lockedDays: Number(settings.JIUGAI_LOCKED_DAYS),
    version: settings.JIUGAI_VERSION,
    roleClaim: settings.JIUGAI_ROLE_CLAIM,
    unitClaim: settings.JIUGAI_UNIT_CLAIM,
    bucketsByPath: settings.AWS_ENDPOINT_URL_S3 !== undefined,
  };
}
