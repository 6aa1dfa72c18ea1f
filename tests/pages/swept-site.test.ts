/** The pages over revisions as the sweep writes them into a bucket: from the ledger, then by notes, and after any interruption. */
import { load } from 'cheerio';
import { posix } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { createLedger } from '../../lib/record/index.ts';
import { createArchive, publishRevision, secretSite } from '../../lib/render/site/index.ts';
import type { Revision } from '../../lib/revision.ts';
import type { Store } from '../../lib/store.ts';
import { noteRevision, writeSite } from '../../lib/sweep/site/index.ts';
import { watchlistSchema } from '../../lib/watchlist.ts';
import { availabilityRevision, textRevision } from './examples.ts';

const SECRET = 'a-secret-of-the-tests';
const { all: addresses, sinceFirst } = secretSite(SECRET);
const watchlist = watchlistSchema.parse({
  version: 1,
  operator: { contact: 'desk@stop-press.example' },
  publications: {
    'example-news': { name: 'Example News', feeds: ['https://news.example/feed.xml'] },
    'quiet-post': { name: 'Quiet Post', feeds: ['https://quiet.example/feed.xml'] },
  },
  beats: { sea: { words: ['ferry'] } },
  site: { publish: true, url: 'https://pages.stop-press.example', secret: SECRET },
});

type World = { readonly ledger: Store; readonly state: Store; readonly site: Store };
const newWorld = (): World => ({
  ledger: createMemoryStore(),
  state: createMemoryStore(),
  site: createMemoryStore(),
});

let world: World;
beforeEach(() => {
  world = newWorld();
});

const at = (minute: number): Date => new Date(Date.UTC(2025, 10, 28, 12, minute));
const NEVER = at(100_000);

async function commit(revision: Revision, { ledger, state }: World = world): Promise<void> {
  await createLedger({ ledger, state }).commit(revision.articleId, revision.number - 1, (tail) =>
    Promise.resolve({
      revision: { ...revision, previousHash: tail?.hash ?? null, pageToken: tokenOf(revision) },
      pageBytes: null,
    }),
  );
}
const tokenOf = ({ articleId, number }: Revision): string => `token-of-${articleId}-${number}`;

/** As notify does. */
async function publish(revision: Revision, minute: number, of: World = world): Promise<void> {
  const archive = createArchive(of);
  const none = () => Promise.resolve(null);
  const { articleId, number } = revision;
  const published = await publishRevision(articleId, number, archive, none, of.site, addresses.timeline);
  if (published !== null) await noteRevision(published.entry, of.state, at(minute));
}

const sweep = (minute: number, of: World = world, deadline = NEVER) =>
  writeSite({ stores: of, site: of.site, watchlist, now: () => at(minute) }, deadline);

const read = async (path: string, { site }: World = world): Promise<string> =>
  new TextDecoder().decode((await site.get(path))?.bytes);

const filesOf = async ({ site }: World): Promise<Readonly<Record<string, string>>> => {
  const files: Record<string, string> = {};
  for await (const path of site.list('')) files[path] = await read(path, { ...world, site });
  return files;
};

const other = (number: number): Revision =>
  textRevision(number, { articleId: 'example-news-0c0c0c', beats: [], url: 'https://news.example/bridge' });
const STORY: readonly Revision[] = [
  textRevision(1),
  textRevision(2),
  other(1),
  textRevision(3),
  availabilityRevision(4),
  other(2),
];

/** Commits and publishes a story, a minute each. */
async function follow(story: readonly Revision[], of: World = world): Promise<void> {
  for (const [minute, revision] of story.entries()) {
    await commit(revision, of);
    await publish(revision, minute, of);
  }
}

const figures = async (of: World = world): Promise<string> =>
  load(await read(addresses.overview, of))('.numbers')
    .text()
    .replaceAll(/\s+/gu, ' ')
    .trim();

