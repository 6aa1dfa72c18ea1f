import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../lib/instant.ts';
import { notifyRevision } from '../../lib/notify.ts';
import type { Revision } from '../../lib/revision.ts';
import { sweep } from '../../lib/sweep/index.ts';
import { effectsOf, newWorld, revisionsOf, storyPage, tick, watchlistOf, type World } from './story.ts';

/** A second revision is committed, and nobody has been told: notify died. */
async function untold(watchlist = watchlistOf()): Promise<{ readonly world: World; readonly revision: Revision }> {
  const world = newWorld();
  const effects = effectsOf(world);
  for (const killed of ['six', 'seven']) {
    world.answer = { html: storyPage(killed) };
    world.now = new Date(world.now.getTime() + 15 * MINUTE_MS);
    const died = tick(world, { ...effects, publish: () => Promise.reject(new Error('it died')) }, watchlist, 'r4nd0m');
    await died.catch((error: unknown) => expect(String(error)).toContain('it died'));
  }
  const revision = (await revisionsOf(world)).at(-1);
  if (revision === undefined) throw new Error('nothing was committed');
  return { world, revision };
}

describe('a debt of this moment', () => {
  test.each([
    ['is paid by a clock that agrees', 0, 1],
    ['is paid by a clock some seconds behind the writer’s', -9 * SECOND_MS, 1],
    ['waits where the clock is minutes behind: it may be meant for later', -5 * MINUTE_MS, 0],
  ])('%s', async (_, skewMs, published) => {
    const { world, revision } = await untold();
    const now = () => new Date(Date.parse(revision.fetchedAt) + skewMs);
    const ports = { ...effectsOf(world), watchlist: watchlistOf(), now };
    expect(await notifyRevision(revision.articleId, revision.number, ports)).toMatchObject({ published });
  });
});

describe('what the sweep pays in notify’s place', () => {
  const site = { publish: true, url: 'https://sp.example' };

  test.each([
    ['an alert', {}],
    ['a digest', { digest: { at: '07:00', timeZone: 'Europe/London' } }],
  ])('%s goes out after the page it links to', async (_, edition) => {
    const watchlist = watchlistOf({
      site,
      editions: { desk: { name: 'Desk', subscribers: { email: ['reader@example.com'] }, ...edition } },
    });
    const { world, revision } = await untold(watchlist);
    world.now = new Date(world.now.getTime() + 24 * HOUR_MS - MINUTE_MS);
    const order: string[] = [];
    await sweep({
      stores: world.stores,
      watchlist,
      now: () => world.now,
      publish: async ({ body }) => {
        order.push(/https:\/\/sp\.example\/r\/\w+/.exec(body)?.[0] ?? 'no link');
        return { providerId: 'sent' };
      },
      publishPage: async ({ number }) => {
        order.push(`page of revision ${number}`);
      },
    });
    expect(order).toEqual([`page of revision ${revision.number}`, 'https://sp.example/r/r4nd0m']);
  });
});

describe('an article that changed and then vanished, before anyone was told', () => {
  test('is told in the digest as both', async () => {
    const watchlist = watchlistOf({
      editions: {
        desk: {
          name: 'Desk',
          subscribers: { email: ['reader@example.com'] },
          digest: { at: '07:00', timeZone: 'Europe/London' },
        },
      },
    });
    const world = newWorld();
    const answers = [
      { html: storyPage('six') },
      { html: storyPage('seven') },
      ...Array.from({ length: 12 }, () => ({ status: 404 })),
    ];
    for (const answer of answers) {
      world.answer = answer;
      world.now = new Date(world.now.getTime() + HOUR_MS);
      await tick(world, effectsOf(world), watchlist);
    }
    world.now = new Date('2026-03-02T08:00:00Z');
    await tick(world, effectsOf(world), watchlist);
    expect((await revisionsOf(world)).map(({ kind }) => kind)).toEqual(['text', 'text', 'availability']);
    expect(world.sent).toHaveLength(1);
    expect(world.sent[0]?.subject).toContain('1 article changed, 1 major');
    expect(world.sent[0]?.body).toContain('killed six');
    expect(world.sent[0]?.body).toContain('article not found');
  });
});
