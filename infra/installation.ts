// What a district decides about its installation on AWS: one file, checked before anything is built.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import { REGIONS, type Region } from './region-capabilities.ts';

const domainName = z.string().regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/);

export const installation = z.strictObject({
  /** Begins every name; two installations in one account have two. */
  prefix: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,19}$/)
    .default('jiugai'),
  region: z.custom<Region>((value) => REGIONS.some((region) => region === value)),
  account: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  /** Shown by `GET /api/health`. */
  version: z.string().min(1).max(40),
  /** Where people open the pages. */
  domain: domainName,
  /** ACM: the ARN of a certificate in us-east-1. China: the id of a server certificate in IAM. */
  certificate: z.string().min(1),
  identity: z.strictObject({
    issuer: z.url({ protocol: /^https$/ }),
    audience: z.string().min(1),
    /** Claims that name role and unit; what an issuer does not name, the district's own grants do. */
    roleClaim: z.string().min(1).default('role'),
    unitClaim: z.string().min(1).default('unit'),
  }),
  /** Gets the alarms. */
  alarmAddress: z.email(),
  /** Folder of the district's licensed fonts, beside this file or absolute; as `JIUGAI_FONTS` on one machine. */
  fonts: z.string().min(1).optional(),
  /** ARN of the web ACL that the stack `edge` has put out; where there is such a firewall. */
  webAcl: z.string().startsWith('arn:').optional(),
});

export type Installation = z.output<typeof installation>;

/** Throws with a line for each mistake. */
export function readInstallation(file: string): Installation {
  const read = installation.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (read.success) {
    const { fonts, ...others } = read.data;
    return { ...others, ...(fonts !== undefined && { fonts: resolve(dirname(file), fonts) }) };
  }
  const lines = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`wrong installation file ${file}:\n${lines.join('\n')}`);
}
