import { load } from 'cheerio';
import { posix } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { createLedger, type Ledger } from '../../lib/record/index.ts';
import type { Revision } from '../../lib/revision.ts';
import {
  createArchive,
  gatherSite,
  lineOf,
  linesOf,
  NO_ADDRESSES,
  OPEN_SITE,
  pairView,
  publishRevision,
  readHistory,
  relativeHref,
  revisionView,
  secretSite,
  timelineView,
  writeReport,
  type Archive,
} from '../../lib/render/site/index.ts';
import { availabilityRevision, change, comparison, textRevision } from './examples.ts';

const FACTS = {
  now: '2025-11-28T12:00:00.000Z',
  publications: [
    { id: 'example-news', name: 'Example News' },
    { id: 'quiet-post', name: 'Quiet Post' },
  ],
  beats: ['sea'],
};
const ADDRESS = { base: null, authority: 'news.example' };

let ledger: Ledger;
let archive: Archive;
let files: Map<string, string>;

const commit = async (revision: Revision): Promise<void> => {
  await ledger.commit(revision.articleId, revision.number - 1, (tail) =>
    Promise.resolve({ revision: { ...revision, previousHash: tail?.hash ?? null }, pageBytes: null }),
  );
};

/** Runs the report and answers the paths it wrote. */
const report = async (): Promise<readonly string[]> => {
  const written: string[] = [];
  const ports = {
    archive,
    readAgain: () => Promise.resolve(null),
    read: (path: string) => Promise.resolve(files.get(path) ?? null),
    write: (path: string, text: string) => {
      files.set(path, text);
      written.push(path);
      return Promise.resolve();
    },
  };
  await Array.fromAsync(writeReport(ports, FACTS, ADDRESS));
  return written.toSorted();
};

beforeEach(async () => {
  const stores = { ledger: createMemoryStore(), state: createMemoryStore() };
  ledger = createLedger(stores);
  archive = createArchive(stores);
  files = new Map();
  for (const revision of [textRevision(1), textRevision(2), textRevision(3), availabilityRevision(4)])
    await commit(revision);
});

