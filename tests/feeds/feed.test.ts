/** The rules of RFC 4287 that a writer of Atom must keep, each as a test; then the feed as a reader of feeds reads it. */
import { load, type CheerioAPI } from 'cheerio';
import * as fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { renderFeed, type FeedEntry, type FeedView } from '../../lib/render/feeds/index.ts';
import { feedContent } from '../../lib/render/pages/index.ts';
import { lineOf } from '../../lib/render/site/index.ts';
import { ferryView, textRevision } from '../pages/examples.ts';

const entry = (number: number, over: Partial<FeedEntry['line']> = {}): FeedEntry => ({
  line: {
    ...lineOf({ revision: textRevision(number), hash: 'ab'.repeat(32) }),
    timeline: null,
    href: `https://sp.example/articles/a/0000${number}.html`,
    ...over,
  },
  content: feedContent(ferryView()),
});

const view = (entries: readonly FeedEntry[]): FeedView => ({
  title: 'Stop Press: every revision',
  of: 'all',
  authority: 'sp.example',
  self: 'https://sp.example/feed.atom',
  page: 'https://sp.example/index.html',
  asOf: '2025-11-28T12:00:00.000Z',
  entries,
});

const two = renderFeed(view([entry(3), entry(2)]));
const read = (text: string): CheerioAPI => load(text, { xml: true });

/** https://www.rfc-editor.org/rfc/rfc3339 with the upper-case T and Z that RFC 4287, section 3.3, asks for. */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u;

test('4.1.1: a feed has exactly one id, one title and one updated', () => {
  const $ = read(two);
  for (const name of ['id', 'title', 'updated']) expect($(`feed > ${name}`)).toHaveLength(1);
  expect($('feed').attr('xmlns')).toBe('http://www.w3.org/2005/Atom');
});

test('4.1.1: a feed has an author, or every entry has one', () => {
  const $ = read(two);
  expect($('feed > author > name')).toHaveLength(1);
  expect($('entry > author > name')).toHaveLength(2);
});

test('4.1.1: a feed links to itself, and to no more than one page of a type', () => {
  const $ = read(two);
  expect($('feed > link[rel=self]')).toHaveLength(1);
  expect($('feed > link[rel=alternate]')).toHaveLength(1);
});

test('4.1.2: an entry has exactly one id, one title and one updated, at most one content and summary', () => {
  const $ = read(two);
  for (const one of $('entry').toArray()) {
    for (const name of ['id', 'title', 'updated', 'content', 'summary', 'published']) {
      expect($(one).children(name), name).toHaveLength(1);
    }
    expect($(one).children('link[rel=alternate]')).toHaveLength(1);
  }
});

test('3.3: dates are instants with a zone', () => {
  const $ = read(two);
  for (const date of $('updated, published').toArray()) expect($(date).text()).toMatch(DATE);
  expect($('feed > updated').text()).toBe('2025-11-26T20:35:00.000Z');
});

test('4.2.6: ids are absolute, unique, and the same however often the feed is written', () => {
  const $ = read(two);
  const ids = $('entry > id')
    .toArray()
    .map((id) => $(id).text());
  expect(ids).toEqual([
    'tag:sp.example,2025:stop-press/example-news-4f2a9c/3',
    'tag:sp.example,2025:stop-press/example-news-4f2a9c/2',
  ]);
  expect(renderFeed(view([entry(3), entry(2)]))).toBe(two);
});

test('4.1.3.3: content of type html is escaped markup without elements of its own', () => {
  const $ = read(two);
  expect($('content').attr('type')).toBe('html');
  expect($('content').children()).toHaveLength(0);
  const inside = load($('content').first().text());
  expect(inside('del').first().text()).toBe('six');
  expect(inside('script, style, iframe')).toHaveLength(0);
});

test('a feed without entries carries the time it was made', () => {
  expect(read(renderFeed(view([])))('feed > updated').text()).toBe('2025-11-28T12:00:00.000Z');
});

test('whatever a headline holds, the feed is read back with it as text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('</title><script>', ']]>', '<![CDATA[', '&amp;', '&#0;', '\u0000', '\uD800', '\uFFFF', '\u202E'),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const summary = `a${text}b`;
      const written = renderFeed(view([entry(2, { headline: `${summary}!`, summary, publicationName: summary })]));
      const $ = read(written);
      expect($('entry')).toHaveLength(1);
      expect(
        $('feed *')
          .toArray()
          .map((element) => $(element).prop('tagName')),
      ).not.toContain('script');
      const feed = parseAtomFeed(written);
      expect(feed.entries).toHaveLength(1);
      expect(feed.entries?.[0]?.id).toBe('tag:sp.example,2025:stop-press/example-news-4f2a9c/2');
      if (/^[\w .,!?-]*$/u.test(text)) expect(feed.entries?.[0]?.summary?.value).toBe(summary.trim());
    }),
    { numRuns: 25 },
  );
});
