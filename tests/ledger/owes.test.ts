import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../lib/instant.ts';
import { decideOwes, NO_RECENT, nextRecent, returnOf, type Debtor } from '../../lib/record/owes.ts';
import type { OwedAlert, Owes, Recent } from '../../lib/revision.ts';
import type { Watchlist, WatchlistSource } from '../../lib/watchlist.ts';
import { at } from './parts.ts';
import { ARTICLE_URL, watchlistOf } from './story.ts';

type EditionSource = NonNullable<WatchlistSource['editions']>[string];
const reader = { email: ['reader@example.com'] };

const withEditions = (editions: Record<string, Partial<EditionSource>>): Watchlist =>
  watchlistOf({
    editions: Object.fromEntries(
      Object.entries(editions).map(([id, edition]) => [id, { name: id, subscribers: reader, ...edition }]),
    ),
  });

const debtor = (over: Partial<Debtor> = {}): Debtor => ({
  publication: 'example-news',
  severity: 'notable',
  kinds: new Set(['figure']),
  beats: [],
  firstSighting: false,
  muted: false,
  fetchedAt: at('09:00'),
  returnsTo: null,
  recent: NO_RECENT,
  ...over,
});

/** `email now at 09:00 to desk`, or why nothing is owed. */
const say = (owes: Owes): readonly string[] | string =>
  owes.kind === 'nothing'
    ? owes.why
    : owes.alerts.map(
        ({ channel, how, dueAt, editions }) =>
          `${channel} ${how} at ${dueAt.slice(dueAt.startsWith('2026-03-01') ? 11 : 8, 16)} to ${editions.join(', ')}`,
      );

const owed = (over: Partial<Debtor> = {}, watchlist = watchlistOf(), lateMs = 0) => {
  const subject = debtor(over);
  return say(decideOwes(watchlist, subject, new Date(Date.parse(subject.fetchedAt) + lateMs)));
};

describe('nothing is owed', () => {
  const shadow = watchlistOf({
    publications: { 'example-news': { name: 'Example News', articles: [ARTICLE_URL], shadow: true } },
  });
  const unread = withEditions({ desk: { subscribers: { email: [] } } });
  test.each<[string, Partial<Debtor>, Watchlist, number, string]>([
    ['for a first sighting', { firstSighting: true }, watchlistOf(), 0, 'first-sighting'],
    ['for a cosmetic revision', { severity: 'cosmetic' }, watchlistOf(), 0, 'cosmetic'],
    ['of a muted article', { muted: true }, watchlistOf(), 0, 'muted'],
    ['of a publication in shadow', {}, shadow, 0, 'shadow'],
    ['for what is more than a day old when it is recorded', {}, watchlistOf(), DAY_MS + 1, 'too-old'],
    [
      'where it matters too little to every edition',
      {},
      withEditions({ desk: { severity: 'major' } }),
      0,
      'no-edition',
    ],
    ['where nobody subscribes to the edition that wants it', {}, unread, 0, 'no-subscriber'],
  ])('%s', (_, over, watchlist, lateMs, why) => {
    expect(owed(over, watchlist, lateMs)).toBe(why);
  });
});

describe('is owed now', () => {
  const sensitive = withEditions({ desk: { severity: 'minor' } });
  test.each<[string, Partial<Debtor>, Watchlist, number]>([
    ['the first change of an article', {}, watchlistOf(), 0],
    ['a minor one, where an edition wants it', { severity: 'minor' }, sensitive, 0],
    ['one that is a day old when it is recorded, to the millisecond', {}, watchlistOf(), DAY_MS],
    ['one of a publication that has left the watchlist since', { publication: 'former-news' }, watchlistOf(), 0],
  ])('%s', (_, over, watchlist, lateMs) => {
    expect(owed(over, watchlist, lateMs)).toEqual([expect.stringMatching(/^email now at 09:00 /)]);
  });
});

const wordings = (fingerprints: string): Recent['states'] =>
  fingerprints.split('').map((fingerprint, i) => ({ number: i + 1, fingerprint, fetchedAt: at('08:00') }));

describe('after an alert at 08:30', () => {
  const after = (alerted: NonNullable<Recent['alerted']>['severity'], time = '08:30') => ({
    recent: { states: [], alerted: { at: at(time), severity: alerted } },
  });
  test.each<[string, Partial<Debtor>, string]>([
    ['a change within the quiet hour is folded to its end', after('notable'), 'folded at 09:30'],
    ['so is one that matters less', after('major'), 'folded at 09:30'],
    ['one that matters more is owed now', { ...after('notable'), severity: 'major' }, 'now at 09:00'],
    ['one at the end of the quiet hour is owed now', { ...after('notable', '08:00') }, 'now at 09:00'],
    ['an alert dated ahead keeps a change for an hour, and no longer', after('notable', '23:00'), 'folded at 10:00'],
  ])('%s', (_, over, expected) => {
    expect(owed(over)).toEqual([`email ${expected} to world-desk`]);
  });
});

