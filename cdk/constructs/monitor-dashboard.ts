import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { ourMetric, type MonitorParts } from './alarms.ts';

/** One page that answers: is it running, is it finding anything, is it being told, and what is stuck? */
export class MonitorDashboard extends Construct {
  constructor(scope: Construct, id: string, { functions, queues }: MonitorParts) {
    super(scope, id);
    const hour = Duration.hours(1);
    const all = Object.values(functions).map(({ lambda }) => lambda);
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [
          new GraphWidget({
            title: 'Checks and visits an hour',
            width: 12,
            left: [ourMetric('Checks', 'Sum', hour)],
            right: [ourMetric('Visits', 'Sum', hour)],
          }),
          new GraphWidget({
            title: 'Revisions and messages an hour',
            width: 12,
            left: [
              ourMetric('Revisions', 'Sum', hour),
              ourMetric('Published', 'Sum', hour),
              ourMetric('Suppressed', 'Sum', hour),
            ],
          }),
        ],
        [
          new GraphWidget({
            title: 'Lateness (seconds)',
            width: 12,
            left: [ourMetric('LatenessSeconds', 'Maximum', hour)],
          }),
          new GraphWidget({
            title: 'Function errors and duration',
            width: 12,
            left: all.map((lambda) => lambda.metricErrors()),
            right: all.map((lambda) => lambda.metricDuration()),
          }),
        ],
        [
          new GraphWidget({
            title: 'Oldest message (seconds)',
            width: 12,
            left: Object.values(queues).map(({ queue }) => queue.metricApproximateAgeOfOldestMessage()),
          }),
          new GraphWidget({
            title: 'Dead letters',
            width: 12,
            left: Object.values(queues).map(({ deadLetters }) =>
              deadLetters.metricApproximateNumberOfMessagesVisible(),
            ),
          }),
        ],
      ],
    });
  }
}
