import { beforeEach, describe, expect, test } from 'vitest';
import { politely, type PoliteOptions } from '../../lib/fetch/index.ts';
import { NO_VALIDATORS, type FetchOutcome, type FetchPage } from '../../lib/page.ts';

const SITE = 'https://news.example';

/** A clock that moves only when somebody sleeps or an answer takes its time. */
let nowMs: number;
let log: { url: string; startedMs: number; endedMs: number }[];
const now = () => new Date(nowMs);
const sleep = async (ms: number) => {
  nowMs += ms;
  await Promise.resolve();
};
beforeEach(() => {
  nowMs = Date.parse('2025-11-26T18:20:00Z');
  log = [];
});

const page = (body = ''): FetchOutcome => ({
  kind: 'page',
  page: {
    url: SITE,
    requestedUrl: SITE,
    status: 200,
    contentType: null,
    validators: NO_VALIDATORS,
    body: new TextEncoder().encode(body),
    fetchedAt: now().toISOString(),
    redirects: [],
  },
});
const missing: FetchOutcome = { kind: 'missing', status: 404, fetchedAt: '' };
const blocked = (status: number, retryAfterSeconds: number | null = null): FetchOutcome => ({
  kind: 'blocked',
  status,
  retryAfterSeconds,
  fetchedAt: '',
});
const failed = (status: number | null, retryAfterSeconds: number | null = null): FetchOutcome => ({
  kind: 'failed',
  why: status === null ? 'connection' : 'server-error',
  detail: 'it failed',
  status,
  retryAfterSeconds,
  fetchedAt: '',
});

/** Answers robots.txt with the first, pages with the rest in turn (the last for ever); each answer takes 300 ms. */
function site(robots: FetchOutcome, ...answers: readonly FetchOutcome[]): FetchPage {
  let served = 0;
  return async ({ url }) => {
    const startedMs = nowMs;
    await sleep(300);
    log.push({ url, startedMs, endedMs: nowMs });
    if (url.endsWith('/robots.txt')) return robots;
    const answer = answers[Math.min(served, answers.length - 1)] ?? page();
    served += 1;
    return answer;
  };
}

const polite = (fetchPage: FetchPage, options: Partial<PoliteOptions> = {}) =>
  politely(fetchPage, {
    delayMs: 1_000,
    robots: {},
    userAgent: 'StopPress/0.1',
    sleep,
    now,
    random: () => 0.5,
    ...options,
  });

const ask = (fetchPage: FetchPage, path: string) => fetchPage({ url: SITE + path, validators: NO_VALIDATORS });
const asked = () => log.map(({ url }) => url.slice(SITE.length));
const gaps = () => log.slice(1).map(({ startedMs }, i) => startedMs - (log[i]?.endedMs ?? 0));

describe('one request at a time', () => {
  test('robots.txt comes first, then each page, with a pause in between, though all are asked for at once', async () => {
    const fetchPage = polite(site(page('')));
    await Promise.all(['/a', '/b', '/c'].map((path) => ask(fetchPage, path)));
    expect(asked()).toEqual(['/robots.txt', '/a', '/b', '/c']);
    expect(gaps()).toEqual([1_000, 1_000, 1_000]);
  });

  test('its own crawl delay counts where it is longer', async () => {
    const fetchPage = polite(site(page('user-agent: *\ncrawl-delay: 4')));
    await Promise.all(['/a', '/b'].map((path) => ask(fetchPage, path)));
    expect(gaps()).toEqual([4_000, 4_000]);
  });

  test('a rejected fetch stops nobody else', async () => {
    let first = true;
    const fetchPage = polite(async ({ url }) => {
      if (url.endsWith('/a') && first) {
        first = false;
        throw new Error('a bug');
      }
      return page();
    });
    const [a, b] = await Promise.allSettled([ask(fetchPage, '/a'), ask(fetchPage, '/b')]);
    expect([a.status, b.status]).toEqual(['rejected', 'fulfilled']);
  });
});

describe('robots.txt', () => {
  test('keeps us from what it disallows, without asking', async () => {
    const fetchPage = polite(site(page('user-agent: StopPress\ndisallow: /no')));
    expect(await ask(fetchPage, '/no/page')).toMatchObject({ kind: 'refused', why: 'robots' });
    expect(await ask(fetchPage, '/yes')).toMatchObject({ kind: 'page' });
    expect(asked()).toEqual(['/robots.txt', '/yes']);
  });

  test('is asked for once a day, and remembered', async () => {
    const first = polite(site(page('user-agent: *\ndisallow: /no')));
    await ask(first, '/a');
    nowMs += 23 * 3_600_000;
    const second = polite(site(page('')), { robots: first.robots() });
    expect(await ask(second, '/no')).toMatchObject({ kind: 'refused' });
    nowMs += 2 * 3_600_000;
    const third = polite(site(page('')), { robots: second.robots() });
    expect(await ask(third, '/no')).toMatchObject({ kind: 'page' });
    expect(asked()).toEqual(['/robots.txt', '/a', '/robots.txt', '/no']);
  });

  test('that cannot be read for trouble keeps us from everything, with the reason', async () => {
    const fetchPage = polite(site(failed(500)));
    expect(await ask(fetchPage, '/a')).toMatchObject({ kind: 'failed', detail: expect.stringContaining('it failed') });
    await ask(fetchPage, '/b');
    expect(asked()).toEqual(['/robots.txt']);
  });

  test('that is not there allows everything', async () => {
    expect(await ask(polite(site(missing)), '/a')).toMatchObject({ kind: 'page' });
  });

  test('is asked of each origin a redirect leads to', async () => {
    const fetchPage = polite(async ({ url, mayFollow }) => {
      log.push({ url, startedMs: nowMs, endedMs: nowMs });
      if (url === 'https://other.example/robots.txt') return page('user-agent: *\ndisallow: /');
      if (url.endsWith('/robots.txt')) return page();
      const allowed = await mayFollow?.('https://other.example/x');
      return allowed === false ? { kind: 'refused', why: 'robots', detail: '', fetchedAt: '' } : page();
    });
    expect(await ask(fetchPage, '/a')).toMatchObject({ kind: 'refused', why: 'robots' });
    expect(log.map(({ url }) => url)).toContain('https://other.example/robots.txt');
    expect(Object.keys(fetchPage.robots())).toEqual([SITE, 'https://other.example']);
  });
});

