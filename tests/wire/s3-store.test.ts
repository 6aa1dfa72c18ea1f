import { afterAll, beforeAll } from 'vitest';
import { createS3Store } from '../../lib/adapters/s3.ts';
import { storeContract } from '../contracts/store.ts';
import { createBucket, startCloud, type Cloud } from './cloud.ts';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

storeContract('an S3 bucket', async () => createS3Store(cloud.s3, await createBucket(cloud)));
storeContract('a folder of an S3 bucket', async () => {
  const bucket = await createBucket(cloud);
  // Neighbours that must not be seen.
  await createS3Store(cloud.s3, bucket).putIfAbsent('oth/k', new Uint8Array());
  await createS3Store(cloud.s3, bucket).putIfAbsent('zzz', new Uint8Array());
  return createS3Store(cloud.s3, bucket, { prefix: 'other/' });
});
