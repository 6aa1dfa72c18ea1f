/** Whole visits to a local origin, over days: which article is which, what is asked when, and what is remembered in between. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { politely } from '../../lib/fetch/index.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/instant.ts';
import type { CheckOutcome } from '../../lib/pipeline.ts';
import { createLedger, readRosterIndex } from '../../lib/record/index.ts';
import type { Store, Stores } from '../../lib/store.ts';
import { visitPublication } from '../../lib/visit.ts';
import { watchlistSchema, type WatchlistSource } from '../../lib/watchlist.ts';
import { localFetcher, USER_AGENT } from '../fetch/fetcher.ts';
import { conditional, redirect } from '../origin/misbehave.ts';
import { startOrigin, type Origin, type Served } from '../origin/origin.ts';

let origin: Origin;
let stores: Stores;
let clockMs: number;
/** Incidents the operators were told of. */
let told: string[];
let isPagerDown: boolean;
beforeEach(async () => {
  origin = await startOrigin({ '/robots.txt': { body: 'user-agent: *\nallow: /' } });
  stores = { ledger: createMemoryStore(), state: createMemoryStore() };
  clockMs = Date.parse('2025-11-26T08:00:00Z');
  told = [];
  isPagerDown = false;
});
afterEach(() => origin.close());

const now = () => new Date(clockMs);
const pass = (ms: number): void => void (clockMs += ms);

type Publication = Omit<WatchlistSource['publications'][string], 'name'>;

/** One visit; the outcomes of its checks as "first-sighting /path". */
async function visit(publication: Publication): Promise<readonly string[]> {
  const watchlist = watchlistSchema.parse({
    version: 1,
    operator: { contact: 'desk@news.example' },
    publications: { example: { name: 'Example', ...publication } },
  });
  const outcomes: string[] = [];
  const fetchPage = localFetcher([origin.origin], { now });
  const describeCheck = (outcome: CheckOutcome) =>
    void outcomes.push(`${outcome.kind} ${outcome.entry.url.slice(origin.origin.length)}`);
  await visitPublication(
    {
      watchlist,
      publicationId: 'example',
      visit: `at-${clockMs}`,
      deadline: new Date(clockMs + DAY_MS),
      tickMs: 5 * MINUTE_MS,
    },
    {
      stores,
      openSite: ({ delay }, robots) => {
        const polite = politely(fetchPage, {
          delayMs: delay,
          robots,
          userAgent: USER_AGENT,
          sleep: async () => {},
          now,
        });
        return { fetchPage: polite, robots: polite.robots };
      },
      now,
      newPageToken: () => null,
      tellOperators: async ({ kind, event }) => {
        if (isPagerDown) throw new Error('nobody can be told');
        told.push(`${kind} ${event}`);
      },
      onCheck: describeCheck,
    },
  );
  return outcomes;
}

const feed = (...paths: readonly string[]): Served => ({
  body: `<rss version="2.0"><channel><title>T</title>${paths.map((path) => `<item><title>t</title><link>${origin.url(path)}</link></item>`).join('')}</channel></rss>`,
});

const story = (headline: string): Served => ({
  body: `<!doctype html><html lang="en"><head><title>${headline}</title></head><body><main><article><h1>${headline}</h1>${Array.from(
    { length: 8 },
    (_, i) =>
      `<p>Paragraph ${i + 1} tells what the harbour board decided at its meeting on the northern quay, and why the ferry will not sail before the wall has been inspected by the county.</p>`,
  ).join('')}</article></main></body></html>`,
});

async function revisions(): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const key of stores.ledger.list('revisions/')) keys.push(key.slice('revisions/'.length));
  return keys;
}

const asked = (path: string): number => origin.seen.filter((request) => request.path === path).length;

