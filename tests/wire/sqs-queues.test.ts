import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createQueueSender, redrive } from '../../lib/adapters/sqs.ts';
import { DeliveryError } from '../../lib/errors.ts';
import { createQueue, drain, startCloud, type Cloud } from './cloud.ts';

let cloud: Cloud;
let stopFaults: (() => void) | undefined;
beforeAll(async () => {
  cloud = await startCloud();
});
afterEach(() => stopFaults?.());
afterAll(() => cloud.close());

const bodiesIn = async (queueUrl: string) => (await drain(cloud, queueUrl)).map(({ Body = '' }) => Body).sort();
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `body-${String(n).padStart(2, '0')}`);

describe('sending on a queue', () => {
  test.each([0, 1, 10, 11, 25])('%i bodies, ten at a time', async (count) => {
    const queue = await createQueue(cloud);
    let batches = 0;
    stopFaults = cloud.front.faultWhen(({ action }) => {
      if (action === 'SendMessageBatch') batches += 1;
      return null;
    });
    await createQueueSender(cloud.sqs, queue.url)(numbered(count));
    expect(await bodiesIn(queue.url)).toEqual(numbered(count));
    expect(batches).toBe(Math.ceil(count / 10));
  });

  test('a queue that is not there is an error, not a silence', async () => {
    const queue = await createQueue(cloud);
    await expect(createQueueSender(cloud.sqs, `${queue.url}-not`)(['b'])).rejects.toThrow();
  });
});

describe('a batch that succeeds in part', () => {
  /** A client of which the server refuses the first two of each batch, `times` times over. */
  const refusing = (times: number, SenderFault: boolean): Cloud['sqs'] => {
    let refused = 0;
    const client = Object.create(cloud.sqs) as Cloud['sqs'];
    client.send = (async (command: Parameters<Cloud['sqs']['send']>[0]) => {
      const { input } = command as { input: { Entries?: { Id: string }[] } };
      if ((refused += 1) > times) return cloud.sqs.send(command);
      const [first, second, ...others] = input.Entries ?? [];
      input.Entries = others;
      if (others.length > 0) await cloud.sqs.send(command);
      const Failed = [first, second].flatMap((entry) =>
        entry ? [{ Id: entry.Id, Code: 'InternalError', SenderFault }] : [],
      );
      return { Failed };
    }) as Cloud['sqs']['send'];
    return client;
  };

  test('sends again what was refused, and that alone', async () => {
    const queue = await createQueue(cloud);
    await createQueueSender(refusing(2, false), queue.url)(numbered(7));
    expect(await bodiesIn(queue.url)).toEqual(numbered(7));
  });

  test('gives up on what can never be accepted, and says so', async () => {
    const queue = await createQueue(cloud);
    await expect(createQueueSender(refusing(9, true), queue.url)(numbered(3))).rejects.toThrow(DeliveryError);
  });
});

describe('redrive', () => {
  test('moves everything back, with its attributes, and says how many', async () => {
    const dead = await createQueue(cloud);
    const queue = await createQueue(cloud);
    await createQueueSender(cloud.sqs, dead.url)(numbered(12));
    await cloud.sqs.send(
      new SendMessageCommand({
        QueueUrl: dead.url,
        MessageBody: 'with-attribute',
        MessageAttributes: { kind: { DataType: 'String', StringValue: 'visit' } },
      }),
    );
    expect(await redrive(cloud.sqs, dead.url, queue.url, 1_000)).toBe(13);
    const moved = await drain(cloud, queue.url);
    expect(moved.map(({ Body = '' }) => Body).sort()).toEqual([...numbered(12), 'with-attribute']);
    expect(moved.find(({ Body }) => Body === 'with-attribute')?.MessageAttributes?.['kind']?.StringValue).toBe('visit');
    expect(await bodiesIn(dead.url)).toEqual([]);
  });

  test('stops after the most it was asked for', async () => {
    const dead = await createQueue(cloud);
    const queue = await createQueue(cloud);
    await createQueueSender(cloud.sqs, dead.url)(numbered(12));
    expect(await redrive(cloud.sqs, dead.url, queue.url, 11)).toBe(11);
    expect(await bodiesIn(queue.url)).toHaveLength(11);
    expect(await bodiesIn(dead.url)).toHaveLength(1);
  });

  test('deletes nothing that the other queue did not take', async () => {
    const dead = await createQueue(cloud);
    await createQueueSender(cloud.sqs, dead.url)(numbered(3));
    await expect(redrive(cloud.sqs, dead.url, `${dead.url}-not`, 10)).rejects.toThrow();
    let deleted = 0;
    stopFaults = cloud.front.faultWhen(({ action }) => {
      if (action === 'DeleteMessageBatch') deleted += 1;
      return null;
    });
    expect(deleted).toBe(0);
  });
});
