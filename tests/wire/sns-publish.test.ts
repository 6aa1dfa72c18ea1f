/** Published messages, observed through queues subscribed as editions are. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSnsPublish } from '../../lib/adapters/sns.ts';
import type { Message, Publish } from '../../lib/alert.ts';
import { DeliveryError } from '../../lib/errors.ts';
import { createTopic, drain, listen, notificationsIn, startCloud, uniqueName, type Cloud } from './cloud.ts';

let cloud: Cloud;
let stopFaults: (() => void) | undefined;
beforeAll(async () => {
  cloud = await startCloud();
});
afterEach(() => stopFaults?.());
afterAll(() => cloud.close());

const openChannels = async () => {
  const topics = { email: await createTopic(cloud), sms: await createTopic(cloud), events: await createTopic(cloud) };
  return { topics, publish: createSnsPublish(cloud.sns, topics) };
};

const message = (over: Partial<Message> = {}): Message => ({
  messageId: 'm-1',
  channel: 'email',
  editions: ['world-desk'],
  subject: '[Example News] killed: six → seven',
  body: 'In Kyiv, strikes killed at least [-six-] {+seven+} people.',
  ...over,
});

const publishTo = async (over: Partial<Message>, publish: Publish, queueUrl: string) => {
  await publish(message(over));
  return notificationsIn(await drain(cloud, queueUrl));
};

describe('publishing on SNS', () => {
  test('hands over subject, body, editions and our own id as they are, and answers SNS’s id', async () => {
    const { topics, publish } = await openChannels();
    const queue = await listen(cloud, topics.email, null);
    const { providerId } = await publish(message());
    const [notification] = notificationsIn(await drain(cloud, queue));
    expect(notification).toMatchObject({
      MessageId: providerId,
      Subject: '[Example News] killed: six → seven',
      Message: 'In Kyiv, strikes killed at least [-six-] {+seven+} people.',
      MessageAttributes: {
        editions: { Type: 'String.Array', Value: '["world-desk"]' },
        messageId: { Type: 'String', Value: 'm-1' },
      },
    });
  });

  test('reaches the editions it is for, each once, and no other', async () => {
    const { topics, publish } = await openChannels();
    const [world, science, sport] = await Promise.all(
      ['world-desk', 'science', 'sport'].map((edition) => listen(cloud, topics.email, edition)),
    );
    await publish(message({ editions: ['world-desk', 'science'] }));
    expect(await drain(cloud, world ?? '')).toHaveLength(1);
    expect(await drain(cloud, science ?? '')).toHaveLength(1);
    expect(await drain(cloud, sport ?? '')).toHaveLength(0);
  });

  test('an edition whose name begins another’s does not hear it', async () => {
    const { topics, publish } = await openChannels();
    const world = await listen(cloud, topics.email, 'world');
    expect(await publishTo({ editions: ['world-desk'] }, publish, world)).toEqual([]);
  });

  test('goes out on its own channel only', async () => {
    const { topics, publish } = await openChannels();
    const email = await listen(cloud, topics.email, 'world-desk');
    const sms = await listen(cloud, topics.sms, 'world-desk');
    const texts = await publishTo({ channel: 'sms', subject: null }, publish, sms);
    expect(texts).toHaveLength(1);
    expect(texts[0]?.Subject).toBeUndefined();
    expect(texts[0]?.MessageAttributes['AWS.SNS.SMS.SMSType']?.Value).toBe('Transactional');
    expect(await drain(cloud, email)).toEqual([]);
  });

  test('an article’s text stays text, whatever is in it', async () => {
    const { topics, publish } = await openChannels();
    const queue = await listen(cloud, topics.events, 'world-desk');
    const body = '{"default":"<b>&amp;\r\n.\r\nFrom: x\u2028"} \u{1f5de} “quoted”';
    const [event] = await publishTo({ channel: 'events', subject: null, body }, publish, queue);
    expect(event?.Message).toBe(body);
  });

  test('is throttled, and comes through', async () => {
    const { topics, publish } = await openChannels();
    const queue = await listen(cloud, topics.email, null);
    let refused = 0;
    stopFaults = cloud.front.faultWhen(({ action }) =>
      action === 'Publish' && (refused += 1) <= 2 ? { kind: 'answer', status: 429, code: 'Throttling' } : null,
    );
    expect(await publishTo({}, publish, queue)).toHaveLength(1);
  });

  test('a publish whose answer was lost may go out twice, with the same id of ours', async () => {
    const { topics, publish } = await openChannels();
    const queue = await listen(cloud, topics.email, null);
    let seen = 0;
    stopFaults = cloud.front.faultWhen(({ action }) =>
      action === 'Publish' && (seen += 1) === 1 ? { kind: 'lose-answer' } : null,
    );
    const heard = await publishTo({}, publish, queue);
    expect(heard.map(({ MessageAttributes }) => MessageAttributes['messageId']?.Value)).toEqual(['m-1', 'm-1']);
  });

  test('what SNS does not accept is a DeliveryError that names message, channel and topic', async () => {
    const { topics } = await openChannels();
    const gone = topics.email.replace(/topic-.*/, uniqueName('topic'));
    const publish = createSnsPublish(cloud.sns, { ...topics, email: gone });
    await expect(publish(message())).rejects.toThrow(DeliveryError);
    await expect(publish(message())).rejects.toThrow(/m-1.*email.*topic-/);
  });

  test('a subject with a line break is refused, not mended on the way', async () => {
    const { publish } = await openChannels();
    await expect(publish(message({ subject: 'one\nBcc: two@example.org' }))).rejects.toThrow(DeliveryError);
  });
});
