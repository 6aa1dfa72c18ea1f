/** The constructs by assertion, the whole stack by snapshot, and the two checkers which nobody here wrote. */
import { rmSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TemplateFile, RegoEngine } from '@aws/cloudformation-validate';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { EMAILS_PER_SECOND, MOST_EMAILS_PER_SECOND } from '../../functions/services.ts';
import { CONFIG_SCHEMAS, METRICS, readConfig, type FunctionName } from '../../lib/config.ts';
import { STACK_COUNTS } from '../../lib/cost/index.ts';
import { bytesOf, loadedAtStart } from './loaded-at-start.ts';
import { ADDRESSES, resourceOf, synthesise, WATCHLIST } from './synthesise.ts';

const synthesised = synthesise();
const { template, resources, text, bundles } = synthesised;
afterAll(() => rmSync(dirname(bundles), { recursive: true }));

const FUNCTIONS = Object.keys(CONFIG_SCHEMAS) as FunctionName[];
/** What a cold start loads at most. What is loaded as it goes is reckoned in docs/measurements.md. */
const HEAVIEST_KILOBYTES: Readonly<Record<FunctionName, number>> = {
  dispatch: 300,
  visit: 950,
  notify: 550,
  sweep: 550,
};

/** Ours, and what AWS's documentation says that these services count, for each queue and function or the whole account. */
const EMITTED: ReadonlySet<string> = new Set([
  ...METRICS.map((name) => `StopPress ${name}`),
  'AWS/Lambda Errors',
  'AWS/SQS ApproximateNumberOfMessagesVisible',
  'AWS/SQS ApproximateAgeOfOldestMessage',
  'AWS/SQS NumberOfMessagesSent',
  'AWS/SNS SMSMonthToDateSpentUSD',
  'AWS/SNS NumberOfNotificationsFailed',
]);

const idOf = (type: string, begins: string): string | undefined =>
  Object.entries(resources).find(([id, { Type }]) => Type === type && id.startsWith(begins))?.[0];
const titled = (name: string): string => `NewsMonitor${name[0]?.toUpperCase()}${name.slice(1)}`;

