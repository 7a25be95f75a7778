// What is copied away every night, into a vault that nobody empties.
import { Duration } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule as At } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { DataStack } from './data.ts';

/**
 * A month of nights of everything; ten years of first-of-the-months of ledgers and keys. Papers are locked in their bucket
 * for as long, and what holds personal data must not outlive its time in a copy.
 */
export function backUp(scope: Construct, { table, evidence, keys, key }: DataStack): void {
  const vault = new BackupVault(scope, 'Vault', {
    encryptionKey: key,
    lockConfiguration: { minRetention: Duration.days(7) },
  });
  const ledgers = [BackupResource.fromDynamoDbTable(table), BackupResource.fromArn(keys.bucketArn)];
  const nightly = new BackupPlanRule({
    ruleName: 'Nightly',
    // 02:00 in Wenzhou.
    scheduleExpression: At.cron({ hour: '18', minute: '0' }),
    deleteAfter: Duration.days(35),
  });
  const monthly = new BackupPlanRule({
    ruleName: 'Monthly',
    scheduleExpression: At.cron({ day: '1', hour: '18', minute: '0' }),
    deleteAfter: Duration.days(3_653),
  });
  copy(new BackupPlan(scope, 'Backup', { backupVault: vault, backupPlanRules: [nightly] }), [
    ...ledgers,
    BackupResource.fromArn(evidence.bucketArn),
  ]);
  copy(new BackupPlan(scope, 'Archive', { backupVault: vault, backupPlanRules: [monthly] }), ledgers);
}

function copy(plan: BackupPlan, resources: BackupResource[]): void {
  const selection = plan.addSelection('Kept', { resources, allowRestores: true });
  for (const policy of ['Backup', 'Restores']) {
    acknowledge(
      selection,
      `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor${policy}]`,
      'AWS Backup keeps the rights of its role by itself.',
    );
  }
}
