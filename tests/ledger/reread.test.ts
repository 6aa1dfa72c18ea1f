import { beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../lib/instant.ts';
import { createLedger } from '../../lib/record/index.ts';
import { rereadLedger, type Reread } from '../../lib/reread.ts';
import type { Store } from '../../lib/store.ts';
import type { WatchlistSource } from '../../lib/watchlist.ts';
import { ARTICLE_URL, effectsOf, newWorld, storyPage, tick, watchlistOf } from './story.ts';

const world = newWorld();
const inNewPlace = storyPage('nine').replace('<article>', '<article class="story">');
const withCaption = inNewPlace.replace(
  '</h1>',
  '</h1><figure><img src="/a.jpg"><figcaption>The quay</figcaption></figure>',
);

beforeAll(async () => {
  const pages = [storyPage('six'), storyPage('seven'), inNewPlace, withCaption.replace('warm', 'hot')];
  for (const html of pages) {
    world.answer = { html };
    world.now = new Date(world.now.getTime() + 15 * MINUTE_MS);
    await tick(world, effectsOf(world), watchlistOf());
  }
  for (const _ of [1, 2, 3]) {
    world.answer = { status: 410 };
    world.now = new Date(world.now.getTime() + 60 * MINUTE_MS);
    await tick(world, effectsOf(world), watchlistOf());
  }
});

/** A store that may be read only. */
const readOnly = (store: Store, taken: string | null = null): Store => ({
  get: async (key) => (key.startsWith('pages/') && key.includes(taken ?? 'none') ? null : store.get(key)),
  list: store.list,
  putIfAbsent: (key) => Promise.reject(new Error(`${key} would be written`)),
  putIfUnchanged: (key) => Promise.reject(new Error(`${key} would be written`)),
});

const reread = async (
  rules: Partial<WatchlistSource['publications'][string]> = {},
  taken: string | null = null,
): Promise<readonly Reread[]> => {
  const publications = { 'example-news': { name: 'Example News', articles: [ARTICLE_URL], ...rules } };
  const store = readOnly(world.stores.ledger, taken);
  return Array.fromAsync(rereadLedger(createLedger({ ledger: store, state: store }), watchlistOf({ publications })));
};

const verdictsOf = (found: readonly Reread[]) => found.map(({ verdict }) => verdict);

describe('reading the ledger again', () => {
  test('by the reader and rules that wrote it finds what is in it', async () => {
    const found = await reread();
    expect(verdictsOf(found)).toEqual(['first-sighting', 'same', 'same', 'same', 'not-read']);
    expect(found[1]).toMatchObject({
      number: 2,
      recorded: { severity: 'major', summary: 'killed six → seven' },
      today: { severity: 'major', summary: 'killed six → seven' },
    });
    expect(found[4]).toMatchObject({ today: null, why: 'no page stands behind it' });
  });

  test.each<[string, Partial<WatchlistSource['publications'][string]>, Reread['verdict'][]]>([
    [
      'a severity of today’s makes a revision differ',
      { severities: { figure: 'notable' } },
      ['first-sighting', 'differs', 'differs', 'same', 'not-read'],
    ],
    [
      'what today’s rules ignore is no longer reported',
      { ignore: { kinds: ['figure'] } },
      ['first-sighting', 'no-longer-reported', 'no-longer-reported', 'same', 'not-read'],
    ],
    [
      'a page that today’s selectors find no article in is no longer reported, and the next is compared across it',
      { selectors: { drop: ['article:not(.story) p'] } },
      ['not-read', 'no-longer-reported', 'no-longer-reported', 'same', 'not-read'],
    ],
  ])('%s', async (_, rules, verdicts) => {
    expect(verdictsOf(await reread(rules))).toEqual(verdicts);
  });

  test('what is told today and was not then is newly reported', async () => {
    const quiet = newWorld();
    const ignoring = watchlistOf({
      publications: {
        'example-news': { name: 'Example News', articles: [ARTICLE_URL], severities: { figure: 'cosmetic' } },
      },
    });
    for (const killed of ['six', 'seven']) {
      quiet.answer = { html: storyPage(killed) };
      quiet.now = new Date(quiet.now.getTime() + 15 * MINUTE_MS);
      await tick(quiet, effectsOf(quiet), ignoring);
    }
    const found = await Array.fromAsync(rereadLedger(createLedger(quiet.stores), watchlistOf()));
    expect(found[1]).toMatchObject({
      verdict: 'newly-reported',
      recorded: { severity: 'cosmetic' },
      today: { severity: 'major' },
    });
  });

  test('a page that was taken down is not read; the next is compared with the snapshot that was kept', async () => {
    const second = await createLedger(world.stores).read((await reread())[1]?.articleId ?? '', 2);
    const sha256 = second?.revision.kind === 'text' ? second.revision.page.sha256 : '';
    const found = await reread({}, sha256);
    expect(found[1]).toMatchObject({
      verdict: 'not-read',
      why: 'its page is not there; stop-press verify says whether it was taken down',
    });
    expect(found[2]).toMatchObject({ verdict: 'same', today: { summary: 'killed seven → nine' } });
  });

  test('can be held to one article or one publication', async () => {
    const all = (options: Parameters<typeof rereadLedger>[2]) =>
      Array.fromAsync(rereadLedger(createLedger(world.stores), watchlistOf(), options));
    expect(await all({ publication: 'example-news' })).toHaveLength(5);
    expect(await all({ publication: 'another' })).toEqual([]);
    expect(await all({ articleId: (await reread())[0]?.articleId })).toHaveLength(5);
    expect(await all({ articleId: 'no-such-article' })).toEqual([]);
  });
});
