/**
 * The bundled handlers, end to end, each in a process of its own: schedule event → SQS → visit → S3 → event → notify → SNS →
 * subscribed queues, with the editions' filters applied.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, PutBucketNotificationConfigurationCommand } from '@aws-sdk/client-s3';
import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleFunction } from '../../cdk/bundle.ts';
import { createS3Store } from '../../lib/adapters/s3.ts';
import type { FunctionName } from '../../lib/config.ts';
import { revisionSchema } from '../../lib/revision.ts';
import { watchlistSchema } from '../../lib/watchlist.ts';
import { keysOf, readText } from '../contracts/store.ts';
import { startFunction, type RunningFunction } from '../lambda/start-function.ts';
import { startOrigin, type Origin } from '../origin/origin.ts';
import { isRefereed } from '../tiers.ts';
import {
  createBucket,
  createQueue,
  createTopic,
  drain,
  listen,
  notificationsIn,
  startCloud,
  type Cloud,
} from './cloud.ts';

const watchlist = watchlistSchema.parse({
  version: 1,
  operator: { contact: 'desk@stop-press.example' },
  publications: {
    gazette: {
      name: 'The Harbour Gazette',
      feeds: ['http://gazette.example/feed.xml'],
      cadence: [{ under: '30d', every: '15m' }],
    },
    asleep: { name: 'The Sleeper', feeds: ['http://asleep.example/feed.xml'], paused: true },
  },
  site: { publish: true, url: 'https://pages.stop-press.example' },
  editions: {
    'world-desk': {
      name: 'World desk',
      severity: 'minor',
      subscribers: {
        email: ['desk@stop-press.example'],
        sms: ['+441632960961'],
        events: ['https://desk.stop-press.example/'],
      },
    },
    sport: { name: 'Sport', publications: ['asleep'], subscribers: { email: ['desk@stop-press.example'] } },
  },
});

const articleWith = (killed: string): string => `<!doctype html><html lang="en"><head>
<title>Ferry fire at Port Ellery</title>
<meta property="og:type" content="article"><link rel="canonical" href="http://gazette.example/2026/ferry-fire-at-port-ellery">
<meta property="article:published_time" content="2026-03-01T07:40:00Z"></head><body><article>
<h1>Ferry fire at Port Ellery</h1><p class="byline">By Maren Holt</p>
<p>The fire broke out on the car deck shortly after four in the morning, while the ferry lay at the northern quay of the harbour.</p>
<p>The harbour master said on Sunday that ${killed} people were killed and that the search of the lower decks would go on until the evening.</p>
<p>“We heard the alarm and ran to the stern,” said Ines Varga, a lorry driver who had slept in her cabin. “There was smoke everywhere.”</p>
<p>The company that runs the line has cancelled its crossings for the week and has set up a telephone number for the families of those on board.</p>
</article></body></html>`;

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title><link>http://gazette.example/</link>
<item><title>Ferry fire at Port Ellery</title><link>http://gazette.example/2026/ferry-fire-at-port-ellery</link>
<pubDate>Sun, 01 Mar 2026 07:40:00 GMT</pubDate></item></channel></rss>`;

const ARTICLE = '/2026/ferry-fire-at-port-ellery';

let cloud: Cloud;
let origin: Origin;
let bundles: string;
let place: Awaited<ReturnType<typeof openPlace>>;
const functions = new Map<FunctionName, RunningFunction>();

/** The buckets, queues and topics of a stack. */
async function openPlace() {
  const [ledger, state, site] = [await createBucket(cloud), await createBucket(cloud), await createBucket(cloud)];
  const [visits, notices] = [await createQueue(cloud), await createQueue(cloud)];
  const topics = { email: await createTopic(cloud), sms: await createTopic(cloud), events: await createTopic(cloud) };
  const operators = await createTopic(cloud);
  return {
    visits,
    notices,
    ledger: createS3Store(cloud.s3, ledger),
    ledgerBucket: ledger,
    siteBucket: site,
    heard: {
      email: await listen(cloud, topics.email, 'world-desk'),
      sport: await listen(cloud, topics.email, 'sport'),
      sms: await listen(cloud, topics.sms, 'world-desk'),
      events: await listen(cloud, topics.events, 'world-desk'),
      operators: await listen(cloud, operators, null),
    },
    environment: {
      AWS_ENDPOINT_URL: cloud.front.url,
      AWS_ENDPOINT_URL_SQS: new URL(visits.url).origin,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      LEDGER_BUCKET: ledger,
      STATE_BUCKET: state,
      SITE_BUCKET: site,
      VISIT_QUEUE_URL: visits.url,
      EMAIL_TOPIC_ARN: topics.email,
      SMS_TOPIC_ARN: topics.sms,
      EVENTS_TOPIC_ARN: topics.events,
      OPERATORS_TOPIC_ARN: operators,
      TICK_SECONDS: '300',
    },
  };
}

