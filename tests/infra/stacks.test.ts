// The installation on AWS as CloudFormation would get it, in both partitions: put together once, looked at from every side.
// One file for all, because to load the CDK takes longer than all the rest.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { REGION_CAPABILITIES } from '../../infra/region-capabilities.ts';
import { describeAcknowledgements } from './stacks/acknowledgements.ts';
import { describeFonts } from './stacks/fonts.ts';
import { describeFirewall, describeGateway, describePages, describePagesAlone } from './stacks/gateway.ts';
import { describeKept } from './stacks/kept.ts';
import { describeMonth, describeOperations } from './stacks/operations.ts';
import { describePartitions } from './stacks/partitions.ts';
import { describeProcedure } from './stacks/procedure.ts';
import { synthesise } from './synthesise.ts';

const singapore = synthesise('ap-southeast-1');
const beijing = synthesise('cn-north-1');
const withoutEdge = { ...REGION_CAPABILITIES['ap-southeast-1'], contentDelivery: false };

describe.each([
  ['ap-southeast-1', singapore],
  ['cn-north-1', beijing],
] as const)('in %s', (_region, synthesised) => {
  describeKept(synthesised);
  describeProcedure(synthesised);
  describeOperations(synthesised);
});
describe('the gateway', () => describeGateway(singapore));
describe('the pages', () => describePages(singapore));
describe('the firewall', () => describeFirewall(singapore));
describe('a region without CloudFront', () => describePagesAlone(synthesise('ap-southeast-1', withoutEdge)));
describe('the month that `npm run cost` prices', () => describeMonth(singapore));
describe('the partitions', () => describePartitions(singapore, beijing));
describe('the acknowledged findings', () => describeAcknowledgements());

const folder = mkdtempSync(join(tmpdir(), 'jiugai-fonts-'));
cpSync(new URL('../../functions/typesetting/fonts/fandol/', import.meta.url), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));
describe('the fonts of a district', () => describeFonts(folder));
