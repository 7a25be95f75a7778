// Keeping it running: what is done from time to time, what rings when it is not, and what is copied away every night.
import { Duration, Stack, type StackProps, TimeZone } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Dashboard, GraphWidget, type IMetric, MathExpression, Metric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type AlarmProps, EVERY_FIVE_MINUTES, ImpactAlarm } from '../constructs/alarm.ts';
import { deadLetters } from '../constructs/dead-letters.ts';
import { type CodeOf, HandlerGroup } from '../constructs/handler-group.ts';
import type { RegionCapabilities } from '../region-capabilities.ts';
import { backUp } from './backup.ts';
import type { DataStack } from './data.ts';
import type { WorkflowStack } from './workflow.ts';

export interface OperationsStackProps extends StackProps {
  readonly prefix: string;
  readonly capabilities: RegionCapabilities;
  readonly data: DataStack;
  readonly workflow: WorkflowStack;
  readonly api: HttpApi;
  readonly codeOf: CodeOf;
  readonly alarmAddress: string;
}

/** Counted by our own functions; see `onSweep`. */
const counted = (service: string, metricName: string): Metric =>
  new Metric({
    namespace: 'Jiugai',
    metricName,
    dimensionsMap: { service },
    statistic: 'Maximum',
    period: Duration.minutes(15),
  });

export class OperationsStack extends Stack {
  readonly #topic: Topic;
  readonly #unscheduled: Queue;
  readonly #shown: IMetric[] = [];

