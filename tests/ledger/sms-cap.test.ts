import { expect, test } from 'vitest';
import { MINUTE_MS } from '../../lib/instant.ts';
import { listUnpaid } from '../../lib/sweep/index.ts';
import { effectsOf, newWorld, storyPage, tick, watchlistOf } from './story.ts';

const watchlist = watchlistOf({
  editions: {
    'world-desk': { name: 'World desk', severity: 'minor', subscribers: { sms: ['+441632960961'] } },
    'night-desk': { name: 'Night desk', severity: 'minor', subscribers: { sms: ['+441632960962'] }, beats: ['storms'] },
  },
  beats: { storms: { words: ['gale'] } },
  messages: { smsPerDay: 2, quietPeriod: '1m' },
});

test('after an edition’s texts of the day the rest is folded into one last text, and nothing is dropped', async () => {
  const world = newWorld();
  for (const killed of ['six', 'seven', 'eight', 'nine', 'ten']) {
    world.answer = { html: storyPage(killed) };
    world.now = new Date(world.now.getTime() + 15 * MINUTE_MS);
    await tick(world, effectsOf(world), watchlist);
  }
  const texts = () => world.sent.filter(({ channel }) => channel === 'sms');
  expect(texts()).toHaveLength(2);
  expect(await listUnpaid(world.stores, world.now)).toHaveLength(2);

  world.now = new Date('2026-03-02T00:05:00Z');
  await tick(world, effectsOf(world), watchlist);
  await tick(world, effectsOf(world), watchlist);
  expect(texts()).toHaveLength(3);
  expect(texts().at(-1)?.body).toContain('1 more article changed');
  expect(await listUnpaid(world.stores, world.now)).toEqual([]);
});