describe('a changed slug', () => {
  const publication = () => ({ feeds: [origin.url('/feed')] });

  test('with a changed headline, seen in the feed first, is a headline change of the one article', async () => {
    origin.serve('/feed', feed('/2025/11/26/storm-closes-harbour'));
    origin.serve('/2025/11/26/storm-closes-harbour', story('Storm closes the harbour'));
    expect(await visit(publication())).toEqual(['first-sighting /2025/11/26/storm-closes-harbour']);

    origin.serve('/feed', feed('/2025/11/26/storm-shuts-harbour-for-days'));
    origin.serve('/2025/11/26/storm-closes-harbour', redirect('/2025/11/26/storm-shuts-harbour-for-days', 301));
    origin.serve('/2025/11/26/storm-shuts-harbour-for-days', story('Storm shuts the harbour for days'));
    pass(20 * MINUTE_MS);
    const second = await visit(publication());
    pass(20 * MINUTE_MS);
    const third = await visit(publication());
    expect([...second, ...third].filter((check) => check.startsWith('revised'))).toEqual([
      'revised /2025/11/26/storm-shuts-harbour-for-days',
    ]);

    // From now on there is one article, asked for once.
    pass(20 * MINUTE_MS);
    const before = asked('/2025/11/26/storm-shuts-harbour-for-days');
    expect(await visit(publication())).toHaveLength(1);
    expect(asked('/2025/11/26/storm-shuts-harbour-for-days') - before).toBe(1);
    const index = await readRosterIndex(stores.state, 'example');
    expect(index.shards).toMatchObject([{ entries: 1 }]);
  });

  test('seen by its redirect first is the same article', async () => {
    origin.serve('/feed', feed('/2025/11/26/storm-closes-harbour'));
    origin.serve('/2025/11/26/storm-closes-harbour', story('Storm closes the harbour'));
    await visit(publication());
    origin.serve('/2025/11/26/storm-closes-harbour', redirect('/2025/11/26/storm-shuts-harbour-for-days', 308));
    origin.serve('/2025/11/26/storm-shuts-harbour-for-days', story('Storm shuts the harbour for days'));
    pass(20 * MINUTE_MS);
    expect(await visit(publication())).toEqual(['revised /2025/11/26/storm-shuts-harbour-for-days']);
    origin.serve('/feed', feed('/2025/11/26/storm-shuts-harbour-for-days'));
    pass(20 * MINUTE_MS);
    expect(await visit(publication())).toEqual(['unchanged /2025/11/26/storm-shuts-harbour-for-days']);
    expect(new Set((await revisions()).map((key) => key.split('/')[0])).size).toBe(1);
  });
});

describe('two addresses of one story', () => {
  const canonical = (headline: string, path: string): Served => ({
    body: String(story(headline).body).replace('</head>', `<link rel="canonical" href="${origin.url(path)}"></head>`),
  });

  test('found at once are one article, and the other is not found again', async () => {
    origin.serve('/feed', feed('/local/a-long-story-here', '/world/a-long-story-here'));
    origin.serve('/local/a-long-story-here', canonical('A long story', '/world/a-long-story-here'));
    origin.serve('/world/a-long-story-here', canonical('A long story', '/world/a-long-story-here'));
    const publication = { feeds: [origin.url('/feed')] };
    expect((await visit(publication)).toSorted()).toEqual([
      'first-sighting /world/a-long-story-here',
      'merged /local/a-long-story-here',
    ]);
    for (const _ of [1, 2]) {
      pass(5 * MINUTE_MS);
      await visit(publication);
    }
    expect(asked('/local/a-long-story-here')).toBe(1);
  });

  test('are two stories where a template gone wrong makes one the canonical of the other', async () => {
    origin.serve('/feed', feed('/world/a-long-story-here'));
    origin.serve('/world/a-long-story-here', story('A long story'));
    const publication = { feeds: [origin.url('/feed')] };
    await visit(publication);
    origin.serve('/feed', feed('/world/a-long-story-here', '/world/quite-another-story'));
    origin.serve('/world/quite-another-story', story('Quite another'));
    origin.serve('/world/a-long-story-here', canonical('A longer story', '/world/quite-another-story'));
    pass(20 * MINUTE_MS);
    await visit(publication);
    pass(20 * MINUTE_MS);
    expect((await visit(publication)).toSorted()).toEqual([
      'unchanged /world/a-long-story-here',
      'unchanged /world/quite-another-story',
    ]);
  });
});

