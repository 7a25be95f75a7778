// What is copied away every night, into a vault that nobody empties.
import { Duration } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule as At } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { DataStack } from './data.ts';

/** A month of nights, ten years of first-of-the-months: as long as papers are kept. */
export function backUp(scope: Construct, { table, evidence, keys, key }: DataStack): void {
  const vault = new BackupVault(scope, 'Vault', {
    encryptionKey: key,
    lockConfiguration: { minRetention: Duration.days(7) },
  });
  const plan = new BackupPlan(scope, 'Backup', {
    backupVault: vault,
    backupPlanRules: [
      new BackupPlanRule({
        ruleName: 'Nightly',
        // 02:00 in Wenzhou.
        scheduleExpression: At.cron({ hour: '18', minute: '0' }),
        deleteAfter: Duration.days(35),
      }),
      new BackupPlanRule({
        ruleName: 'Monthly',
        scheduleExpression: At.cron({ day: '1', hour: '18', minute: '0' }),
        deleteAfter: Duration.days(3_653),
      }),
    ],
  });
  const selection = plan.addSelection('Kept', {
    resources: [
      BackupResource.fromDynamoDbTable(table),
      BackupResource.fromArn(evidence.bucketArn),
      BackupResource.fromArn(keys.bucketArn),
    ],
    allowRestores: true,
  });
  for (const policy of ['Backup', 'Restores']) {
    acknowledge(
      selection,
      `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor${policy}]`,
      'AWS Backup keeps the rights of its role by itself.',
    );
  }
}
