import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AVAILABILITY_STATES,
  LIVE,
  nextAvailability,
  observe,
  type Availability,
  type Observation,
} from '../lib/availability.ts';
import type { ExtractOutcome } from '../lib/extraction.ts';
import { NO_VALIDATORS, type FetchOutcome } from '../lib/page.ts';

const URL = 'https://news.example/2025/11/26/talks-resume';
const fetchedAt = '2025-11-26T18:20:00.000Z';

const page = (url = URL): FetchOutcome => ({
  kind: 'page',
  page: {
    url,
    requestedUrl: URL,
    status: 200,
    contentType: 'text/html',
    validators: NO_VALIDATORS,
    body: new Uint8Array(),
    fetchedAt,
    redirects: url === URL ? [] : [{ status: 302, url }],
  },
});
const blocked = (status: number): FetchOutcome => ({ kind: 'blocked', status, fetchedAt, retryAfterSeconds: null });
const failed = (why: Extract<FetchOutcome, { kind: 'failed' }>['why'], status: number | null): FetchOutcome => ({
  kind: 'failed',
  why,
  status,
  detail: 'x',
  fetchedAt,
  retryAfterSeconds: null,
});
const refused = (why: Extract<FetchOutcome, { kind: 'refused' }>['why']): FetchOutcome => ({
  kind: 'refused',
  why,
  detail: 'x',
  fetchedAt,
});

const extracted = { kind: 'extracted', warnings: [] } as unknown;
const read = (outcome: Record<string, unknown>) => ({ detail: 'x', ...outcome }) as ExtractOutcome;
const article = read(extracted as Record<string, unknown>);