describe('what it would hurt to lose', () => {
  test('the logical ids of buckets, topics and queues stay: another id is another, empty resource', () => {
    const stateful = /^AWS::(S3::Bucket|SNS::Topic|SQS::Queue)$/;
    const ids = Object.entries(resources).flatMap(([id, { Type }]) => (stateful.test(Type) ? [`${Type} ${id}`] : []));
    expect(ids).toMatchInlineSnapshot(`
      [
        "AWS::S3::Bucket NewsMonitorLedgerD3B0BC9F",
        "AWS::S3::Bucket NewsMonitorState23C4E707",
        "AWS::SNS::Topic NewsMonitorEmailAlertsA74083FD",
        "AWS::SNS::Topic NewsMonitorSmsAlerts269FCA02",
        "AWS::SNS::Topic NewsMonitorEventAlertsD4D61918",
        "AWS::SNS::Topic NewsMonitorOperatorsB15BCCE1",
        "AWS::SQS::Queue NewsMonitorVisitsDeadLettersDCAB1D14",
        "AWS::SQS::Queue NewsMonitorVisitsQueue4B31A088",
        "AWS::SQS::Queue NewsMonitorNoticesDeadLetters8CA3CC5F",
        "AWS::SQS::Queue NewsMonitorNoticesQueueF32F2402",
        "AWS::SQS::Queue NewsMonitorDispatchScheduleDeadLettersF2A0C589",
        "AWS::SQS::Queue NewsMonitorSweepScheduleDeadLetters01A46B91",
      ]
    `);
  });

  test.each(['NewsMonitorLedger', 'NewsMonitorState'])('%s is retained, versioned, encrypted and private', (id) => {
    const { DeletionPolicy, UpdateReplacePolicy, Properties } = resourceOf(synthesised, 'AWS::S3::Bucket', id);
    expect({ DeletionPolicy, UpdateReplacePolicy }).toEqual({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
    expect(Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: idOf('AWS::S3::Bucket', id) },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({ Effect: 'Deny', Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }),
        ]),
      },
    });
  });

  test('the ledger is append-only for everybody: no overwriting, no deleting', () => {
    const policy = resourceOf(synthesised, 'AWS::S3::BucketPolicy', 'NewsMonitorLedger').Properties;
    const everything = {
      'Fn::Join': ['', [{ 'Fn::GetAtt': [idOf('AWS::S3::Bucket', 'NewsMonitorLedger'), 'Arn'] }, '/*']],
    };
    expect(policy).toMatchObject({
      PolicyDocument: {
        Statement: expect.arrayContaining([
          {
            Sid: 'NothingIsOverwritten',
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: 's3:PutObject',
            Resource: everything,
            Condition: { Null: { 's3:if-none-match': 'true' } },
          },
          {
            Sid: 'NothingIsDeleted',
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
            Resource: everything,
          },
        ]),
      },
    });
  });

  test('pages move to colder storage and nothing of the ledger expires', () => {
    const { Rules } = resourceOf(synthesised, 'AWS::S3::Bucket', 'NewsMonitorLedger').Properties[
      'LifecycleConfiguration'
    ] as { Rules: Record<string, unknown>[] };
    expect(Rules.flatMap((rule) => Object.keys(rule).filter((key) => /expir/i.test(key)))).toEqual([]);
    expect(Rules).toContainEqual({
      Prefix: 'pages/',
      Status: 'Enabled',
      Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 90 }],
    });
  });

  test('of the state, old versions expire in a week and markers in a month', () => {
    expect(resourceOf(synthesised, 'AWS::S3::Bucket', 'NewsMonitorState').Properties['LifecycleConfiguration']).toEqual(
      {
        Rules: [
          expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 7 }, Status: 'Enabled' }),
          { ExpirationInDays: 30, Prefix: 'owed/', Status: 'Enabled' },
          { ExpirationInDays: 30, Prefix: 'site/notes/', Status: 'Enabled' },
        ],
      },
    );
  });

  test('no custom resource has a hand in a bucket', () => {
    const types = Object.values(resources).map(({ Type }) => Type);
    expect(types.filter((type) => /^Custom::|CustomResource/.test(type))).toEqual([]);
    expect(types.filter((type) => type === 'AWS::Lambda::Function')).toHaveLength(FUNCTIONS.length);
  });
});

