import { describe, expect, test } from 'vitest';
import type { Article } from '../../lib/article.ts';
import { countWords, judgeCollapse } from '../../lib/record/index.ts';
import type { RosterEntry } from '../../lib/roster.ts';
import { at, entryOf, snapshotOf } from './parts.ts';

const reading = (words: number, access: Article['access'] = 'free', word = 'harbour') =>
  snapshotOf(Array.from({ length: words }, () => word).join(' '), { access });

describe('a reading that lost words', () => {
  test.each<[string, { before: number | null; now: number; access?: Article['access'] }, string]>([
    ['is held where it keeps a little less than 35 of a hundred', { before: 300, now: 104 }, 'held'],
    ['is taken where it keeps 35 of a hundred', { before: 300, now: 105 }, 'whole'],
    ['is taken where all of it is there', { before: 300, now: 320 }, 'whole'],
    ['is an edit of a short piece under eighty words', { before: 79, now: 5 }, 'whole'],
    ['is held from eighty words on', { before: 80, now: 5 }, 'held'],
    ['is taken where nothing was read before', { before: null, now: 5 }, 'whole'],
    ['is a paywall where the publisher says it is paid for', { before: 300, now: 50, access: 'paid' }, 'paywalled'],
    ['is a paywall where the publisher says it is metered', { before: 300, now: 50, access: 'metered' }, 'paywalled'],
    ['is held where nobody says', { before: 300, now: 50, access: 'unknown' }, 'held'],
    ['is the text all the same where it is paid for and whole', { before: 300, now: 300, access: 'paid' }, 'whole'],
  ])('%s', (_, { before, now, access }, expected) => {
    expect(judgeCollapse(entryOf({ words: before }), reading(now, access), at('09:00')).kind).toBe(expected);
  });
});

describe('a collapsed reading', () => {
  const short = reading(20);
  const other = reading(20, 'free', 'quay');
  const paid = reading(20, 'paid');
  test.each<[string, readonly (readonly [typeof short, string])[], readonly (number | string)[]]>([
    [
      'is believed in its third slot',
      [
        [short, '09:00'],
        [short, '10:00'],
        [short, '11:00'],
      ],
      [1, 2, 'whole'],
    ],
    [
      'seen three times in one slot was seen once',
      [
        [short, '09:00'],
        [short, '09:00'],
        [short, '09:00'],
      ],
      [1, 1, 1],
    ],
    [
      'must be the same each time',
      [
        [short, '09:00'],
        [short, '10:00'],
        [other, '11:00'],
        [other, '12:00'],
        [other, '13:00'],
      ],
      [1, 2, 1, 2, 'whole'],
    ],
    [
      'behind a paywall is never believed',
      [
        [paid, '09:00'],
        [paid, '10:00'],
        [paid, '11:00'],
        [paid, '12:00'],
      ],
      ['paywalled', 'paywalled', 'paywalled', 'paywalled'],
    ],
  ])('%s', (_, readings, expected) => {
    let collapse: RosterEntry['collapse'] = null;
    const judged = readings.map(([snapshot, time]) => {
      const verdict = judgeCollapse(entryOf({ words: 300, collapse }), snapshot, at(time));
      if (verdict.kind !== 'held') return verdict.kind;
      ({ collapse } = verdict);
      return verdict.collapse.slots;
    });
    expect(judged).toEqual(expected);
  });
});

test.each([
  ['Six ships burned.', 3],
  ['Élan, 40 ans', 3],
  ['Пять судов', 2],
  ['— …', 0],
  ['', 0],
])('the words of %j are %i', (text, words) => {
  expect(countWords(text)).toBe(words);
});
