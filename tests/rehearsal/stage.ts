/**
 * Plays a synthesised template in the local cloud: makes its buckets, queues and topics, runs its bundles with the environment it gives
 * them, and moves events and messages as its notifications and event sources say. What it cannot show: whether IAM allows a call
 * (the calls are remembered, and held against the policies instead), real timing, and what AWS does on its own.
 */
import { SubscribeCommand } from '@aws-sdk/client-sns';
import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse } from 'aws-lambda';
import { chmodSync, cpSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { FunctionName } from '../../lib/config.ts';
import type { Call } from '../cdk/permissions.ts';
import { resourceOf, type Synthesised } from '../cdk/synthesise.ts';
import { startFunction, type RunningFunction } from '../lambda/start-function.ts';
import { createBucket, createQueue, createTopic, startCloud, type Cloud } from '../wire/cloud.ts';
import type { Seen } from '../wire/strict-front.ts';

const NAMES = ['dispatch', 'visit', 'notify', 'sweep'] as const satisfies readonly FunctionName[];

export type Stage = {
  readonly cloud: Cloud;
  /** The name in the cloud of what stands in the template under an id that begins so. */
  readonly nameOf: (type: string, begins: string) => string;
  /** One tick: the schedules, and then every message until the queues are empty. Answers the messages that failed. */
  readonly tick: (at: Date) => Promise<readonly string[]>;
  /** What the functions have asked of the cloud so far. */
  readonly calls: readonly Call[];
  /** Lines that a function logged, and the most memory it held, in MiB. */
  readonly logs: (name: FunctionName) => readonly string[];
  readonly peakMiB: (name: FunctionName) => number;
  readonly close: () => Promise<void>;
};

type Made = { readonly id: string; readonly type: string; readonly ref: string; readonly arn: string };

/** Stands for CloudFront’s name. Reached without TLS, which no certificate of this machine could give it. */
export const SITE = 'site.stop-press.example';

/** @param reroute names whose connections go to a port of this machine: the publications’ servers. */
export async function openStage(synthesised: Synthesised, reroute: Readonly<Record<string, number>>): Promise<Stage> {
  const cloud = await startCloud();
  const made: Made[] = [];
  for (const [id, { Type: type }] of Object.entries(synthesised.resources)) {
    if (type === 'AWS::S3::Bucket') made.push({ id, type, ref: await createBucket(cloud), arn: '' });
    if (type === 'AWS::SQS::Queue') {
      const { url: ref, arn } = await createQueue(cloud);
      made.push({ id, type, ref, arn });
    }
    if (type === 'AWS::SNS::Topic') {
      const ref = await createTopic(cloud);
      made.push({ id, type, ref, arn: ref });
    }
  }
  const refOf = (id: string): string => known(made.find((one) => one.id === id)).ref;
  const nameOf = (type: string, begins: string): string =>
    known(made.find((one) => one.type === type && one.id.startsWith(begins))).ref;

  await subscribe(synthesised, made, cloud);

  const calls: Call[] = [];
  cloud.front.faultWhen((seen) => {
    calls.push(...callsOf(seen, made));
    return null;
  });

  const events = notificationOf(synthesised);
  const told: Promise<unknown>[] = [];
  cloud.front.onObjectPut((path) => {
    const [, bucket = '', ...rest] = path.split('/');
    const key = rest.join('/');
    if (bucket !== refOf(events.bucketId) || !key.startsWith(events.prefix)) return;
    const MessageBody = JSON.stringify({ Records: [{ eventName: 'ObjectCreated:Put', s3: { object: { key } } }] });
    told.push(cloud.sqs.send(new SendMessageCommand({ QueueUrl: refOf(events.queueId), MessageBody })));
  });

  const port = Number(new URL(cloud.front.url).port);
  const running = new Map<FunctionName, RunningFunction>();
  for (const name of NAMES) {
    const { environment, ...limits } = settingOf(synthesised, name, refOf);
    const ours = {
      AWS_ENDPOINT_URL: cloud.front.url,
      AWS_ENDPOINT_URL_SQS: new URL(nameOf('AWS::SQS::Queue', 'NewsMonitorVisitsQueue')).origin,
      AWS_REGION: 'us-east-1',
      // Tells the calls of one function from those of another.
      AWS_ACCESS_KEY_ID: name,
      AWS_SECRET_ACCESS_KEY: 'test',
    };
    const setting = {
      bundle: unpack(synthesised, name),
      environment: { ...ours, ...environment },
      ...limits,
      haste: HASTE,
    };
    running.set(name, await startFunction({ ...setting, reroute: { ...reroute, 'sqs.us-east-1.localhost': port } }));
  }

  const work = async (name: 'visit' | 'notify', at: Date): Promise<readonly string[]> => {
    const { queueId, batchSize } = sourceOf(synthesised, name);
    const QueueUrl = refOf(queueId);
    const failed: string[] = [];
    for (;;) {
      const received = await cloud.sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: batchSize, VisibilityTimeout: 3600 }),
      );
      const messages = received.Messages ?? [];
      if (messages.length === 0) return failed;
      const Records = messages.map(({ MessageId: messageId = '', Body: body = '' }) => ({ messageId, body }));
      const answer = (await running.get(name)?.invoke({ Records }, { at: at.toISOString() })) as SQSBatchResponse;
      const failures = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      for (const { MessageId = '', Body = '', ReceiptHandle } of messages) {
        if (failures.has(MessageId)) failed.push(Body);
        else await cloud.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  };

  return {
    cloud,
    nameOf,
    calls,
    logs: (name) => known(running.get(name)).logs,
    peakMiB: (name) => known(running.get(name)).peakMiB(),
    tick: async (at) => {
      await running.get('dispatch')?.invoke({ time: at.toISOString() }, { at: at.toISOString() });
      const failed = await work('visit', at);
      await Promise.all(told.splice(0));
      const soon = new Date(at.getTime() + 30_000);
      const undelivered = await work('notify', soon);
      await running.get('sweep')?.invoke({}, { at: soon.toISOString() });
      return [...failed, ...undelivered];
    },
    close: async () => {
      for (const each of running.values()) await each.stop();
      await cloud.close();
    },
  };
}

