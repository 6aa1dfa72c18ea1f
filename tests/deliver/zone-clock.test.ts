import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextHour, quietUntil } from '../../lib/deliver/zone-clock.ts';

describe('the next digest hour', () => {
  test.each([
    [
      'is today where it is still to come',
      '2025-11-26T05:00:00Z',
      '07:00',
      'Europe/London',
      '2025-11-26T07:00:00.000Z',
    ],
    ['is tomorrow once it has struck', '2025-11-26T07:00:00Z', '07:00', 'Europe/London', '2025-11-27T07:00:00.000Z'],
    ['follows summer time', '2025-07-01T05:00:00Z', '07:00', 'Europe/London', '2025-07-01T06:00:00.000Z'],
    [
      'is 23 hours on when the clocks go forward',
      '2026-03-28T07:00:00Z',
      '07:00',
      'Europe/London',
      '2026-03-29T06:00:00.000Z',
    ],
    ['is 25 hours on when they go back', '2025-10-25T06:00:00Z', '07:00', 'Europe/London', '2025-10-26T07:00:00.000Z'],
    [
      'is the moment of the skip where it is skipped',
      '2026-03-28T12:00:00Z',
      '01:30',
      'Europe/London',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'is the first of two where it comes twice',
      '2025-10-25T12:00:00Z',
      '01:30',
      'Europe/London',
      '2025-10-26T00:30:00.000Z',
    ],
    ['does not come again in the second', '2025-10-26T00:30:00Z', '01:30', 'Europe/London', '2025-10-27T01:30:00.000Z'],
    ['knows zones of half an hour', '2025-11-26T00:00:00Z', '07:00', 'Asia/Kolkata', '2025-11-26T01:30:00.000Z'],
    ['knows skips of half an hour', '2025-10-04T12:00:00Z', '02:15', 'Australia/Lord_Howe', '2025-10-04T15:30:00.000Z'],
    ['passes over a day a zone left out', '2011-12-29T20:00:00Z', '12:00', 'Pacific/Apia', '2011-12-29T22:00:00.000Z'],
    ['and comes on the day after', '2011-12-29T22:00:00Z', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s', (_, after, hour, timeZone, expected) => {
    expect(nextHour(after, hour, timeZone)).toBe(expected);
  });
});

describe('quiet hours', () => {
  const night = { from: '22:00', to: '07:00', timeZone: 'Europe/Berlin' };
  test.each([
    ['hold from their first minute', '2025-11-26T21:00:00Z', night, '2025-11-27T06:00:00.000Z'],
    ['hold past midnight', '2025-11-27T03:00:00Z', night, '2025-11-27T06:00:00.000Z'],
    ['end on their last minute', '2025-11-27T06:00:00Z', night, null],
    ['do not hold by day', '2025-11-27T12:00:00Z', night, null],
    [
      'may lie within a day',
      '2025-11-27T12:00:00Z',
      { ...night, from: '12:30', to: '14:00' },
      '2025-11-27T13:00:00.000Z',
    ],
    ['are none where they start as they end', '2025-11-27T12:00:00Z', { ...night, from: '13:00', to: '13:00' }, null],
    [
      'that end in an hour that comes twice end in the first',
      '2025-10-26T00:10:00Z',
      { ...night, to: '02:30' },
      '2025-10-26T00:30:00.000Z',
    ],
    ['and are not taken up again in the second', '2025-10-26T01:10:00Z', { ...night, to: '02:30' }, null],
    [
      'that end in a skipped hour end at the skip',
      '2026-03-29T00:10:00Z',
      { ...night, to: '02:30' },
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'hold through a day that the clocks skip whole, to the end of the next',
      '2011-12-30T05:00:00Z',
      { from: '00:02', to: '00:01', timeZone: 'Pacific/Apia' },
      '2011-12-30T10:01:00.000Z',
    ],
  ])('%s', (_, at, quiet, expected) => {
    expect(quietUntil(at, quiet)).toBe(expected);
  });
});

const zone = fc.constantFrom(
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/St_Johns',
  'UTC',
  'Asia/Pyongyang',
);
const hour = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const instant = fc
  .oneof(
    fc.date({ min: new Date('2005-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
    // Within two days of the days on which clocks have changed.
    fc
      .tuple(
        fc.constantFrom(
          '2025-03-30',
          '2025-10-26',
          '2025-03-09',
          '2025-11-02',
          '2025-04-06',
          '2025-10-05',
          '2011-12-30',
          '2018-05-05',
          '2018-11-04',
        ),
        fc.integer({ min: -48 * 60, max: 48 * 60 }),
      )
      .map(([day, minutes]) => new Date(Date.parse(day) + minutes * 60_000)),
  )
  .map((date) => date.toISOString());
const shown = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    Date.parse(at),
  );
const HOUR = 3_600_000;

test('the next hour is later, within 49 hours, and is what clocks in the zone show, unless they skip it', () => {
  fc.assert(
    fc.property(instant, hour, zone, (at, wished, timeZone) => {
      const next = nextHour(at, wished, timeZone);
      const wait = Date.parse(next) - Date.parse(at);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(49 * HOUR);
      if (shown(next, timeZone) !== wished) {
        // The minute before, the clock showed an earlier time than wished; now it shows a later one.
        const before = shown(new Date(Date.parse(next) - 60_000).toISOString(), timeZone);
        expect(before <= wished || before > shown(next, timeZone)).toBe(true);
      }
    }),
  );
});

test('a digest is due again one day later, give or take the hours clocks change by', () => {
  fc.assert(
    fc.property(instant, hour, zone, (at, wished, timeZone) => {
      const next = nextHour(at, wished, timeZone);
      const gap = Date.parse(nextHour(next, wished, timeZone)) - Date.parse(next);
      expect(Math.abs(gap - 24 * HOUR)).toBeLessThanOrEqual(timeZone === 'Pacific/Apia' ? 24 * HOUR : HOUR);
    }),
  );
});

test('what quiet hours hold is due when they are over, and held messages never come before earlier ones', () => {
  fc.assert(
    fc.property(instant, hour, hour, zone, fc.integer({ min: 0, max: 48 * 60 }), (at, from, to, timeZone, later) => {
      const quiet = { from, to, timeZone };
      const dueAt = (instant: string) => quietUntil(instant, quiet) ?? instant;
      expect(Date.parse(dueAt(at))).toBeGreaterThanOrEqual(Date.parse(at));
      expect(quietUntil(dueAt(at), quiet)).toBeNull();
      const second = new Date(Date.parse(at) + later * 60_000).toISOString();
      expect(Date.parse(dueAt(second))).toBeGreaterThanOrEqual(Date.parse(dueAt(at)));
    }),
  );
});