describe('a report', () => {
  test('has a page for everything, and every link in it leads to one', async () => {
    const written = await report();
    expect(written).toEqual([
      'articles/example-news-4f2a9c/00001-00003.html',
      'articles/example-news-4f2a9c/00001.html',
      'articles/example-news-4f2a9c/00002.html',
      'articles/example-news-4f2a9c/00003.html',
      'articles/example-news-4f2a9c/00004.html',
      'articles/example-news-4f2a9c/index.html',
      'articles/example-news-4f2a9c/revisions.json',
      'beats/sea/feed.atom',
      'feed.atom',
      'index.html',
      'publications/example-news/feed.atom',
      'publications/example-news/index.html',
      'publications/quiet-post/feed.atom',
      'publications/quiet-post/index.html',
    ]);
    for (const [path, text] of files) {
      if (!path.endsWith('.html')) continue;
      const $ = load(text);
      const hrefs = $('a[href], link[href]')
        .toArray()
        .map((link) => $(link).attr('href') ?? '')
        .filter((href) => !/^(#|https:|data:)/u.test(href));
      for (const href of hrefs)
        expect([...files.keys()], `${href} in ${path}`).toContain(posix.join(posix.dirname(path), href));
    }
  });

  test('writes again only what says something of more than one article, where nothing changed', async () => {
    await report();
    expect(await report()).toEqual([
      'index.html',
      'publications/example-news/index.html',
      'publications/quiet-post/index.html',
    ]);
  });

  test('draws an article anew when it has another revision', async () => {
    await report();
    await commit(availabilityRevision(5, { availability: { before: 'gone', after: 'live' } }));
    const written = await report();
    expect(written).toContain('articles/example-news-4f2a9c/00004.html');
    expect(written).toContain('feed.atom');
    expect(written).not.toContain('publications/quiet-post/feed.atom');
    expect(files.get('articles/example-news-4f2a9c/00004.html')).toContain('href="00005.html"');
  });

  test('that was cut off inside a file starts that article again', async () => {
    await report();
    files.set('articles/example-news-4f2a9c/revisions.json', '{"drawing":');
    expect(await report()).toContain('articles/example-news-4f2a9c/00001.html');
  });
});

describe('the overview', () => {
  test('names what stands out, and who is silent', async () => {
    await report();
    const $ = load(files.get('index.html') ?? '');
    expect($('.numbers').text().replaceAll(/\s+/gu, ' ').trim()).toBe(
      '1article followed 3revisions since first seen 3major 2major, no notice seen',
    );
    expect($('.alarm').text()).toContain('Quiet Post');
    expect($('.alarm').text()).not.toContain('Example News');
    expect($('#publications').parent().find('tbody tr')).toHaveLength(2);
  });

  test('says "no correction notice seen" of what was altered, and not of what was only added', async () => {
    const post = change({ kind: 'added', severity: 'notable', before: null, after: 'The inquiry opens.' });
    await commit(textRevision(5, { comparison: comparison([post]) }));
    await report();
    const $ = load(files.get('articles/example-news-4f2a9c/index.html') ?? '');
    const said = $('.list > li').map((_, line) => $(line).find('.top b').text());
    expect(said.toArray()).toEqual(['', '', 'no correction notice seen', 'no correction notice seen', '']);
    expect(files.get('articles/example-news-4f2a9c/00005.html')).not.toContain('No correction notice seen');
  });

  test('of one that has many publications names none where all are silent', async () => {
    const quiet = Array.from({ length: 9 }, (_, index) => ({ id: `quiet-${index}`, name: `Quiet ${index}` }));
    const $ = load(gatherSite({ ...FACTS, publications: quiet }).overview());
    expect($('.alarm').text()).toContain('all 9 publications');
  });

  test('keeps its lists short however much there is', () => {
    const gathering = gatherSite(FACTS);
    for (let article = 0; article < 200; article += 1) {
      const line = {
        ...lineOf({ revision: textRevision(2), hash: '' }),
        articleId: `a-${article}`,
        headline: `Headline ${article}`,
        fetchedAt: new Date(Date.UTC(2025, 10, 27) + article).toISOString(),
      };
      gathering.add([line]);
    }
    const $ = load(gathering.overview());
    expect($('.list').first().find('li')).toHaveLength(6);
    expect($('.more').first().find('li')).toHaveLength(9);
    expect($('.list').first().find('.title').first().text()).toBe('Headline 199');
    expect(gathering.feeds()[0]?.lines).toHaveLength(50);
  });
});

describe('a timeline', () => {
  test('shows every revision, the figures as they moved, and that the chain is whole', async () => {
    await report();
    const $ = load(files.get('articles/example-news-4f2a9c/index.html') ?? '');
    expect($('.list li')).toHaveLength(4);
    expect($('svg')).toHaveLength(1);
    expect($('svg title').first().text()).toBe('Words added and removed by each revision');
    expect($('.record').text()).toContain('Intact');
    expect($('.record').text()).toContain('Withdrawn, since 27 Nov 2025, 04:00 UTC');
  });

  test('names the revision at which the chain is broken', async () => {
    const history = await readHistory(archive, 'example-news-4f2a9c', () => Promise.resolve(null));
    if (history === null) throw new Error('no history');
    const [first, second, ...rest] = history.committed;
    const altered = second === undefined ? [] : [{ ...second, hash: 'ee'.repeat(32) }];
    const view = timelineView(
      linesOf({ ...history, committed: [first, ...altered, ...rest] }),
      { path: 'articles/x/index.html', to: OPEN_SITE, bytes: false },
      { kind: 'form', action: 'compare' },
    );
    expect(view.chain).toEqual({ kind: 'broken', at: 3 });
  });
});

describe('views', () => {
  test('a page at a secret path links to no other page of the site', async () => {
    const history = await readHistory(archive, 'example-news-4f2a9c', () => Promise.resolve(null));
    const view = history && (await revisionView(history, 1, { path: 'r/k7Qp2xW9', to: NO_ADDRESSES, bytes: false }));
    expect(view?.trail).toEqual({
      overview: null,
      publication: { name: 'Example News', href: null },
      timeline: null,
      previous: null,
      next: null,
    });
  });

  test('any two revisions are compared as they were read, over a withdrawal too', async () => {
    const history = await readHistory(archive, 'example-news-4f2a9c', () => Promise.resolve(null));
    const view = history && pairView(history, 1, 4, { path: 'x', to: OPEN_SITE, bytes: false });
    expect(view?.kind === 'compared' && view.comparison.wordsAdded).toBeGreaterThan(0);
    expect(history && pairView(history, 1, 9, { path: 'x', to: OPEN_SITE, bytes: false })).toBeNull();
  });

  test('where the page before was read again by a newer extractor, that reading is shown', async () => {
    await commit(textRevision(5, { comparedWith: { number: 3, readAgain: true } }));
    const again = { ...textRevision(3).snapshot.article, headline: 'Read again' };
    const history = await readHistory(archive, 'example-news-4f2a9c', () => Promise.resolve(again));
    const view = history && (await revisionView(history, 4, { path: 'x', to: OPEN_SITE, bytes: false }));
    expect(view?.kind === 'compared' && view.before.headline).toBe('Read again');
  });
});

describe('a published page', () => {
  test('lies at the secret path its revision carries, links to no other page, and stays as first written', async () => {
    const site = createMemoryStore();
    const publish = () =>
      publishRevision(
        'example-news-4f2a9c',
        2,
        archive,
        () => Promise.resolve(null),
        site,
        () => null,
      );
    expect((await publish())?.path).toBe('r/k7Qp2xW9');
    expect((await publish())?.path).toBe('r/k7Qp2xW9');
    const $ = load(new TextDecoder().decode((await site.get('r/k7Qp2xW9'))?.bytes));
    expect($('.facts del').first().text()).toBe('six');
    const hrefs = $('a[href]')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
    expect(hrefs.filter((href) => !/^(#|https:\/\/news\.example\/)/u.test(href))).toEqual([]);
  });

  test('links to the timeline of its article, where there is one, and to nothing else', async () => {
    const site = createMemoryStore();
    const { timeline } = secretSite('nobody-guesses-this').all;
    await publishRevision('example-news-4f2a9c', 2, archive, () => Promise.resolve(null), site, timeline);
    const $ = load(new TextDecoder().decode((await site.get('r/k7Qp2xW9'))?.bytes));
    const hrefs = $('a[href]')
      .toArray()
      .map((link) => $(link).attr('href') ?? '')
      .filter((href) => !/^(#|https:\/\/news\.example\/)/u.test(href));
    expect(new Set(hrefs)).toEqual(new Set([`../${timeline('example-news-4f2a9c')}`]));
  });

  test('is not written for a revision that is to have none', async () => {
    await commit(textRevision(5, { pageToken: null }));
    const site = createMemoryStore();
    const read = () => Promise.resolve(null);
    expect(await publishRevision('example-news-4f2a9c', 5, archive, read, site, () => null)).toBeNull();
    expect(await Array.fromAsync(site.list(''))).toEqual([]);
  });
});

describe('feeds', () => {
  test('are read back as they were written, with ids that stay', async () => {
    await report();
    const feed = parseAtomFeed(files.get('feed.atom') ?? '');
    expect(feed.id).toBe('tag:news.example,2025:stop-press/all');
    expect(feed.entries?.map((entry) => entry.id)).toEqual([
      'tag:news.example,2025:stop-press/example-news-4f2a9c/4',
      'tag:news.example,2025:stop-press/example-news-4f2a9c/3',
      'tag:news.example,2025:stop-press/example-news-4f2a9c/2',
    ]);
    const beat = parseAtomFeed(files.get('beats/sea/feed.atom') ?? '');
    expect(beat.entries?.map((entry) => entry.id)).toEqual(feed.entries?.map((entry) => entry.id));
    const entry = feed.entries?.[2];
    expect(entry?.updated).toBe('2025-11-26T19:35:00.000Z');
    expect(entry?.content?.type).toBe('html');
    expect(entry?.content?.value).toContain('<del>six</del>');
    expect(entry?.links?.[0]?.href).toBe('articles/example-news-4f2a9c/00002.html');
  });

  test('of a publication that has said nothing are valid and empty', async () => {
    await report();
    const feed = parseAtomFeed(files.get('publications/quiet-post/feed.atom') ?? '');
    expect(feed.title?.value).toBe('Stop Press: Quiet Post');
    expect(feed.entries).toBeUndefined();
  });
});

test.each([
  ['index.html', 'feed.atom', 'feed.atom'],
  ['articles/a/00002.html', 'articles/a/index.html', 'index.html'],
  ['articles/a/00002.html', 'index.html', '../../index.html'],
  ['articles/a/00002.html', 'publications/p/index.html', '../../publications/p/index.html'],
])('from %s the way to %s is %s', (from, to, href) => {
  expect(relativeHref(from, to)).toBe(href);
});