describe('what is wrong with one article stops no other', () => {
  const both = ['/world/a-long-story-here', '/world/another-long-story'] as const;
  const publication = () => ({ feeds: [origin.url('/feed')] });
  const serveBoth = (headline: string) => {
    origin.serve('/feed', feed(...both));
    for (const path of both) origin.serve(path, story(headline));
  };

  test.each([
    'intent://open/story#Intent;scheme=news;end',
    'whatsapp://send?text=x',
    'mailto:desk@news.example',
    'data:,x',
  ])('a redirect to %s', async (location) => {
    serveBoth('A long story');
    origin.serve(both[0], redirect(location));
    expect((await visit(publication())).toSorted()).toEqual([
      'first-sighting /world/another-long-story',
      'unreadable /world/a-long-story-here',
    ]);
  });

  test('a revision that cannot be written; it is written once it can', async () => {
    serveBoth('A long story');
    await visit(publication());
    const { ledger } = stores;
    const [key = ''] = await revisions();
    const isOfFirst = (other: string) => other.startsWith(`revisions/${key.split('/')[0]}/`);
    const putIfAbsent: Store['putIfAbsent'] = async (other, bytes) => {
      if (isOfFirst(other)) throw new Error('not today');
      return ledger.putIfAbsent(other, bytes);
    };
    stores = { ...stores, ledger: { ...ledger, putIfAbsent } };
    serveBoth('A longer story');
    for (const failed of [1, 2, 3]) {
      pass(20 * MINUTE_MS);
      await expect(visit(publication()), String(failed)).rejects.toThrow(
        'One thing failed in the visit to example: not today',
      );
    }
    expect(await revisions()).toHaveLength(3);
    stores = { ...stores, ledger };
    pass(HOUR_MS);
    await visit(publication());
    expect(await revisions()).toHaveLength(4);
  });

  test('operators who cannot be told of an incident are told at the next visit, and what was found is kept', async () => {
    serveBoth('A long story');
    origin.serve('/feed', feed(...both, '/world/a-third-long-story', '/world/a-fourth-long-story'));
    const all = [...both, '/world/a-third-long-story', '/world/a-fourth-long-story'];
    for (const path of all) origin.serve(path, { status: 404 });
    isPagerDown = true;
    await visit(publication());
    pass(20 * MINUTE_MS);
    await expect(visit(publication())).rejects.toThrow('nobody can be told');
    const before = origin.seen.length;
    expect(await visit(publication()), 'nothing is due again').toEqual([]);
    expect(origin.seen).toHaveLength(before);
    isPagerDown = false;
    pass(20 * MINUTE_MS);
    await visit(publication());
    expect(told).toEqual(['everything-failing started']);
  });
});

test('a retired article that had gone and is listed again is told to be back', async () => {
  const publication = { articles: [origin.url('/world/a-long-story-here')], cadence: [{ under: '1d', every: '1h' }] };
  origin.serve('/world/a-long-story-here', story('A long story'));
  await visit(publication);
  origin.serve('/world/a-long-story-here', { status: 404 });
  for (let i = 0; i < 4; i += 1) {
    pass(HOUR_MS);
    await visit(publication);
  }
  pass(40 * DAY_MS);
  await visit({ ...publication, articles: [origin.url('/elsewhere')] });
  await visit({ ...publication, articles: [origin.url('/elsewhere')] });
  origin.serve('/world/a-long-story-here', story('A long story'));
  expect(await visit(publication)).toContain('availability /world/a-long-story-here');
});

test('tracking parameters, AMP and a slash lead to one article', async () => {
  origin.serve(
    '/feed',
    feed('/world/a-long-story-here?utm_source=rss', '/world/a-long-story-here/', '/amp/world/a-long-story-here'),
  );
  origin.serve('/world/a-long-story-here?utm_source=rss', story('A long story'));
  expect(await visit({ feeds: [origin.url('/feed')] })).toEqual([
    'first-sighting /world/a-long-story-here?utm_source=rss',
  ]);
});

test('an article outlives its feed', async () => {
  origin.serve('/feed', feed('/world/a-long-story-here'));
  origin.serve('/world/a-long-story-here', story('A long story'));
  await visit({ feeds: [origin.url('/feed')] });
  origin.serve('/feed', { status: 410 });
  pass(HOUR_MS);
  expect(await visit({ feeds: [origin.url('/feed')] })).toEqual(['unchanged /world/a-long-story-here']);
});

