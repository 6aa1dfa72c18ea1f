import { describe, expect, test } from 'vitest';
import { LIVE } from '../../lib/availability.ts';
import { HOUR_MS } from '../../lib/instant.ts';
import { NO_VALIDATORS, type FetchOutcome } from '../../lib/page.ts';
import {
  areStampsReliable,
  backoff,
  compareContext,
  mergeEntries,
  withoutFuture,
  withStamp,
} from '../../lib/record/index.ts';
import type { RosterEntry } from '../../lib/roster.ts';
import { at, contextOf, entryOf, pageOf, snapshotOf, textRevision } from './parts.ts';
import { ARTICLE_URL, watchlistOf } from './story.ts';

const NOW = new Date(at('09:00'));

describe('a check that read nothing', () => {
  const failed = (retryAfterSeconds: number | null): FetchOutcome => ({
    kind: 'failed',
    why: 'server-error',
    detail: 'HTTP 503',
    status: 503,
    fetchedAt: at('09:00'),
    retryAfterSeconds,
  });
  test.each<[string, FetchOutcome, number, string | null]>([
    ['is tried again in its next slot, the first time', failed(null), 0, null],
    ['waits longer with each failure in a row', failed(null), 2, '09:20'],
    ['waits as long as the server asks', failed(1_800), 0, '09:30'],
    ['keeps its slots where the page is not found', { kind: 'missing', status: 404, fetchedAt: at('09:00') }, 2, null],
    ['keeps its slots where it is gone', { kind: 'gone', status: 410, fetchedAt: at('09:00') }, 2, null],
    ['keeps its slots where a page came that holds no article', { kind: 'page', page: pageOf() }, 2, null],
    [
      'waits where we may not ask at all',
      { kind: 'refused', why: 'robots', detail: 'robots.txt', fetchedAt: at('09:00') },
      2,
      '09:20',
    ],
  ])('%s', (_, fetched, before, until) => {
    const notBefore = until === null ? null : at(until);
    expect(backoff(entryOf({ failures: before }), fetched, NOW)).toEqual({ failures: before + 1, notBefore });
  });
});

describe('the publisher’s modified stamp', () => {
  const known = { movedAlone: 3, movedWithText: 4 };
  test.each<[string, string | null, string | null, Parameters<typeof withStamp>[2], RosterEntry['stamps']]>([
    ['that moves with no change of text has moved alone', '08:00', '09:00', 'same-text', { ...known, movedAlone: 4 }],
    ['that moves with the text has moved with it', '08:00', '09:00', 'new-text', { ...known, movedWithText: 5 }],
    ['that stands has not moved', '08:00', '08:00', 'same-text', known],
    ['that is there for the first time has not moved', null, '09:00', 'same-text', known],
    ['that is left out has not moved', '08:00', null, 'new-text', known],
    ['says nothing at a first sighting', '08:00', '09:00', 'first-sighting', known],
  ])('%s', (_, before, after, text, stamps) => {
    const entry = withStamp(entryOf({ modifiedAt: before, stamps: known }), after, text);
    expect(entry).toEqual(entryOf({ modifiedAt: after ?? before, stamps }));
  });

  test.each<[string, readonly RosterEntry['stamps'][], boolean | null]>([
    ['four moves say nothing', [{ movedAlone: 2, movedWithText: 2 }], null],
    [
      'five moves of several articles say something',
      [
        { movedAlone: 1, movedWithText: 2 },
        { movedAlone: 1, movedWithText: 1 },
      ],
      true,
    ],
    ['as many alone as with the text are still believed', [{ movedAlone: 3, movedWithText: 3 }], true],
    ['more alone than with the text are not', [{ movedAlone: 4, movedWithText: 3 }], false],
  ])('is believed for what it did: %s', (_, stamps, expected) => {
    expect(areStampsReliable(stamps.map((of) => ({ stamps: of })))).toBe(expected);
  });
});

