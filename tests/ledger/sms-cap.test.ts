import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { planSubscriptions } from '../../lib/deliver/index.ts';
import { MINUTE_MS } from '../../lib/instant.ts';
import { listUnpaid } from '../../lib/sweep/index.ts';
import { effectsOf, newWorld, revisionsOf, storyPage, tick, watchlistOf, type World } from './story.ts';

vi.setConfig({ testTimeout: 120_000 });

const ALL = '+441632960961';
const BOTH = '+441632960962';
const STORMS = '+441632960963';

/** One takes everything, one the storms, one both. */
const watchlist = watchlistOf({
  editions: {
    'world-desk': { name: 'World desk', severity: 'minor', subscribers: { sms: [ALL, BOTH] } },
    'storm-desk': { name: 'Storm desk', severity: 'minor', subscribers: { sms: [STORMS, BOTH] }, beats: ['storms'] },
  },
  beats: { storms: { words: ['gale'] } },
  messages: { smsPerDay: 2, quietPeriod: '1s', settle: '1s' },
});

/** What each phone got, as SNS would fan it out by the filter policies that a sync would set. */
function textsByPhone({ sent }: World): ReadonlyMap<string, readonly string[]> {
  const phones = planSubscriptions(watchlist, []).subscribe.filter(({ channel }) => channel === 'sms');
  return new Map(
    phones.map(({ endpoint, filterPolicy }) => {
      const { editions: named } = JSON.parse(filterPolicy) as { editions: readonly string[] };
      return [
        endpoint,
        sent.filter(({ editions }) => editions.some((id) => named.includes(id))).map(({ body }) => body),
      ];
    }),
  );
}

const countsOf = (world: World) =>
  Object.fromEntries([...textsByPhone(world)].map(([phone, { length }]) => [phone, length]));

async function serve(world: World, killed: string, gale = false): Promise<void> {
  world.answer = { html: storyPage(killed, gale ? 'Harbour fire burns as gale rises' : undefined) };
  world.now = new Date(world.now.getTime() + 15 * MINUTE_MS);
  await tick(world, effectsOf(world), watchlist);
}

async function dayOver(world: World): Promise<void> {
  world.now = new Date('2026-03-02T00:05:00Z');
  for (const _ of [1, 2]) await tick(world, effectsOf(world), watchlist);
}

test('after a day’s texts the rest is folded into one last text, and nothing is dropped', async () => {
  const world = newWorld();
  for (const killed of ['six', 'seven', 'eight', 'nine', 'ten']) await serve(world, killed);
  expect(countsOf(world)).toEqual({ [ALL]: 2, [BOTH]: 2, [STORMS]: 0 });
  expect(await listUnpaid(world.stores, world.now)).toHaveLength(4);

  await dayOver(world);
  expect(countsOf(world)).toEqual({ [ALL]: 3, [BOTH]: 3, [STORMS]: 0 });
  expect(textsByPhone(world).get(BOTH)?.at(-1)).toContain('1 more article changed');
  expect(await listUnpaid(world.stores, world.now)).toEqual([]);
});

test('the cap is each subscriber’s: who takes two editions has no more, and takes nothing from who takes one', async () => {
  const world = newWorld();
  await serve(world, 'six');
  for (const killed of ['seven', 'eight']) await serve(world, killed);
  // Those who take everything have had their two; the storm desk's own reader has had none.
  for (const killed of ['nine', 'ten', 'eleven']) await serve(world, killed, true);
  expect(countsOf(world)).toEqual({ [ALL]: 2, [BOTH]: 2, [STORMS]: 2 });
  await dayOver(world);
  // One last text each, to the reader of both as well.
  expect(countsOf(world)).toEqual({ [ALL]: 3, [BOTH]: 3, [STORMS]: 3 });
  expect(await listUnpaid(world.stores, world.now)).toEqual([]);
});

test('the next day begins anew', async () => {
  const world = newWorld();
  for (const killed of ['six', 'seven', 'eight', 'nine']) await serve(world, killed);
  await dayOver(world);
  world.now = new Date('2026-03-02T09:00:00Z');
  await serve(world, 'ten');
  // The last text counts on the day it is sent: one more until that day's cap.
  expect(countsOf(world)[ALL]).toBe(4);
  await serve(world, 'eleven');
  expect(countsOf(world)[ALL]).toBe(4);
});

test('whatever is published, no phone has more texts in a day than its cap, and each revision is told or folded', async () => {
  const edit = fc.record({ gale: fc.boolean(), minutes: fc.constantFrom(15, 30, 180, 700) });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
      const world = newWorld();
      const days = new Map<string, number>();
      const note = (before: ReadonlyMap<string, readonly string[]>) => {
        for (const [phone, texts] of textsByPhone(world)) {
          const day = `${phone} ${world.now.toISOString().slice(0, 10)}`;
          days.set(day, (days.get(day) ?? 0) + texts.length - (before.get(phone)?.length ?? 0));
        }
      };
      for (const [index, { gale, minutes }] of edits.entries()) {
        world.now = new Date(world.now.getTime() + (minutes - 15) * MINUTE_MS);
        const before = textsByPhone(world);
        await serve(world, `${index + 20}`, gale);
        note(before);
      }
      for (const _ of [1, 2, 3]) {
        world.now = new Date(world.now.getTime() + 24 * 60 * MINUTE_MS);
        const before = textsByPhone(world);
        await tick(world, effectsOf(world), watchlist);
        note(before);
      }
      for (const [day, count] of days) expect(count, day).toBeLessThanOrEqual(2);
      expect(await listUnpaid(world.stores, world.now)).toEqual([]);
      expect((await revisionsOf(world)).length).toBe(edits.length);
    }),
    { numRuns: 40 },
  );
});
