import { S3Client } from '@aws-sdk/client-s3';
import { ConfigError } from '../errors.ts';
import type { Stores } from '../store.ts';
import { createS3Store } from './s3.ts';

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * Opens `s3://LEDGER+STATE`, the two buckets of a stack (its output `Store`), with the credentials and region of the environment.
 * @throws {ConfigError} where it is no such location.
 */
export function openS3Stores(location: string): Stores {
  const [ledger = '', state = '', ...more] = location.slice('s3://'.length).split('+');
  if (!location.startsWith('s3://') || more.length > 0 || ![ledger, state].every((name) => BUCKET.test(name))) {
    throw new ConfigError(
      `${location}: a store in S3 is named s3://LEDGER-BUCKET+STATE-BUCKET, as the stack's output Store has it`,
    );
  }
  const client = new S3Client({ followRegionRedirects: true });
  return { ledger: createS3Store(client, ledger), state: createS3Store(client, state) };
}