describe('a site that was never written', () => {
  test('is built from the ledger, and every link in it leads to a page', async () => {
    await follow(STORY);
    expect(await sweep(30)).toEqual({ revisions: 6, unfinished: false });
    const files = await filesOf(world);
    expect(Object.keys(files)).toEqual(
      [
        ...STORY.map((revision) => `r/${tokenOf(revision)}`),
        addresses.timeline('example-news-4f2a9c'),
        addresses.timeline('example-news-0c0c0c'),
        sinceFirst('example-news-4f2a9c'),
        addresses.publication('example-news'),
        addresses.overview,
        ...['all', 'publications/example-news', 'beats/sea'].map(addresses.feed),
      ].toSorted(),
    );
    for (const [path, text] of Object.entries(files).filter(([name]) => !name.endsWith('.atom'))) {
      const $ = load(text);
      const hrefs = $('a[href], link[href]')
        .toArray()
        .map((link) => $(link).attr('href') ?? '')
        .filter((href) => !/^(#|https:|data:)/u.test(href));
      for (const href of hrefs)
        expect(Object.keys(files), `${href} in ${path}`).toContain(posix.join(posix.dirname(path), href));
    }
    expect(await figures()).toContain('2articles followed 4revisions since first seen');
  });

  test('is built a few articles at a time: what is left at the deadline is built by the next sweep', async () => {
    const story = Array.from({ length: 50 }, (_, index) =>
      textRevision(1, { articleId: `example-news-${String(index).padStart(4, '0')}` }),
    );
    for (const revision of story) await commit(revision);
    let minute = 30;
    const ports = { stores: world, site: world.site, watchlist, now: () => at((minute += 1)) };
    expect(await writeSite(ports, at(33))).toEqual({ revisions: 20, unfinished: true });
    expect(await figures()).toContain('20articles followed');
    expect(await writeSite(ports, at(60))).toEqual({ revisions: 30, unfinished: false });
    expect(await figures()).toContain('50articles followed');
  });

  test('of an empty ledger is an overview that says so', async () => {
    await sweep(0);
    expect(await read(addresses.overview)).toContain('Quiet Post');
    expect(await figures()).toContain('0articles followed');
  });
});

describe('a site that is followed', () => {
  beforeEach(async () => {
    await sweep(-60);
  });

  test('is the same as if it had been built at once', async () => {
    for (const [minute, revision] of STORY.entries()) {
      await commit(revision);
      await publish(revision, minute);
      await sweep(minute + 3);
    }
    await sweep(30);
    const built = newWorld();
    await follow(STORY, built);
    await sweep(30, built);
    expect(await figures()).toBe(await figures(built));
    for (const path of [addresses.timeline('example-news-4f2a9c'), addresses.feed('beats/sea')])
      expect(await read(path)).toBe(await read(path, built));
  });

  test('costs no reading of the ledger', async () => {
    await follow(STORY.slice(0, 2));
    const reads: string[] = [];
    const ledger: Store = {
      ...world.ledger,
      get: (key) => {
        reads.push(key);
        return world.ledger.get(key);
      },
    };
    await sweep(30, { ...world, ledger });
    expect(await figures()).toContain('1article followed 1revision');
    expect(reads).toEqual([]);
  });

  test('leaves alone what nothing touches', async () => {
    await follow(STORY);
    await sweep(30);
    const before = await filesOf(world);
    const bridge = other(3);
    await commit(bridge);
    await publish(bridge, 40);
    await sweep(50);
    const after = await filesOf(world);
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed.toSorted()).toEqual(
      [
        `r/${tokenOf(bridge)}`,
        addresses.timeline('example-news-0c0c0c'),
        sinceFirst('example-news-0c0c0c'),
        addresses.publication('example-news'),
        addresses.overview,
        addresses.feed('all'),
        addresses.feed('publications/example-news'),
      ].toSorted(),
    );
  });

  test('counts a revision once, however often it is noted', async () => {
    await follow(STORY.slice(0, 2));
    await sweep(30);
    await publish(textRevision(2), 31);
    await publish(textRevision(2), 32);
    await sweep(40);
    expect(await figures()).toContain('1article followed 1revision');
    expect(parseAtomFeed(await read(addresses.feed('all'))).entries).toHaveLength(1);
  });

  test('takes from the ledger what was never noted', async () => {
    for (const revision of [textRevision(1), textRevision(2), textRevision(3)]) await commit(revision);
    await publish(textRevision(1), 0);
    await publish(textRevision(3), 2);
    await sweep(30);
    const $ = load(await read(addresses.timeline('example-news-4f2a9c')));
    expect($('.list li')).toHaveLength(3);
    expect($('.record').text()).toContain('Intact');
    await publish(textRevision(2), 31);
    await sweep(40);
    expect(await figures()).toContain('1article followed 2revisions');
  });

  test('does not read a note that may have one before it under way', async () => {
    await follow([textRevision(1)]);
    expect(await sweep(1)).toEqual({ revisions: 0, unfinished: false });
    expect(await sweep(3)).toEqual({ revisions: 1, unfinished: false });
  });

  test('says by the hour who has fallen silent, though nothing new has come', async () => {
    await follow([textRevision(1), textRevision(2, { fetchedAt: '2025-11-28T11:00:00.000Z' })]);
    await sweep(30);
    expect(load(await read(addresses.overview))('.alarm').text()).not.toContain('Example News');
    await sweep(60 * 48);
    expect(load(await read(addresses.overview))('.alarm').text()).toContain('Example News');
  });

  test('stays whole while two sweeps are at it', async () => {
    await follow(STORY);
    await Promise.all([sweep(30), sweep(30)]);
    await sweep(35);
    expect(await figures()).toContain('2articles followed 4revisions since first seen');
  });
});

class Died extends Error {}

/** Every write counts; the process dies at the one asked for, before it or after it. */
function dyingAt(of: World, death: number): { readonly of: World; readonly writes: () => number } {
  let writes = 0;
  const effect = async <T>(write: () => Promise<T>): Promise<T> => {
    const number = (writes += 1);
    if (death === 2 * number) throw new Died();
    const answer = await write();
    if (death === 2 * number + 1) throw new Died();
    return answer;
  };
  const wrap = (store: Store): Store => ({
    ...store,
    putIfAbsent: (key, bytes) => effect(() => store.putIfAbsent(key, bytes)),
    putIfUnchanged: (key, bytes, version) => effect(() => store.putIfUnchanged(key, bytes, version)),
  });
  return { of: { ledger: of.ledger, state: wrap(of.state), site: wrap(of.site) }, writes: () => writes };
}

test.each([
  ['builds', async (of: World) => follow(STORY, of)],
  [
    'follows',
    async (of: World) => {
      await commit(textRevision(1), of);
      await sweep(-60, of);
      await follow(STORY.slice(1), of);
    },
  ],
])('whichever write a sweep that %s dies at, the next one leaves the same site', async (_, prepare) => {
  const play = async (death: number): Promise<{ files: Readonly<Record<string, string>>; writes: number }> => {
    const of = newWorld();
    await prepare(of);
    const dying = dyingAt(of, death);
    await sweep(30, dying.of).catch((error: unknown) => {
      if (!(error instanceof Died)) throw error;
    });
    await sweep(30, of);
    return { files: await filesOf(of), writes: dying.writes() };
  };
  const whole = await play(-1);
  expect(whole.writes).toBeGreaterThan(12);
  for (let death = 2; death <= 2 * whole.writes + 1; death += 1) expect((await play(death)).files).toEqual(whole.files);
});
