import { expect, test } from 'vitest';
import { previewEditions } from '../../lib/deliver/index.ts';
import { watchlistSchema, type WatchlistSource } from '../../lib/watchlist.ts';
import { CASES } from '../messages/cases.ts';

const revisionOf = (name: string) => {
  const found = CASES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no case “${name}”`);
  return found.alertFor('email').revision;
};

test('each edition is shown what it would have had, and how', () => {
  const subscribers = {
    email: ['reader@example.com'],
    sms: ['+441632960961'],
    events: ['https://reader.example.com/'],
  };
  const watchlist = watchlistSchema.parse({
    version: 1,
    operator: { contact: 'desk@news.example' },
    publications: { 'example-news': { name: 'Example News', feeds: ['https://news.example/feed'] } },
    editions: {
      all: { name: 'All', subscribers },
      headlines: { name: 'Headlines', kinds: ['headline'], subscribers },
      daily: {
        name: 'Daily',
        digest: { at: '07:00', timeZone: 'Europe/London' },
        subscribers: { email: ['a@example.com'] },
      },
    },
  } satisfies WatchlistSource);
  const revisions = ['availability-gone', 'headline', 'wording'].map(revisionOf);
  const shown = previewEditions(watchlist, revisions).map(({ edition, would }) => [
    edition,
    would.map(({ revision, routed }) => [
      revisions.indexOf(revision),
      routed.map(({ channel, how }) => `${channel} ${how}`).join(', '),
    ]),
  ]);
  expect(shown).toEqual([
    [
      'all',
      [
        [0, 'email now, sms now, events now'],
        [1, 'email now, events now'],
        [2, 'events now'],
      ],
    ],
    ['headlines', [[1, 'email now, events now']]],
    [
      'daily',
      [
        [0, 'email digest'],
        [1, 'email digest'],
        [2, 'email digest'],
      ],
    ],
  ]);
});