describe('what one check saw', () => {
  test.each<[string, FetchOutcome, ExtractOutcome | null, Observation]>([
    ['not modified is live', { kind: 'not-modified', fetchedAt, validators: NO_VALIDATORS }, null, 'live'],
    ['the same bytes are live', page(), null, 'live'],
    ['an article is live', page(), article, 'live'],
    ['an article under a new slug is live', page('https://news.example/2025/11/26/talks-begin'), article, 'live'],
    ['404 is missing', { kind: 'missing', status: 404, fetchedAt }, null, 'missing'],
    ['410 is gone', { kind: 'gone', status: 410, fetchedAt }, null, 'gone'],
    ['451 is gone', { kind: 'gone', status: 451, fetchedAt }, null, 'gone'],
    ['a soft 404 is missing', page(), read({ kind: 'error-page', why: 'not-found' }), 'missing'],
    [
      'a redirect to an error page is missing',
      page('https://news.example/404'),
      read({ kind: 'not-an-article', why: 'no-text' }),
      'missing',
    ],
    [
      'a redirect to /page-not-found.html is missing',
      page('https://news.example/page-not-found.html'),
      article,
      'missing',
    ],
    [
      'a redirect to the front page is away',
      page('https://news.example/'),
      read({ kind: 'not-an-article', why: 'home-page' }),
      'redirected',
    ],
    ['though the front page reads as an article', page('https://news.example/'), article, 'redirected'],
    ['a redirect to an edition’s front page is away', page('https://news.example/en-gb/'), article, 'redirected'],
    ['also without a slash', page('https://news.example/en-gb'), article, 'redirected'],
    ['also where it is only a language’s', page('https://news.example/en'), article, 'redirected'],
    [
      'a redirect to a front page at an address of its own is away',
      page('https://news.example/home-page'),
      read({ kind: 'not-an-article', why: 'home-page' }),
      'redirected',
    ],
    ['a redirect to an article named by a number is none', page('https://news.example/?p=123'), article, 'live'],
    ['a redirect to an article below a section is none', page('https://news.example/world/en'), article, 'live'],
    [
      'a redirect to a page without text is no evidence',
      page('https://news.example/2025/11/26/talks'),
      read({ kind: 'not-an-article', why: 'no-text' }),
      'unknown',
    ],
    [
      'a redirect to a section is away',
      page('https://news.example/world'),
      read({ kind: 'not-an-article', why: 'section-page' }),
      'redirected',
    ],
    [
      'a slash behind is no redirect',
      page(`${URL}/`),
      read({ kind: 'not-an-article', why: 'section-page' }),
      'unknown',
    ],
    [
      'no text where there was an article is no evidence',
      page(),
      read({ kind: 'not-an-article', why: 'no-text' }),
      'unknown',
    ],
    ['401 is behind a wall', blocked(401), null, 'paywalled'],
    ['402 is behind a wall', blocked(402), null, 'paywalled'],
    ['an offer to subscribe is behind a wall', page(), read({ kind: 'paywalled', headline: null }), 'paywalled'],
    ['403 is blocked', blocked(403), null, 'blocked'],
    ['429 says nothing of the article', blocked(429), null, 'unknown'],
    ['400 says nothing of the article', blocked(400), null, 'unknown'],
    ['a challenge is blocked', page(), read({ kind: 'blocked', why: 'bot-challenge' }), 'blocked'],
    ['a consent page is blocked', page(), read({ kind: 'blocked', why: 'consent' }), 'blocked'],
    ['a page of scripts is blocked', page(), read({ kind: 'needs-scripts' }), 'blocked'],
    ['robots.txt keeps us out: blocked', refused('robots'), null, 'blocked'],
    ['a private address is no evidence', refused('address'), null, 'unknown'],
    [
      'a server’s error page with 200 is no evidence',
      page(),
      read({ kind: 'error-page', why: 'server-error' }),
      'unknown',
    ],
    ['500 is no evidence', failed('server-error', 500), null, 'unknown'],
    ['a timeout is no evidence', failed('timeout', null), null, 'unknown'],
    ['a name that is gone is no evidence', failed('dns', null), null, 'unknown'],
    ['broken TLS is no evidence', failed('tls', null), null, 'unknown'],
    ['half a page is no evidence', failed('truncated', 200), null, 'unknown'],
    ['half an article is no evidence', page(), read({ kind: 'truncated' }), 'unknown'],
    ['a page too large is no evidence', page(), read({ kind: 'too-large' }), 'unknown'],
  ])('%s', (_name, fetched, reading, seen) => {
    expect(observe(fetched, reading, { url: URL }).seen).toBe(seen);
  });

  test.each<[string, FetchOutcome, ExtractOutcome | null, string]>([
    ['by its status', { kind: 'missing', status: 404, fetchedAt }, null, 'HTTP 404'],
    ['by its status, gone', { kind: 'gone', status: 451, fetchedAt }, null, 'HTTP 451'],
    ['by its status, refused', blocked(403), null, 'HTTP 403'],
    ['by where it leads', page('https://news.example/'), article, 'leads to https://news.example/'],
    ['by where it leads, an error', page('https://news.example/404'), article, 'leads to https://news.example/404'],
    [
      'by where it leads, a section',
      page('https://news.example/world'),
      read({ kind: 'not-an-article', why: 'section-page' }),
      'leads to https://news.example/world',
    ],
    ['in the words of who refused to ask', refused('robots'), null, 'x'],
    ['in the words of who read it', page(), read({ kind: 'paywalled', headline: null }), 'x'],
    ['where nothing changed', { kind: 'not-modified', fetchedAt, validators: NO_VALIDATORS }, null, 'not modified'],
    ['where the bytes are the same', page(), null, 'the same page'],
    ['where it was read', page(), article, 'read'],
  ])('is said %s', (_name, fetched, reading, detail) => {
    expect(observe(fetched, reading, { url: URL }).detail).toBe(detail);
  });

  test('an article whose own address is that of an error page is live where it answers', () => {
    const url = 'https://news.example/2025/11/error-404';
    const answered: FetchOutcome = {
      kind: 'page',
      page: { ...(page() as Extract<FetchOutcome, { kind: 'page' }>).page, url, requestedUrl: url },
    };
    expect(observe(answered, article, { url }).seen).toBe('live');
  });
});

/** Sees these states in slots one hour apart (a number repeats a slot) and says what was settled when: "3: live → missing". */
function run(seen: readonly (Observation | readonly [Observation, number])[], from: Availability = LIVE) {
  let availability = from;
  const settled: string[] = [];
  for (const [i, step] of seen.entries()) {
    const [state, slot] = typeof step === 'string' ? [step, i + 1] : step;
    const next = nextAvailability(availability, state, new Date(slot * 3_600_000).toISOString());
    if (next.settled !== null) settled.push(`${i + 1}: ${next.settled.before} → ${next.settled.after}`);
    availability = next.availability;
  }
  return { settled, state: availability.state, suspect: availability.suspect?.state ?? null };
}

const missing: Availability = { state: 'missing', suspect: null };

