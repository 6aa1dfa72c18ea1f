import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/instant.ts';
import { receiptSchema } from '../../lib/receipt.ts';
import { createReceipts } from '../../lib/record/index.ts';
import { sweep } from '../../lib/sweep/index.ts';
import type { Watchlist, WatchlistSource } from '../../lib/watchlist.ts';
import { effectsOf, newWorld, revisionsOf, storyPage, tick, watchlistOf, type World } from './story.ts';

const later = (world: World, ms: number): void => void (world.now = new Date(world.now.getTime() + ms));

const portsOf = (world: World, watchlist: Watchlist) => ({
  ...effectsOf(world),
  watchlist,
  now: () => world.now,
});

async function serve(world: World, watchlist: Watchlist, killed: string, options?: { readonly isDown: true }) {
  world.answer = { html: storyPage(killed) };
  later(world, 15 * MINUTE_MS);
  const publish = () => Promise.reject(new Error('the channel is down'));
  const ticking = tick(world, options?.isDown ? { ...effectsOf(world), publish } : effectsOf(world), watchlist);
  await (options?.isDown ? expect(ticking).rejects.toThrow('the channel is down') : ticking);
}

async function suppressionsOf(world: World): Promise<readonly string[]> {
  const receipts = createReceipts(world.stores.ledger);
  const why: string[] = [];
  for await (const key of receipts.keys('receipts/')) {
    const { outcome } = receiptSchema.parse(await receipts.read(key));
    if (outcome.kind === 'suppressed') why.push(outcome.why);
  }
  return why;
}

const digest = (messages: WatchlistSource['messages'] = {}) =>
  watchlistOf({
    messages,
    editions: {
      desk: {
        name: 'Desk',
        subscribers: { email: ['reader@example.com'] },
        digest: { at: '07:00', timeZone: 'Europe/London' },
      },
    },
  });

describe('what is owed for long is not forgotten', () => {
  test('a change folded for a week is told when the week is over, with sweeps in between', async () => {
    const world = newWorld();
    const watchlist = watchlistOf({ messages: { quietPeriod: '7d' } });
    for (const killed of ['six', 'seven', 'nine']) await serve(world, watchlist, killed);
    expect(world.sent).toHaveLength(1);
    for (let hours = 0; hours < 7 * 24 + 4; hours += 4) {
      later(world, 4 * HOUR_MS);
      await sweep(portsOf(world, watchlist));
    }
    expect(world.sent.map(({ messageId }) => messageId.split('.')[1])).toEqual(['2-2', '3-3']);
    later(world, 9 * DAY_MS);
    await sweep(portsOf(world, watchlist));
    expect(world.sent).toHaveLength(2);
  });

  test('an alert nobody could send for ten days is recorded as too old, and so is a digest', async () => {
    for (const watchlist of [watchlistOf(), digest()]) {
      const world = newWorld();
      await serve(world, watchlist, 'six');
      await sweep(portsOf(world, watchlist));
      if (watchlist.editions['desk'] === undefined) await serve(world, watchlist, 'seven', { isDown: true });
      else await serve(world, watchlist, 'seven');
      later(world, 10 * DAY_MS);
      await sweep(portsOf(world, watchlist));
      expect(world.sent).toEqual([]);
      expect(await suppressionsOf(world)).toEqual(['too-old']);
    }
  });
});

test('a revision that cannot be read keeps no other debt from being paid, and is counted each time', async () => {
  const world = newWorld();
  const watchlist = watchlistOf();
  await serve(world, watchlist, 'six');
  await serve(world, watchlist, 'seven', { isDown: true });
  const revision = (await revisionsOf(world)).at(-1);
  const marker = `owed/2026/03/01/083000000-example-news-0000000000000000-00002`;
  await world.stores.state.putIfAbsent(marker, new Uint8Array());
  await world.stores.ledger.putIfAbsent('revisions/example-news-0000000000000000/00002.json', Buffer.from('{'));
  later(world, HOUR_MS);
  for (const published of [1, 0]) {
    const summary = await sweep(portsOf(world, watchlist));
    expect(summary).toMatchObject({ overdue: published, failed: 1, reason: expect.stringContaining('is damaged') });
  }
  expect(world.sent[0]?.messageId).toContain(revision?.articleId);
});

test('a page that never comes to rest is told of once a day at most, and of no change twice', async () => {
  const world = newWorld();
  const watchlist = watchlistOf();
  const words = ['six', 'seven', 'nine'];
  for (let visit = 0; visit < 10 * 8; visit += 1) {
    later(world, 3 * HOUR_MS - 15 * MINUTE_MS);
    await serve(world, watchlist, words[visit % 3] ?? '');
  }
  const told = new Map<number, number>();
  const receipts = createReceipts(world.stores.ledger);
  for await (const key of receipts.keys('receipts/')) {
    for (const { number } of (await receipts.read(key))?.covers ?? []) told.set(number, (told.get(number) ?? 0) + 1);
  }
  const revisions = (await revisionsOf(world)).map(({ number }) => number);
  const ofFirstDays = revisions.slice(1, -2 * 8);
  expect(ofFirstDays.length).toBeGreaterThan(60);
  expect(ofFirstDays.filter((number) => told.get(number) !== 1)).toEqual([]);
  expect(world.sent.length).toBeGreaterThan(5);
  expect(world.sent.length).toBeLessThan(14);
});
