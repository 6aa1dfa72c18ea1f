import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  MathExpression,
  Metric,
  TreatMissingData,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { METRIC_NAMESPACE, type MetricName } from '../../lib/config.ts';
import type { Canary } from './canary.ts';
import type { FunctionSchedule } from './function-schedule.ts';
import type { QueueWithDeadLetters } from './queue-with-dead-letters.ts';
import type { StopPressFunction } from './stop-press-function.ts';

export type MonitorParts = {
  readonly functions: Readonly<Record<'dispatch' | 'visit' | 'notify' | 'sweep', StopPressFunction>>;
  readonly queues: Readonly<Record<'visits' | 'notices', QueueWithDeadLetters>>;
  readonly schedules: readonly FunctionSchedule[];
  readonly tick: Duration;
};

export type AlarmsProps = MonitorParts & {
  /** Of the channels that people read. */
  readonly topics: { readonly email: Topic; readonly sms: Topic };
  readonly operators: Topic;
  readonly canary: Canary | null;
};

export const ourMetric = (metricName: MetricName, statistic: 'Sum' | 'Maximum', period: Duration): Metric =>
  new Metric({ namespace: METRIC_NAMESPACE, metricName, statistic, period });

/** Few, and each means something an operator can act on (docs/operating.md says what). */
export class Alarms extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { functions, queues, schedules, tick, topics, operators, canary }: AlarmsProps,
  ) {
    super(scope, id);
    const quarter = Duration.minutes(15);
    const all = Object.values(functions);
    const sum = (metrics: readonly IMetric[], label: string) =>
      new MathExpression({
        label,
        period: quarter,
        expression: metrics.map((_, i) => `FILL(m${i}, 0)`).join(' + '),
        usingMetrics: Object.fromEntries(metrics.map((metric, i) => [`m${i}`, metric])),
      });

    const alarms = {
      /** No visit has ended for half an hour: the schedule, the queue or the function has stopped. No data is the worst news. */
      Stalled: {
        metric: ourMetric('Visits', 'Sum', quarter),
        threshold: 1,
        periods: 2,
        comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
        missing: TreatMissingData.BREACHING,
      },
      /** Far more alerts than news explains: look before subscribers leave. */
      Haywire: { metric: ourMetric('Published', 'Sum', Duration.hours(1)), threshold: 500, periods: 1 },
      /** A publication's visits fail one after the other: the others go on, and nothing else would say so. */
      FailingVisits: { metric: ourMetric('FailedVisits', 'Sum', quarter), threshold: 1, periods: 2 },
      Errors: {
        metric: sum(
          all.map(({ lambda }) => lambda.metricErrors({ period: quarter })),
          'errors',
        ),
        threshold: 3,
        periods: 2,
      },
      /** Of the queues, and of the schedules: a function that could not even be started. */
      DeadLetters: {
        metric: sum(
          [...Object.values(queues), ...schedules].map(({ deadLetters }) =>
            deadLetters.metricApproximateNumberOfMessagesVisible({ period: quarter }),
          ),
          'dead letters',
        ),
        threshold: 1,
        periods: 1,
      },
      /** Visits do not get done within their tick: too many publications for the account's concurrency, or a function that hangs. */
      VisitsAgeing: {
        metric: queues.visits.queue.metricApproximateAgeOfOldestMessage({ period: quarter, statistic: 'Maximum' }),
        threshold: 1.5 * tick.toSeconds(),
        periods: 2,
      },
      NoticesAgeing: {
        metric: queues.notices.queue.metricApproximateAgeOfOldestMessage({ period: quarter, statistic: 'Maximum' }),
        threshold: Duration.minutes(30).toSeconds(),
        periods: 1,
      },
      /** Counted once an hour, so that no figure means: as it was. */
      Lapsed: {
        metric: ourMetric('Lapsed', 'Maximum', Duration.hours(1)),
        threshold: 1,
        periods: 1,
        missing: TreatMissingData.IGNORE,
      },
      /** Accepted by SNS and given up by it: an address that bounces, or texts beyond the account's spend limit, of which no call is told. */
      Unreceived: {
        metric: sum(
          [topics.email, topics.sms].map((topic) => topic.metricNumberOfNotificationsFailed({ period: quarter })),
          'given up by SNS',
        ),
        threshold: 1,
        periods: 1,
      },
      Undelivered: { metric: ourMetric('Failed', 'Sum', quarter), threshold: 1, periods: 2 },
      SmsSpend: {
        metric: new Metric({
          namespace: 'AWS/SNS',
          metricName: 'SMSMonthToDateSpentUSD',
          statistic: 'Maximum',
          period: Duration.hours(1),
        }),
        threshold: 20,
        periods: 1,
      },
    } as const satisfies Record<string, AlarmRow>;

    /** No alert of the canary for three hours, though its article changes every hour: people's alerts do not come either. */
    const ofCanary: Readonly<Record<string, AlarmRow>> =
      canary === null
        ? {}
        : {
            Canary: {
              metric: canary.alerts.metricNumberOfMessagesSent({ period: Duration.hours(1) }),
              threshold: 1,
              periods: 3,
              comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
              missing: TreatMissingData.BREACHING,
            },
          };
    for (const [name, row] of Object.entries<AlarmRow>({ ...alarms, ...ofCanary })) {
      new Alarm(this, name, {
        alarmDescription: `Stop Press: ${name}. What it means and what to do: docs/operating.md#${name.toLowerCase()}`,
        metric: row.metric,
        threshold: row.threshold,
        evaluationPeriods: row.periods,
        comparisonOperator: row.comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: row.missing ?? TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(new SnsAction(operators));
    }
  }
}

type AlarmRow = {
  readonly metric: IMetric;
  readonly threshold: number;
  readonly periods: number;
  readonly comparison?: ComparisonOperator;
  readonly missing?: TreatMissingData;
};
