/**
 * The whole of Stop Press as one construct, which reads as a parts list. What a part may do stands next to it.
 *
 *     schedule ─▶ dispatch ─▶ visit queue ─▶ visit ─▶ ledger ─▶ notify queue ─▶ notify ─▶ topics ─▶ subscribers
 *     schedule ─▶ sweep ────────────────────────────────────────────────────────────────────▲
 */
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { MEMORY_MIB, visitMemoryMiB } from '../lib/cost/index.ts';
import type { Watchlist } from '../lib/watchlist.ts';
import { CANARY, CANARY_PAGE } from '../lib/canary.ts';
import { Alarms } from './constructs/alarms.ts';
import { AlertTopic } from './constructs/alert-topic.ts';
import { LedgerBucket } from './constructs/ledger-bucket.ts';
import { MonitorDashboard } from './constructs/monitor-dashboard.ts';
import { QueueWithDeadLetters } from './constructs/queue-with-dead-letters.ts';
import { invokeOnMessages } from './constructs/queue-trigger.ts';
import { RevisionEvents } from './constructs/revision-events.ts';
import { Canary } from './constructs/canary.ts';
import { FunctionSchedule } from './constructs/function-schedule.ts';
import { RevisionSite } from './constructs/revision-site.ts';
import { StateBucket } from './constructs/state-bucket.ts';
import { StopPressFunction, type StopPressFunctionProps } from './constructs/stop-press-function.ts';

export type NewsMonitorProps = {
  /** Validated: from `readWatchlist(text, file)` or `watchlistSchema.parse(object)`. Carried inside the function bundles. */
  readonly watchlist: Watchlist;
  /** How often dispatch runs, and until when a visit begins new requests; shorter than the shortest cadence. Five minutes unless given. */
  readonly tick?: Duration;
  /** Where function bundles are written. `cdk.out/bundles` unless given. */
  readonly bundles?: string;
};

/** Follows the watchlist's publications and alerts its subscribers. */
export class NewsMonitor extends Construct {
  readonly ledger: LedgerBucket;
  readonly state: StateBucket;
  readonly topics: { readonly email: Topic; readonly sms: Topic; readonly events: Topic };
  readonly operators: Topic;

