import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIVE } from '../lib/availability.ts';
import {
  backOffUntil,
  capacityOf,
  DEFAULT_CADENCE,
  dueAt,
  isNewDay,
  selectDue,
  slotOf,
  type Cadence,
  type Scheduled,
} from '../lib/cadence.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../lib/instant.ts';

const START = Date.parse('2025-11-26T00:00:00Z');
const at = (ms: number) => new Date(START + ms).toISOString();
const date = (ms: number) => new Date(START + ms);

const entry = (id: string, given: Partial<Scheduled> = {}): Scheduled => ({
  articleId: `example-${id}`,
  firstSeenAt: at(0),
  checkedAt: at(0),
  changedAt: at(0),
  notBefore: null,
  hintedAt: null,
  availability: LIVE,
  ...given,
});

/** Milliseconds after START. */
const due = (scheduled: Scheduled, cadence: Cadence = DEFAULT_CADENCE): number => {
  const instant = dueAt(scheduled, cadence);
  return instant === null ? Number.POSITIVE_INFINITY : Date.parse(instant) - START;
};

describe('due', () => {
  test('at once when it was never checked', () => {
    expect(due(entry('a', { checkedAt: null, changedAt: null }))).toBe(0);
  });

  test.each([
    ['under 3 hours: within 15 minutes', HOUR_MS, 15 * MINUTE_MS],
    ['under a day: within an hour', 5 * HOUR_MS, HOUR_MS],
    ['under 7 days: within 3 hours', 2 * DAY_MS, 3 * HOUR_MS],
    ['under 30 days: within 3 days', 10 * DAY_MS, 3 * DAY_MS],
  ])('%s', (_name, checkedMs, withinMs) => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      const wait = due(entry(id, { checkedAt: at(checkedMs) })) - checkedMs;
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(withinMs);
    }
  });

  test('never again after the last step', () => {
    expect(dueAt(entry('a', { checkedAt: at(30 * DAY_MS) }), DEFAULT_CADENCE)).toBeNull();
  });

  test('nor where its next slot would come after that', () => {
    const next = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => due(entry(id, { checkedAt: at(28 * DAY_MS) })));
    expect(next.every((ms) => ms < 30 * DAY_MS || ms === Number.POSITIVE_INFINITY)).toBe(true);
    expect(next).toContain(Number.POSITIVE_INFINITY);
  });

  test('again after a change brings it back to the first step', () => {
    const checkedMs = 29 * DAY_MS;
    expect(due(entry('a', { checkedAt: at(checkedMs), changedAt: at(checkedMs) })) - checkedMs).toBeLessThanOrEqual(
      15 * MINUTE_MS,
    );
  });

  test('at once when a feed says it was updated, but not minutes after a check', () => {
    const scheduled = entry('a', { checkedAt: at(10 * DAY_MS), hintedAt: at(10 * DAY_MS + HOUR_MS) });
    expect(due(scheduled)).toBe(10 * DAY_MS + HOUR_MS);
    expect(due({ ...scheduled, hintedAt: at(10 * DAY_MS + MINUTE_MS) })).toBe(10 * DAY_MS + 10 * MINUTE_MS);
  });

  test('no later for a hint', () => {
    const without = entry('a', { checkedAt: at(HOUR_MS) });
    expect(due({ ...without, hintedAt: at(3 * HOUR_MS) })).toBe(due(without));
  });

  test('not before it may be asked again', () => {
    const notBefore = at(9 * HOUR_MS);
    expect(due(entry('a', { notBefore }))).toBe(9 * HOUR_MS);
    expect(due(entry('a', { notBefore, checkedAt: null }))).toBe(9 * HOUR_MS);
  });

  test('no later than the longer of two steps where one ends and the next begins', () => {
    const cadence = [
      { under: 11 * DAY_MS, every: 2 * DAY_MS },
      { under: 30 * DAY_MS, every: DAY_MS },
    ];
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const checkedMs = 11 * DAY_MS - 2 * DAY_MS + HOUR_MS;
      expect(due(entry(id, { checkedAt: at(checkedMs) }), cadence) - checkedMs).toBeLessThanOrEqual(2 * DAY_MS);
    }
  });

  test('hourly while it seems to have gone, for a day, and no oftener than before', () => {
    const seen = 10 * DAY_MS;
    const availability = {
      state: 'live',
      suspect: { state: 'missing', since: at(seen), slots: 1, lastSlot: at(seen) },
    } as const;
    const old = entry('a', { checkedAt: at(seen), availability });
    expect(due(old) - seen).toBeLessThanOrEqual(HOUR_MS);
    expect(due({ ...old, checkedAt: at(seen + 2 * DAY_MS) }) - seen - 2 * DAY_MS).toBeGreaterThan(HOUR_MS);
    const young = entry('a', { checkedAt: at(HOUR_MS), availability });
    expect(due(young)).toBe(due({ ...young, availability: LIVE }));
    // Who is not let in has not gone: asking more often would only annoy.
    for (const state of ['blocked', 'paywalled'] as const) {
      const shut = { ...availability, suspect: { ...availability.suspect, state } };
      expect(due({ ...old, availability: shut })).toBe(due({ ...old, availability: LIVE }));
    }
    // After that day the ordinary slots are back.
    const later = { ...old, checkedAt: at(seen + 2 * DAY_MS) };
    expect(due(later)).toBe(due({ ...later, availability: LIVE }));
  });

  test('once more when a feed says that a retired article was updated', () => {
    const retired = entry('a', { checkedAt: at(31 * DAY_MS) });
    expect(due(retired)).toBe(Number.POSITIVE_INFINITY);
    expect(due({ ...retired, hintedAt: at(32 * DAY_MS) })).toBe(32 * DAY_MS);
  });
});