describe('an entry that a wrong clock dated ahead', () => {
  const ahead = '2026-03-04T09:00:00.000Z';
  test('is due now, and what depends on those dates begins anew', () => {
    const suspect = { state: 'missing', since: ahead, slots: 2, lastSlot: ahead } as const;
    const wrong = entryOf({
      firstSeenAt: ahead,
      checkedAt: ahead,
      readAt: ahead,
      changedAt: ahead,
      notBefore: ahead,
      availability: { state: 'gone', suspect },
      collapse: { fingerprint: 'x', slots: 2, lastSlot: ahead },
      fingerprint: 'as read',
      revision: 7,
    });
    expect(withoutFuture(wrong, NOW)).toEqual(
      entryOf({
        firstSeenAt: NOW.toISOString(),
        availability: { state: 'gone', suspect: null },
        fingerprint: 'as read',
        revision: 7,
      }),
    );
  });

  test('keeps the dates that are not ahead', () => {
    const wrong = entryOf({ firstSeenAt: at('07:00'), changedAt: at('08:00'), checkedAt: ahead });
    expect(withoutFuture(wrong, NOW)).toMatchObject({ firstSeenAt: at('07:00'), changedAt: at('08:00') });
  });

  test.each([
    ['was never checked', null],
    ['was checked before', at('08:59')],
    ['was checked by a clock an hour ahead', new Date(NOW.getTime() + HOUR_MS).toISOString()],
  ])('is not one that %s', (_, checkedAt) => {
    expect(withoutFuture(entryOf({ checkedAt }), NOW)).toBeNull();
  });
});

describe('two copies of one entry', () => {
  const ours = (over: Partial<RosterEntry>) => entryOf({ pageHash: 'ours', ...over });
  const theirs = (over: Partial<RosterEntry>) => entryOf({ pageHash: 'theirs', ...over });
  test.each<[string, RosterEntry, RosterEntry, 'ours' | 'theirs']>([
    ['the higher revision wins', ours({ revision: 2 }), theirs({ revision: 1 }), 'ours'],
    ['on either side', ours({ revision: 1 }), theirs({ revision: 2 }), 'theirs'],
    [
      'even where it was checked earlier',
      ours({ revision: 2, checkedAt: at('08:00') }),
      theirs({ revision: 1, checkedAt: at('09:00') }),
      'ours',
    ],
    ['then the later check', ours({ checkedAt: at('08:00') }), theirs({ checkedAt: at('09:00') }), 'theirs'],
    ['on either side too', ours({ checkedAt: at('09:00') }), theirs({ checkedAt: at('08:00') }), 'ours'],
    ['a check is later than none', ours({}), theirs({ checkedAt: at('08:00') }), 'theirs'],
    ['as it is the other way round', ours({ checkedAt: at('08:00') }), theirs({}), 'ours'],
    ['of two alike ours stays', ours({}), theirs({}), 'ours'],
  ])('%s', (_, mine, other, expected) => {
    expect(mergeEntries([mine], [other]).map(({ pageHash }) => pageHash)).toEqual([expected]);
  });

  test('have the addresses of both', () => {
    const [merged] = mergeEntries([ours({ aliases: ['a', 'b'] })], [theirs({ aliases: ['a', 'c'], revision: 1 })]);
    expect(merged?.aliases).toEqual(['a', 'b', 'c']);
  });
});

test('a comparison is told when the text was last seen unchanged: read since, or at its revision’s own fetch', () => {
  const watchlist = watchlistOf({
    publications: {
      'example-news': { name: 'Example News', articles: [ARTICLE_URL], severities: { figure: 'notable' } },
    },
    beats: { harbour: { words: ['quay'] } },
  });
  const context = contextOf({ watchlist, stampsReliable: true });
  const before = { revision: textRevision(), snapshot: snapshotOf('Six died.'), readAgain: false };
  const page = pageOf({ fetchedAt: at('11:00') });
  expect(compareContext(before, entryOf({ readAt: at('10:00') }), page, context)).toEqual({
    lastUnchangedAt: at('10:00'),
    fetchedAt: at('11:00'),
    stampsReliable: true,
    rules: {
      ignore: { kinds: [], patterns: [], blocks: [] },
      severities: { figure: 'notable' },
      beats: [{ words: ['quay'], patterns: [] }],
    },
  });
  expect(compareContext(before, entryOf(), page, context).lastUnchangedAt).toBe(at('09:00'));
});

test('an article just found is live, unread and due', () => {
  expect(entryOf()).toMatchObject({
    availability: LIVE,
    validators: NO_VALIDATORS,
    revision: 0,
    checkedAt: null,
    fingerprint: null,
    firstSeenAt: at('08:00'),
    aliases: [ARTICLE_URL],
  });
});
