/** What S3 does on a bad day, and what the store makes of it. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createS3Store } from '../../lib/adapters/s3.ts';
import { StoreError } from '../../lib/errors.ts';
import { bytesOf, keysOf, readText } from '../contracts/store.ts';
import { createBucket, startCloud, uniqueName, type Cloud } from './cloud.ts';
import type { Fault, Seen } from './strict-front.ts';

let cloud: Cloud;
let stopFaults: (() => void) | undefined;
beforeAll(async () => {
  cloud = await startCloud();
});
afterEach(() => stopFaults?.());
afterAll(() => cloud.close());

const isPut = ({ method }: Seen): boolean => method === 'PUT';
const isGet = ({ method }: Seen): boolean => method === 'GET';

/** The first `times` requests that match meet the fault. Answers how many did. */
const failFirst = (times: number, matches: (seen: Seen) => boolean, fault: Fault): (() => number) => {
  let met = 0;
  stopFaults = cloud.front.faultWhen((seen) => {
    if (!matches(seen) || met === times) return null;
    met += 1;
    return fault;
  });
  return () => met;
};

const conflict: Fault = { kind: 'answer', status: 409, code: 'ConditionalRequestConflict' };
const slowDown: Fault = { kind: 'answer', status: 503, code: 'SlowDown' };
const denied: Fault = { kind: 'answer', status: 403, code: 'AccessDenied' };

describe('the S3 store', () => {
  test('tries again when another write of the key is under way (409)', async () => {
    const store = createS3Store(cloud.s3, await createBucket(cloud));
    const met = failFirst(3, isPut, conflict);
    expect(await store.putIfAbsent('k', bytesOf('1'))).toMatchObject({ kind: 'stored' });
    expect(met()).toBe(3);
  });

  test('gives up on a conflict that does not end, and names the key', async () => {
    const store = createS3Store(cloud.s3, await createBucket(cloud));
    failFirst(100, isPut, conflict);
    await expect(store.putIfAbsent('a/k', bytesOf('1'))).rejects.toThrow(/Could not write "a\/k".*Conflict/);
  });

  test('a conflict, and then the other write was first: lost', async () => {
    const store = createS3Store(cloud.s3, await createBucket(cloud));
    await store.putIfAbsent('k', bytesOf('theirs'));
    failFirst(1, isPut, conflict);
    expect(await store.putIfAbsent('k', bytesOf('ours'))).toEqual({ kind: 'lost' });
  });

  test('is throttled, and comes through', async () => {
    const store = createS3Store(cloud.s3, await createBucket(cloud));
    failFirst(2, isPut, slowDown);
    expect(await store.putIfAbsent('k', bytesOf('1'))).toMatchObject({ kind: 'stored' });
  });

  test('a write whose answer was lost comes back as lost, with our own bytes there', async () => {
    const store = createS3Store(cloud.s3, await createBucket(cloud));
    failFirst(1, isPut, { kind: 'lose-answer' });
    expect(await store.putIfAbsent('k', bytesOf('ours'))).toEqual({ kind: 'lost' });
    expect(await readText(store, 'k')).toBe('ours');
  });

  test('a replacement whose answer was lost comes back as lost, with our own bytes there', async () => {
    const store = createS3Store(cloud.s3, await createBucket(cloud));
    await store.putIfAbsent('k', bytesOf('1'));
    const stored = await store.get('k');
    failFirst(1, isPut, { kind: 'lose-answer' });
    expect(await store.putIfUnchanged('k', bytesOf('2'), stored?.version ?? null)).toEqual({ kind: 'lost' });
    expect(await readText(store, 'k')).toBe('2');
  });

  test('reads again when the answer to a read was lost', async () => {
    const store = createS3Store(cloud.s3, await createBucket(cloud));
    await store.putIfAbsent('k', bytesOf('1'));
    failFirst(1, isGet, { kind: 'lose-answer' });
    expect(await readText(store, 'k')).toBe('1');
  });

  test('names the permission that is missing when S3 answers 403 to a read', async () => {
    const store = createS3Store(cloud.s3, await createBucket(cloud));
    failFirst(1, isGet, denied);
    await expect(store.get('k')).rejects.toThrow(/s3:ListBucket/);
  });

  test('names the permission that is missing when S3 answers 403 to a write', async () => {
    const store = createS3Store(cloud.s3, await createBucket(cloud));
    failFirst(1, isPut, denied);
    await expect(store.putIfAbsent('k', bytesOf('1'))).rejects.toThrow(/s3:PutObject/);
  });

  test('does not take a missing bucket for a missing key', async () => {
    const store = createS3Store(cloud.s3, uniqueName('no-bucket'));
    await expect(store.get('k')).rejects.toThrow(StoreError);
    await expect(store.putIfAbsent('k', bytesOf('1'))).rejects.toThrow(StoreError);
    await expect(store.putIfUnchanged('k', bytesOf('1'), '"v"')).rejects.toThrow(/NoSuchBucket/);
    await expect(keysOf(store.list(''))).rejects.toThrow(/NoSuchBucket/);
  });

  test('lists on over many pages, and survives a lost page', async () => {
    const store = createS3Store(cloud.s3, await createBucket(cloud), { prefix: 'p/' });
    const keys = Array.from({ length: 1_003 }, (_, n) => `r/${String(n).padStart(5, '0')}`);
    for (let start = 0; start < keys.length; start += 50) {
      await Promise.all(keys.slice(start, start + 50).map((key) => store.putIfAbsent(key, bytesOf(''))));
    }
    failFirst(1, ({ query }) => query.has('continuation-token'), { kind: 'lose-answer' });
    expect(await keysOf(store.list('r/'))).toEqual(keys);
    expect(await keysOf(store.list('r/', { after: 'r/00001' }))).toEqual(keys.slice(2));
  });

  test('tells a browser what a page is, and gives no name to bytes it does not know', async () => {
    const store = createS3Store(cloud.s3, await createBucket(cloud));
    const sent: (string | undefined)[] = [];
    stopFaults = cloud.front.faultWhen(({ method, headers }) => {
      if (method === 'PUT') sent.push(headers['content-type']);
      return null;
    });
    for (const key of ['site/index.html', 'r/00001.json', 'pages/0a.html.gz', 'unknown']) {
      await store.putIfAbsent(key, bytesOf(''));
    }
    expect(sent).toEqual([
      'text/html; charset=utf-8',
      'application/json',
      'application/gzip',
      'application/octet-stream',
    ]);
  });
});