const cadences = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20 * 24 * 60 }), fc.integer({ min: 2, max: 3 * 24 * 60 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((steps): Cadence => {
    let under = 0;
    return steps.map(([length, every]) => ({ under: (under += length * MINUTE_MS), every: every * MINUTE_MS }));
  });
const ids = fc.stringMatching(/^[a-z0-9]{1,12}$/);

describe('laws', () => {
  test('what is due does not depend on anything but the entry and the clock, and comes after the last check', () => {
    fc.assert(
      fc.property(cadences, ids, fc.integer({ min: 0, max: 40 * 24 * 60 }), (cadence, id, minutes) => {
        const checkedMs = minutes * MINUTE_MS;
        const scheduled = entry(id, { checkedAt: at(checkedMs) });
        expect(due(scheduled, cadence)).toBeGreaterThan(checkedMs);
        expect(due({ ...scheduled }, cadence)).toBe(due(scheduled, cadence));
      }),
    );
  });

  test('nobody is checked twice in a slot', () => {
    fc.assert(
      fc.property(cadences, ids, fc.integer({ min: 0, max: 30 * 24 * 60 }), (cadence, id, minutes) => {
        const checkedMs = minutes * MINUTE_MS;
        const scheduled = entry(id, { checkedAt: at(checkedMs) });
        const next = due(scheduled, cadence);
        if (next === Number.POSITIVE_INFINITY) return;
        const before = slotOf(scheduled, cadence, date(checkedMs));
        expect(slotOf(scheduled, cadence, date(next)) > before).toBe(true);
        expect(Date.parse(before) - START).toBeLessThanOrEqual(checkedMs);
      }),
    );
  });

  test('nobody starves: while followed, the wait is never longer than the longest step', () => {
    fc.assert(
      fc.property(cadences, ids, fc.integer({ min: 0, max: 30 * 24 * 60 }), (cadence, id, minutes) => {
        const checkedMs = minutes * MINUTE_MS;
        const next = due(entry(id, { checkedAt: at(checkedMs) }), cadence);
        const longest = Math.max(...cadence.map(({ every }) => every));
        if (next !== Number.POSITIVE_INFINITY) expect(next - checkedMs).toBeLessThanOrEqual(longest);
        else expect(checkedMs + longest).toBeGreaterThanOrEqual(cadence.at(-1)?.under ?? 0);
      }),
    );
  });

  test('a missed tick is caught up once', () => {
    fc.assert(
      fc.property(
        ids,
        fc.integer({ min: 1, max: 28 * 24 * 60 }),
        fc.integer({ min: 1, max: 24 * 60 }),
        (id, minutes, gap) => {
          const scheduled = entry(id, { checkedAt: at(minutes * MINUTE_MS) });
          const backMs = (minutes + gap) * MINUTE_MS;
          if (due(scheduled) > backMs) return;
          const caughtUp = { ...scheduled, checkedAt: at(backMs) };
          expect(due(caughtUp)).toBeGreaterThan(backMs);
        },
      ),
    );
  });

  test('load is spread: of 1,200 articles born at once, no tick of an hour bears twice its share', () => {
    const ticks = Array.from({ length: 12 }, () => 0);
    for (let i = 0; i < 1_200; i += 1) {
      const checkedMs = 10 * HOUR_MS;
      const tick = Math.floor((due(entry(`n${i}`, { checkedAt: at(checkedMs) })) - checkedMs) / (5 * MINUTE_MS));
      ticks[tick] = (ticks[tick] ?? 0) + 1;
    }
    expect(Math.max(...ticks)).toBeLessThan(200);
    expect(Math.min(...ticks)).toBeGreaterThan(50);
  });

  test('where there is never room for all, everyone is checked all the same', () => {
    const entries = new Map<string, Scheduled>();
    for (let i = 0; i < 40; i += 1) entries.set(`y${i}`, entry(`y${i}`, { changedAt: at(0) }));
    for (let i = 0; i < 10; i += 1)
      entries.set(`o${i}`, entry(`o${i}`, { changedAt: at(-2 * DAY_MS), firstSeenAt: at(-2 * DAY_MS) }));
    const checks = new Map<string, number>();
    for (let tick = 1; tick <= 24 * 12; tick += 1) {
      const now = date(tick * 5 * MINUTE_MS);
      // 40 young articles ask for some 13 checks a tick; there is room for 10.
      for (const [id, scheduled] of entries)
        if (id.startsWith('y')) entries.set(id, { ...scheduled, changedAt: now.toISOString() });
      for (const scheduled of selectDue([...entries.values()], DEFAULT_CADENCE, now, 10).due) {
        const id = scheduled.articleId.slice('example-'.length);
        entries.set(id, { ...scheduled, checkedAt: now.toISOString() });
        checks.set(id, (checks.get(id) ?? 0) + 1);
      }
    }
    const count = (prefix: string) =>
      [...entries.keys()].filter((id) => id.startsWith(prefix)).map((id) => checks.get(id) ?? 0);
    // Every old one gets its check each three hours or little less often, and the young share the rest evenly.
    expect(Math.min(...count('o'))).toBeGreaterThanOrEqual(5);
    expect(Math.min(...count('y'))).toBeGreaterThanOrEqual(55);
    expect(Math.max(...count('y')) - Math.min(...count('y'))).toBeLessThanOrEqual(25);
  });
});

describe('what goes first', () => {
  const now = date(20 * DAY_MS);
  const young = (id: string, lateMs: number) => {
    const changedAt = new Date(now.getTime() - HOUR_MS).toISOString();
    return entry(id, { checkedAt: new Date(now.getTime() - 15 * MINUTE_MS - lateMs).toISOString(), changedAt });
  };

  test('the latest by its own slots: a young article an hour late before an old one six hours late', () => {
    const old = entry('old', { checkedAt: at(14 * DAY_MS) });
    const hour = young('young', HOUR_MS);
    expect(selectDue([old, hour], DEFAULT_CADENCE, now, 1).due.map(({ articleId }) => articleId)).toEqual([
      'example-young',
    ]);
  });

  test('a first look before a later one', () => {
    const first = entry('first', { firstSeenAt: now.toISOString(), checkedAt: null, changedAt: null });
    expect(selectDue([young('a', 0), first], DEFAULT_CADENCE, now, 1).due).toEqual([first]);
  });

  test('a tenth of the places is for the longest waits, and what did not fit is counted', () => {
    const many = Array.from({ length: 40 }, (_, i) => young(`y${i}`, 5 * HOUR_MS));
    const old = entry('old', { checkedAt: at(10 * DAY_MS) });
    const { due, late, maxLatenessMs } = selectDue([...many, old], DEFAULT_CADENCE, now, 20);
    expect(due).toHaveLength(20);
    expect(due.indexOf(old)).toBeLessThan(10);
    expect(late).toBe(21);
    expect(maxLatenessMs).toBeGreaterThan(5 * DAY_MS);
  });

  test('the order is the same whatever the order in the roster', () => {
    const many = Array.from({ length: 10 }, (_, i) => young(`y${i}`, (i % 3) * HOUR_MS));
    const order = (entries: readonly Scheduled[]) => selectDue(entries, DEFAULT_CADENCE, now, 5).due;
    expect(order(many)).toEqual(order(many.toReversed()));
  });

  test('among those that are equally late, by their ids', () => {
    const born = { firstSeenAt: at(0), checkedAt: null, changedAt: null };
    const many = ['c', 'a', 'b', 'e', 'd'].map((id) => entry(id, born));
    const first = selectDue(many, DEFAULT_CADENCE, now, 5).due;
    expect(first.map(({ articleId }) => articleId.slice(-1)).join('')).toBe('abcde');
  });

  test('a visit that gets no further than its second check comes to the old all the same', () => {
    const many = Array.from({ length: 40 }, (_, i) => young(`y${i}`, 5 * HOUR_MS));
    const old = entry('old', { checkedAt: at(10 * DAY_MS) });
    const began = Array.from({ length: 10 }, (_, tick) => new Date(now.getTime() + tick * 5 * MINUTE_MS));
    const checked = began.flatMap((at) => selectDue([...many, old], DEFAULT_CADENCE, at, 250).due.slice(0, 2));
    expect(checked.filter((one) => one === old)).toHaveLength(2);
  });

  test('nothing due is nothing late', () => {
    expect(selectDue([entry('a', { checkedAt: now.toISOString() })], DEFAULT_CADENCE, now, 5)).toEqual({
      due: [],
      late: 0,
      maxLatenessMs: 0,
    });
  });
});

describe('a new day has begun for an article', () => {
  const checked = entry('a', { checkedAt: at(DAY_MS) });
  test('that was never checked', () => {
    expect(isNewDay(entry('a', { checkedAt: null }), date(0))).toBe(true);
  });

  test('a day after its check, and at once never', () => {
    expect([isNewDay(checked, date(DAY_MS)), isNewDay(checked, date(2 * DAY_MS))]).toEqual([false, true]);
  });

  test('once in between, at an hour of its own', () => {
    const beginsOf = (id: string): number =>
      Array.from({ length: 25 }, (_, hour) =>
        isNewDay({ ...checked, articleId: id }, date(DAY_MS + hour * HOUR_MS)),
      ).indexOf(true);
    const begins = ['a', 'b', 'c', 'd', 'e', 'f'].map(beginsOf);
    expect(Math.min(...begins)).toBeGreaterThan(0);
    expect(new Set(begins).size).toBeGreaterThan(1);
  });
});

test.each([
  [1_000, 5 * MINUTE_MS, 250],
  [5_000, 5 * MINUTE_MS, 57],
  [60_000, MINUTE_MS, 1],
  [600_000, MINUTE_MS, 1],
])('with a delay of %i ms, %i ms bear %i checks', (delay, tickMs, checks) => {
  expect(capacityOf({ delay }, tickMs)).toBe(checks);
});

test.each([
  ['a success waits for nothing', 0, null, null],
  ['the first failure waits for the next slot only', 1, null, null],
  ['the second waits ten minutes', 2, null, 10 * MINUTE_MS],
  ['the fourth forty', 4, null, 40 * MINUTE_MS],
  ['never more than a day', 50, null, DAY_MS],
  ['what the server asks for counts at once', 1, 120, 2 * MINUTE_MS],
  ['also after a success', 0, 120, 2 * MINUTE_MS],
  ['and up to a day', 1, 900_000, DAY_MS],
  ['the longer of both', 4, 60, 40 * MINUTE_MS],
])('after failures, %s', (_name, failures, retryAfter, waitMs) => {
  expect(backOffUntil(failures, retryAfter, date(0))).toBe(waitMs === null ? null : at(waitMs));
});
