// The web firewall before CloudFront. It has to stand in us-east-1, wherever the installation is.
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

/** From one address in five minutes: a street office behind one address makes some hundreds. */
const REQUESTS_PER_ADDRESS = 2_000;

export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const seen = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      metricName,
      sampledRequestsEnabled: false,
    });
    const managed = (name: string, priority: number, counted: readonly string[] = []): CfnWebACL.RuleProperty => ({
      name,
      priority,
      overrideAction: { none: {} },
      visibilityConfig: seen(name),
      statement: {
        managedRuleGroupStatement: {
          vendorName: 'AWS',
          name,
          ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
        },
      },
    });
    const firewall = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('Jiugai'),
      rules: [
        {
          name: 'RateOfAddress',
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: REQUESTS_PER_ADDRESS, aggregateKeyType: 'IP' } },
          visibilityConfig: seen('RateOfAddress'),
        },
        managed('AWSManagedRulesAmazonIpReputationList', 1),
        // A ballot on a thousand flats is larger than the 8 KB that this rule allows.
        managed('AWSManagedRulesCommonRuleSet', 2, ['SizeRestrictions_BODY']),
      ],
    });
    new CfnOutput(this, 'WebAcl', { value: firewall.attrArn, description: 'For `webAcl` in the installation file' });
  }
}
