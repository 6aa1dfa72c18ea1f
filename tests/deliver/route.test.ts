import { expect, test } from 'vitest';
import { routeRevision, whyNowhere, type RouteSubject } from '../../lib/deliver/index.ts';
import { watchlistSchema, type WatchlistSource } from '../../lib/watchlist.ts';

const at = '2025-11-26T18:35:00.000Z';
const subscribers = {
  email: ['reader@example.com'],
  sms: ['+441632960961'],
  events: ['https://reader.example.com/'],
};

const watchlistWith = (edition: Partial<NonNullable<WatchlistSource['editions']>[string]>) =>
  watchlistSchema.parse({
    version: 1,
    operator: { contact: 'desk@news.example' },
    publications: {
      'example-news': { name: 'Example News', feeds: ['https://news.example/feed'] },
      'other-paper': { name: 'Other Paper', feeds: ['https://other.example/feed'] },
    },
    beats: { island: { words: ['ferry'] } },
    editions: { desk: { name: 'Desk', subscribers, ...edition } },
  } satisfies WatchlistSource);

const subject = (change: Partial<RouteSubject> = {}): RouteSubject => ({
  publication: 'example-news',
  severity: 'major',
  kinds: new Set(['figure']),
  beats: [],
  ...change,
});

test.each<[string, Parameters<typeof watchlistWith>[0], Partial<RouteSubject>, string[]]>([
  ['a major revision goes everywhere', {}, {}, ['email now', 'sms now', 'events now']],
  ['a notable one costs no text', {}, { severity: 'notable' }, ['email now', 'events now']],
  ['a minor one reaches machines only', {}, { severity: 'minor' }, ['events now']],
  ['a cosmetic one reaches nobody', {}, { severity: 'cosmetic' }, []],
  [
    'a digest takes minor ones too',
    { digest: { at: '07:00', timeZone: 'Europe/London' } },
    { severity: 'minor' },
    ['email digest', 'events now'],
  ],
  [
    'a text is not held for the digest',
    { digest: { at: '07:00', timeZone: 'Europe/London' } },
    {},
    ['email digest', 'sms now', 'events now'],
  ],
  [
    'an edition sets its own least severity',
    { severity: 'minor' },
    { severity: 'minor' },
    ['email now', 'sms now', 'events now'],
  ],
  [
    'or one for each channel',
    { severity: { sms: 'notable' } },
    { severity: 'notable' },
    ['email now', 'sms now', 'events now'],
  ],
  ['a channel without subscribers is left out', { subscribers: { sms: subscribers.sms } }, {}, ['sms now']],
  ['machine events too go only where somebody subscribes', { subscribers: { events: [] } }, {}, []],
  ['another publication is not for it', { publications: ['other-paper'] }, {}, []],
  ['a revision without its kinds is not for it', { kinds: ['quote'] }, {}, []],
  [
    'a kind it asks for may stand inside another',
    { kinds: ['quote', 'figure'] },
    { kinds: new Set(['headline', 'figure']) },
    ['email now', 'sms now', 'events now'],
  ],
  ['a revision off its beats is not for it', { beats: ['island'] }, {}, []],
  ['one on its beats is', { beats: ['island'] }, { beats: ['island'] }, ['email now', 'sms now', 'events now']],
])('%s', (_, edition, change, expected) => {
  const routed = routeRevision(watchlistWith(edition), subject(change), at);
  expect(routed.map(({ channel, how }) => `${channel} ${how}`)).toEqual(expected);
});

test('quiet hours hold e-mails and texts until they end, and never events', () => {
  const watchlist = watchlistWith({ quietHours: { from: '18:00', to: '07:00', timeZone: 'Europe/London' } });
  expect(routeRevision(watchlist, subject(), at).map(({ channel, dueAt }) => [channel, dueAt])).toEqual([
    ['email', '2025-11-27T07:00:00.000Z'],
    ['sms', '2025-11-27T07:00:00.000Z'],
    ['events', at],
  ]);
});

test.each<[string, Parameters<typeof watchlistWith>[0], Partial<RouteSubject>, string]>([
  ['no edition wants it', { kinds: ['quote'] }, {}, 'no-edition'],
  ['it matters too little on every channel', {}, { severity: 'cosmetic' }, 'no-edition'],
  [
    'it matters too little for the mails, and nobody takes the events it would do for',
    { subscribers: { email: ['a@b.example'] } },
    { severity: 'minor' },
    'no-edition',
  ],
  ['an edition wants it, and nobody subscribes', { subscribers: {} }, {}, 'no-subscriber'],
])('why it goes nowhere: %s', (_, edition, change, why) => {
  expect(whyNowhere(watchlistWith(edition), subject(change))).toBe(why);
});