test('the rules of an origin that is not met any more are forgotten after a month', async () => {
  const first = polite(site(page()));
  await ask(first, '/a');
  nowMs += 31 * 86_400_000;
  expect(polite(site(page()), { robots: first.robots() }).robots()).toEqual({});
});

describe('tries again', () => {
  test.each<[string, FetchOutcome, number]>([
    ['408', { ...failed(408), why: 'timeout' } as FetchOutcome, 3],
    ['425', failed(425), 3],
    ['429', blocked(429), 3],
    ['500', failed(500), 3],
    ['503', failed(503), 3],
    ['a cut connection', failed(null), 3],
    ['a truncated page', { ...failed(200), why: 'truncated' } as FetchOutcome, 3],
    ['400: no', blocked(400), 1],
    ['401: no', blocked(401), 1],
    ['403: no', blocked(403), 1],
    ['404: no', missing, 1],
    ['a timeout of ours: no, it has cost enough', { ...failed(null), why: 'timeout' } as FetchOutcome, 1],
    ['a name that does not exist: no', { ...failed(null), why: 'dns' } as FetchOutcome, 1],
    ['broken TLS: no', { ...failed(null), why: 'tls' } as FetchOutcome, 1],
    ['a body too large: no', { ...failed(200), why: 'too-large' } as FetchOutcome, 1],
    ['503 with a wait of two seconds', failed(503, 2), 3],
    ['503 with a wait of a minute: not now', failed(503, 60), 1],
  ])('%s', async (_name, answer, tries) => {
    expect(await ask(polite(site(missing, answer)), '/a')).toEqual(answer);
    expect(asked().filter((path) => path === '/a')).toHaveLength(tries);
  });

  test('and is content with the first good answer', async () => {
    expect(await ask(polite(site(missing, failed(500), page('at last'))), '/a')).toMatchObject({ kind: 'page' });
    expect(asked()).toEqual(['/robots.txt', '/a', '/a']);
  });

  test('after a random part of a bound that doubles, and never before the pause is over', async () => {
    await ask(polite(site(missing, failed(500)), { delayMs: 100, random: () => 0.999 }), '/a');
    expect(gaps().map(Math.round)).toEqual([100, 999, 1_998]);
    log = [];
    await ask(polite(site(missing, failed(500)), { delayMs: 1_000, random: () => 0 }), '/a');
    expect(gaps()).toEqual([1_000, 1_000, 1_000]);
  });

  test('not any more once several failed in a row: more tries would be part of the trouble', async () => {
    const fetchPage = polite(site(missing, failed(500)));
    for (const path of ['/a', '/b', '/c']) await ask(fetchPage, path);
    expect(asked()).toEqual(['/robots.txt', '/a', '/a', '/a', '/b', '/c']);
  });
});

test('nothing is tried again once time is up', async () => {
  await ask(polite(site(missing, failed(500)), { isTimeUp: () => true }), '/a');
  expect(asked()).toEqual(['/robots.txt', '/a']);
});

describe('Retry-After', () => {
  test('of robots.txt itself is heeded, also where rules known before can stand in', async () => {
    const first = polite(site(page('user-agent: *\nallow: /')));
    await ask(first, '/a');
    nowMs += 25 * 3_600_000;
    const second = polite(site(failed(503, 3_600)), { robots: first.robots() });
    expect(await ask(second, '/b')).toMatchObject({ kind: 'failed', retryAfterSeconds: 3_600 });
    expect(asked()).toEqual(['/robots.txt', '/a', '/robots.txt']);
  });

  test('silences nobody for longer than a day, whatever a wrong clock once wrote', async () => {
    const heldUntil = new Date(nowMs + 400 * 86_400_000).toISOString();
    const fetchedAt = heldUntil;
    const fetchPage = polite(site(missing, page()), {
      robots: { [SITE]: { fetchedAt, kind: 'rules', body: '', heldUntil } },
    });
    expect(await ask(fetchPage, '/a')).toMatchObject({ kind: 'page' });
    expect(asked()).toEqual(['/robots.txt', '/a']);
  });

  test('silences us towards the whole origin, beyond this visit, until it is over', async () => {
    const first = polite(site(missing, blocked(429, 3_600), page()));
    await ask(first, '/a');
    expect(await ask(first, '/b')).toMatchObject({ kind: 'failed', retryAfterSeconds: 3_600 });
    nowMs += 1_800_000;
    const second = polite(site(missing, page()), { robots: first.robots() });
    expect(await ask(second, '/b')).toMatchObject({
      kind: 'failed',
      detail: expect.stringContaining('30 minutes more'),
    });
    nowMs += 1_800_000;
    expect(await ask(second, '/b')).toMatchObject({ kind: 'page' });
    expect(asked()).toEqual(['/robots.txt', '/a', '/b']);
  });
});
