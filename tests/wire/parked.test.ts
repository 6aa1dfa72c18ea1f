/** A failing channel and a poisoned message, from the first delivery to the dead-letter queue and back: nothing is dropped. */
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachMessage } from '../../functions/each-message.ts';
import { revisionsToldOf } from '../../lib/adapters/s3-event.ts';
import { createSnsPublish } from '../../lib/adapters/sns.ts';
import { createQueueSender, redrive } from '../../lib/adapters/sqs.ts';
import { MINUTE_MS } from '../../lib/instant.ts';
import { notifyRevision } from '../../lib/notify.ts';
import { effectsOf, newWorld, revisionsOf, storyPage, tick, watchlistOf } from '../ledger/story.ts';
import {
  createQueue,
  createTopic,
  drain,
  listen,
  notificationsIn,
  startCloud,
  uniqueName,
  type Cloud,
} from './cloud.ts';

const TRIES = 3;
const POISONED = '{"Records":"no notification of S3’s"}';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

/** A queue that gives a message back at once, and parks it after so many tries. */
async function createNotices(deadArn: string): Promise<string> {
  const { QueueUrl = '' } = await cloud.sqs.send(
    new CreateQueueCommand({
      QueueName: uniqueName('notices'),
      Attributes: {
        VisibilityTimeout: '0',
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadArn, maxReceiveCount: TRIES }),
      },
    }),
  );
  return QueueUrl;
}

/** As Lambda's event source does: what was worked is deleted, what failed comes back. */
async function deliver(queueUrl: string, work: (body: string) => Promise<void>): Promise<void> {
  const { Messages = [] } = await cloud.sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
  );
  const Records = Messages.map(({ MessageId = '', Body = '' }) => ({ messageId: MessageId, body: Body }) as SQSRecord);
  const { batchItemFailures } = await eachMessage({ Records }, work, () => {});
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  for (const { MessageId = '', ReceiptHandle } of Messages) {
    if (!failed.has(MessageId)) await cloud.sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
  }
}

test('a throttled topic and a poisoned message are tried, parked, and after redrive only the poison is parked again', async () => {
  const world = newWorld();
  const watchlist = watchlistOf();
  for (const killed of ['six', 'seven']) {
    world.answer = { html: storyPage(killed) };
    world.now = new Date(world.now.getTime() + 15 * MINUTE_MS);
    const died = tick(world, { ...effectsOf(world), publish: () => Promise.reject(new Error('it died')) }, watchlist);
    await died.catch((error: unknown) => expect(String(error)).toContain('it died'));
  }
  const articleId = (await revisionsOf(world)).at(-1)?.articleId ?? '';

  const topic = await createTopic(cloud);
  const heard = await listen(cloud, topic, 'world-desk');
  const publish = createSnsPublish(cloud.sns, { email: topic, sms: topic, events: topic });
  const ports = { stores: world.stores, watchlist, publish, now: () => world.now };
  const work = async (body: string): Promise<void> => {
    for (const { number } of revisionsToldOf(body)) await notifyRevision(articleId, number, ports);
  };

  const dead = await createQueue(cloud);
  const notices = await createNotices(dead.arn);
  const told = JSON.stringify({ Records: [{ s3: { object: { key: `revisions/${articleId}/00002.json` } } }] });
  await createQueueSender(cloud.sqs, notices)([told, POISONED]);
  const heal = cloud.front.faultWhen(({ action }) =>
    action === 'Publish' ? { kind: 'answer', status: 400, code: 'Throttled' } : null,
  );
  for (let round = 0; round <= TRIES; round += 1) await deliver(notices, work);
  heal();
  expect(await drain(cloud, heard)).toEqual([]);

  expect(await redrive(cloud.sqs, dead.url, notices, 100)).toBe(2);
  for (let round = 0; round <= TRIES; round += 1) await deliver(notices, work);
  expect(notificationsIn(await drain(cloud, heard)).map(({ Message }) => Message)).toEqual([
    expect.stringContaining('[-six-] {+seven+}'),
  ]);
  expect((await drain(cloud, dead.url)).map(({ Body }) => Body)).toEqual([POISONED]);
});
