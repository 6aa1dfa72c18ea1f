import { expect, test } from 'vitest';
import { messageOptions } from '../../lib/deliver/index.ts';
import { watchlistSchema, type WatchlistSource } from '../../lib/watchlist.ts';

const reasonOf = (edition: Partial<NonNullable<WatchlistSource['editions']>[string]>) =>
  messageOptions(
    watchlistSchema.parse({
      version: 1,
      operator: { contact: 'desk@news.example' },
      publications: { 'example-news': { name: 'Example News', feeds: ['https://news.example/feed'] } },
      beats: { ferries: { words: ['ferry'] } },
      editions: { desk: { name: 'Desk', ...edition } },
    } satisfies WatchlistSource),
  ).reasons['desk'];

test.each<[string, Parameters<typeof reasonOf>[0], string]>([
  ['nothing said', {}, 'all publications, notable and major changes'],
  ['one publication, by name', { publications: ['example-news'], severity: 'major' }, 'Example News, major changes'],
  [
    'kinds and beats',
    { kinds: ['quote', 'figure'], beats: ['ferries'] },
    'all publications, notable and major changes, of the kinds figure, quote, on the beat ferries',
  ],
  [
    'a digest, which takes more',
    { digest: { at: '07:00', timeZone: 'Europe/London' } },
    'all publications, minor changes and up, as a digest at 07:00 Europe/London',
  ],
])('an e-mail says why it came: %s', (_, edition, expected) => {
  expect(reasonOf(edition)).toBe(expected);
});