  constructor(scope: Construct, id: string, props: NewsMonitorProps) {
    super(scope, id);
    const { watchlist } = props;
    const tick = props.tick ?? Duration.minutes(5);
    const bundles = props.bundles ?? 'cdk.out/bundles';
    // Visits begin nothing new after their tick's fourth minute. What is under way then has this to end in: one that is killed has
    // written no roster, and those beside it have not either.
    const visitTimeout = Duration.seconds(Math.min(tick.toSeconds() + 60, 900));

    this.ledger = new LedgerBucket(this, 'Ledger');
    this.state = new StateBucket(this, 'State');
    this.topics = {
      email: new AlertTopic(this, 'EmailAlerts', { displayName: watchlist.messages.senderName }),
      sms: new AlertTopic(this, 'SmsAlerts', { displayName: watchlist.messages.senderName }),
      events: new AlertTopic(this, 'EventAlerts', {}),
    };
    // CloudWatch may not use the account's own SNS key, so what alarms publish to is not encrypted with it.
    this.operators = new Topic(this, 'Operators', { displayName: 'Stop Press', enforceSSL: true });
    // Asking for TLS gives the topic a policy of its own, in the place of SNS's, which would have let alarms in.
    this.operators.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsMayTell',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.operators.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    const site = watchlist.site.publish ? new RevisionSite(this, 'Site') : null;

    // A visit that failed is not tried again and again: its articles are due again at the next tick anyway.
    const visits = new QueueWithDeadLetters(this, 'Visits', {
      visibilityTimeout: visitTimeout.plus(Duration.minutes(1)),
      retention: Duration.seconds(2 * tick.toSeconds() + 120),
      maxReceiveCount: 2,
    });
    const notices = new QueueWithDeadLetters(this, 'Notices', {
      visibilityTimeout: Duration.minutes(6),
      retention: Duration.days(4),
      maxReceiveCount: 5,
    });
    new RevisionEvents(this, 'RevisionEvents', { ledger: this.ledger, queue: notices.queue });

    const stores = { LEDGER_BUCKET: this.ledger.bucketName, STATE_BUCKET: this.state.bucketName };
    const topics = {
      EMAIL_TOPIC_ARN: this.topics.email.topicArn,
      SMS_TOPIC_ARN: this.topics.sms.topicArn,
      EVENTS_TOPIC_ARN: this.topics.events.topicArn,
    };
    const sites = site === null ? {} : { SITE_BUCKET: site.bucket.bucketName };
    const canary = site === null ? null : new Canary(this, 'Canary', { topic: this.topics.events, edition: CANARY });
    const canaryAt = site === null ? {} : { CANARY_URL: `${site.url}/${CANARY_PAGE}` };
    const TICK_SECONDS = String(tick.toSeconds());
    const OPERATORS_TOPIC_ARN = this.operators.topicArn;
    const make = (
      name: StopPressFunctionProps['name'],
      rest: Pick<StopPressFunctionProps, 'memoryMiB' | 'timeout' | 'environment'>,
    ) =>
      new StopPressFunction(this, `${name[0]?.toUpperCase()}${name.slice(1)}`, { name, watchlist, bundles, ...rest });

    const dispatch = make('dispatch', {
      memoryMiB: MEMORY_MIB.dispatch,
      timeout: Duration.seconds(30),
      environment: { VISIT_QUEUE_URL: visits.queue.queueUrl, TICK_SECONDS, ...canaryAt },
    });
    dispatch.allow(['sqs:SendMessage'], [visits.queue.queueArn]);

    const visit = make('visit', {
      memoryMiB: visitMemoryMiB(Object.values(watchlist.publications).filter(({ paused }) => !paused).length),
      timeout: visitTimeout,
      environment: { ...stores, TICK_SECONDS, OPERATORS_TOPIC_ARN, ...canaryAt },
    });
    visit.allowObjects(['s3:GetObject', 's3:PutObject'], this.ledger, ['revisions/', 'pages/', 'incidents/']);
    visit.allowObjects(['s3:GetObject', 's3:PutObject'], this.state, ['rosters/']);
    visit.allowObjects(['s3:PutObject'], this.state, ['owed/']);
    visit.allow(['s3:ListBucket'], [this.ledger.bucketArn, this.state.bucketArn]);
    visit.allow(['sns:Publish'], [this.operators.topicArn]);

    const notify = make('notify', {
      memoryMiB: MEMORY_MIB.notify,
      timeout: Duration.minutes(1),
      environment: { ...stores, ...topics, ...sites, ...canaryAt },
    });
    const sweep = make('sweep', {
      memoryMiB: MEMORY_MIB.sweep,
      timeout: Duration.minutes(5),
      environment: { ...stores, ...topics, ...sites, ...canaryAt },
    });
    for (const teller of [notify, sweep]) {
      teller.allowObjects(['s3:GetObject'], this.ledger, ['revisions/', 'pages/']);
      teller.allowObjects(['s3:GetObject', 's3:PutObject'], this.ledger, ['receipts/']);
      teller.allow(['s3:ListBucket'], [this.ledger.bucketArn]);
      // Leave to use the account's SNS key is in that key's own policy, for everybody who may publish.
      teller.allow(
        ['sns:Publish'],
        Object.values(this.topics).map((topic) => topic.topicArn),
      );
      site?.allowRevisionPages(teller);
    }
    if (site !== null && watchlist.site.secret !== undefined) {
      notify.allowObjects(['s3:PutObject'], this.state, ['site/notes/']);
      site.allowOverviews(sweep);
      sweep.allowObjects(['s3:GetObject', 's3:PutObject'], this.state, ['site/']);
    }
    sweep.allowObjects(['s3:GetObject', 's3:PutObject'], this.state, ['sweep/', 'subscribers/']);
    site?.allowCanary(sweep);
    sweep.allow(['s3:ListBucket'], [this.state.bucketArn]);

    sweep.allow(
      ['sns:ListSubscriptionsByTopic'],
      Object.values(this.topics).map((topic) => topic.topicArn),
    );
    sweep.allowAnywhere('sns:CheckIfPhoneNumberIsOptedOut', 'Whether a phone answered STOP belongs to no topic.');

    const schedules = [
      new FunctionSchedule(this, 'DispatchSchedule', { every: tick, target: dispatch.lambda }),
      new FunctionSchedule(this, 'SweepSchedule', { every: Duration.minutes(5), target: sweep.lambda }),
    ];
    invokeOnMessages(visit.lambda, visits.queue, { batchSize: 1, maxConcurrency: 50 });
    invokeOnMessages(notify.lambda, notices.queue, { batchSize: 10, maxConcurrency: 5 });

    const parts = { functions: { dispatch, visit, notify, sweep }, queues: { visits, notices }, schedules, tick };
    new Alarms(this, 'Alarms', { ...parts, topics: this.topics, operators: this.operators, canary });
    new MonitorDashboard(this, 'Dashboard', parts);
    // What `stop-press subscribers`, `test-alert` and `redrive` read (lib/cli/stack-outputs.ts). Nobody's address is in the template.
    const outputs = {
      Store: `s3://${this.ledger.bucketName}+${this.state.bucketName}`,
      EmailTopicArn: this.topics.email.topicArn,
      SmsTopicArn: this.topics.sms.topicArn,
      EventsTopicArn: this.topics.events.topicArn,
      OperatorsTopicArn: this.operators.topicArn,
      VisitsQueueUrl: visits.queue.queueUrl,
      VisitsDeadLettersUrl: visits.deadLetters.queueUrl,
      NoticesQueueUrl: notices.queue.queueUrl,
      NoticesDeadLettersUrl: notices.deadLetters.queueUrl,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
