// `npm run synth`: puts the stacks together for every region, with all checks, and deploys nothing.
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { addStacks } from './add-stacks.ts';
import { CDK_CONTEXT } from './cdk-context.ts';
import { installation } from './installation.ts';
import { REGION_CAPABILITIES, REGIONS } from './region-capabilities.ts';

/** What stands in for the bundles: the checks do not look into code, and bundling takes a minute. */
const PLACEHOLDER = Code.fromInline('exports.handler = async () => {};');
const OUT = fileURLToPath(new URL('../out/synth/', import.meta.url));

rmSync(OUT, { recursive: true, force: true });
let refused = false;
for (const region of REGIONS) {
  const outdir = `${OUT}${region}`;
  mkdirSync(outdir, { recursive: true });
  const app = new App({ outdir, context: CDK_CONTEXT });
  const example = installation.parse({
    region,
    version: 'synth',
    domain: 'jiugai.example.cn',
    certificate:
      REGION_CAPABILITIES[region].edgeCertificate === 'ACM'
        ? 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000'
        : 'ASCAEXAMPLE',
    identity: { issuer: 'https://login.example.cn', audience: 'jiugai' },
    alarmAddress: 'operations@example.cn',
  });
  addStacks(app, example, () => PLACEHOLDER);
  try {
    const { stacks } = app.synth();
    process.stdout.write(`${region}: ${stacks.length} stacks\n`);
  } catch (error) {
    refused = true;
    process.stderr.write(`${region}: ${error instanceof Error ? error.message : error}\n`);
  }
}
process.exitCode = refused ? 1 : 0;
