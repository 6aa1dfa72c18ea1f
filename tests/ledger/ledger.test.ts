import { expect, test } from 'vitest';
import { revisionsToldOf } from '../../lib/adapters/s3-event.ts';
import { HOUR_MS } from '../../lib/instant.ts';
import {
  createLedger,
  encodeJson,
  owedKey,
  parseOwedKey,
  parseRevisionKey,
  revisionKey,
} from '../../lib/record/index.ts';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { effectsOf, newWorld, revisionsOf, storyPage, tick, watchlistOf, type World } from './story.ts';

async function serve(world: World, killed: string): Promise<void> {
  world.answer = { html: storyPage(killed) };
  world.now = new Date(world.now.getTime() + 4 * HOUR_MS);
  await tick(world, effectsOf(world), watchlistOf());
}

test('the hundred-thousandth revision comes after the one before it, is committed, told and listed last', async () => {
  const world = newWorld();
  await serve(world, 'six');
  const [first] = await revisionsOf(world);
  if (first === undefined) throw new Error('nothing was committed');
  await world.stores.ledger.putIfAbsent(revisionKey(first.articleId, 99_999), encodeJson({ ...first, number: 99_999 }));
  for (const killed of ['seven', 'nine', 'ten']) await serve(world, killed);
  const numbers = (await revisionsOf(world)).map(({ number }) => number);
  expect(numbers).toEqual([1, 99_999, 100_000, 100_001, 100_002]);
  expect(world.sent).toHaveLength(3);
});

test.each([1, 99_999, 100_000, 123_456_789])('the key of revision %i says so, wherever it is read', (number) => {
  const articleId = 'example-news-0123456789abcdef';
  const key = revisionKey(articleId, number);
  expect(parseRevisionKey(key)).toEqual({ articleId, number });
  expect(parseOwedKey(owedKey({ articleId, number, fetchedAt: '2026-03-01T08:00:00.000Z' }))).toMatchObject({
    articleId,
    number,
  });
  expect(revisionsToldOf(JSON.stringify({ Records: [{ s3: { object: { key } } }] }))).toEqual([{ articleId, number }]);
});

test('where an older ledger was put back, what is there counts, and not what the roster remembers', async () => {
  const world = newWorld();
  for (const killed of ['six', 'seven', 'nine']) await serve(world, killed);
  const older = createMemoryStore();
  for await (const key of world.stores.ledger.list('')) {
    const stored = await world.stores.ledger.get(key);
    if (stored !== null && !key.endsWith('/00003.json')) await older.putIfAbsent(key, stored.bytes);
  }
  const restored: World = { ...world, stores: { ledger: older, state: older } };
  expect(
    (await createLedger(restored.stores).tail((await revisionsOf(world))[0]?.articleId ?? '', 3))?.revision.number,
  ).toBe(2);
  await serve(restored, 'ten');
  expect((await revisionsOf(restored)).map(({ number }) => number)).toEqual([1, 2, 3]);
});
