/**
 * A store in an S3 bucket. The version is the ETag; the conditions are S3's own conditional writes, of which it evaluates
 * one at a time for a key, so that exactly one of all who try wins.
 * The SDK's default checksums stay on: S3 refuses bytes damaged on the way in, the client those damaged on the way out.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';
import { StoreError } from '../errors.ts';
import type { PutOutcome, Store } from '../store.ts';
import { contentTypeOf } from './s3-content-type.ts';
import { checkStoreKey } from './store-key.ts';

/** A 409 means that another write of the key was under way: a second or two of trying outlasts any write of ours. */
const CONFLICT_PAUSES_MS = [50, 100, 200, 400, 800] as const;

/**
 * @param client should retry throttling and lost connections itself (the SDK's standard mode does). A retried write whose
 *   first answer was lost comes back as `lost`, though it was stored: the caller reads what is there and sees its own bytes.
 * @param options.prefix put before every key, ending in `/` where it is a folder.
 */
export function createS3Store(client: S3Client, bucket: string, { prefix = '' }: { prefix?: string } = {}): Store {
  const put = async (
    key: string,
    bytes: Uint8Array,
    condition: { readonly IfNoneMatch: '*' } | { readonly IfMatch: string },
    [pauseMs, ...laterPausesMs]: readonly number[] = CONFLICT_PAUSES_MS,
  ): Promise<PutOutcome> => {
    checkStoreKey(key);
    try {
      const { ETag } = await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: prefix + key,
          Body: bytes,
          ContentType: contentTypeOf(key),
          ...condition,
        }),
      );
      if (ETag === undefined) throw new StoreError(`S3 stored ${JSON.stringify(key)} but gave no ETag`, key);
      return { kind: 'stored', version: ETag };
    } catch (error) {
      // 404 is the answer to If-Match on a key that is not there.
      if (hasStatus(error, 412) || hasName(error, 'NoSuchKey')) return { kind: 'lost' };
      if (!hasStatus(error, 409) || pauseMs === undefined) throw asStoreError(error, 'write', bucket, key);
      await sleep(pauseMs * (0.5 + Math.random())); // so that two who conflicted do not conflict again
      return put(key, bytes, condition, laterPausesMs);
    }
  };

  const putIfAbsent: Store['putIfAbsent'] = (key, bytes) => put(key, bytes, { IfNoneMatch: '*' });

  return {
    get: async (key) => {
      checkStoreKey(key);
      try {
        const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: prefix + key }));
        if (Body === undefined || ETag === undefined) throw new StoreError(`S3 gave no bytes or no ETag`, key);
        return { bytes: await Body.transformToByteArray(), version: ETag };
      } catch (error) {
        if (hasName(error, 'NoSuchKey')) return null;
        throw asStoreError(error, 'read', bucket, key);
      }
    },
    list: async function* (listed, { after } = {}) {
      const start = after === undefined ? {} : { StartAfter: prefix + after };
      for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
        const page = await client
          .send(
            new ListObjectsV2Command({
              Bucket: bucket,
              Prefix: prefix + listed,
              ...start,
              ...(token === undefined ? {} : { ContinuationToken: token }),
            }),
          )
          .catch((error: unknown) => {
            throw asStoreError(error, 'list', bucket, listed);
          });
        for (const { Key = '' } of page.Contents ?? []) yield Key.slice(prefix.length);
        token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
      }
    },
    putIfAbsent,
    putIfUnchanged: (key, bytes, version) =>
      version === null ? putIfAbsent(key, bytes) : put(key, bytes, { IfMatch: version }),
  };
}

const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;

const hasName = (error: unknown, name: string): boolean => error instanceof S3ServiceException && error.name === name;

const PERMISSIONS = {
  read: 's3:GetObject, and s3:ListBucket on the bucket, without which S3 answers 403 for a key that is not there',
  list: 's3:ListBucket on the bucket',
  write: 's3:PutObject, and s3:GetObject for a write with If-Match',
} as const;

function asStoreError(error: unknown, action: keyof typeof PERMISSIONS, bucket: string, key: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const remedy = hasStatus(error, 403) ? `. It takes ${PERMISSIONS[action]}` : '';
  return new StoreError(
    `Could not ${action} ${JSON.stringify(key)} in the bucket ${bucket}: ${error.name}: ${error.message}${remedy}`,
    key,
    { cause: error },
  );
}
