// Puts the installation together as `npm run synth` does, once for each region, without bundles and without the slow checks.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { afterAll } from 'vitest';
import { type Acknowledgement, acknowledgementsIn } from '../../infra/acknowledge.ts';
import { addStacks } from '../../infra/add-stacks.ts';
import { CDK_CONTEXT } from '../../infra/cdk-context.ts';
import { type Installation, installation } from '../../infra/installation.ts';
import { REGION_CAPABILITIES, type Region, type RegionCapabilities } from '../../infra/region-capabilities.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** Stacks by their name in the app. */
export type Synthesised = ReadonlyMap<
  string,
  { readonly isProtected: boolean; readonly resources: readonly Resource[] }
>;

export const exampleOf = (region: Region, more: object = {}): Installation =>
  installation.parse({
    region,
    version: 'test',
    domain: 'jiugai.example.cn',
    certificate: region.startsWith('cn-') ? 'ASCAEXAMPLE' : 'arn:aws:acm:us-east-1:123456789012:certificate/0',
    identity: { issuer: 'https://login.example.cn', audience: 'jiugai' },
    alarmAddress: 'operations@example.cn',
    ...more,
  });

function build(region: Region, more: object = {}, capabilities: RegionCapabilities = REGION_CAPABILITIES[region]): App {
  const outdir = mkdtempSync(join(tmpdir(), 'jiugai-synth-'));
  afterAll(() => rmSync(outdir, { recursive: true }));
  const app = new App({ outdir, context: CDK_CONTEXT });
  addStacks(app, exampleOf(region, more), () => Code.fromInline('exports.handler = async () => {};'), capabilities);
  return app;
}

/** Throws if the checks find something that is not acknowledged. */
export function synthesise(
  region: Region,
  capabilities: RegionCapabilities = REGION_CAPABILITIES[region],
  more: object = {},
): Synthesised {
  process.env.CDK_VALIDATION = 'false';
  const { stacks } = build(region, more, capabilities).synth();
  return new Map(
    stacks.map(({ id, template, terminationProtection }) => [
      id,
      {
        isProtected: terminationProtection === true,
        // What CloudFormation would be given: read, never built on.
        resources: Object.values((template as { Resources: Record<string, Resource> }).Resources),
      },
    ]),
  );
}

export const acknowledgementsOf = (region: Region, more: object = {}): readonly Acknowledgement[] =>
  acknowledgementsIn(build(region, more));

export const resourcesOf = (stacks: Synthesised, type: string): readonly Resource[] =>
  [...stacks.values()].flatMap(({ resources }) => resources).filter(({ Type }) => Type === type);

export interface Statement {
  readonly Action: unknown;
  readonly Resource: { Ref: string } | { Ref: string }[];
  readonly Condition?: unknown;
}

/** Of a policy in a template. */
export const statementsOf = (policy: Readonly<Record<string, unknown>> | undefined): readonly Statement[] =>
  (policy?.PolicyDocument as { Statement: Statement[] } | undefined)?.Statement ?? [];

export const text = (value: unknown): string => JSON.stringify(value);