describe('the way of a revision', () => {
  test('the ledger itself tells the notices of each revision, and may send nowhere else', () => {
    const notices = { 'Fn::GetAtt': [idOf('AWS::SQS::Queue', 'NewsMonitorNoticesQueue'), 'Arn'] };
    expect(
      resourceOf(synthesised, 'AWS::S3::Bucket', 'NewsMonitorLedger').Properties['NotificationConfiguration'],
    ).toEqual({
      QueueConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Queue: notices,
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'revisions/' }] } },
        },
      ],
    });
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Sid: 'LedgerTellsOfRevisions',
            Effect: 'Allow',
            Principal: { Service: 's3.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: notices,
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  test('the bucket waits for the leave to send, or its creation would fail', () => {
    expect(resourceOf(synthesised, 'AWS::S3::Bucket', 'NewsMonitorLedger')['DependsOn']).toEqual([
      idOf('AWS::SQS::QueuePolicy', 'NewsMonitorNoticesQueuePolicy'),
    ]);
  });

  test.each([
    [
      'visits are kept about two ticks and tried twice, so that a backlog never storms a publisher',
      'Visits',
      720,
      420,
      2,
    ],
    ['notices are kept for days and tried five times', 'Notices', 4 * 86_400, 360, 5],
  ])('%s', (_, name, retention, visibility, tries) => {
    expect(resourceOf(synthesised, 'AWS::SQS::Queue', `NewsMonitor${name}Queue`).Properties).toMatchObject({
      MessageRetentionPeriod: retention,
      VisibilityTimeout: visibility,
      SqsManagedSseEnabled: true,
      RedrivePolicy: {
        maxReceiveCount: tries,
        deadLetterTargetArn: { 'Fn::GetAtt': [idOf('AWS::SQS::Queue', `NewsMonitor${name}DeadLetters`), 'Arn'] },
      },
    });
  });

  test.each([
    ['visit', 'Visits', 1, 50],
    ['notify', 'Notices', 10, 5],
  ])('%s works its queue, batches of %s … at most so many at once, failures one by one', (name, queue, batch, most) => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionName: { Ref: idOf('AWS::Lambda::Function', titled(name)) },
      EventSourceArn: { 'Fn::GetAtt': [idOf('AWS::SQS::Queue', `NewsMonitor${queue}Queue`), 'Arn'] },
      BatchSize: batch,
      ScalingConfig: { MaximumConcurrency: most },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  test('all who may send e-mails at once come to less than one address may get', () => {
    const { ScalingConfig } = Object.values(
      template.findResources('AWS::Lambda::EventSourceMapping', {
        Properties: { FunctionName: { Ref: idOf('AWS::Lambda::Function', titled('notify')) } },
      }),
    ).map(({ Properties }) => Properties as { ScalingConfig: { MaximumConcurrency: number } })[0] ?? {
      ScalingConfig: { MaximumConcurrency: Infinity },
    };
    const senders = ScalingConfig.MaximumConcurrency + 1;
    expect(senders * EMAILS_PER_SECOND).toBeLessThan(MOST_EMAILS_PER_SECOND);
  });

  test.each(['dispatch', 'sweep'])('%s is started every five minutes, and what cannot start is parked', (name) => {
    const target = { 'Fn::GetAtt': [idOf('AWS::Lambda::Function', titled(name)), 'Arn'] };
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(5 minutes)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
      Target: {
        Arn: target,
        RetryPolicy: { MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 2 },
        DeadLetterConfig: {
          Arn: { 'Fn::GetAtt': [idOf('AWS::SQS::Queue', `${titled(name)}ScheduleDeadLetters`), 'Arn'] },
        },
      },
    });
  });
});

describe.each(FUNCTIONS)('the function %s', (name) => {
  const lambda = resourceOf(synthesised, 'AWS::Lambda::Function', titled(name));

  test('runs on Node 24, arm64, with a bounded time, no reserved concurrency and a log of its own that expires', () => {
    expect(lambda.Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: idOf('AWS::Logs::LogGroup', titled(name)) } },
    });
    expect(lambda.Properties['Timeout']).toBeLessThanOrEqual(360);
    expect(lambda.Properties).not.toHaveProperty('ReservedConcurrentExecutions');
    expect(resourceOf(synthesised, 'AWS::Logs::LogGroup', titled(name)).Properties['RetentionInDays']).toBe(30);
  });

  test('has its environment as the code reads it, and nothing that no code reads', () => {
    const { Variables } = lambda.Properties['Environment'] as { Variables: Record<string, unknown> };
    const { NODE_OPTIONS, ...ours } = Object.fromEntries(
      Object.entries(Variables).map(([variable, value]) => [variable, deployed(value)]),
    );
    expect(NODE_OPTIONS).toBe('--enable-source-maps');
    expect(Object.keys(readConfig(name, ours)).sort()).toEqual(Object.keys(ours).sort());
  });

  test('is modules with their source maps and its watchlist as JSON, and no parser of YAML', () => {
    const files = readdirSync(join(bundles, name));
    const modules = files.filter((file) => file.endsWith('.mjs'));
    expect(modules).toContain('index.mjs');
    expect(files.sort()).toEqual([...modules, ...modules.map((file) => `${file}.map`), 'watchlist.json'].sort());
    const sources = modules.flatMap((file) => {
      const map = JSON.parse(readFileSync(join(bundles, name, `${file}.map`), 'utf8')) as { sources: string[] };
      return map.sources;
    });
    expect(sources.filter((source) => /node_modules\/(yaml|aws-cdk-lib|commander)\/|lib\/cli\//.test(source))).toEqual(
      [],
    );
    expect(JSON.parse(readFileSync(join(bundles, name, 'watchlist.json'), 'utf8'))).toMatchObject({
      publications: { gazette: { name: WATCHLIST.publications.gazette.name } },
    });
  });

  test('starts with no more than was measured', () => {
    const kilobytes = bytesOf(loadedAtStart(join(bundles, name))) / 1000;
    expect(kilobytes).toBeLessThan(HEAVIEST_KILOBYTES[name]);
  });
});

