/** That the rules are in force: without them every other wire test proves less than it says. */
import { GetObjectCommand, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { PublishCommand } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBucket, createTopic, startCloud, type Cloud } from './cloud.ts';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

const put = (Bucket: string, Body: string, condition: object) =>
  cloud.s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body, ...condition }));

const statusOf = async (answer: Promise<unknown>): Promise<number | string | undefined> => {
  try {
    await answer;
    return 'accepted';
  } catch (error) {
    if (error instanceof S3ServiceException) return error.$metadata.httpStatusCode;
    throw error;
  }
};

describe('conditional writes are enforced', () => {
  test('If-None-Match: 412 over an object', async () => {
    const bucket = await createBucket(cloud);
    expect(await statusOf(put(bucket, '1', { IfNoneMatch: '*' }))).toBe('accepted');
    expect(await statusOf(put(bucket, '2', { IfNoneMatch: '*' }))).toBe(412);
    const { Body } = await cloud.s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'k' }));
    expect(await Body?.transformToString()).toBe('1');
  });

  test('If-Match: 412 with another ETag, 404 where there is nothing', async () => {
    const bucket = await createBucket(cloud);
    expect(await statusOf(put(bucket, '1', { IfMatch: '"d41d8cd98f00b204e9800998ecf8427e"' }))).toBe(404);
    const { ETag } = await put(bucket, '1', { IfNoneMatch: '*' });
    expect(await statusOf(put(bucket, '2', { IfMatch: ETag }))).toBe('accepted');
    expect(await statusOf(put(bucket, '3', { IfMatch: ETag }))).toBe(412);
  });
});

describe('SNS’s rules of form are enforced', () => {
  test.each([
    ['a subject of 100 characters', { Subject: 's'.repeat(100) }],
    ['a subject with a line break', { Subject: 'one\ntwo' }],
    ['a subject with a carriage return', { Subject: 'one\r\nBcc: two@example.org' }],
    ['a subject with a control character', { Subject: 'one\u0007two' }],
    ['an empty subject', { Subject: '' }],
    ['an empty message', { Message: '' }],
    ['a message of more than 262,144 bytes', { Message: 'é'.repeat(131_073) }],
    [
      'a String.Array that is no JSON',
      { MessageAttributes: { editions: { DataType: 'String.Array', StringValue: 'world' } } },
    ],
  ])('refuses to publish %s', async (_, wrong) => {
    const TopicArn = await createTopic(cloud);
    await expect(cloud.sns.send(new PublishCommand({ TopicArn, Message: 'm', ...wrong }))).rejects.toThrow();
  });

  test('accepts a subject of 99 characters, and any script in it', async () => {
    const TopicArn = await createTopic(cloud);
    const { MessageId } = await cloud.sns.send(
      new PublishCommand({ TopicArn, Message: 'm', Subject: 'Київ → “сім”'.padEnd(99, '.') }),
    );
    expect(MessageId).toBeTypeOf('string');
  });
});