test('a retired article that is still listed is not asked for at every visit', async () => {
  origin.serve('/page', { body: '<a href="/world/a-long-story-here">x</a>' });
  origin.serve('/world/a-long-story-here', story('A long story'));
  const publication = { articles: [origin.url('/world/a-long-story-here')], cadence: [{ under: '1d', every: '1h' }] };
  await visit(publication);
  pass(40 * DAY_MS);
  const before = asked('/world/a-long-story-here');
  for (let i = 0; i < 36; i += 1) {
    await visit(publication);
    pass(5 * MINUTE_MS);
  }
  // Three hours: hourly is three or four.
  expect(asked('/world/a-long-story-here') - before).toBeLessThanOrEqual(5);
  expect(await revisions()).toHaveLength(1);
});

test('a Retry-After is kept between visits, for the whole site', async () => {
  origin.serve('/feed', feed('/world/a-long-story-here', '/world/another-long-story'));
  origin.serve('/world/a-long-story-here', { status: 429, headers: { 'retry-after': '1800' } });
  origin.serve('/world/another-long-story', { status: 429, headers: { 'retry-after': '1800' } });
  const publication = { feeds: [origin.url('/feed')] };
  await visit(publication);
  pass(10 * MINUTE_MS);
  await visit(publication);
  expect(origin.seen).toHaveLength(3);
  pass(25 * MINUTE_MS);
  origin.serve('/world/a-long-story-here', story('A long story'));
  origin.serve('/world/another-long-story', story('Another long story'));
  expect([...(await visit(publication))].sort()).toEqual([
    'first-sighting /world/a-long-story-here',
    'first-sighting /world/another-long-story',
  ]);
});

