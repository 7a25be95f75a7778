// An alarm says whom it hurts and how: without an impact there is no alarm.
import { Duration } from 'aws-cdk-lib';
import {
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  Alarm as MetricAlarm,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';

export interface AlarmProps {
  readonly metric: IMetric;
  /** Rings above this. */
  readonly above: number;
  /** For so many periods in a row. */
  readonly periods?: number;
  /** Who notices what, in one sentence; stands in the e-mail. */
  readonly impact: string;
  readonly action: IAlarmAction;
  /** When the metric must always be there: silence is an alarm too. */
  readonly silenceRings?: boolean;
}

export const EVERY_FIVE_MINUTES = Duration.minutes(5);

export class ImpactAlarm extends Construct {
  readonly alarm: MetricAlarm;

  constructor(
    scope: Construct,
    id: string,
    { metric, above, periods = 1, impact, action, silenceRings = false }: AlarmProps,
  ) {
    super(scope, id);
    this.alarm = new MetricAlarm(this, 'Alarm', {
      alarmDescription: impact,
      metric,
      threshold: above,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: silenceRings ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    this.alarm.addAlarmAction(action);
    this.alarm.addOkAction(action);
  }
}
