import { expect, test } from 'vitest';
import { watchlistSchema, type WatchlistSource } from '../../lib/watchlist.ts';

const source: WatchlistSource = {
  version: 1,
  operator: { contact: 'desk@news.example' },
  publications: { 'example-news': { name: 'Example News', feeds: ['https://news.example/feed'] } },
  editions: { 'world-desk': { name: 'World desk', subscribers: { email: ['reader@example.com'] } } },
};

test('a short watchlist is filled with the defaults', () => {
  const watchlist = watchlistSchema.parse(source);
  expect(watchlist.publications['example-news']).toMatchObject({ delay: 1_000, newerThan: 172_800_000, shadow: false });
  expect(watchlist.messages).toMatchObject({ senderName: 'StopPress', quietPeriod: 3_600_000 });
});

test.each<[string, WatchlistSource, string, PropertyKey[]]>([
  [
    'an edition of a publication that is not there is refused',
    { ...source, editions: { desk: { name: 'Desk', publications: ['other'] } } },
    'there is no publication “other”; there are: example-news',
    ['editions', 'desk', 'publications', 0],
  ],
  [
    'two publications that follow the same feed are refused',
    {
      ...source,
      publications: { ...source.publications, copy: { name: 'Copy', feeds: ['https://news.example/feed'] } },
    },
    '“example-news” follows https://news.example/feed already: an article can belong to one publication only',
    ['publications', 'copy', 'feeds', 0],
  ],
  [
    'a publication with nothing to read is refused',
    { ...source, publications: { empty: { name: 'Empty' } } },
    'give it at least one of feeds, sitemaps, sections or articles',
    ['publications', 'empty'],
  ],
  [
    'a duration without a unit is refused',
    { ...source, messages: { quietPeriod: '90' } },
    'write a number and a unit: 90s, 15m, 3h or 7d',
    ['messages', 'quietPeriod'],
  ],
])('%s', (_, watchlist, message, path) => {
  const outcome = watchlistSchema.safeParse(watchlist);
  expect(outcome.error?.issues).toMatchObject([{ message, path }]);
});