/** Waits of a function's own are so many times shorter: politeness alone would make a day of ticks last ten minutes. */
const HASTE = 50;

/** As Lambda lays a function out: what CDK staged for it and nothing beside it, where nothing can be written. */
function unpack(synthesised: Synthesised, name: FunctionName): string {
  const folder = join(dirname(synthesised.bundles), 'unpacked', name);
  cpSync(synthesised.assetOf(name), folder, { recursive: true });
  for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o444);
  chmodSync(folder, 0o555);
  return folder;
}

const titled = (name: string): string => `NewsMonitor${name[0]?.toUpperCase()}${name.slice(1)}`;
const attributeSchema = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });

const siteUrlSchema = z.strictObject({
  'Fn::Join': z.tuple([
    z.literal(''),
    z.tuple([
      z.literal('https://'),
      z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('DomainName')]) }),
      z.string(),
    ]),
  ]),
});

/** What the template itself subscribes: queues, never people. */
async function subscribe({ resources }: Synthesised, made: readonly Made[], cloud: Cloud): Promise<void> {
  const arnOf = (id: string): string => known(made.find((one) => one.id === id)).arn;
  const schema = z.object({
    Protocol: z.literal('sqs'),
    TopicArn: z.object({ Ref: z.string() }),
    Endpoint: attributeSchema,
    FilterPolicy: z.record(z.string(), z.array(z.string())),
  });
  for (const { Type, Properties } of Object.values(resources)) {
    if (Type !== 'AWS::SNS::Subscription') continue;
    const { Protocol, TopicArn, Endpoint, FilterPolicy } = schema.parse(Properties);
    await cloud.sns.send(
      new SubscribeCommand({
        Protocol,
        TopicArn: arnOf(TopicArn.Ref),
        Endpoint: arnOf(Endpoint['Fn::GetAtt'][0]),
        Attributes: { FilterPolicy: JSON.stringify(FilterPolicy) },
      }),
    );
  }
}

