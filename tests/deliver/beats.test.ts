import { expect, test } from 'vitest';
import { beatsOf } from '../../lib/deliver/index.ts';
import type { Article } from '../../lib/article.ts';
import { articleOf } from '../messages/article-of.ts';
import { comparisonOf } from '../messages/article-of.ts';
import { watchlistSchema, type WatchlistSource } from '../../lib/watchlist.ts';

const beatOf = (words: string[], patterns: string[] = []) =>
  watchlistSchema.parse({
    version: 1,
    operator: { contact: 'desk@news.example' },
    publications: { 'example-news': { name: 'Example News', feeds: ['https://news.example/feed'] } },
    beats: { beat: { words, patterns } },
  } satisfies WatchlistSource);

const far = Array.from({ length: 6 }, (_, index) => `Paragraph ${index} tells of other things.`);

test.each<[string, string[], string[], Partial<Article> & { paragraphs?: string[] }, boolean]>([
  ['a word of the headline', ['ferry'], [], { headline: 'Ferry sinks off island' }, true],
  ['a word inside another does not count', ['ferry'], [], { headline: 'Ferryman of the year' }, false],
  ['a phrase over a line end or odd spaces', ['north sea'], [], { headline: 'North\u00A0Sea storms' }, true],
  ['a word with a curly apostrophe', ["St John's"], [], { headline: 'Fire at St John’s school' }, true],
  ['a word before a comma', ['Kyiv'], [], { paragraphs: ['In Kyiv, sirens sounded.'] }, true],
  ['a word far down in an unchanged text does not count', ['Kyiv'], [], { paragraphs: [...far, 'Kyiv.'] }, false],
  ['a topic', ['harbours'], [], { topics: ['Harbours'] }, true],
  ['a section', ['world'], [], { section: 'World' }, true],
  ['a pattern', [], ['flood(s|ing)?'], { headline: 'Flooding in the north' }, true],
  ['a word of a script without spaces', ['東京'], [], { headline: '昨日東京で地震' }, true],
  ['a Cyrillic word whole', ['Київ'], [], { headline: 'Київський метрополітен' }, false],
])('on a beat: %s', (_, words, patterns, { paragraphs = far, ...parts }, expected) => {
  const article = articleOf(paragraphs, parts);
  expect(beatsOf(beatOf(words, patterns), article, null)).toEqual(expected ? ['beat'] : []);
});

test('a changed sentence far down puts the revision on its beat', () => {
  const before = articleOf([...far, 'The ferry sails on Monday.']);
  const after = articleOf([...far, 'The boat sails on Monday.']);
  expect(beatsOf(beatOf(['ferry']), after, comparisonOf(before, after))).toEqual(['beat']);
});