describe('a return to an earlier wording', () => {
  test.each<[string, Partial<Debtor>, string]>([
    ['waits two hours to settle', { recent: { states: wordings('ab'), alerted: null } }, 'folded at 11:00'],
    [
      'waits even where it matters more than what was told',
      { severity: 'major', recent: { states: wordings('ab'), alerted: { at: at('07:00'), severity: 'minor' } } },
      'folded at 11:00',
    ],
    ['waits no longer the third time', { recent: { states: wordings('abab'), alerted: null } }, 'folded at 11:00'],
    [
      'waits a day once it has flapped three times',
      { recent: { states: wordings('ababa'), alerted: null } },
      '02T09:00',
    ],
  ])('%s', (_, over, expected) => {
    expect(owed({ returnsTo: 1, ...over })).toEqual([expect.stringContaining(expected)]);
  });

  test.each<[string, string, string, number | null]>([
    ['the wording before the last', 'ab', 'a', 1],
    ['the latest of two', 'abac', 'a', 3],
    ['the wording it has now is no return', 'ab', 'b', null],
    ['nor is a new one', 'ab', 'c', null],
    ['nor is anything at first', '', 'a', null],
  ])('is told by its number: %s', (_, states, now, expected) => {
    expect(returnOf({ states: wordings(states), alerted: null }, now)).toBe(expected);
  });
});

describe('where a change is folded to 09:30', () => {
  const folded = { recent: { states: [], alerted: { at: at('08:30'), severity: 'major' } } } as const;
  const quiet = (to: string) => ({ quietHours: { from: '22:00', to, timeZone: 'UTC' } });
  test.each<[string, Record<string, Partial<EditionSource>>, readonly string[]]>([
    [
      'machines are told at once',
      { desk: { severity: 'minor', subscribers: { ...reader, events: ['https://reader.example/'] } } },
      ['email folded at 09:30 to desk', 'events now at 09:00 to desk'],
    ],
    [
      'texts wait too',
      { desk: { severity: 'minor', subscribers: { sms: ['+441632960961'] } } },
      ['sms folded at 09:30 to desk'],
    ],
    [
      'a digest keeps its hour',
      { desk: { digest: { at: '12:00', timeZone: 'UTC' } } },
      ['email digest at 12:00 to desk'],
    ],
    ['quiet hours that end later hold it longer', { desk: quiet('10:00') }, ['email folded at 10:00 to desk']],
    ['quiet hours that end before change nothing', { desk: quiet('09:15') }, ['email folded at 09:30 to desk']],
    [
      'editions owed the same at the same time are one debt, in the order of their ids',
      { late: quiet('10:00'), b: {}, a: {} },
      ['email folded at 10:00 to late', 'email folded at 09:30 to a, b'],
    ],
  ])('%s', (_, editions, expected) => {
    expect(owed(folded, withEditions(editions))).toEqual(expected);
  });
});

describe('what the next decision will know', () => {
  const alert = (how: OwedAlert['how']): OwedAlert => ({
    channel: 'email',
    editions: ['desk'],
    how,
    dueAt: at('09:00'),
  });
  const told = { at: at('09:00'), severity: 'notable' } as const;
  const earlier: Recent = { states: wordings('ab'), alerted: { at: at('07:00'), severity: 'minor' } };
  test.each<[string, Owes, Recent['alerted']]>([
    ['an alert owed now', { kind: 'alerts', alerts: [alert('now')] }, told],
    ['one of two owed now', { kind: 'alerts', alerts: [alert('folded'), alert('now')] }, told],
    ['not one that is folded', { kind: 'alerts', alerts: [alert('folded')] }, earlier.alerted],
    ['nor one of a digest', { kind: 'alerts', alerts: [alert('digest')] }, earlier.alerted],
    ['nor what is owed to nobody', { kind: 'nothing', why: 'muted' }, earlier.alerted],
  ])('is the last alert: %s', (_, owes, expected) => {
    expect(nextRecent(earlier, null, owes, told).alerted).toEqual(expected);
  });

  test('is the last twelve wordings; an availability adds none', () => {
    const nothing: Owes = { kind: 'nothing', why: 'cosmetic' };
    const state = { number: 13, fingerprint: 'm', fetchedAt: at('09:00') };
    const full: Recent = { states: wordings('abcdefghijkl'), alerted: null };
    const next = nextRecent(full, state, nothing, told).states.map(({ fingerprint }) => fingerprint);
    expect(next.join('')).toBe('bcdefghijklm');
    expect(nextRecent(full, null, nothing, told).states).toEqual(full.states);
  });
});

test('a change two hours after the alert is told, with the quiet period of the watchlist', () => {
  const later = {
    fetchedAt: at('10:30'),
    recent: { states: [], alerted: { at: at('08:30'), severity: 'major' } },
  } as const;
  expect(owed(later)).toEqual(['email now at 10:30 to world-desk']);
  expect(owed(later, watchlistOf({ messages: { quietPeriod: '3h' } }), HOUR_MS)).toEqual([
    'email folded at 11:30 to world-desk',
  ]);
});
