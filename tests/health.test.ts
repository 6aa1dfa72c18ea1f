import { describe, expect, test } from 'vitest';
import type { AvailabilityState } from '../lib/availability.ts';
import type { ExtractOutcome } from '../lib/extraction.ts';
import {
  checkHealth,
  isInTrouble,
  longestHabitualSilenceMs,
  nextHealth,
  withIncident,
  type CheckHealth,
  type Health,
  type VisitFindings,
} from '../lib/health.ts';
import { DAY_MS, HOUR_MS } from '../lib/instant.ts';
import { NO_VALIDATORS, type FetchOutcome } from '../lib/page.ts';

const NOW = new Date('2025-11-26T18:20:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms).toISOString();
const WELL: Health = { recent: [], lastDiscoveredAt: ago(HOUR_MS), incidents: {} };
const QUIET: VisitFindings = { now: NOW, checks: [], found: 0, discovers: true, firstSeenAt: [], sourceFailures: [] };
const times = (count: number, check: CheckHealth): CheckHealth[] => Array.from({ length: count }, () => check);

/** So many hours ago, every ten hours. */
const everyTen = (from: number, to: number): number[] =>
  Array.from({ length: (to - from) / 10 + 1 }, (_, i) => from + 10 * i);

/** "started blocked" and the like. */
const events = (before: Partial<Health>, visit: Partial<VisitFindings>) =>
  nextHealth({ ...WELL, ...before }, { ...QUIET, ...visit }).events.map(({ event, kind }) => `${event} ${kind}`);

describe('everything failing, or refused', () => {
  test.each<[string, Partial<Health>, readonly CheckHealth[], readonly string[]]>([
    [
      'failures over two visits start it',
      { recent: times(3, 'failed') },
      times(3, 'failed'),
      ['started everything-failing'],
    ],
    [
      'refusals over two visits start the other',
      { recent: times(3, 'blocked') },
      times(3, 'blocked'),
      ['started blocked'],
    ],
    [
      'mostly refusals are refusals',
      { recent: ['failed', 'blocked', 'blocked'] },
      times(3, 'blocked'),
      ['started blocked'],
    ],
    ['one bad visit is none, however many checks', { recent: ['ok'] }, times(40, 'failed'), []],
    ['the first visit of all is none', {}, times(40, 'failed'), []],
    ['four in a row are too few', { recent: ['ok', 'failed'] }, times(3, 'failed'), []],
    ['five are enough', { recent: ['ok', 'failed'] }, times(4, 'failed'), ['started everything-failing']],
    ['half of each is neither yet', { recent: times(3, 'failed') }, times(3, 'blocked'), []],
    [
      'what went well at the end of the visit before is none',
      { recent: [...times(9, 'failed'), 'ok'] },
      times(9, 'failed'),
      [],
    ],
    [
      'one that works, first in this visit, is enough',
      { recent: times(3, 'failed') },
      ['ok', ...times(6, 'failed')],
      [],
    ],
    ['one that works is enough', { recent: times(10, 'failed') }, ['failed', 'ok', 'failed'], []],
    ['a visit without checks says nothing', { recent: times(10, 'failed') }, [], []],
    [
      'what is open is not started again',
      { recent: times(9, 'failed'), incidents: { 'everything-failing': 4 } },
      times(5, 'failed'),
      [],
    ],
    [
      'half that works ends it',
      { recent: times(9, 'failed'), incidents: { 'everything-failing': 4 } },
      ['ok', 'failed'],
      ['ended everything-failing'],
    ],
    [
      'a visit without checks does not end it',
      { recent: times(9, 'failed'), incidents: { 'everything-failing': 4 } },
      [],
      [],
    ],
    [
      'one of many does not end it',
      { recent: times(9, 'failed'), incidents: { 'everything-failing': 4 } },
      ['ok', ...times(5, 'failed')],
      [],
    ],
  ])('%s', (_name, before, checks, expected) => {
    expect(events(before, { checks })).toEqual(expected);
  });
});

describe('extraction collapsed', () => {
  test.each<[string, Partial<Health>, readonly CheckHealth[], readonly string[]]>([
    [
      'half of twenty, over two visits, start it',
      { recent: [...times(10, 'ok'), ...times(5, 'collapsed')] },
      times(5, 'collapsed'),
      ['started extraction-collapsed'],
    ],
    [
      'half of the last twenty, whatever was before',
      { recent: [...times(30, 'ok'), ...times(5, 'collapsed')] },
      times(5, 'collapsed'),
      ['started extraction-collapsed'],
    ],
    ['four are too few', { recent: ['ok', ...times(2, 'collapsed')] }, times(2, 'collapsed'), []],
    [
      'a few among many are none',
      { recent: [...times(15, 'ok'), ...times(3, 'collapsed')] },
      times(3, 'collapsed'),
      [],
    ],
    ['one visit alone is none', { recent: times(5, 'ok') }, times(30, 'collapsed'), []],
    [
      'failures do not count',
      { recent: [...times(3, 'collapsed'), ...times(20, 'failed')] },
      ['collapsed', 'collapsed'],
      ['started extraction-collapsed'],
    ],
    [
      'five that can be read end it',
      { recent: times(20, 'collapsed'), incidents: { 'extraction-collapsed': 2 } },
      times(5, 'ok'),
      ['ended extraction-collapsed'],
    ],
    [
      'failures in between do not count here either',
      { recent: times(20, 'collapsed'), incidents: { 'extraction-collapsed': 2 } },
      ['ok', 'ok', 'failed', 'ok', 'ok', 'ok'],
      ['ended extraction-collapsed'],
    ],
    [
      'one that can be read does not',
      { recent: times(20, 'collapsed'), incidents: { 'extraction-collapsed': 2 } },
      ['ok'],
      [],
    ],
  ])('%s', (_name, before, checks, expected) => {
    expect(events(before, { checks })).toEqual(expected);
  });
});

test('silence counts from the first visit where nothing was ever found', () => {
  expect(nextHealth({ ...WELL, lastDiscoveredAt: null }, QUIET).health.lastDiscoveredAt).toBe(NOW.toISOString());
});

describe('nothing discovered', () => {
  const hourly = Array.from({ length: 24 * 14 }, (_, i) => ago(i * HOUR_MS));
  const daily = Array.from({ length: 14 }, (_, i) => ago(i * DAY_MS));
  test.each<[string, Partial<Health>, Partial<VisitFindings>, readonly string[]]>([
    [
      'an hourly paper silent for 13 hours',
      { lastDiscoveredAt: ago(13 * HOUR_MS) },
      { firstSeenAt: hourly },
      ['started nothing-discovered'],
    ],
    ['an hourly paper silent for 11', { lastDiscoveredAt: ago(11 * HOUR_MS) }, { firstSeenAt: hourly }, []],
    ['a daily one silent for two days', { lastDiscoveredAt: ago(2 * DAY_MS) }, { firstSeenAt: daily }, []],
    [
      'a daily one silent for four',
      { lastDiscoveredAt: ago(4 * DAY_MS) },
      { firstSeenAt: daily },
      ['started nothing-discovered'],
    ],
    [
      'one without a habit, for six days',
      { lastDiscoveredAt: ago(6 * DAY_MS) },
      { firstSeenAt: [ago(6 * DAY_MS)] },
      [],
    ],
    [
      'one without a habit, for eight',
      { lastDiscoveredAt: ago(8 * DAY_MS) },
      { firstSeenAt: [ago(8 * DAY_MS)] },
      ['started nothing-discovered'],
    ],
    ['one that is visited for the first time', { lastDiscoveredAt: null }, {}, []],
    ['one that has never yielded anything, for two days', { lastDiscoveredAt: ago(2 * DAY_MS) }, {}, []],
    ['one that has not for four', { lastDiscoveredAt: ago(4 * DAY_MS) }, {}, ['started nothing-discovered']],
    [
      'single articles are expected to discover nothing',
      { lastDiscoveredAt: ago(80 * DAY_MS) },
      { discovers: false },
      [],
    ],
    [
      'something new ends it',
      { lastDiscoveredAt: ago(8 * DAY_MS), incidents: { 'nothing-discovered': 1 } },
      { found: 1 },
      ['ended nothing-discovered'],
    ],
    [
      'nothing new does not',
      { lastDiscoveredAt: ago(8 * DAY_MS), incidents: { 'nothing-discovered': 1 } },
      { found: 0 },
      [],
    ],
  ])('%s', (_name, before, visit, expected) => {
    expect(events(before, visit)).toEqual(expected);
  });

  test.each<[string, readonly number[], number]>([
    ['three times the longest gap', [0, 40, ...everyTen(50, 240)], 120],
    ['a week at most', [0, 140, ...everyTen(150, 240)], 7 * 24],
    ['in whatever order they were found', [230, 8, 220, 0, 240, 210, ...everyTen(20, 200)], 36],
    ['half a day at least', everyTen(0, 240).flatMap((hours) => [hours, hours + 3, hours + 6]), 12],
    ['not by what is more than a fortnight ago', [2_000, ...everyTen(0, 240)], 30],
    ['a week where four were found', [0, 80, 160, 240], 7 * 24],
    ['by five that were', [0, 50, 100, 150, 200], 150],
  ])('a habit is %s', (_name, hoursAgo, expectedHours) => {
    const firstSeenAt = hoursAgo.map((hours) => ago(hours * HOUR_MS));
    expect(longestHabitualSilenceMs(firstSeenAt, NOW) / HOUR_MS).toBe(expectedHours);
  });

  test('a burst at first sight is no habit, and a first weekend no incident', () => {
    expect(
      longestHabitualSilenceMs(
        times(40, 'ok').map(() => ago(DAY_MS)),
        NOW,
      ),
    ).toBe(7 * DAY_MS);
    const week = Array.from({ length: 100 }, (_, i) => ago(i * HOUR_MS));
    expect(longestHabitualSilenceMs(week, NOW)).toBe(3 * DAY_MS);
  });
});

test('what is remembered: fifty checks, the last discovery, and open incidents by number', () => {
  const { health } = nextHealth(
    { ...WELL, recent: times(49, 'ok') },
    { ...QUIET, checks: times(5, 'failed'), found: 2 },
  );
  expect(health.recent).toHaveLength(50);
  expect(health.recent.slice(-5)).toEqual(times(5, 'failed'));
  expect(health.lastDiscoveredAt).toBe(NOW.toISOString());
  const open = withIncident(health, 'blocked', 7);
  expect(open.incidents).toEqual({ blocked: 7 });
  const ended = nextHealth(open, { ...QUIET, checks: ['ok'] });
  expect(ended.events).toMatchObject([{ event: 'ended', kind: 'blocked', startedBy: 7 }]);
  expect(ended.health.incidents).toEqual({});
});

test('an incident that ends leaves the others open', () => {
  const open = { ...WELL, incidents: { blocked: 7, 'nothing-discovered': 8 } };
  expect(nextHealth(open, { ...QUIET, checks: ['ok'] }).health.incidents).toEqual({ 'nothing-discovered': 8 });
});

describe('the operator is told what was seen, and what to do first', () => {
  const silent = { lastDiscoveredAt: ago(8 * DAY_MS) };
  const hourly = Array.from({ length: 24 * 14 }, (_, i) => ago(i * HOUR_MS));
  test.each<[Partial<Health>, Partial<VisitFindings>, string]>([
    [
      silent,
      { firstSeenAt: [ago(8 * DAY_MS)] },
      'No new article for 8 days, where 7 days would be long for it. Its sources answer. First: open its feed in a browser.',
    ],
    [
      { lastDiscoveredAt: ago(13 * HOUR_MS) },
      { firstSeenAt: hourly, sourceFailures: ['HTTP 500', 'timeout'] },
      'No new article for 13 hours, where 12 hours would be long for it. Its sources fail: HTTP 500. First: open its feed in a browser.',
    ],
    [{ ...silent, incidents: { 'nothing-discovered': 1 } }, { found: 1 }, 'New articles again, after 8 days.'],
    [
      { recent: times(3, 'failed') },
      { checks: times(3, 'failed') },
      'The last 6 checks failed, none worked. First: open one of its articles in a browser.',
    ],
    [
      { recent: times(3, 'blocked') },
      { checks: times(3, 'blocked') },
      'The last 6 checks were refused. First: see whether it is refused from another address, and slow its delay.',
    ],
    [{ incidents: { blocked: 1 } }, { checks: ['ok', 'failed'] }, '1 of 2 checks work again.'],
    [
      { recent: times(5, 'collapsed') },
      { checks: times(5, 'collapsed') },
      '10 of the last 10 pages had no article in them. First: `stop-press extract --explain` on one; it may need selectors after a redesign.',
    ],
    [{ incidents: { 'extraction-collapsed': 1 } }, { checks: times(5, 'ok') }, 'Articles can be read again.'],
  ])('%j, %j', (before, visit, detail) => {
    const { events: told } = nextHealth({ ...WELL, ...before }, { ...QUIET, ...visit });
    expect(told.map((event) => event.detail)).toEqual([detail]);
  });
});

describe('how a check counts', () => {
  const fetchedAt = NOW.toISOString();
  const page = (redirected = false): FetchOutcome => ({
    kind: 'page',
    page: {
      url: 'https://news.example/x',
      requestedUrl: 'https://news.example/x',
      status: 200,
      contentType: null,
      validators: NO_VALIDATORS,
      body: new Uint8Array(),
      fetchedAt,
      redirects: redirected ? [{ status: 302, url: 'https://news.example/' }] : [],
    },
  });
  const away: FetchOutcome = { kind: 'missing', status: 404, fetchedAt };
  const blocked: FetchOutcome = { kind: 'blocked', status: 403, fetchedAt, retryAfterSeconds: null };
  const failed: FetchOutcome = {
    kind: 'failed',
    why: 'timeout',
    detail: '',
    status: null,
    fetchedAt,
    retryAfterSeconds: null,
  };
  const noArticle: ExtractOutcome = { kind: 'not-an-article', why: 'no-text', detail: '' };
  test.each<[string, FetchOutcome, ExtractOutcome | null, AvailabilityState, CheckHealth]>([
    ['not modified', { kind: 'not-modified', fetchedAt, validators: NO_VALIDATORS }, null, 'live', 'ok'],
    ['the same page', page(), null, 'live', 'ok'],
    ['a page without an article in it', page(), noArticle, 'live', 'collapsed'],
    ['the same page under a new slug', page(true), null, 'live', 'ok'],
    [
      'a challenge under a new slug',
      page(true),
      { kind: 'blocked', why: 'bot-challenge', detail: '' },
      'live',
      'blocked',
    ],
    ['a timeout', failed, null, 'live', 'failed'],
    ['a timeout of one that is known to be away', failed, null, 'missing', 'failed'],
    ['a page of scripts', page(), { kind: 'needs-scripts', detail: '' }, 'live', 'collapsed'],
    ['a challenge', page(), { kind: 'blocked', why: 'bot-challenge', detail: '' }, 'live', 'blocked'],
    ['half a page', page(), { kind: 'truncated', detail: '' }, 'live', 'failed'],
    ['a new disappearance', away, null, 'live', 'failed'],
    ['one that is known', away, null, 'missing', 'ok'],
    ['one that is known to be gone', away, null, 'gone', 'ok'],
    ['a new 410', { kind: 'gone', status: 410, fetchedAt }, null, 'live', 'failed'],
    ['sent to the front page', page(true), noArticle, 'live', 'failed'],
    ['sent there as before', page(true), noArticle, 'redirected', 'ok'],
    ['a new refusal', blocked, null, 'live', 'blocked'],
    ['one that is known', blocked, null, 'paywalled', 'ok'],
    ['one that is known to be blocked', blocked, null, 'blocked', 'ok'],
    ['a robots.txt in the way', { kind: 'refused', why: 'robots', detail: '', fetchedAt }, null, 'live', 'blocked'],
  ])('%s', (_name, fetched, read, state, expected) => {
    expect(checkHealth(fetched, read, { availability: { state, suspect: null } })).toBe(expected);
  });

  test('a publication is in trouble while its pages are, not while it is merely silent', () => {
    expect(isInTrouble(WELL)).toBe(false);
    expect(isInTrouble(withIncident(WELL, 'nothing-discovered', 1))).toBe(false);
    for (const kind of ['everything-failing', 'blocked', 'extraction-collapsed'] as const)
      expect(isInTrouble(withIncident(WELL, kind, 1))).toBe(true);
  });
});
