// How the CDK behaves for us. In code, because an app that is made in a test does not read `cdk.json`.

export const CDK_CONTEXT = {
  // Its own rules over what it puts out, among them which resources a region does not have.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  // Access logs are allowed in by the policy of their bucket, not by a list of guests.
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  // Rights that stand in one statement are written as one.
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:checkSecretUsage': true,
} as const;
