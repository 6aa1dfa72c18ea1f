/** `stop-press replay --store s3://…`: the pages of a stack's buckets, read again, with nothing written. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createS3Store } from '../../lib/adapters/s3.ts';
import { MINUTE_MS } from '../../lib/instant.ts';
import type { Stores } from '../../lib/store.ts';
import { cli } from '../cli/run-cli.ts';
import { ARTICLE_URL, effectsOf, newWorld, storyPage, tick, watchlistOf } from '../ledger/story.ts';
import { createBucket, startCloud, type Cloud } from './cloud.ts';

let cloud: Cloud;
let cwd: string;
let location: string;
let stores: Stores;

beforeAll(async () => {
  cloud = await startCloud();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: cloud.front.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  const [ledger, state] = [await createBucket(cloud), await createBucket(cloud)];
  location = `s3://${ledger}+${state}`;
  stores = { ledger: createS3Store(cloud.s3, ledger), state: createS3Store(cloud.s3, state) };
  const world = { ...newWorld(), stores };
  for (const killed of ['six', 'seven']) {
    world.answer = { html: storyPage(killed) };
    world.now = new Date(world.now.getTime() + 15 * MINUTE_MS);
    await tick(world, effectsOf(world), watchlistOf());
  }
  cwd = await mkdtemp(join(tmpdir(), 'stop-press-reread-'));
});
afterAll(async () => {
  await cloud.close();
  await rm(cwd, { recursive: true });
});

/** Every key of both buckets with its bytes and its version: a write of the same bytes would show. */
async function everything(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, store] of Object.entries(stores)) {
    for await (const key of store.list('')) {
      const stored = await store.get(key);
      found.push(`${name} ${key} ${stored?.version} ${Buffer.from(stored?.bytes ?? []).toString('base64')}`);
    }
  }
  return found;
}

describe('reading a store in S3 again', () => {
  test('says of each revision what would be reported today, and leaves every byte as it was', async () => {
    const before = await everything();
    const { code, out } = await cli(['replay', '--store', location], { cwd });
    expect({ code, out }).toEqual({
      code: 0,
      out: `Harbour fire burns through the night
${ARTICLE_URL}
    1  first sighting
    2  the same            MAJOR  killed six → seven

2 revisions: 1 the same, 1 first sighting.
`,
    });
    expect(await everything()).toEqual(before);
  });

  test('goes by the watchlist it is given, and as JSON gives both reports', async () => {
    const rules = 'severities: { figure: notable }';
    await writeFile(
      join(cwd, 'watchlist.yaml'),
      `version: 1
operator: { contact: desk@news.example }
publications: { example-news: { name: Example News, articles: ['${ARTICLE_URL}'], ${rules} } }
`,
    );
    const args = ['replay', '--store', location, '--watchlist', 'watchlist.yaml', '--article', ARTICLE_URL, '--json'];
    const { out } = await cli(args, { cwd });
    expect(JSON.parse(out)).toMatchObject({
      revisions: [
        { number: 1, verdict: 'first-sighting' },
        { number: 2, verdict: 'differs', recorded: { severity: 'major' }, today: { severity: 'notable' } },
      ],
      verdicts: { differs: 1, 'first-sighting': 1, same: 0 },
    });
  });

  test('finds nothing of a publication that is not in it', async () => {
    const { code, log } = await cli(['replay', '--store', location, '--publication', 'another'], { cwd });
    expect(log).toContain('holds no revision of such a publication');
    expect(code).toBe(1);
  });
});
