/** `stop-press subscribers`, `test-alert` and `redrive` on topics and queues of a deployed stack. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListSubscriptionsByTopicCommand, SubscribeCommand, UnsubscribeCommand } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createQueueSender } from '../../lib/adapters/sqs.ts';
import { cli } from '../cli/run-cli.ts';
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

let cloud: Cloud;
let cwd: string;
let outputs: Record<string, string>;
let events: { url: string; arn: string };

const watchlistWith = (subscribers: string): string => `
version: 1
operator: { contact: desk@stop-press.example }
publications:
  gazette: { name: The Harbour Gazette, feeds: ['https://gazette.example/feed.xml'] }
editions:
  world-desk:
    name: World desk
    subscribers: ${subscribers}
  science: { name: Science }
`;

const sync = async (subscribers: string, ...options: string[]) => {
  await writeFile(join(cwd, 'watchlist.yaml'), watchlistWith(subscribers));
  return cli(['subscribers', 'sync', ...options], { cwd });
};

const subscriptionsOf = async (TopicArn: string | undefined) => {
  const { Subscriptions = [] } = await cloud.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  return Subscriptions;
};

beforeAll(async () => {
  cloud = await startCloud();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: cloud.front.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  cwd = await mkdtemp(join(tmpdir(), 'stop-press-cli-'));
  // By the front's own address: the emulator's names for queues are not known to DNS.
  const queue = async () => cloud.front.url + new URL((await createQueue(cloud)).url).pathname;
  outputs = {
    NewsMonitorStore0A1B2C3D: `s3://${await createBucket(cloud)}+${await createBucket(cloud)}`,
    NewsMonitorEmailTopicArn1A1B2C3D: await createTopic(cloud),
    NewsMonitorSmsTopicArn2A1B2C3D: await createTopic(cloud),
    NewsMonitorEventsTopicArn3A1B2C3D: await createTopic(cloud),
    NewsMonitorOperatorsTopicArn8A1B2C3D: await createTopic(cloud),
    NewsMonitorVisitsQueueUrl4A1B2C3D: await queue(),
    NewsMonitorVisitsDeadLettersUrl5A1B2C3D: await queue(),
    NewsMonitorNoticesQueueUrl6A1B2C3D: await queue(),
    NewsMonitorNoticesDeadLettersUrl7A1B2C3D: await queue(),
  };
  await writeFile(join(cwd, 'cdk-outputs.json'), JSON.stringify({ 'StopPress-prod': outputs }));
  events = await createQueue(cloud);
});
afterAll(async () => {
  await cloud.close();
  await rm(cwd, { recursive: true });
});

describe('subscribers sync', () => {
  const topic = () => outputs['NewsMonitorEventsTopicArn3A1B2C3D'];

  test('says what it would do, and does nothing', async () => {
    const { code, out } = await sync(`{ events: ['${events.arn}'] }`, '--dry-run');
    expect({ code, out }).toEqual({ code: 0, out: `1 would be subscribed\n  events  ${events.arn}\n` });
    expect(await subscriptionsOf(topic())).toEqual([]);
  });

  test('subscribes with the edition as the filter, once', async () => {
    expect((await sync(`{ events: ['${events.arn}'] }`)).out).toBe(`1 subscribed\n  events  ${events.arn}\n`);
    expect((await sync(`{ events: ['${events.arn}'] }`)).out).toBe('The topics match the watchlist.\n');
    expect(await subscriptionsOf(topic())).toHaveLength(1);

    expect((await cli(['test-alert', 'world-desk'], { cwd })).out).toMatch(/^events +accepted by SNS as \S+\n$/);
    expect((await cli(['test-alert', 'science', '--channel', 'events'], { cwd })).code).toBe(0);
    const heard = notificationsIn(await drain(cloud, events.url));
    expect(heard.map(({ Message }) => JSON.parse(Message) as unknown)).toMatchObject([{ edition: 'world-desk' }]);
  });

  test('does not sign up again who has left, unless asked to', async () => {
    const [{ SubscriptionArn } = {}] = await subscriptionsOf(topic());
    await cloud.sns.send(new UnsubscribeCommand({ SubscriptionArn }));
    expect((await sync(`{ events: ['${events.arn}'] }`)).out).toMatch(/^1 lapsed/);
    expect(await subscriptionsOf(topic())).toEqual([]);
    expect((await sync(`{ events: ['${events.arn}'] }`, '--again', events.arn)).out).toMatch(/^1 subscribed/);
  });

  test('unsubscribes who is no longer in the watchlist, and leaves alone what is not ours', async () => {
    const stranger = await createQueue(cloud);
    await cloud.sns.send(new SubscribeCommand({ TopicArn: topic(), Protocol: 'sqs', Endpoint: stranger.arn }));
    const { out } = await sync('{}');
    expect(out).toContain(`1 unsubscribed\n  events  ${events.arn}\n`);
    expect(out).toContain(`1 unknown: not of this watchlist, and left alone\n  events  ${stranger.arn}\n`);
    expect((await subscriptionsOf(topic())).map(({ Endpoint }) => Endpoint)).toEqual([stranger.arn]);
  });

  test('asks people by e-mail and by text', async () => {
    const { out } = await sync(`{ email: [reader@news.example], sms: ['+441632960961'] }`);
    expect(out).toContain('2 subscribed\n  email   reader@news.example\n  sms     +441632960961\n');
    const [mail] = await subscriptionsOf(outputs['NewsMonitorEmailTopicArn1A1B2C3D']);
    expect(mail).toMatchObject({ Protocol: 'email', Endpoint: 'reader@news.example' });
    expect((await sync(`{ email: [reader@news.example], sms: ['+441632960961'] }`)).out).not.toMatch(/\d subscribed/);
  });
});

describe('the operators’ topic', () => {
  const operators = () => outputs['NewsMonitorOperatorsTopicArn8A1B2C3D'];
  const withAlarms = async () => {
    const text = watchlistWith('{}').replace('.example }', '.example, alarms: night-desk@stop-press.example }');
    await writeFile(join(cwd, 'watchlist.yaml'), text);
    return cli(['subscribers', 'sync'], { cwd });
  };

  test('is nobody’s, which is said, until the watchlist names who hears of alarms', async () => {
    expect((await sync('{}')).log).toContain('Nobody hears of alarms');
    expect(await subscriptionsOf(operators())).toEqual([]);
  });

  test('gets the address of operator.alarms, once', async () => {
    await withAlarms();
    await withAlarms();
    expect(await subscriptionsOf(operators())).toEqual([
      expect.objectContaining({ Protocol: 'email', Endpoint: 'night-desk@stop-press.example' }),
    ]);
  });
});

describe('test-alert', () => {
  test('reaches the channel it is told to, as a subscriber would see it', async () => {
    const queue = await listen(cloud, outputs['NewsMonitorEmailTopicArn1A1B2C3D'] ?? '', 'world-desk');
    await cli(['test-alert', 'world-desk', '--channel', 'email'], { cwd });
    const [mail] = notificationsIn(await drain(cloud, queue));
    expect(mail?.Subject).toBe('Stop Press test: World desk');
  });

  test('knows no edition that is not in the watchlist, and suggests one', async () => {
    const { code, log } = await cli(['test-alert', 'word-desk'], { cwd });
    expect({ code, log }).toEqual({
      code: 1,
      log: 'stop-press: There is no edition word-desk in watchlist.yaml; did you mean world-desk?\n',
    });
  });
});

describe('redrive', () => {
  test('moves what is parked back to where it failed', async () => {
    await createQueueSender(cloud.sqs, outputs['NewsMonitorNoticesDeadLettersUrl7A1B2C3D'] ?? '')(['one', 'two']);
    const { out } = await cli(['redrive'], { cwd });
    expect(out).toBe('0 visits moved back\n2 notices moved back\n');
    expect(await drain(cloud, outputs['NewsMonitorNoticesQueueUrl6A1B2C3D'] ?? '')).toHaveLength(2);
  });
});

describe('the stack’s outputs', () => {
  test.each([
    ['no file', null, /there is no such file/],
    ['no JSON', '<html>', /not what cdk deploy --outputs-file writes/],
    ['another stack', '{"Other":{"Url":"https://x.example"}}', /no stack of Stop Press/],
    ['an older stack', '{"StopPress":{"Store":"s3://a-1+b-1"}}', /has no output EmailTopicArn; deploy it again/],
  ])('are refused in one line where they are wrong: %s', async (_, text, message) => {
    if (text !== null) await writeFile(join(cwd, 'other.json'), text);
    const { code, log } = await cli(['redrive', '--stack', text === null ? 'missing.json' : 'other.json'], { cwd });
    expect(code).toBe(1);
    expect(log).toMatch(message);
    expect(log.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('reading commands on S3', () => {
  test('verify reads the buckets of a stack', async () => {
    const { code, out } = await cli(['verify', '--store', outputs['NewsMonitorStore0A1B2C3D'] ?? ''], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: 'The ledger is sound: 0 articles, 0 revisions, 0 pages.\n' });
  });

  test('a location that is none says how one is written', async () => {
    const { code, log } = await cli(['verify', '--store', 's3://only-one'], { cwd });
    expect(code).toBe(1);
    expect(log).toContain('s3://LEDGER-BUCKET+STATE-BUCKET');
  });
});