/** S3's word of each revision. The referee sends it itself; the emulator does not, so what the front sees put is told. */
async function tellOfRevisions(): Promise<void> {
  const { ledgerBucket, notices } = place;
  if (isRefereed) {
    const Filter = { Key: { FilterRules: [{ Name: 'prefix' as const, Value: 'revisions/' }] } };
    const QueueConfigurations = [{ QueueArn: notices.arn, Events: ['s3:ObjectCreated:*' as const], Filter }];
    await cloud.s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket: ledgerBucket,
        NotificationConfiguration: { QueueConfigurations },
      }),
    );
    return;
  }
  const tell = (MessageBody: string) => cloud.sqs.send(new SendMessageCommand({ QueueUrl: notices.url, MessageBody }));
  await tell(JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: ledgerBucket }));
  cloud.front.onObjectPut((path) => {
    const key = path.slice(`/${ledgerBucket}/`.length);
    if (!path.startsWith(`/${ledgerBucket}/revisions/`)) return;
    void tell(JSON.stringify({ Records: [{ eventName: 'ObjectCreated:Put', s3: { object: { key } } }] }));
  });
}

/** Hands a function what is in its queue, as an event source does: what it does not report as failed is deleted. */
async function pump(name: 'visit' | 'notify', at: string): Promise<{ taken: string[]; failed: string[] }> {
  const queueUrl = name === 'visit' ? place.visits.url : place.notices.url;
  const taken: string[] = [];
  const failed: string[] = [];
  for (;;) {
    const { Messages = [] } = await cloud.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 600 }),
    );
    if (Messages.length === 0) return { taken, failed };
    const Records = Messages.map(({ MessageId: messageId = '', Body: body = '' }) => ({ messageId, body }));
    const answer = (await functions.get(name)?.invoke({ Records }, { at })) as SQSBatchResponse;
    const ids = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    for (const { MessageId = '', Body = '', ReceiptHandle } of Messages) {
      taken.push(Body);
      if (ids.has(MessageId)) failed.push(Body);
      else await cloud.sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
    }
  }
}

/** A tick, and the notices of what it committed, half a minute on. */
const tick = async (at: string) => {
  await functions.get('dispatch')?.invoke({ time: at }, { at });
  await pump('visit', at);
  return pump('notify', new Date(Date.parse(at) + 30_000).toISOString());
};

const heard = async (channel: keyof typeof place.heard) => notificationsIn(await drain(cloud, place.heard[channel]));

beforeAll(async () => {
  cloud = await startCloud();
  origin = await startOrigin({
    '/feed.xml': { headers: { 'content-type': 'application/rss+xml' }, body: feed },
    [ARTICLE]: { body: articleWith('six') },
  });
  bundles = await mkdtemp(join(tmpdir(), 'stop-press-bundles-'));
  place = await openPlace();
  await tellOfRevisions();
  const reroute = {
    'gazette.example': Number(new URL(origin.origin).port),
    // The emulator's queue URLs are named as AWS's are.
    'sqs.us-east-1.localhost': Number(new URL(cloud.front.url).port),
  };
  for (const name of ['dispatch', 'visit', 'notify', 'sweep'] as const) {
    const bundle = bundleFunction(name, watchlist, join(bundles, name));
    functions.set(name, await startFunction({ bundle, environment: place.environment, timeoutMs: 120_000, reroute }));
  }
}, 60_000);
afterAll(async () => {
  for (const running of functions.values()) await running.stop();
  await origin.close();
  await cloud.close();
  await rm(bundles, { recursive: true });
});

