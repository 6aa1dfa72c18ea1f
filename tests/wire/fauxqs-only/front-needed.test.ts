/** Why there is a front: the emulator behind it enforces nothing. At the referee the front leaves to it what it knows, so this says nothing there. */
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientsOf, createBucket, startCloud, type Cloud } from '../cloud.ts';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

test('the emulator alone lets a conditional write through', async () => {
  const Bucket = await createBucket(cloud);
  const { s3 } = clientsOf(cloud.targetUrl);
  for (const Body of ['1', '2']) await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body, IfNoneMatch: '*' }));
  s3.destroy();
});

test('the front refuses a write with no condition, as the policy of our buckets does', async () => {
  const Bucket = await createBucket(cloud);
  await expect(cloud.s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: '1' }))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 403 },
  });
});