describe('what is believed', () => {
  test.each<[string, Parameters<typeof run>[0], Availability, readonly string[]]>([
    ['missing in three slots', ['missing', 'missing', 'missing'], LIVE, ['3: live → missing']],
    ['missing in two is not yet', ['missing', 'missing'], LIVE, []],
    [
      'three times in one slot is once',
      [
        ['missing', 1],
        ['missing', 1],
        ['missing', 1],
      ],
      LIVE,
      [],
    ],
    [
      'an earlier slot adds nothing',
      [
        ['missing', 3],
        ['missing', 2],
        ['missing', 1],
      ],
      LIVE,
      [],
    ],
    [
      'nor does a later one that was counted before it',
      [
        ['missing', 3],
        ['missing', 2],
        ['missing', 3],
        ['missing', 2],
        ['missing', 3],
      ],
      LIVE,
      [],
    ],
    [
      'a second slot counts once too',
      [
        ['missing', 1],
        ['missing', 2],
        ['missing', 2],
      ],
      LIVE,
      [],
    ],
    ['a 410 after one more look', ['gone', 'gone'], LIVE, ['2: live → gone']],
    ['a 410 once is not yet', ['gone'], LIVE, []],
    [
      'a 410 twice in one slot is not yet',
      [
        ['gone', 1],
        ['gone', 1],
      ],
      LIVE,
      [],
    ],
    [
      'no evidence in between neither helps nor hinders',
      ['missing', 'unknown', 'missing', 'unknown', 'missing'],
      LIVE,
      ['5: live → missing'],
    ],
    ['no evidence alone changes nothing', ['unknown', 'unknown', 'unknown', 'unknown'], LIVE, []],
    ['a look at it in between starts again', ['missing', 'missing', 'live', 'missing', 'missing'], LIVE, []],
    ['kinds of absence confirm one another', ['missing', 'redirected', 'missing'], LIVE, ['3: live → missing']],
    ['a 404 turned 410 is gone at once', ['missing', 'gone'], LIVE, ['2: live → gone']],
    ['kinds of refusal confirm one another', ['blocked', 'paywalled', 'blocked'], LIVE, ['3: live → blocked']],
    ['absence and refusal do not', ['missing', 'blocked', 'missing', 'blocked'], LIVE, []],
    ['back at once', ['live'], missing, ['1: missing → live']],
    ['missing stays missing', ['missing', 'unknown', 'missing'], missing, []],
    ['missing, then gone', ['gone', 'gone'], missing, ['2: missing → gone']],
    ['a site that flaps tells nothing', ['missing', 'live', 'missing', 'live', 'missing', 'live'], LIVE, []],
    [
      'gone, back, and gone again',
      ['gone', 'gone', 'live', 'gone', 'gone'],
      LIVE,
      ['2: live → gone', '3: gone → live', '5: live → gone'],
    ],
  ])('%s', (_name, seen, from, settled) => {
    expect(run(seen, from).settled).toEqual(settled);
  });

  test('a publication in trouble holds a disappearance back for a day, and never a return', () => {
    const slot = (hours: number) => new Date(hours * 3_600_000).toISOString();
    let availability: Availability = LIVE;
    for (let hours = 1; hours <= 24; hours += 1) {
      const next = nextAvailability(availability, 'missing', slot(hours), true);
      expect(next.settled).toBeNull();
      ({ availability } = next);
    }
    expect(nextAvailability(availability, 'missing', slot(24), false).settled).toEqual({
      before: 'live',
      after: 'missing',
    });
    expect(nextAvailability(availability, 'missing', slot(25), true).settled).toEqual({
      before: 'live',
      after: 'missing',
    });
    expect(nextAvailability(missing, 'live', slot(25), true).settled).toEqual({ before: 'missing', after: 'live' });
  });

  test('a publication that shuts us out has blocked none of its articles, however long it lasts', () => {
    let availability: Availability = LIVE;
    for (let day = 1; day <= 40; day += 1) {
      const next = nextAvailability(availability, 'blocked', new Date(day * 86_400_000).toISOString(), true);
      expect(next.settled).toBeNull();
      ({ availability } = next);
    }
    expect(nextAvailability(availability, 'blocked', '1970-03-01T00:00:00.000Z', false).settled).toEqual({
      before: 'live',
      after: 'blocked',
    });
  });

  test('nothing but live is settled by fewer than two slots, and settled states follow one another', () => {
    const observations = fc.constantFrom<Observation>(...AVAILABILITY_STATES, 'unknown');
    fc.assert(
      fc.property(fc.array(fc.tuple(observations, fc.integer({ min: 1, max: 6 })), { maxLength: 20 }), (seen) => {
        let availability: Availability = LIVE;
        let slotsSinceSettled = new Set<number>();
        for (const [state, slot] of seen) {
          if (state !== 'unknown') slotsSinceSettled.add(slot);
          const next = nextAvailability(availability, state, new Date(slot * 3_600_000).toISOString());
          if (next.settled !== null) {
            expect(next.settled).toEqual({ before: availability.state, after: next.availability.state });
            expect(next.settled.after).toBe(state);
            if (state !== 'live') expect(slotsSinceSettled.size).toBeGreaterThanOrEqual(2);
            slotsSinceSettled = new Set();
          } else {
            expect(next.availability.state).toBe(availability.state);
          }
          if (state === next.availability.state) expect(next.availability.suspect).toBeNull();
          availability = next.availability;
        }
      }),
      { numRuns: 300 },
    );
  });
});