describe('who is told', () => {
  test('no person’s address is in the template, nor any subscription', () => {
    for (const address of ADDRESSES) expect(text).not.toContain(address);
    template.resourceCountIs('AWS::SNS::Subscription', 0);
  });

  test('every alarm tells the operators, and the guide says under its name what to do', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8');
    const alarms = Object.values(resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(5);
    for (const { Properties } of alarms) {
      expect(Properties['AlarmActions']).toEqual([{ Ref: idOf('AWS::SNS::Topic', 'NewsMonitorOperators') }]);
      const [, heading = ''] = /docs\/operating\.md#([a-z]+)$/.exec(String(Properties['AlarmDescription'])) ?? [];
      expect(guide.toLowerCase()).toContain(`\n### ${heading}\n`);
    }
  });

  test('alarms may publish to the operators’ topic, whose policy is not SNS’s own', () => {
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      Topics: [{ Ref: idOf('AWS::SNS::Topic', 'NewsMonitorOperators') }],
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Action: 'sns:Publish',
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  test('no visit is news: the alarm of a stalled system takes silence for the worst', () => {
    expect(resourceOf(synthesised, 'AWS::CloudWatch::Alarm', 'NewsMonitorAlarmsStalled').Properties).toMatchObject({
      MetricName: 'Visits',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      TreatMissingData: 'breaching',
    });
  });

  test('the cost model counts the metrics, alarmed metrics, dashboards and worked queues that there are', () => {
    const alarms = Object.values(resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
    const watched = alarms.flatMap(({ Properties }) => {
      const metrics = Properties['Metrics'] as readonly Record<string, unknown>[] | undefined;
      return metrics?.filter((metric) => 'MetricStat' in metric) ?? [Properties];
    });
    const countOf = (type: string) => Object.values(resources).filter(({ Type }) => Type === type).length;
    expect(STACK_COUNTS).toEqual({
      metrics: METRICS.length,
      alarms: watched.length,
      dashboards: countOf('AWS::CloudWatch::Dashboard'),
      queues: countOf('AWS::Lambda::EventSourceMapping'),
    });
  });

  test('the functions count each metric there is, and each alarm is on a metric that somebody counts', () => {
    const folder = join(import.meta.dirname, '../../functions');
    const counted = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/\bcount\(\s*'(\w+)'/g)].map(([, metric = '']) => metric),
    );
    expect([...new Set(counted)].sort()).toEqual([...METRICS].sort());
    expect(METRICS.length).toBeLessThanOrEqual(10);
    const watched = Object.values(resources)
      .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
      .flatMap(({ Properties }) => metricsOf(Properties));
    expect(watched.length).toBe(STACK_COUNTS.alarms);
    expect(watched.filter((metric) => !EMITTED.has(metric))).toEqual([]);
  });

  test('the dashboard shows only what is counted', () => {
    const shown = [
      ...JSON.stringify(resourceOf(synthesised, 'AWS::CloudWatch::Dashboard', '')).matchAll(
        /\\"StopPress\\",\\"(\w+)/g,
      ),
    ];
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.filter(([, name = '']) => !EMITTED.has(`StopPress ${name}`))).toEqual([]);
  });
});