test('a feed’s word that an article was updated brings its check forward', async () => {
  const dated = (updated: string): Served => ({
    body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>t</title><link href="${origin.url('/world/a-long-story-here')}"/><updated>${updated}</updated></entry></feed>`,
  });
  origin.serve('/feed', dated('2025-11-26T07:00:00Z'));
  origin.serve('/world/a-long-story-here', story('A long story'));
  const publication = { feeds: [origin.url('/feed')], cadence: [{ under: '9999d', every: '365d' }] };
  await visit(publication);
  pass(HOUR_MS);
  expect(await visit(publication)).toEqual([]);
  origin.serve('/feed', dated('2025-11-26T09:00:30Z'));
  origin.serve('/world/a-long-story-here', story('A longer story'));
  pass(5 * MINUTE_MS);
  expect(await visit(publication)).toEqual(['revised /world/a-long-story-here']);
  pass(5 * MINUTE_MS);
  expect(await visit(publication)).toEqual([]);
});

test('a disappearance is told after three slots, and the return at once', async () => {
  origin.serve('/feed', feed('/world/a-long-story-here'));
  origin.serve('/world/a-long-story-here', story('A long story'));
  const publication = { feeds: [origin.url('/feed')] };
  await visit(publication);
  origin.serve('/world/a-long-story-here', { status: 404 });
  const kinds: string[] = [];
  for (let i = 0; i < 12; i += 1) {
    pass(5 * MINUTE_MS);
    kinds.push(...(await visit(publication)).map((check) => check.split(' ')[0] ?? ''));
  }
  expect(kinds.slice(0, 3)).toEqual(['unreadable', 'unreadable', 'availability']);
  origin.serve('/world/a-long-story-here', story('A long story'));
  pass(20 * MINUTE_MS);
  expect(await visit(publication)).toEqual(['availability /world/a-long-story-here']);
  const ledger = createLedger(stores);
  const [first] = await revisions();
  const tail = await ledger.tail(first?.split('/')[0] ?? '', 0);
  expect(tail?.revision).toMatchObject({ kind: 'availability', availability: { before: 'missing', after: 'live' } });
});

test('a site that loses everything for an hour is an incident, and no article’s disappearance', async () => {
  const paths = Array.from({ length: 8 }, (_, i) => `/world/a-long-story-number-${i}`);
  const serveAll = (answer: (path: string) => Served) => {
    for (const path of paths) origin.serve(path, answer(path));
  };
  origin.serve('/feed', feed(...paths));
  serveAll(story);
  const publication = { feeds: [origin.url('/feed')] };
  await visit(publication);
  const kinds = async (minutes: number): Promise<readonly string[]> => {
    const seen: string[] = [];
    for (let i = 0; i < minutes / 5; i += 1) {
      pass(5 * MINUTE_MS);
      seen.push(...(await visit(publication)).map((check) => check.split(' ')[0] ?? ''));
    }
    return [...new Set(seen)];
  };
  serveAll(() => ({ status: 404 }));
  expect(await kinds(60)).toEqual(['unreadable']);
  expect(told).toEqual(['everything-failing started']);
  serveAll(story);
  expect(await kinds(30)).toEqual(['unchanged']);
  expect(told).toEqual(['everything-failing started', 'everything-failing ended']);
  expect(await revisions()).toHaveLength(8);

  // What stays away for more than a day is away.
  serveAll(() => ({ status: 404 }));
  expect(await kinds(26 * 60)).toEqual(['unreadable', 'availability']);
});

test('a server that says “not modified” of whatever it has is found out within a day', async () => {
  const path = '/world/a-long-story-here';
  const lying = conditional({ etag: '"always"' }, String(story('A long story').body));
  const publication = { articles: [origin.url(path)], cadence: [{ under: '9d', every: '1h' }] };
  origin.serve(path, lying);
  await visit(publication);
  origin.serve(path, conditional({ etag: '"always"' }, String(story('A longer story').body)));
  const revised: number[] = [];
  for (let hour = 1; hour <= 48; hour += 1) {
    pass(HOUR_MS);
    if ((await visit(publication)).some((check) => check.startsWith('revised'))) revised.push(hour);
  }
  expect(revised).toHaveLength(1);
  expect(revised[0]).toBeLessThanOrEqual(25);
  // The rest of the time it is taken at its word.
  expect(origin.seen.filter(({ headers }) => headers['if-none-match'] !== undefined).length).toBeGreaterThan(40);
});

test('a clock that was years ahead for one visit keeps nothing from being looked at until then', async () => {
  const path = '/world/a-long-story-here';
  origin.serve('/feed', feed(path));
  origin.serve(path, story('A long story'));
  const publication = { feeds: [origin.url('/feed')], cadence: [{ under: '9999d', every: '1h' }] };
  await visit(publication);
  pass(5 * 365 * DAY_MS);
  await visit(publication);
  pass(HOUR_MS - 5 * 365 * DAY_MS);
  origin.serve(path, story('A longer story'));
  const before = origin.seen.length;
  expect(await visit(publication)).toEqual([`revised ${path}`]);
  expect(origin.seen.length - before, 'robots.txt, the feed and the article').toBe(3);
  // Wherever in the hour the article's own slot begins: its address has a port that is another in each run.
  const checks: string[] = [];
  for (let tick = 0; tick < 12; tick += 1) {
    pass(5 * MINUTE_MS);
    checks.push(...(await visit(publication)));
  }
  expect(checks).toEqual([`unchanged ${path}`]);
});

test('an unchanged shard costs one read and one write, however many articles it holds', async () => {
  const paths = Array.from({ length: 60 }, (_, i) => `/world/a-long-story-number-${i}`);
  origin.serve('/feed', feed(...paths));
  for (const path of paths) origin.serve(path, conditional({ etag: '"1"' }, String(story(path).body)));
  const publication = { feeds: [origin.url('/feed')] };
  await visit(publication);
  const ledger = countCalls(stores.ledger);
  const state = countCalls(stores.state);
  stores = { ledger: ledger.store, state: state.store };
  pass(20 * MINUTE_MS);
  expect(await visit(publication)).toHaveLength(60);
  // The shard and the publication's index.
  expect(state.calls).toEqual({ get: 2, list: 0, put: 2 });
  expect(ledger.calls).toEqual({ get: 0, list: 0, put: 0 });
});

function countCalls(store: Store) {
  const calls = { get: 0, list: 0, put: 0 };
  const counted: Store = {
    get: (key) => ((calls.get += 1), store.get(key)),
    list: (prefix, options) => ((calls.list += 1), store.list(prefix, options)),
    putIfAbsent: (key, bytes) => ((calls.put += 1), store.putIfAbsent(key, bytes)),
    putIfUnchanged: (key, bytes, version) => ((calls.put += 1), store.putIfUnchanged(key, bytes, version)),
  };
  return { store: counted, calls };
}