  constructor(scope: Construct, id: string, props: OperationsStackProps) {
    const { prefix, capabilities, data, workflow, api, codeOf, alarmAddress, ...stackProps } = props;
    super(scope, id, stackProps);
    this.#topic = new Topic(this, 'Alarms', { masterKey: data.key, enforceSSL: true, displayName: 'Jiugai' });
    this.#topic.addSubscription(new EmailSubscription(alarmAddress));
    this.#unscheduled = deadLetters(this, 'UnscheduledRounds');

    const rounds = new HandlerGroup(this, 'Rounds', {
      codeOf,
      capabilities,
      environment: data.settings,
      policies: [data.policies.RECORDS, data.policies.MESSAGES],
    });
    const long = { memoryMegabytes: 1_024, timeout: Duration.minutes(10), deadLetters: this.#unscheduled };
    // Money first: a reservation that is completed moves its project, which is looked at a minute later.
    this.#run(
      'SettleReservations',
      rounds.add('settleOrphanReservations', long),
      ScheduleExpression.cron({ minute: '14/15' }),
    );
    this.#run('Reconcile', rounds.add('reconcileProjects', long), ScheduleExpression.cron({ minute: '0/15' }));
    this.#run(
      'ForgetAnswers',
      rounds.add('forgetKeptAnswers', long),
      ScheduleExpression.cron({ hour: '3', minute: '30', timeZone: SHANGHAI }),
    );
    // The only function that may break the lock of the evidence, and it may do nothing else to it.
    const retention = new HandlerGroup(this, 'Retention', {
      codeOf,
      capabilities,
      environment: data.settings,
      policies: [data.policies.ERASURE],
    });
    this.#run(
      'EraseExpired',
      retention.add('eraseExpiredPapers', { ...long, timeout: Duration.minutes(15) }),
      ScheduleExpression.cron({ hour: '3', minute: '45', timeZone: SHANGHAI }),
    );
    this.#run('SendDueMessages', workflow.sendNotifications, ScheduleExpression.rate(Duration.minutes(5)));
    const digests = workflow.sender.add('sendDailyDigests', {
      timeout: Duration.minutes(10),
      deadLetters: data.undelivered,
    });
    this.#run('SendDigests', digests, ScheduleExpression.rate(Duration.minutes(10)));

    this.#watchProcedure(workflow);
    this.#watchEdges([data.undelivered, ...workflow.deadLetters, this.#unscheduled], data);
    this.#watchService(workflow, rounds, api, data);
    backUp(this, data);
    new Dashboard(this, 'Dashboard', {
      dashboardName: prefix,
      widgets: [
        [
          new TextWidget({
            markdown: '# 旧改 Jiugai\nEvery figure here has an alarm that says whom it hurts.',
            width: 24,
            height: 2,
          }),
        ],
        ...inRowsOf(
          3,
          this.#shown.map((metric) => new GraphWidget({ left: [metric], width: 8, height: 5 })),
        ),
      ],
    });
  }

  #run(id: string, target: IFunction, schedule: ScheduleExpression): void {
    new Schedule(this, id, {
      schedule,
      target: new LambdaInvoke(target, {
        input: ScheduleTargetInput.fromObject({}),
        deadLetterQueue: this.#unscheduled,
        retryAttempts: 2,
        maxEventAge: Duration.minutes(10),
      }),
    });
  }

  #alarm(id: string, alarm: Omit<AlarmProps, 'action'>): void {
    new ImpactAlarm(this, id, { ...alarm, action: new SnsAction(this.#topic) });
    this.#shown.push(alarm.metric);
  }

  #watchProcedure({ machines, projector }: WorkflowStack): void {
    this.#alarm('Stuck', {
      metric: counted('reconcileProjects', 'stuck'),
      above: 0,
      impact:
        'A project stands still and nobody is told: the reconciler could not repair it. 有项目停滞，无人收到待办。',
      silenceRings: true,
      periods: 2,
    });
    this.#alarm('Failed', {
      metric: sumOf(
        machines.map(({ machine }) => machine.metricFailed({ period: EVERY_FIVE_MINUTES })),
        'Executions failed',
      ),
      above: 0,
      impact:
        'A machine gave up on a project; the reconciler starts it again within 15 minutes. 流程执行失败，一刻钟内自动重启。',
    });
    this.#alarm('TimedOut', {
      metric: sumOf(
        machines.map(({ machine }) => machine.metricTimedOut({ period: EVERY_FIVE_MINUTES })),
        'Executions timed out',
      ),
      above: 0,
      impact:
        'A wait was not renewed in time; tasks may be missing until the next round. 等待未及时续期，待办可能短时缺失。',
    });
    this.#alarm('ProjectorLag', {
      metric: projector.metric('IteratorAge', { statistic: 'Maximum', period: EVERY_FIVE_MINUTES }),
      above: 60_000,
      periods: 2,
      impact:
        'Lists and the dashboard show the state of minutes ago; acts are safe. 列表与看板滞后数分钟，办理不受影响。',
    });
  }

  #watchEdges(queues: readonly Queue[], { outbox }: DataStack): void {
    this.#alarm('OutboxAge', {
      metric: outbox.metricApproximateAgeOfOldestMessage({ period: EVERY_FIVE_MINUTES }),
      above: 3_600,
      impact:
        'Nobody has been told of new tasks for an hour; the task lists are right. 一小时未发出通知，待办列表仍准确。',
    });
    for (const queue of queues) {
      this.#alarm(`Letters${queue.node.id}`, {
        metric: queue.metricApproximateNumberOfMessagesVisible({ period: EVERY_FIVE_MINUTES }),
        above: 0,
        impact: `Something could not be handed on and lies in ${queue.node.id}: see “Redrive” in the operations manual. 有消息未能送达，见运维手册“重投”。`,
      });
    }
  }

  #watchService(workflow: WorkflowStack, rounds: HandlerGroup, api: HttpApi, { table }: DataStack): void {
    const handlers = [...workflow.groups, rounds].flatMap((group) => group.handlers);
    this.#alarm('Throttled', {
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Throttles',
        statistic: 'Sum',
        period: EVERY_FIVE_MINUTES,
      }),
      above: 0,
      periods: 3,
      impact: `Work of ${handlers.length} functions waits for room in the account; pages may answer 503. 账户并发不足，页面可能报 503。`,
    });
    this.#alarm('TableThrottled', {
      metric: table.metricThrottledRequestsForOperations({
        operations: [
          Operation.GET_ITEM,
          Operation.QUERY,
          Operation.PUT_ITEM,
          Operation.UPDATE_ITEM,
          Operation.TRANSACT_WRITE_ITEMS,
        ],
        period: EVERY_FIVE_MINUTES,
      }),
      above: 0,
      periods: 3,
      impact: 'Acts are answered with CONTENTION and must be sent again. 办理被限流，需重试。',
    });
    this.#alarm('ApiFaults', {
      metric: api.metricServerError({ period: EVERY_FIVE_MINUTES }),
      above: 5,
      impact: 'People see “temporarily unavailable”; nothing that was acknowledged is lost. 用户看到“系统暂时不可用”。',
    });
  }
}

const SHANGHAI = TimeZone.ASIA_SHANGHAI;

const sumOf = (metrics: readonly IMetric[], label: string): MathExpression =>
  new MathExpression({
    expression: metrics.map((_, index) => `m${index}`).join('+'),
    usingMetrics: Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric])),
    label,
    period: EVERY_FIVE_MINUTES,
  });

function inRowsOf<T>(size: number, items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, row) => items.slice(row * size, (row + 1) * size));
}
