/** Two S3 buckets behind the strict front, which conflicts, throttles and loses answers at random. */
import { createS3Store } from '../../lib/adapters/s3.ts';
import type { Stores } from '../../lib/store.ts';
import { createBucket, startCloud } from '../wire/cloud.ts';
import type { Fault } from '../wire/strict-front.ts';

export type FaultyS3 = {
  readonly stores: Stores;
  readonly faults: () => Readonly<Record<string, number>>;
  readonly close: () => Promise<void>;
};

/** Of each hundred requests some three meet one of these. The SDK's own pause after throttling is long, so it is the rarest. */
const FAULTS: readonly (readonly [string, number, Fault])[] = [
  ['conflicts', 0.01, { kind: 'answer', status: 409, code: 'ConditionalRequestConflict' }],
  ['lostAnswers', 0.01, { kind: 'lose-answer' }],
  ['throttled', 0.002, { kind: 'answer', status: 503, code: 'SlowDown' }],
];

export async function openFaultyS3(seed: number): Promise<FaultyS3> {
  const cloud = await startCloud();
  const stores = {
    ledger: createS3Store(cloud.s3, await createBucket(cloud)),
    state: createS3Store(cloud.s3, await createBucket(cloud)),
  };
  const counts: Record<string, number> = { conflicts: 0, lostAnswers: 0, throttled: 0 };
  let drawn = seed;
  cloud.front.faultWhen(({ method }) => {
    drawn = (Math.imul(drawn, 1_664_525) + 1_013_904_223) >>> 0;
    let chance = drawn / 2 ** 32;
    for (const [name, rate, fault] of FAULTS) {
      chance -= rate;
      if (chance >= 0) continue;
      if (name === 'conflicts' && method !== 'PUT') return null;
      counts[name] = (counts[name] ?? 0) + 1;
      return fault;
    }
    return null;
  });
  return { stores, faults: () => counts, close: cloud.close };
}