function settingOf(synthesised: Synthesised, name: FunctionName, refOf: (id: string) => string) {
  const { Environment, Timeout, MemorySize } = z
    .object({
      Environment: z.object({
        Variables: z.record(z.string(), z.union([z.string(), z.strictObject({ Ref: z.string() }), siteUrlSchema])),
      }),
      Timeout: z.number(),
      MemorySize: z.number(),
    })
    .parse(resourceOf(synthesised, 'AWS::Lambda::Function', titled(name)).Properties);
  const environment = Object.fromEntries(
    Object.entries(Environment.Variables).map(([variable, value]) => [
      variable,
      typeof value === 'string'
        ? value
        : 'Ref' in value
          ? refOf(value.Ref)
          : `http://${SITE}${value['Fn::Join'][1][2]}`,
    ]),
  );
  return { environment, timeoutMs: Timeout * 1000, memoryMiB: MemorySize };
}

function sourceOf(synthesised: Synthesised, name: 'visit' | 'notify') {
  const { EventSourceArn, BatchSize } = z
    .object({ EventSourceArn: attributeSchema, BatchSize: z.number() })
    .parse(resourceOf(synthesised, 'AWS::Lambda::EventSourceMapping', titled(name)).Properties);
  return { queueId: EventSourceArn['Fn::GetAtt'][0], batchSize: BatchSize };
}

function notificationOf({ resources }: Synthesised) {
  const ruleSchema = z.object({ Name: z.literal('prefix'), Value: z.string() });
  const schema = z.object({
    NotificationConfiguration: z.object({
      QueueConfigurations: z.tuple([
        z.object({
          Event: z.literal('s3:ObjectCreated:*'),
          Queue: attributeSchema,
          Filter: z.object({ S3Key: z.object({ Rules: z.tuple([ruleSchema]) }) }),
        }),
      ]),
    }),
  });
  const found = Object.entries(resources).flatMap(([bucketId, { Properties }]) => {
    const parsed = schema.safeParse(Properties);
    return parsed.success ? [{ bucketId, to: parsed.data.NotificationConfiguration.QueueConfigurations[0] }] : [];
  });
  const { bucketId, to } = known(found[0]);
  return { bucketId, queueId: to.Queue['Fn::GetAtt'][0], prefix: to.Filter.S3Key.Rules[0].Value };
}

/** A request as IAM judges it, with what it takes besides: a write with If-Match, the leave to read. */
function callsOf({ method, path, query, action, headers, body }: Seen, made: readonly Made[]): readonly Call[] {
  const by = /Credential=(\w+)\//.exec(headers.authorization ?? '')?.[1] ?? '';
  if (!NAMES.some((name) => name === by)) return [];
  const idOf = (ref: string): string => known(made.find((one) => one.ref === ref)).id;
  if (action === 'CheckIfPhoneNumberIsOptedOut') return [{ by, action: `sns:${action}`, resource: '*' }];
  if (action === 'Publish' || action === 'ListSubscriptionsByTopic') {
    const topic = new URLSearchParams(body.toString()).get('TopicArn') ?? '';
    return [{ by, action: `sns:${action}`, resource: idOf(topic) }];
  }
  if (action !== null) {
    const { QueueUrl } = z.object({ QueueUrl: z.string() }).parse(JSON.parse(body.toString()));
    return [{ by, action: `sqs:${action.replace(/Batch$/, '')}`, resource: idOf(QueueUrl) }];
  }
  const [, bucket = '', ...rest] = path.split('/');
  const key = rest.join('/');
  if (key === '')
    return [{ by, action: query.has('list-type') ? 's3:ListBucket' : `s3:${method}`, resource: idOf(bucket) }];
  const resource = `${idOf(bucket)}/${key}`;
  const read = { by, action: 's3:GetObject', resource };
  // Without the leave to list, a key that is not there is answered 403.
  if (method === 'GET') return [read, { by, action: 's3:ListBucket', resource: idOf(bucket) }];
  const written = { by, action: method === 'PUT' ? 's3:PutObject' : `s3:${method}`, resource };
  return headers['if-match'] === undefined ? [written] : [written, read];
}

function known<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new Error('the template has none such');
  return found;
}
