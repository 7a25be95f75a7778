// What the checks of AwsSolutions find and we mean: all of it, by rule and place. Whoever adds to this list says why in review.
import { expect, it } from 'vitest';
import { readMachineDefinitions } from '../../../infra/machine-definitions.ts';
import { acknowledgementsOf } from '../synthesise.ts';

const machines = readMachineDefinitions();
const STATES = 'arn:<AWS::Partition>:states:REGION:<AWS::AccountId>';
const BACKUP = 'arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor';

/** In every region, by rule. */
const EVERYWHERE: Readonly<Record<string, readonly string[]>> = {
  // Residents have no account: the gateway's own list of open routes is under test beside the stacks.
  APIG4: ['web/OfficeRoute'],
  S1: ['data/AccessLog', 'web/AccessLog'],
  SQS3: [
    'data/OutboxDeadLetters',
    'workflow/UnprojectedEntries',
    'workflow/UnfiledStacks',
    'workflow/UnreceivedUploads',
    'operations/UnscheduledRounds',
  ],
  CFR1: ['web/Distribution'],
  CFR2: ['web/Distribution'],
  [`IAM4[Policy::${BACKUP}Backup]`]: ['operations/Backup/Kept', 'operations/Archive/Kept'],
  [`IAM4[Policy::${BACKUP}Restores]`]: ['operations/Backup/Kept', 'operations/Archive/Kept'],
  'IAM5[Resource::<Evidence4CC26D68.Arn>/papers/*]': ['data/PapersPolicy', 'data/ErasurePolicy'],
  'IAM5[Resource::<IntakeA0CA28E8.Arn>/uploads/*]': ['data/PapersPolicy'],
  'IAM5[Resource::<IntakeA0CA28E8.Arn>/scans/*]': ['data/PapersPolicy'],
  'IAM5[Resource::arn:<AWS::Partition>:sns:REGION:<AWS::AccountId>:jiugai-*]': ['data/ChannelsPolicy'],
  [`IAM5[Resource::${STATES}:execution:jiugai-renovation:*]`]: ['data/RecordsPolicy'],
  [`IAM5[Resource::${STATES}:stateMachine:jiugai-*]`]: ['data/RecordsPolicy'],
  ...Object.fromEntries(
    machines
      .filter(({ id }) => id !== 'Renovation')
      .map(({ name }) => [`IAM5[Resource::${STATES}:execution:jiugai-${name}:*]`, ['workflow/Renovation/Machine']]),
  ),
  'IAM5[Resource::*]': [
    'workflow/Projection/Role',
    'workflow/Filing/Role',
    ...machines.map(({ id }) => `workflow/${id}/Machine`),
  ],
};

/** Only where there is X-Ray, which knows no resources. */
const TRACED: Readonly<Record<string, readonly string[]>> = {
  'IAM5[Resource::*]': [
    'api/Routes',
    'operations/Rounds',
    'operations/Retention',
    'web/Office',
    'workflow/Intake',
    'workflow/Sender',
    'workflow/Steps',
    'workflow/Waits',
  ].map((group) => `${group}/Role`),
};

const IN_CHINA: Readonly<Record<string, readonly string[]>> = {
  CFR4: ['web/Distribution'],
  CFR7: ['web/Distribution'],
  SF2: machines.map(({ id }) => `workflow/${id}/Machine`),
};

const listed = (...tables: Readonly<Record<string, readonly string[]>>[]): string[] =>
  tables
    .flatMap((table) => Object.entries(table).flatMap(([rule, places]) => places.map((place) => `${place} ${rule}`)))
    .toSorted();

export function describeAcknowledgements(): void {
  it.each([
    ['ap-southeast-1', listed(EVERYWHERE, TRACED)],
    ['cn-northwest-1', listed(EVERYWHERE, IN_CHINA)],
  ] as const)('in %s are exactly these, each with a reason', (region, expected) => {
    const acknowledgements = acknowledgementsOf(region);
    expect(acknowledgements.filter(({ reason }) => reason.length < 20)).toEqual([]);
    const found = acknowledgements
      .map(({ path, id }) => `${path} ${id.replace(/^.*AwsSolutions-/, '').replace(region, 'REGION')}`)
      .filter((line) => !/^api\/Api\/\S+ APIG4$/.test(line));
    expect([...new Set(found)].toSorted()).toEqual(expected);
  });

  it('lose the missing firewall once the web ACL is in the installation file', () => {
    const webAcl = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/Firewall/0';
    const acknowledgements = acknowledgementsOf('ap-southeast-1', { webAcl });
    expect(acknowledgements.filter(({ id }) => id.includes('CFR2'))).toEqual([]);
  });
}
