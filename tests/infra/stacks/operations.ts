// What rings, what is done from time to time, where letters lie, and what is copied away.
import { expect, it } from 'vitest';
import { readPriceList } from '../../../local/cost/price-list.ts';
import { memoryOf, ROUNDS } from '../../../local/cost/price-metered.ts';
import { priceMonth } from '../../../local/cost/price-work.ts';
import { resourcesOf, type Synthesised, text } from '../synthesise.ts';

export function describeOperations(synthesised: Synthesised): void {
  const properties = (type: string) => resourcesOf(synthesised, type).map(({ Properties }) => Properties);

  it('has for every alarm an impact in both languages and somebody who hears it', () => {
    const alarms = properties('AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(10);
    for (const { AlarmDescription, AlarmActions } of alarms) {
      expect(AlarmDescription).toMatch(/^[A-Z].{30,}[一-鿿]/);
      expect(AlarmActions).toHaveLength(1);
    }
  });

  it('watches every queue of dead letters', () => {
    const watched = properties('AWS::CloudWatch::Alarm').filter(
      ({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible',
    );
    const queues = properties('AWS::SQS::Queue').filter(({ RedrivePolicy }) => RedrivePolicy === undefined);
    expect(queues).toHaveLength(5);
    expect(new Set(watched.map(({ Dimensions }) => text(Dimensions))).size).toBe(queues.length);
  });

  it('has for every round a place where it lies if it could not be started', () => {
    const schedules = properties('AWS::Scheduler::Schedule');
    expect(schedules).toHaveLength(6);
    for (const { Target } of schedules) expect(Target).toHaveProperty('DeadLetterConfig.Arn');
  });

  it('keeps the log of a function for six months (网络安全法 art. 21)', () => {
    for (const { RetentionInDays } of properties('AWS::Logs::LogGroup')) expect(RetentionInDays).toBe(180);
  });

  it('leaves a letter where a function fails at what nobody waits for', () => {
    const targets = [
      ...properties('AWS::Scheduler::Schedule').map(({ Target }) => Target),
      ...properties('AWS::Events::Rule').map(({ Targets }) => Targets),
    ].map(text);
    const called = properties('AWS::Lambda::Function').filter(({ Description }) =>
      targets.some((target) => target.includes(pascal(String(Description)))),
    );
    expect(called.map(({ Description }) => Description).toSorted()).toEqual([
      'eraseExpiredPapers',
      'forgetKeptAnswers',
      'receiveUpload',
      'reconcileProjects',
      'sendDailyDigests',
      'sendNotifications',
      'settleOrphanReservations',
    ]);
    for (const { DeadLetterConfig } of called) expect(DeadLetterConfig).toHaveProperty('TargetArn');
    // And where a stream or a queue cannot be handed on.
    const mappings = properties('AWS::Lambda::EventSourceMapping');
    const withLetters = mappings.filter((mapping) => text(mapping.DestinationConfig ?? '').includes('OnFailure'));
    const ofQueues = mappings.filter((mapping) => mapping.DestinationConfig === undefined);
    expect(withLetters).toHaveLength(2);
    expect(ofQueues).toHaveLength(1);
    expect(properties('AWS::SQS::Queue').filter(({ RedrivePolicy }) => RedrivePolicy !== undefined)).toHaveLength(1);
  });

  it('copies everything away every night, and for ten years what holds no names, into a vault that is locked', () => {
    expect(properties('AWS::Backup::BackupVault')).toMatchObject([{ LockConfiguration: { MinRetentionDays: 7 } }]);
    const rules = properties('AWS::Backup::BackupPlan').map(({ BackupPlan }) => BackupPlan);
    expect(rules).toMatchObject([
      { BackupPlanRule: [{ RuleName: 'Nightly', Lifecycle: { DeleteAfterDays: 35 } }] },
      { BackupPlanRule: [{ RuleName: 'Monthly', Lifecycle: { DeleteAfterDays: 3_653 } }] },
    ]);
    const copied = properties('AWS::Backup::BackupSelection').map((selection) => text(selection));
    const holds = (selection = '') => ['Table', 'Evidence', 'Keys'].map((kept) => selection.includes(`GetAtt${kept}`));
    expect(copied.map(holds)).toEqual([
      [true, true, true],
      // No paper with a name in it outlives its time in a copy.
      [true, false, true],
    ]);
  });
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const NO_PAPER = { papers: 0, bytes: 0, issued: 0, scannedPages: 0 };

/** The month that `npm run cost` prices has the alarms, keys and firewalls that are there. */
export function describeMonth(synthesised: Synthesised): void {
  it('has the alarms, keys and firewalls that are there', () => {
    const prices = readPriceList(new URL('../../../infra/prices/us-east-1-2026-11.json', import.meta.url));
    const counted = new Map(priceMonth(0, NO_PAPER, 0, prices).map(({ kind, count }) => [kind, count.toNumber()]));
    const count = (type: string) => resourcesOf(synthesised, type).length;
    expect(counted.get('alarm')).toBe(count('AWS::CloudWatch::Alarm'));
    expect(counted.get('encryptionKey')).toBe(count('AWS::KMS::Key'));
    expect(counted.get('dashboard')).toBe(count('AWS::CloudWatch::Dashboard'));
    expect(counted.get('webFirewall')).toBe(count('AWS::WAFv2::WebACL'));
  });

  it('has functions of the memory that they are priced with', () => {
    const priced = resourcesOf(synthesised, 'AWS::Lambda::Function')
      .map(({ Properties }) => [String(Properties.Description), Properties.MemorySize] as const)
      .filter(([name]) => !ROUNDS.includes(name));
    expect(priced.length).toBeGreaterThan(50);
    expect(priced.filter(([name, memory]) => memoryOf(name) !== memory)).toEqual([]);
  });
}
