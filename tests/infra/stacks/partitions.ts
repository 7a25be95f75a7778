// Where the partitions differ, and that one table says so.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { resourcesOf, type Synthesised } from '../synthesise.ts';

export function describePartitions(singapore: Synthesised, beijing: Synthesised): void {
  it('differ where a region lacks something', () => {
    expect(resourcesOf(singapore, 'AWS::CloudFront::OriginAccessControl')).toHaveLength(1);
    expect(resourcesOf(beijing, 'AWS::CloudFront::CloudFrontOriginAccessIdentity')).toHaveLength(1);
    expect([...singapore.keys()]).toContain('edge');
    expect([...beijing.keys()]).not.toContain('edge');
    const traced = (synthesised: Synthesised) =>
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
    const folder = new URL('../../../infra/', import.meta.url);
    const asking = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !['region-capabilities.ts', 'synth.ts'].includes(file))
      .filter((file) =>
        /aws-cn|['"`]cn-|capabilities\.partition|\.region\b.*===/.test(readFileSync(new URL(file, folder), 'utf8')),
      );
    expect(asking).toEqual([]);
  });
}
