import { Duration, Validations } from 'aws-cdk-lib';
import { SubscriptionFilter, type Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export type CanaryProps = {
  /** The topic of machine events. */
  readonly topic: Topic;
  /** The edition that the canary's alerts are for. */
  readonly edition: string;
};

/** Where the alerts of the canary article arrive. They are counted by an alarm and read by nobody. */
export class Canary extends Construct {
  readonly alerts: Queue;

  constructor(scope: Construct, id: string, { topic, edition }: CanaryProps) {
    super(scope, id);
    this.alerts = new Queue(this, 'Alerts', {
      retentionPeriod: Duration.hours(1),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    Validations.of(this.alerts).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'Its messages are counted, not worked: none can fail.',
    });
    topic.addSubscription(
      new SqsSubscription(this.alerts, {
        filterPolicy: { editions: SubscriptionFilter.stringFilter({ allowlist: [edition] }) },
      }),
    );
  }
}
