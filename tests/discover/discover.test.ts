import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { discoverArticles, findSources, type Discovery, type DiscoveryInput } from '../../lib/discover/index.ts';
import { canonicalUrl, type CanonicalUrl } from '../../lib/identity.ts';
import { publicationSchema, type WatchlistSource } from '../../lib/watchlist.ts';
import { localFetcher } from '../fetch/fetcher.ts';
import { coded, conditional, redirect } from '../origin/misbehave.ts';
import { startOrigin, type Origin } from '../origin/origin.ts';

const NOW = new Date('2025-11-26T18:20:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

let origin: Origin;
beforeEach(async () => {
  origin = await startOrigin();
});
afterEach(() => origin.close());

type Entry = { readonly path: string; readonly published?: string; readonly updated?: string };
const rss = (...entries: readonly Entry[]): string =>
  `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>T</title>${entries
    .map(
      ({ path, published, updated }) =>
        `<item><title>t</title><link>${origin.url(path)}</link>${published === undefined ? '' : `<pubDate>${published}</pubDate>`}${updated === undefined ? '' : `<a:updated>${updated}</a:updated>`}</item>`,
    )
    .join('')}</channel></rss>`;
const sitemap = (...entries: readonly Entry[]): string =>
  `<urlset>${entries.map(({ path, updated }) => `<url><loc>${origin.url(path)}</loc>${updated === undefined ? '' : `<lastmod>${updated}</lastmod>`}</url>`).join('')}</urlset>`;
const sitemapIndex = (...children: readonly Entry[]): string =>
  `<sitemapindex>${children.map(({ path, updated }) => `<sitemap><loc>${origin.url(path)}</loc>${updated === undefined ? '' : `<lastmod>${updated}</lastmod>`}</sitemap>`).join('')}</sitemapindex>`;

type Given = Omit<Partial<DiscoveryInput>, 'publication'> & {
  readonly publication: Omit<WatchlistSource['publications'][string], 'name'>;
  readonly known?: readonly string[];
};

function discover({ publication, known = [], ...given }: Given): Promise<Discovery> {
  const canonical = new Set<CanonicalUrl | null>(known.map((path) => canonicalUrl(origin.url(path))));
  return discoverArticles({
    publicationId: 'example',
    publication: publicationSchema.parse({ name: 'Example', ...publication }),
    sources: [],
    fetchPage: localFetcher([origin.origin]),
    now: NOW,
    isKnown: (url) => canonical.has(url),
    followedCount: 0,
    ...given,
  });
}

const paths = ({ found }: Discovery): string[] => found.map(({ url }) => url.slice(origin.origin.length));

test('once the time is up no further source is asked: those left wait as they were', async () => {
  const asked: string[] = [];
  const discovery = await discover({
    publication: { feeds: ['/feed-in-time', '/feed-too-late'].map(origin.url) },
    fetchPage: async ({ url }) => {
      asked.push(url);
      const failure = { why: 'timeout', detail: 'slow', status: null, retryAfterSeconds: null } as const;
      return { kind: 'failed', fetchedAt: NOW.toISOString(), ...failure };
    },
    isTimeUp: () => asked.length > 0,
  });
  expect(asked).toEqual([origin.url('/feed-in-time')]);
  expect(discovery.outcomes.map(({ kind }) => kind)).toEqual(['failed', 'waiting']);
});

describe('what is found', () => {
  test('is what a feed lists and nobody follows, newest first, each story once', async () => {
    origin.serve('/feed', {
      body: rss(
        { path: '/older-story', published: 'Wed, 26 Nov 2025 08:00:00 GMT' },
        { path: '/newer-story?utm_source=rss', published: 'Wed, 26 Nov 2025 09:00:00 GMT' },
        { path: '/newer-story/', published: 'Wed, 26 Nov 2025 09:00:00 GMT' },
        { path: '/known-story', published: 'Wed, 26 Nov 2025 07:00:00 GMT' },
      ),
    });
    const discovery = await discover({ publication: { feeds: [origin.url('/feed')] }, known: ['/known-story'] });
    expect(paths(discovery)).toEqual(['/newer-story?utm_source=rss', '/older-story']);
    expect(discovery.found[0]).toMatchObject({
      canonical: origin.url('/newer-story'),
      publishedAt: '2025-11-26T09:00:00.000Z',
      source: origin.url('/feed'),
    });
    expect(discovery.outcomes).toEqual([
      { source: origin.url('/feed'), kind: 'read', listed: 4, found: 2, detail: null },
    ]);
  });

  test('by two sources is one, and says what either says', async () => {
    origin.serve('/feed', { body: rss({ path: '/story-one' }) });
    origin.serve('/sitemap.xml', { body: sitemap({ path: '/story-one', updated: '2025-11-26T12:00:00Z' }) });
    const { found } = await discover({
      publication: { feeds: [origin.url('/feed')], sitemaps: [origin.url('/sitemap.xml')] },
    });
    expect(found).toEqual([
      {
        url: origin.url('/story-one'),
        canonical: origin.url('/story-one'),
        publishedAt: null,
        updatedAt: '2025-11-26T12:00:00.000Z',
        source: origin.url('/feed'),
      },
    ]);
  });

  test('is no older than the watchlist says, by its stamps or the day in its address', async () => {
    origin.serve('/feed', {
      body: rss(
        { path: '/fresh', published: 'Tue, 25 Nov 2025 08:00:00 GMT' },
        { path: '/stale', published: 'Sun, 23 Nov 2025 08:00:00 GMT' },
        { path: '/stale-but-updated', published: 'Sun, 23 Nov 2025 08:00:00 GMT', updated: '2025-11-26T08:00:00Z' },
        { path: '/2025/11/26/by-address' },
        { path: '/2025/11/20/by-old-address' },
        { path: '/2024/03/by-old-month' },
        { path: '/2025/11/by-this-month' },
        { path: '/undated' },
      ),
    });
    const discovery = await discover({ publication: { feeds: [origin.url('/feed')], newerThan: '2d' } });
    expect(paths(discovery).sort()).toEqual(['/2025/11/26/by-address', '/2025/11/by-this-month', '/fresh', '/undated']);
  });

  test('matches the watchlist’s patterns', async () => {
    origin.serve('/feed', {
      body: rss(
        { path: '/world/a-story' },
        { path: '/world/live/a-blog' },
        { path: '/SPORT/a-match' },
        { path: '/video/x' },
      ),
    });
    const publication = { feeds: [origin.url('/feed')], include: ['/world/', '/sport/'], exclude: ['/live/'] };
    expect(paths(await discover({ publication })).sort()).toEqual(['/SPORT/a-match', '/world/a-story']);
  });

  test('leaves room for what is followed, takes the newest, and asks again for the rest', async () => {
    const entries = Array.from({ length: 10 }, (_, i) => ({
      path: `/story-${i}`,
      published: `Wed, 26 Nov 2025 0${i}:00:00 GMT`,
    }));
    origin.serve('/feed', conditional({ etag: '"1"' }, rss(...entries)));
    const publication = { feeds: [origin.url('/feed')], maxArticles: 5 };
    const first = await discover({ publication, followedCount: 3 });
    expect(paths(first)).toEqual(['/story-9', '/story-8']);
    expect(first.overLimit).toBe(8);
    const second = await discover({
      publication,
      followedCount: 4,
      known: ['/story-9', '/story-8'],
      sources: first.sources,
      now: later(5),
    });
    expect(paths(second)).toEqual(['/story-7']);
  });

  test('in the watchlist itself is found whatever its age and pattern', async () => {
    const publication = {
      articles: [origin.url('/2019/an-old-one'), origin.url('/2019/an-old-one#x')],
      include: ['/world/'],
    };
    const discovery = await discover({ publication });
    expect(paths(discovery)).toEqual(['/2019/an-old-one']);
    expect(paths(await discover({ publication, known: ['/2019/an-old-one'] }))).toEqual([]);
    expect(origin.seen).toEqual([]);
  });
});

describe('hints', () => {
  test('come for known articles from stamps, and never for those the patterns do not want', async () => {
    origin.serve('/feed', {
      body: rss(
        { path: '/known', published: 'Sun, 23 Nov 2025 08:00:00 GMT', updated: '2025-11-26T08:00:00Z' },
        { path: '/live/known', updated: '2025-11-26T08:00:00Z' },
        { path: '/undated-known' },
      ),
    });
    origin.serve('/sitemap.xml', { body: sitemap({ path: '/known', updated: '2025-11-26T12:00:00Z' }) });
    const { hints, found } = await discover({
      publication: { feeds: [origin.url('/feed')], sitemaps: [origin.url('/sitemap.xml')], exclude: ['/live/'] },
      known: ['/known', '/live/known', '/undated-known'],
    });
    expect(found).toEqual([]);
    expect(hints).toEqual([{ canonical: origin.url('/known'), updatedAt: '2025-11-26T12:00:00.000Z' }]);
  });
});

describe('a source', () => {
  test('is asked conditionally, and "not modified" is no failure and no news', async () => {
    origin.serve(
      '/feed',
      conditional({ etag: 'W/"7"', 'last-modified': 'Wed, 26 Nov 2025 18:00:00 GMT' }, rss({ path: '/story-one' })),
    );
    const publication = { feeds: [origin.url('/feed')] };
    const first = await discover({ publication });
    const second = await discover({ publication, sources: first.sources, now: later(5) });
    expect(second.found).toEqual([]);
    expect(second.outcomes).toMatchObject([{ kind: 'unchanged' }]);
    expect(second.sources).toMatchObject([
      {
        validators: { etag: 'W/"7"', lastModified: 'Wed, 26 Nov 2025 18:00:00 GMT' },
        checkedAt: later(5).toISOString(),
        lastNewAt: NOW.toISOString(),
      },
    ]);
  });

  test('is not asked twice in two minutes', async () => {
    origin.serve('/feed', { body: rss({ path: '/story-one' }) });
    const publication = { feeds: [origin.url('/feed')] };
    const first = await discover({ publication });
    const second = await discover({ publication, sources: first.sources, now: later(1) });
    expect(second.outcomes).toMatchObject([{ kind: 'waiting' }]);
    expect(origin.seen).toHaveLength(1);
    expect(second.sources).toEqual(first.sources);
  });

  test('that fails says why, is left alone for longer and longer, and removes nothing', async () => {
    origin.serve('/feed', { status: 503 });
    origin.serve('/other', { body: rss({ path: '/story-one' }) });
    const publication = { feeds: [origin.url('/feed'), origin.url('/other')] };
    let { sources, outcomes, found } = await discover({ publication });
    expect(outcomes).toMatchObject([{ kind: 'failed', detail: 'HTTP 503' }, { kind: 'read' }]);
    expect(found).toHaveLength(1);
    ({ sources, outcomes } = await discover({ publication, sources, now: later(5) }));
    expect(sources[0]).toMatchObject({ failures: 2, notBefore: later(15).toISOString() });
    ({ sources, outcomes } = await discover({ publication, sources, now: later(10) }));
    expect(outcomes[0]).toMatchObject({ kind: 'waiting' });
    origin.serve('/feed', { body: rss({ path: '/story-two' }) });
    ({ sources, found } = await discover({ publication, sources, now: later(16), known: ['/story-one'] }));
    expect(found).toHaveLength(1);
    expect(sources[0]).toMatchObject({ failures: 0, notBefore: null });
  });

  test('that asks to be left alone is', async () => {
    origin.serve('/feed', { status: 429, headers: { 'retry-after': '3600' } });
    const first = await discover({ publication: { feeds: [origin.url('/feed')] } });
    expect(first.sources[0]).toMatchObject({ notBefore: '2025-11-26T19:20:00.000Z' });
  });

  test('that is no feed at all says what it is, and is asked whole again', async () => {
    origin.serve('/feed', { headers: { etag: '"1"' }, body: '<!doctype html><html><body>soon back</body></html>' });
    const { outcomes, sources } = await discover({ publication: { feeds: [origin.url('/feed')] } });
    expect(outcomes).toMatchObject([{ kind: 'failed', detail: 'an HTML page, not a feed' }]);
    expect(sources[0]?.validators.etag).toBeNull();
  });

  test('that moved for good says where to', async () => {
    origin.serve('/feed', redirect('/new-feed', 301));
    origin.serve('/new-feed', { body: rss({ path: '/story-one' }) });
    const { outcomes, found } = await discover({ publication: { feeds: [origin.url('/feed')] } });
    expect(found).toHaveLength(1);
    expect(outcomes[0]?.detail).toBe(`moved for good to ${origin.url('/new-feed')}: put that into the watchlist`);
  });

  test('that left the watchlist is forgotten', async () => {
    origin.serve('/feed', { body: rss() });
    origin.serve('/other', { body: rss() });
    origin.serve('/sitemap.xml', { body: sitemap() });
    const sitemaps = [origin.url('/sitemap.xml')];
    const both = await discover({ publication: { feeds: [origin.url('/feed'), origin.url('/other')], sitemaps } });
    const publication = { feeds: [origin.url('/feed')], sitemaps };
    const one = await discover({ publication, sources: both.sources, now: later(5) });
    expect(one.sources.map(({ url }) => url)).toEqual([origin.url('/feed'), origin.url('/sitemap.xml')]);
  });

  test('of 5 MB, as a feed or a sitemap, is read in good time', async () => {
    const filler = 'x'.repeat(10_000);
    const items = Array.from(
      { length: 500 },
      (_, i) =>
        `<item><title>Story ${i} &amp; more</title><link>${origin.url(`/story-number-${i}`)}</link><description>${filler}</description></item>`,
    );
    origin.serve('/feed', coded('gzip', `<rss version="2.0"><channel>${items.join('')}</channel></rss>`));
    origin.serve('/sitemap.xml', {
      body: sitemap(...Array.from({ length: 10_000 }, (_, i) => ({ path: `/2025/11/26/s-${i}` }))),
    });
    const fetchPage = localFetcher([origin.origin], {
      maxBodyBytes: 10e6,
      maxDecodedBytes: 10e6,
      timeouts: { firstByteMs: 5_000, wholeMs: 10_000 },
    });
    const publication = { feeds: [origin.url('/feed')], sitemaps: [origin.url('/sitemap.xml')], maxArticles: 100_000 };
    const { found } = await discover({ publication, fetchPage });
    expect(found).toHaveLength(10_500);
  });
});

describe('sitemaps', () => {
  test('an undated one is believed while it is short; a long one is an archive', async () => {
    const undated = (count: number) =>
      sitemap(...Array.from({ length: count }, (_, i) => ({ path: `/story-number-${i}` })));
    origin.serve('/short.xml', { body: undated(50) });
    origin.serve('/long.xml', { body: undated(5_000) });
    expect((await discover({ publication: { sitemaps: [origin.url('/short.xml')] } })).found).toHaveLength(50);
    expect((await discover({ publication: { sitemaps: [origin.url('/long.xml')] } })).found).toEqual([]);
  });

  test('of an index of thousands the newest five are read, and old and foreign ones never', async () => {
    const children = Array.from({ length: 3_000 }, (_, i) => ({ path: `/old-${i}.xml`, updated: '2020-01-01' }));
    const fresh = Array.from({ length: 8 }, (_, i) => ({
      path: `/fresh-${i}.xml`,
      updated: `2025-11-26T0${i}:00:00Z`,
    }));
    origin.serve('/index.xml', {
      body: sitemapIndex(
        ...children,
        ...fresh,
        { path: '/image-sitemap.xml', updated: '2025-11-26T09:00:00Z' },
        { path: '/2019-05/x.xml' },
      ),
    });
    for (const [i, { path }] of fresh.entries())
      origin.serve(path, { body: sitemap({ path: `/story-of-${i}`, updated: '2025-11-26T08:00:00Z' }) });
    const publication = { sitemaps: [origin.url('/index.xml')] };
    const first = await discover({ publication });
    expect(origin.seen.map(({ path }) => path)).toEqual([
      '/index.xml',
      '/fresh-7.xml',
      '/fresh-6.xml',
      '/fresh-5.xml',
      '/fresh-4.xml',
      '/fresh-3.xml',
    ]);
    // What was read and has not changed since is left; the rest comes next.
    const second = await discover({ publication, sources: first.sources, now: later(5), known: paths(first) });
    expect(origin.seen.slice(6).map(({ path }) => path)).toEqual([
      '/index.xml',
      '/fresh-2.xml',
      '/fresh-1.xml',
      '/fresh-0.xml',
    ]);
    expect(paths(second).sort()).toEqual(['/story-of-0', '/story-of-1', '/story-of-2']);
    const third = await discover({
      publication,
      sources: second.sources,
      now: later(10),
      known: [...paths(first), ...paths(second)],
    });
    expect(third.found).toEqual([]);
    expect(origin.seen).toHaveLength(11);
  });

  test('undated children take turns, the last named first', async () => {
    const children = Array.from({ length: 12 }, (_, i) => ({ path: `/part-${i}.xml` }));
    origin.serve('/index.xml', { body: sitemapIndex(...children) });
    for (const { path } of children) origin.serve(path, { body: sitemap() });
    const publication = { sitemaps: [origin.url('/index.xml')] };
    let sources: Discovery['sources'] = [];
    for (const minutes of [0, 5, 10]) ({ sources } = await discover({ publication, sources, now: later(minutes) }));
    const read = origin.seen.map(({ path }) => path).filter((path) => path.startsWith('/part'));
    expect(read[0]).toBe('/part-11.xml');
    expect(new Set(read).size).toBe(12);
  });

  test('that name one another end', async () => {
    origin.serve('/a.xml', { body: sitemapIndex({ path: '/b.xml' }, { path: '/a.xml' }) });
    origin.serve('/b.xml', { body: sitemapIndex({ path: '/a.xml' }, { path: '/c.xml' }) });
    origin.serve('/c.xml', { body: sitemapIndex({ path: '/d.xml' }) });
    await discover({ publication: { sitemaps: [origin.url('/a.xml')] } });
    expect(origin.seen.map(({ path }) => path)).toEqual(['/a.xml', '/b.xml', '/c.xml']);
  });
});

describe('the sources of a site', () => {
  test('are the feeds it names and the sitemaps of its robots.txt, news first, with what they hold', async () => {
    origin.serve('/', {
      body: '<html><head><title>Example</title><meta property="og:site_name" content="Example News"><link rel="alternate" type="application/rss+xml" href="/rss"><link rel="alternate" type="application/rss+xml" href="/comments/feed"></head></html>',
    });
    origin.serve('/rss', {
      body: rss({ path: '/story-one', published: 'Wed, 26 Nov 2025 09:00:00 GMT' }, { path: '/story-two' }),
    });
    origin.serve('/robots.txt', { body: `Sitemap: ${origin.url('/all.xml')}\nsitemap: /news.xml\n` });
    origin.serve('/all.xml', { body: sitemapIndex({ path: '/x.xml' }) });
    origin.serve('/news.xml', { body: sitemap({ path: '/story-one', updated: '2025-11-26' }) });
    const { siteName, sources, detail } = await findSources(origin.url('/'), localFetcher([origin.origin]));
    expect(siteName).toBe('Example News');
    expect(detail).toBeNull();
    expect(sources.map(({ url, kind, listed }) => [url.slice(origin.origin.length), kind, listed])).toEqual([
      ['/rss', 'feed', 2],
      ['/news.xml', 'sitemap', 1],
      ['/all.xml', 'sitemap', 1],
    ]);
    expect(sources[0]).toMatchObject({ title: 'T', newestAt: '2025-11-26T09:00:00.000Z', samples: ['t', 't'] });
  });

  test('are looked for in the usual places where it names none', async () => {
    origin.serve('/', { body: '<html><title>Quiet</title></html>' });
    origin.serve('/feed.xml', { body: rss({ path: '/story-one' }) });
    origin.serve('/sitemap.xml', { body: sitemap({ path: '/story-one' }) });
    const { sources } = await findSources(origin.url('/'), localFetcher([origin.origin]));
    expect(sources.map(({ url }) => url.slice(origin.origin.length))).toEqual(['/feed.xml', '/sitemap.xml']);
  });

  test('may be the address itself', async () => {
    origin.serve('/x', { body: rss({ path: '/story-one' }) });
    expect((await findSources(origin.url('/x'), localFetcher([origin.origin]))).sources).toMatchObject([
      { kind: 'feed', url: origin.url('/x') },
    ]);
  });

  test('may be no more than the page of links', async () => {
    origin.serve('/', {
      body: '<html><title>Links</title><a href="/2025/11/26/talks-resume-in-geneva">Talks</a></html>',
    });
    expect((await findSources(origin.url('/'), localFetcher([origin.origin]))).sources).toMatchObject([
      { kind: 'section', listed: 1 },
    ]);
  });

  test('are none, with the reason, where there are none', async () => {
    origin.serve('/', { body: '<html><title>Nothing</title></html>' });
    expect(await findSources(origin.url('/'), localFetcher([origin.origin]))).toMatchObject({
      sources: [],
      detail: expect.stringContaining('no feed'),
    });
    expect(await findSources(origin.url('/gone'), localFetcher([origin.origin]))).toMatchObject({
      sources: [],
      detail: 'HTTP 404',
    });
    expect(await findSources('http://169.254.169.254/', localFetcher([]))).toMatchObject({
      sources: [],
      detail: expect.stringContaining('not a public address'),
    });
  });
});
