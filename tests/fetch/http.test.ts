import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpFetcher } from '../../lib/adapters/http.ts';
import { ConfigError } from '../../lib/errors.ts';
import {
  bomb,
  coded,
  conditional,
  cutChunks,
  encode,
  endless,
  halfClose,
  hangUp,
  html,
  raw,
  redirect,
  silent,
  slowDrip,
  slowFirstByte,
  wrongLength,
} from '../origin/misbehave.ts';
import { startOrigin, type Origin, type Route } from '../origin/origin.ts';
import { bodyOf, get, HURRIED, localFetcher, summary, textOf, USER_AGENT } from './fetcher.ts';

let origin: Origin;
beforeAll(async () => {
  origin = await startOrigin();
});
afterAll(() => origin.close());

const STORY = 'The committee has published its report. '.repeat(50);

describe('what a server does is an outcome', () => {
  test.each<[string, Route, string]>([
    ['a page is a page', html('hello'), 'page 200'],
    ['an empty page is a page, and its reader decides', { body: '' }, 'page 200'],
    ['404 is missing', { status: 404 }, 'missing 404'],
    ['410 is gone', { status: 410 }, 'gone 410'],
    ['451 is gone, for legal reasons', { status: 451 }, 'gone 451'],
    ['401 is refused by the server', { status: 401 }, 'blocked 401'],
    ['402 is too', { status: 402 }, 'blocked 402'],
    ['403 is too', { status: 403 }, 'blocked 403'],
    ['429 is too', { status: 429 }, 'blocked 429'],
    ['408 is a timeout', { status: 408 }, 'failed timeout'],
    ['425 may pass', { status: 425 }, 'failed server-error'],
    ['500 is the server’s failure', { status: 500 }, 'failed server-error'],
    ['503 is too', { status: 503 }, 'failed server-error'],
    ['520 (Cloudflare’s own) is too', { status: 520 }, 'failed server-error'],
    ['204 to a request for a page makes no sense', { status: 204 }, 'failed malformed'],
    ['206 nobody asked for', { status: 206, body: 'part' }, 'failed malformed'],
    ['300 without an address leads nowhere', { status: 300, body: 'choose' }, 'failed malformed'],
    ['a redirect without an address leads nowhere', { status: 302 }, 'failed malformed'],
    ['a redirect to no address at all', redirect('http://[::bad'), 'failed malformed'],
    ['304 to a request without conditions', { status: 304 }, 'failed malformed'],
    ['Cloudflare’s challenge with 200', { headers: { 'cf-mitigated': 'challenge' } }, 'blocked 200'],
    ['AWS WAF’s challenge with 202', { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } }, 'blocked 202'],
    ['silence ends in a timeout', silent, 'failed timeout'],
    ['a first byte in time', slowFirstByte(50), 'page 200'],
    ['a first byte too late', slowFirstByte(5_000), 'failed timeout'],
    ['a drip without end ends in a timeout', slowDrip(20), 'failed timeout'],
    ['a body without end is too large', endless, 'failed too-large'],
    ['a body announced too large is not read', wrongLength(5_000_000, 'x'), 'failed too-large'],
    ['fewer bytes than promised are truncated', wrongLength(100, 'half a page'), 'failed truncated'],
    ['chunks without their end are truncated', cutChunks, 'failed truncated'],
    ['a hung-up call is a failed connection', hangUp, 'failed connection'],
    ['something that is not HTTP', raw('SSH-2.0-OpenSSH_9.6\r\n'), 'failed malformed'],
    ['a header with a line break in its value', raw('HTTP/1.1 200 OK\r\nx: a\x00b\r\n\r\n'), 'failed malformed'],
    [
      'a security policy of 30 KB',
      { headers: { 'content-security-policy': 'https://cdn.example '.repeat(1_500) } },
      'page 200',
    ],
    ['headers without end', raw(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`), 'failed malformed'],
    [
      'both lengths at once (request smuggling)',
      raw('HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'),
      'failed malformed',
    ],
    ['gzip', coded('gzip', STORY), 'page 200'],
    ['brotli', coded('br', STORY), 'page 200'],
    ['deflate, as the standard has it', coded('deflate', STORY), 'page 200'],
    ['deflate, as many servers have it', coded('deflate-raw', STORY), 'page 200'],
    [
      'gzip in two members',
      { headers: { 'content-encoding': 'gzip' }, body: Buffer.concat([encode('gzip', STORY), encode('gzip', STORY)]) },
      'page 200',
    ],
    [
      'gzip cut short',
      { headers: { 'content-encoding': 'gzip' }, body: encode('gzip', STORY).subarray(0, 40) },
      'failed truncated',
    ],
    [
      'brotli cut short',
      { headers: { 'content-encoding': 'br' }, body: encode('br', STORY).subarray(0, 20) },
      'failed truncated',
    ],
    ['no gzip though it says so', { headers: { 'content-encoding': 'gzip' }, body: STORY }, 'failed malformed'],
    ['a coding nobody asked for', { headers: { 'content-encoding': 'zstd' }, body: 'x' }, 'failed malformed'],
    [
      'more codings than sense',
      { headers: { 'content-encoding': 'gzip, gzip, gzip, gzip' }, body: 'x' },
      'failed malformed',
    ],
    ['a gzip bomb', bomb('gzip', 64), 'failed too-large'],
    ['a brotli bomb', bomb('br', 64), 'failed too-large'],
    ['a deflate bomb', bomb('deflate', 64), 'failed too-large'],
    ['a raw deflate bomb', bomb('deflate-raw', 64), 'failed too-large'],
    [
      'a bomb in a bomb',
      {
        headers: { 'content-encoding': 'gzip, gzip' },
        body: encode('gzip', encode('gzip', new Uint8Array(64 * 1024 * 1024))),
      },
      'failed too-large',
    ],
  ])('%s', async (name, route, expected) => {
    const path = `/${encodeURIComponent(name)}`;
    origin.serve(path, route);
    const options = expected === 'failed timeout' ? HURRIED : {};
    expect(summary(await get(localFetcher([origin.origin], options), origin.url(path)))).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['a port nobody listens on', 'http://127.0.0.1:1/', 'failed connection'],
    ['TLS where there is none', 'https', 'failed tls'],
    ['a name that does not exist', 'http://no-such-host.invalid/', 'failed dns'],
    ['a file', 'file:///etc/passwd', 'refused scheme'],
    ['a script', 'javascript:alert(1)', 'refused scheme'],
    ['FTP', 'ftp://news.example/', 'refused scheme'],
    ['no address at all', 'not an address', 'refused scheme'],
    ['credentials', 'https://user:secret@news.example/', 'refused credentials'],
    ['a user name alone', 'https://user@news.example/', 'refused credentials'],
  ])('%s', async (_name, address, expected) => {
    const url = address === 'https' ? origin.url('/').replace('http:', 'https:') : address;
    const resolve: Parameters<typeof localFetcher>[1] = {
      resolve: (_hostname, _options, done) => done(Object.assign(new Error('nothing'), { code: 'ENOTFOUND' }), []),
    };
    const fetchPage = localFetcher(
      [new URL(url.includes('://') ? url : 'http://x').origin, 'http://127.0.0.1:1'],
      resolve,
    );
    const guarded = address.includes('invalid') ? localFetcher([], resolve) : fetchPage;
    expect(summary(await get(guarded, url))).toBe(expected);
  });

  test('credentials are not repeated in what is told of them', async () => {
    const outcome = await get(localFetcher([]), 'https://user:secret@news.example/');
    expect(JSON.stringify(outcome)).not.toContain('secret');
  });
});

describe('a page', () => {
  test('keeps its bytes as they are, in whatever charset', async () => {
    const octets = Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x00, 0xff]);
    origin.serve('/latin', { headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body: octets });
    const outcome = await get(localFetcher([origin.origin]), origin.url('/latin'));
    expect([...bodyOf(outcome)]).toEqual([...octets]);
    expect(outcome).toMatchObject({
      page: { contentType: 'text/html; charset=iso-8859-1', fetchedAt: '2025-11-26T18:20:00.000Z' },
    });
  });

  test('is the same whatever its coding', async () => {
    for (const coding of ['gzip', 'br', 'deflate', 'deflate-raw'] as const) {
      origin.serve('/coded', coded(coding, STORY));
      expect(textOf(await get(localFetcher([origin.origin]), origin.url('/coded')))).toBe(STORY);
    }
  });

  test('of two gzip members is read whole', async () => {
    const body = Buffer.concat([encode('gzip', 'first, '), encode('gzip', 'second')]);
    origin.serve('/members', { headers: { 'content-encoding': 'gzip' }, body });
    expect(textOf(await get(localFetcher([origin.origin]), origin.url('/members')))).toBe('first, second');
  });

  test('is asked for under our own name', async () => {
    origin.serve('/named', html('x'));
    await get(localFetcher([origin.origin]), origin.url('/named'));
    expect(origin.seen.at(-1)?.headers['user-agent']).toBe(USER_AGENT);
    expect(origin.seen.at(-1)?.headers['accept-encoding']).toBe('gzip, deflate, br');
    expect(origin.seen.at(-1)?.headers['cookie']).toBeUndefined();
  });

  test('is asked for over the connection that is open already', async () => {
    origin.serve('/kept', html('x'));
    const fetchPage = localFetcher([origin.origin]);
    const before = origin.connections();
    for (let i = 0; i < 5; i += 1) await get(fetchPage, origin.url('/kept'));
    expect(origin.connections() - before).toBe(1);
  });

  test('is got over a new connection where the server has closed the old one', async () => {
    origin.serve('/half', halfClose('whole'));
    const fetchPage = localFetcher([origin.origin]);
    for (let i = 0; i < 5; i += 1) expect(textOf(await get(fetchPage, origin.url('/half')))).toBe('whole');
  });
});

describe('conditions', () => {
  const at = 'Wed, 26 Nov 2025 18:00:00 GMT';
  test.each([
    ['a strong tag', { etag: '"v1"' }],
    ['a weak tag', { etag: 'W/"v1"' }],
    ['a date', { 'last-modified': at }],
    ['both', { etag: '"v1"', 'last-modified': at }],
  ])('%s given is sent back, and answered by 304', async (_name, validator) => {
    origin.serve('/conditional', conditional(validator, 'text'));
    const fetchPage = localFetcher([origin.origin]);
    const first = await get(fetchPage, origin.url('/conditional'));
    if (first.kind !== 'page') throw new Error('no page');
    const second = await get(fetchPage, origin.url('/conditional'), first.page.validators);
    expect(second).toMatchObject({ kind: 'not-modified', validators: first.page.validators });
  });

  test('a changed tag brings the page', async () => {
    origin.serve('/conditional', conditional({ etag: '"v2"' }, 'new text'));
    const outcome = await get(localFetcher([origin.origin]), origin.url('/conditional'), {
      etag: '"v1"',
      lastModified: null,
    });
    expect(textOf(outcome)).toBe('new text');
  });

  test.each(['"a"\r\nx-injected: 1', '"a\u0000"', '"€"', ''])(
    'a validator that could not be a header is not sent: %j',
    async (etag) => {
      origin.serve('/injected', html('x'));
      await get(localFetcher([origin.origin]), origin.url('/injected'), { etag, lastModified: null });
      expect(origin.seen.at(-1)?.headers['if-none-match']).toBeUndefined();
      expect(origin.seen.at(-1)?.headers['x-injected']).toBeUndefined();
    },
  );

  test.each(['Stop\r\nPress', 'Stop\u0000Press', ''])(
    'a User-Agent that could not be a header is refused: %j',
    (userAgent) => {
      expect(() => createHttpFetcher({ userAgent, now: () => new Date() })).toThrow(ConfigError);
    },
  );

  test('an address cannot bring a header in', async () => {
    origin.serve('/x%0d%0ax-injected:%201', html('x'));
    const outcome = await get(localFetcher([origin.origin]), origin.url('/x%0d%0ax-injected:%201'));
    expect(summary(outcome)).toBe('page 200');
    await get(localFetcher([origin.origin]), origin.url('/y\r\nx-injected: 1'));
    expect(origin.seen.every(({ headers }) => headers['x-injected'] === undefined)).toBe(true);
  });
});

describe('redirects', () => {
  test('are followed, and their chain is told', async () => {
    origin.serve('/a', redirect('/b', 301));
    origin.serve('/b', redirect('c?x=1#part', 302));
    origin.serve('/c?x=1', redirect(origin.url('/d'), 308));
    origin.serve('/d', html('there'));
    const outcome = await get(localFetcher([origin.origin]), origin.url('/a'));
    expect(outcome).toMatchObject({
      kind: 'page',
      page: {
        requestedUrl: origin.url('/a'),
        url: origin.url('/d'),
        redirects: [
          { status: 301, url: origin.url('/b') },
          { status: 302, url: origin.url('/c?x=1') },
          { status: 308, url: origin.url('/d') },
        ],
      },
    });
  });

  test.each([
    [10, 'page 200'],
    [11, 'failed too-many-redirects'],
  ])('%i of them: %s', async (count, expected) => {
    for (let i = 0; i < count; i += 1) origin.serve(`/hop${count}-${i}`, redirect(`/hop${count}-${i + 1}`));
    origin.serve(`/hop${count}-${count}`, html('there'));
    expect(summary(await get(localFetcher([origin.origin]), origin.url(`/hop${count}-0`)))).toBe(expected);
  });

  test('that go round are left at the second sight of an address', async () => {
    origin.serve('/round', redirect('/about'));
    origin.serve('/about', redirect('/round'));
    const before = origin.seen.length;
    expect(summary(await get(localFetcher([origin.origin]), origin.url('/round')))).toBe('failed too-many-redirects');
    expect(origin.seen.length - before).toBe(2);
  });

  test.each([
    ['another scheme', 'file:///etc/passwd', 'refused scheme'],
    ['credentials', 'http://u:p@news.example/', 'refused credentials'],
    ['a private address', 'http://10.0.0.1/', 'refused address'],
    ['the metadata address', 'http://169.254.169.254/latest/meta-data/', 'refused address'],
    ['loopback on another port', 'http://127.0.0.1:9/', 'refused address'],
    ['loopback in hexadecimal', 'http://0x7f000001:9/', 'refused address'],
  ])('into %s are refused', async (name, location, expected) => {
    origin.serve('/into', redirect(location));
    expect(summary(await get(localFetcher([origin.origin]), origin.url('/into'))), name).toBe(expected);
  });

  test('share one bound of time', async () => {
    for (let i = 0; i < 8; i += 1)
      origin.serve(`/slow-${i}`, (_request, response) => {
        setTimeout(() => response.writeHead(302, { location: `/slow-${i + 1}` }).end(), 100);
      });
    origin.serve('/slow-8', html('there'));
    expect(summary(await get(localFetcher([origin.origin], HURRIED), origin.url('/slow-0')))).toBe('failed timeout');
    expect(origin.seen.filter(({ path }) => path.startsWith('/slow-')).length).toBeLessThan(8);
  });

  test('to an address in raw UTF-8 are understood', async () => {
    origin.serve('/utf8', raw(`HTTP/1.1 302 Found\r\nlocation: /caf\u00c3\u00a9\r\ncontent-length: 0\r\n\r\n`));
    origin.serve('/caf%C3%83%C2%A9', html('there'));
    origin.serve('/caf%C3%A9', html('there'));
    expect(summary(await get(localFetcher([origin.origin]), origin.url('/utf8')))).toBe('page 200');
  });
});

describe('Retry-After', () => {
  test.each([
    [429, '120', 120],
    [503, '120', 120],
    [429, 'Wed, 26 Nov 2025 18:21:00 GMT', 60],
    [503, 'Wed, 26 Nov 2025 18:19:00 GMT', 0],
    [429, '9999999', 86_400],
    [503, 'soon', null],
  ])('%i with “%s” means %s seconds', async (status, header, seconds) => {
    origin.serve('/later', { status, headers: { 'retry-after': header } });
    expect(await get(localFetcher([origin.origin]), origin.url('/later'))).toMatchObject({
      retryAfterSeconds: seconds,
    });
  });
});