describe('the bundled handlers', () => {
  test('dispatch sends what is not paused; visit records a first sighting, of which nobody is told', async () => {
    const { taken, failed } = await tick('2026-03-01T08:00:00Z');
    expect(failed).toEqual([]);
    expect(taken.map((body) => (body.includes('s3:TestEvent') ? 'test event' : 'revision'))).toEqual([
      'test event',
      'revision',
    ]);
    const keys = await keysOf(place.ledger.list('revisions/'));
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatch(/^revisions\/gazette-[0-9a-f]{16}\/00001\.json$/);
    expect(await heard('email')).toEqual([]);
    expect(await heard('operators')).toEqual([]);
  });

  test('an unchanged article makes no revision', async () => {
    await tick('2026-03-01T08:20:00Z');
    expect(await keysOf(place.ledger.list('revisions/'))).toHaveLength(1);
  });

  test('a changed figure is committed, and the edition is told once on each of its channels', async () => {
    origin.serve(ARTICLE, { body: articleWith('seven') });
    const { failed } = await tick('2026-03-01T08:40:00Z');
    expect(failed).toEqual([]);

    const [, key = ''] = await keysOf(place.ledger.list('revisions/'));
    const revision = revisionSchema.parse(JSON.parse((await readText(place.ledger, key)) ?? ''));
    expect(revision).toMatchObject({ number: 2, kind: 'text', comparison: { severity: 'major' } });

    const [mail, ...more] = await heard('email');
    expect(more).toEqual([]);
    expect(mail?.Subject).toContain('Harbour Gazette');
    expect(mail?.Message).toMatch(/six.*seven/s);
    expect(mail?.Message).toContain(`http://gazette.example${ARTICLE}`);
    const [, link = ''] = /https:\/\/pages\.stop-press\.example\/(\S+)/.exec(mail?.Message ?? '') ?? [];
    const page = await cloud.s3.send(new GetObjectCommand({ Bucket: place.siteBucket, Key: link }));
    expect(page.ContentType).toBe('text/html; charset=utf-8');
    expect(await page.Body?.transformToString()).toContain('Ferry fire at Port Ellery');
    expect(mail?.MessageAttributes['editions']?.Value).toBe('["world-desk"]');
    const [text] = await heard('sms');
    expect(text?.MessageAttributes['AWS.SNS.SMS.SMSType']?.Value).toBe('Transactional');
    const [event] = await heard('events');
    expect(JSON.parse(event?.Message ?? '')).toMatchObject({ id: event?.MessageAttributes['messageId']?.Value });
    expect(await heard('sport')).toEqual([]);
    expect((await keysOf(place.ledger.list('receipts/'))).length).toBe(3);
  });

  test('the same event twice tells nobody twice; the sweep finds nothing owed', async () => {
    const [, key = ''] = await keysOf(place.ledger.list('revisions/'));
    const record = { messageId: 'again', body: JSON.stringify({ Records: [{ s3: { object: { key } } }] }) };
    expect(await functions.get('notify')?.invoke({ Records: [record] }, { at: '2026-03-01T08:41:00Z' })).toEqual({
      batchItemFailures: [],
    });
    await functions.get('sweep')?.invoke({}, { at: '2026-03-01T08:50:00Z' });
    for (const channel of ['email', 'sms', 'events'] as const) expect(await heard(channel)).toEqual([]);
  });

  test('a poisoned message is reported alone; the others of its batch are worked', async () => {
    const body = JSON.stringify({ Event: 's3:TestEvent' });
    const Records = [
      { messageId: 'good', body },
      { messageId: 'poisoned', body: '{' },
      { messageId: 'also-good', body },
    ];
    for (const name of ['notify', 'visit'] as const) {
      const answer = (await functions.get(name)?.invoke({ Records })) as SQSBatchResponse;
      const failed = answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
      expect(failed).toEqual(name === 'notify' ? ['poisoned'] : ['good', 'poisoned', 'also-good']);
    }
  });

  test('SNS refuses for a while: the message comes back, and the sweep pays what is still owed', async () => {
    origin.serve(ARTICLE, { body: articleWith('nine') });
    const stopFaults = cloud.front.faultWhen(({ action }) =>
      action === 'Publish' ? { kind: 'answer', status: 400, code: 'AuthorizationError' } : null,
    );
    const { failed } = await tick('2026-03-01T11:00:00Z');
    expect(failed).toHaveLength(1);
    stopFaults();
    expect(await heard('email')).toEqual([]);
    await functions.get('sweep')?.invoke({}, { at: '2026-03-01T11:05:00Z' });
    expect(await heard('email')).toHaveLength(1);
  });

  test('a message of a tick that is over is left: the next one has its own', async () => {
    const body = JSON.stringify({ format: 1, tickAt: '2026-03-01T12:00:00Z', publications: ['gazette', 'removed'] });
    const asked = origin.seen.length;
    expect(
      await functions.get('visit')?.invoke({ Records: [{ messageId: 'm', body }] }, { at: '2026-03-01T12:06:00Z' }),
    ).toEqual({ batchItemFailures: [] });
    expect(origin.seen.length).toBe(asked);
  });

  test('an environment that lacks something is named, variable by variable', async () => {
    const { LEDGER_BUCKET: _, EMAIL_TOPIC_ARN: __, ...environment } = place.environment;
    const notify = await startFunction({ bundle: join(bundles, 'notify'), environment, timeoutMs: 10_000 });
    await expect(notify.invoke({ Records: [] })).rejects.toThrow(/LEDGER_BUCKET.*EMAIL_TOPIC_ARN/s);
    await notify.stop();
  });

  test('the log has a JSON line an outcome and metrics without dimensions, and none of the article’s text', () => {
    const logs = [...functions.values()].flatMap((running) => running.logs);
    const lines = logs.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['dispatched', 'visited', 'notified', 'swept']),
    );
    const metrics = lines.filter((line) => '_aws' in line);
    const names = new Set<string>();
    for (const { _aws } of metrics) {
      const { CloudWatchMetrics } = _aws as {
        CloudWatchMetrics: { Dimensions: unknown; Metrics: { Name: string }[] }[];
      };
      expect(CloudWatchMetrics[0]?.Dimensions).toEqual([[]]);
      for (const { Name } of CloudWatchMetrics[0]?.Metrics ?? []) names.add(Name);
    }
    expect([...names].sort()).toEqual([
      'Checks',
      'Failed',
      'FailedVisits',
      'LatenessSeconds',
      'Published',
      'Revisions',
      'Suppressed',
      'Visits',
    ]);
    expect(logs.filter((line) => /harbour master|Ines Varga|Ferry fire/.test(line))).toEqual([]);
  });
});
