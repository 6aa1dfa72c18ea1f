/** A short soak on each store; the long one is `node tests/soak/run.ts`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createFolderStore } from '../../lib/adapters/folder.ts';
import { openFaultyS3 } from './faulty-s3.ts';
import { soak } from './soak.ts';

// Seconds on an idle machine; many times that where others work too.
vi.setConfig({ testTimeout: 180_000 });

const short = { articles: 10, checks: 300, seed: 7, deathRate: 0.01, failureRate: 0.01, changeRate: 0.1, capacity: 8 };

test('on a folder, whatever dies or fails: nothing is lost, and nothing twice beyond the bound', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stop-press-soak-'));
  const store = createFolderStore(folder);
  const result = await soak({ ...short, stores: { ledger: store, state: store } });
  await rm(folder, { recursive: true });
  expect(result.wrongs).toEqual([]);
  expect(result.deaths).toBeGreaterThan(5);
  expect(result.revisions).toBeGreaterThan(30);
});

test('on S3, with conflicts, throttling and lost answers on top', async () => {
  const s3 = await openFaultyS3(7);
  const result = await soak({ ...short, stores: s3.stores });
  await s3.close();
  expect(result.wrongs).toEqual([]);
  expect(s3.faults()['lostAnswers']).toBeGreaterThan(3);
  expect(result.revisions).toBeGreaterThan(30);
});