describe('a stack with a site', () => {
  const withSite = synthesise({ ...WATCHLIST, site: { publish: true, url: 'https://pages.stop-press.example' } });
  afterAll(() => rmSync(dirname(withSite.bundles), { recursive: true }));

  test('follows a canary, whose alerts go to a queue alone, and misses them after three hours', () => {
    withSite.template.resourcePropertiesCountIs('AWS::SNS::Subscription', {}, 1);
    withSite.template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'sqs',
      FilterPolicy: { editions: ['_canary'] },
    });
    expect(resourceOf(withSite, 'AWS::CloudWatch::Alarm', 'NewsMonitorAlarmsCanary').Properties).toMatchObject({
      Namespace: 'AWS/SQS',
      MetricName: 'NumberOfMessagesSent',
      ComparisonOperator: 'LessThanThreshold',
      EvaluationPeriods: 3,
      TreatMissingData: 'breaching',
      AlarmActions: [{ Ref: idOf('AWS::SNS::Topic', 'NewsMonitorOperators') }],
    });
    expect(readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8')).toContain('\n### Canary\n');
  });

  test('holds nobody’s address either, and leaves no finding of cdk-nag', () => {
    expect(withSite.text).not.toContain('441632960961');
    expect(withSite.text).not.toContain('maren.holt@');
    expect(new AwsSolutionsChecks().validateScope(withSite.app).violations).toEqual([]);
  });
});

describe('the whole', () => {
  test('is this template: a change of it is reviewed here', () => {
    expect(normalised(text)).toMatchSnapshot();
  });

  test('is the same the second time', () => {
    const again = synthesise();
    rmSync(dirname(again.bundles), { recursive: true });
    expect(again.text).toBe(text);
  }, 120_000);

  test('leaves no finding of cdk-nag unacknowledged, and acknowledges none without a reason', () => {
    expect(new AwsSolutionsChecks().validateScope(synthesised.app).violations).toEqual([]);
    const reasons = synthesised.app.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>));
    expect(reasons.length).toBeGreaterThan(5);
    expect(reasons.filter(([, reason]) => reason.length < 20)).toEqual([]);
  });

  test('the checker finds fault with a stack that is at fault', () => {
    const stack = new Stack(new App(), 'Careless');
    new Bucket(stack, 'Open');
    expect(new AwsSolutionsChecks().validateScope(stack).violations.map(({ ruleName }) => ruleName)).toContain(
      'AwsSolutions-S10',
    );
  });

  test('has no finding of CloudFormation’s own validator, warnings counted as errors', () => {
    const engine = new RegoEngine();
    try {
      const { status, diagnostics } = engine.validateStandard(new TemplateFile(synthesised.file), {
        strict: true,
        severityLevel: 'WARN',
      });
      expect(status).toBe('OK');
      expect(diagnostics.map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([]);
    } finally {
      engine.free();
    }
  });
});

const metricSchema = z.object({ Namespace: z.string(), MetricName: z.string() });
const alarmSchema = z.union([
  z.object({ Metrics: z.array(z.object({ MetricStat: z.object({ Metric: metricSchema }).optional() })) }),
  metricSchema,
]);

/** `StopPress Visits`, of an alarm of one metric or of an expression over several. */
function metricsOf(properties: unknown): readonly string[] {
  const alarm = alarmSchema.parse(properties);
  const metrics = 'Metrics' in alarm ? alarm.Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric ?? []) : [alarm];
  return metrics.map(({ Namespace, MetricName }) => `${Namespace} ${MetricName}`);
}

/** What CloudFormation would put in the place of a reference. */
function deployed(value: unknown): string {
  if (typeof value === 'string') return value;
  const reference = value as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
  const id = reference.Ref ?? '';
  switch (resources[id]?.Type) {
    case 'AWS::SNS::Topic':
      return `arn:aws:sns:eu-west-1:111122223333:${id}`;
    case 'AWS::SQS::Queue':
      return `https://sqs.eu-west-1.amazonaws.com/111122223333/${id}`;
    case 'AWS::S3::Bucket':
      return id.toLowerCase();
    default:
      throw new Error(`nothing is known of ${JSON.stringify(value)}`);
  }
}

/** Bundles change with any line of code; that they do is no change of the stack. */
const normalised = (template: string): unknown => JSON.parse(template.replaceAll(/[0-9a-f]{64}/g, '<asset>'));
