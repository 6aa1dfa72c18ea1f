import { describe, expect, test } from 'vitest';
import { crawlDelayMs, isFresh, robotsAfter, robotsVerdict } from '../../lib/fetch/robots.ts';
import type { FetchOutcome } from '../../lib/page.ts';
import type { RobotsState } from '../../lib/roster.ts';

const NOW = new Date('2025-11-26T18:20:00Z');
const ORIGIN = 'https://news.example';

const page = (body: string | Uint8Array): FetchOutcome => ({
  kind: 'page',
  page: {
    url: `${ORIGIN}/robots.txt`,
    requestedUrl: `${ORIGIN}/robots.txt`,
    status: 200,
    contentType: 'text/plain',
    validators: { etag: null, lastModified: null },
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    fetchedAt: NOW.toISOString(),
    redirects: [],
  },
});

const isAllowed = (rules: string, agent: string, path: string): boolean =>
  robotsVerdict(robotsAfter(page(rules), undefined, NOW), ORIGIN + path, `${agent}/1.0 (+https://x.example)`) ===
  'allowed';

const lines = (...rules: readonly string[]): string => rules.join('\n');

const GROUPS = lines(
  'allow: /foo/bar/',
  '',
  'user-agent: FooBot',
  'disallow: /',
  'allow: /x/',
  'user-agent: BarBot',
  'disallow: /',
  'allow: /y/',
  '',
  '',
  'allow: /w/',
  'user-agent: BazBot',
  '',
  'user-agent: FooBot',
  'allow: /z/',
  'disallow: /',
);
const foo = (...rules: readonly string[]): string => lines('user-agent: FooBot', ...rules);

/** The cases of Google's public suite for its parser (google/robotstxt, robots_test.cc) that follow from RFC 9309, as facts. */
describe('rules', () => {
  test.each<[string, string, string, readonly string[], readonly string[]]>([
    // what, rules, agent, allowed paths, disallowed paths
    ['no rules allow everything', '', 'FooBot', ['/', '/x'], []],
    ['a line is a name, a colon and a value', foo('disallow: /'), 'FooBot', [], ['/x/y']],
    ['other names are no rules', lines('foo: FooBot', 'bar: /'), 'FooBot', ['/x/y'], []],
    ['a colon may be left out', lines('user-agent FooBot', 'disallow /'), 'FooBot', [], ['/x/y']],
    ['groups of one agent are one group', GROUPS, 'FooBot', ['/x/b', '/z/d'], ['/y/c', '/foo/bar/']],
    ['blank lines end no group', GROUPS, 'BarBot', ['/y/c', '/w/a'], ['/z/d', '/foo/bar/']],
    ['several agents share a group', GROUPS, 'BazBot', ['/z/d'], ['/foo/bar/']],
    ['names in capitals', lines('USER-AGENT: FooBot', 'ALLOW: /x/', 'DISALLOW: /'), 'FooBot', ['/x/y'], ['/a/b']],
    ['names in any case', lines('uSeR-aGeNt: FooBot', 'AlLoW: /x/', 'dIsAlLoW: /'), 'FooBot', ['/x/y'], ['/a/b']],
    ['agents in any case', lines('User-Agent: FOO', 'Allow: /x/', 'Disallow: /'), 'foo', ['/x/y'], ['/a/b']],
    [
      'an agent with words behind it',
      lines('User-Agent: FoO bAr', 'Allow: /x/', 'Disallow: /'),
      'Foo',
      ['/x/y'],
      ['/a/b'],
    ],
    [
      'an agent with a version behind it',
      lines('User-Agent: Foo/2.1', 'Allow: /x/', 'Disallow: /'),
      'Foo',
      ['/x/y'],
      ['/a/b'],
    ],
    [
      'one’s own group goes before the one for all',
      lines('User-Agent: *', 'Disallow: /', 'User-Agent: Foo Bar', 'Allow: /x/', 'Disallow: /'),
      'Foo',
      ['/x/y'],
      ['/y'],
    ],
    [
      'the group for all is for the rest',
      lines('user-agent: *', 'allow: /', 'user-agent: FooBot', 'disallow: /'),
      'BarBot',
      ['/x/y'],
      [],
    ],
    [
      'one’s own group alone counts',
      lines('user-agent: *', 'allow: /', 'user-agent: FooBot', 'disallow: /'),
      'FooBot',
      [],
      ['/x/y'],
    ],
    [
      'no group is ours and none is for all',
      lines('user-agent: FooBot', 'allow: /', 'user-agent: BarBot', 'disallow: /'),
      'QuxBot',
      ['/x/y'],
      [],
    ],
    ['an agent is matched whole', lines('user-agent: Foo', 'disallow: /'), 'FooBot', ['/x'], []],
    ['paths in their case', foo('disallow: /x/'), 'FooBot', ['/X/y'], ['/x/y']],
    ['the longest match: disallow', foo('disallow: /x/page.html', 'allow: /x/'), 'FooBot', ['/x/'], ['/x/page.html']],
    ['the longest match: allow', foo('allow: /x/page.html', 'disallow: /x/'), 'FooBot', ['/x/page.html'], ['/x/']],
    ['empty rules allow', foo('disallow: ', 'allow: '), 'FooBot', ['/x/page.html'], []],
    ['an empty disallow alone allows', foo('disallow:'), 'FooBot', ['/', '/x'], []],
    ['of two equal ones, allow', foo('disallow: /', 'allow: /'), 'FooBot', ['/x/page.html'], []],
    [
      'of two equal long ones, allow',
      foo('disallow: /x/page.html', 'allow: /x/page.html'),
      'FooBot',
      ['/x/page.html'],
      [],
    ],
    ['a slash makes it longer', foo('disallow: /x', 'allow: /x/'), 'FooBot', ['/x/'], ['/x']],
    [
      'a wildcard counts as its characters',
      foo('allow: /page', 'disallow: /*.html'),
      'FooBot',
      ['/page'],
      ['/page.html'],
    ],
    [
      'a longer plain rule beats a wildcard',
      foo('allow: /x/page.', 'disallow: /*.html'),
      'FooBot',
      ['/x/page.html'],
      ['/x/y.html'],
    ],
    [
      'the group for all adds nothing to one’s own',
      lines('User-agent: *', 'Disallow: /x/', 'User-agent: FooBot', 'Disallow: /y/'),
      'FooBot',
      ['/x/page'],
      ['/y/page'],
    ],
    [
      'a query in a rule',
      foo('Disallow: /', 'Allow: /foo/bar?qux=taz&baz=http://foo.bar?tar&par'),
      'FooBot',
      ['/foo/bar?qux=taz&baz=http://foo.bar?tar&par'],
      ['/foo/bar?qux=taz'],
    ],
    [
      'letters beyond ASCII in a rule',
      foo('Disallow: /', 'Allow: /foo/bar/ツ'),
      'FooBot',
      ['/foo/bar/%E3%83%84', '/foo/bar/ツ'],
      ['/foo/bar/'],
    ],
    [
      'the same, encoded',
      foo('Disallow: /', 'Allow: /foo/bar/%E3%83%84'),
      'FooBot',
      ['/foo/bar/%E3%83%84', '/foo/bar/%e3%83%84'],
      ['/foo/bar/'],
    ],
    // Here RFC 9309 (its table in 2.2.2) and Google's suite differ; the RFC is followed.
    [
      'encoded letters are letters',
      foo('Disallow: /', 'Allow: /foo/bar/%62%61%7A'),
      'FooBot',
      ['/foo/bar/baz', '/foo/bar/%62%61%7A'],
      ['/foo/bar/'],
    ],
    [
      'an encoded star is a star',
      foo('Disallow: /path/file-with-a-%2A.html'),
      'FooBot',
      ['/path/file-with-a-x.html'],
      ['/path/file-with-a-*.html'],
    ],
    [
      'an encoded dollar is a dollar',
      foo('Disallow: /path/foo-%24'),
      'FooBot',
      ['/path/foo-'],
      ['/path/foo-$', '/path/foo-$x'],
    ],
    ['a dollar that ends nothing is a dollar', foo('Disallow: /a$b'), 'FooBot', ['/a', '/ab'], ['/a$b']],
    [
      'a star stands for anything',
      foo('Disallow: /foo/bar/quz', 'Allow: /foo/*/qux'),
      'FooBot',
      ['/foo/quz', '/foo//quz', '/foo/bax/quz'],
      ['/foo/bar/quz'],
    ],
    [
      'a dollar ends the path',
      foo('Disallow: /foo/bar$', 'Allow: /foo/bar/qux'),
      'FooBot',
      ['/foo/bar/qux', '/foo/bar/', '/foo/bar/baz'],
      ['/foo/bar'],
    ],
    [
      'a hash begins a comment',
      foo('# Disallow: /', 'Disallow: /foo/quz#qux', 'Allow: /'),
      'FooBot',
      ['/foo/bar'],
      ['/foo/quz'],
    ],
    [
      '/fish',
      foo('disallow: /', 'allow: /fish'),
      'FooBot',
      ['/fish', '/fish.html', '/fish/salmon.html', '/fishheads', '/fish.html?id=anything'],
      ['/bar', '/Fish.asp', '/catfish', '/?id=fish'],
    ],
    [
      '/fish*',
      foo('disallow: /', 'allow: /fish*'),
      'FooBot',
      ['/fish', '/fish.html', '/fishheads/yummy.html'],
      ['/bar', '/Fish.bar', '/catfish', '/?id=fish'],
    ],
    [
      '/fish/',
      foo('disallow: /', 'allow: /fish/'),
      'FooBot',
      ['/fish/', '/fish/salmon', '/fish/?salmon'],
      ['/bar', '/fish', '/fish.html', '/Fish/Salmon.html'],
    ],
    [
      '/*.php',
      foo('disallow: /', 'allow: /*.php'),
      'FooBot',
      [
        '/filename.php',
        '/folder/filename.php?parameters',
        '//folder/any.php.file.html',
        '/filename.php/',
        '/index?f=filename.php/',
      ],
      ['/php/', '/index?php', '/windows.PHP'],
    ],
    [
      '/*.php$',
      foo('disallow: /', 'allow: /*.php$'),
      'FooBot',
      ['/filename.php', '/folder/filename.php'],
      ['/filename.php?parameters', '/filename.php/', '/filename.php5', '/filename?php', '/aaaphpaaa', '//windows.PHP'],
    ],
    [
      '/fish*.php',
      foo('disallow: /', 'allow: /fish*.php'),
      'FooBot',
      ['/fish.php', '/fishheads/catfish.php?parameters'],
      ['/Fish.PHP'],
    ],
    ['allow one page, by its start', foo('allow: /p', 'disallow: /'), 'FooBot', ['/page'], ['/']],
    ['allow the front page only', foo('allow: /$', 'disallow: /'), 'FooBot', ['/'], ['/page.html']],
    [
      'a Sitemap line ends no list of agents',
      lines('User-agent: FooBot', 'Sitemap: https://x.example/s.xml', 'User-agent: BarBot', 'Disallow: /'),
      'FooBot',
      [],
      ['/x'],
    ],
    ['a byte order mark is skipped', `\ufeff${foo('Disallow: /')}`, 'FooBot', [], ['/x']],
    ['lines may end as on old Macs', 'user-agent: FooBot\rdisallow: /x\rallow: /y', 'FooBot', ['/y'], ['/x']],
    ['lines may end as in DOS', 'user-agent: FooBot\r\n\r\ndisallow: /x\r\n', 'FooBot', ['/y'], ['/x']],
    ['white space around everything', '  user-agent :  FooBot  \n\tdisallow :\t/x\t', 'FooBot', ['/y'], ['/x']],
    [
      'HTML in its place allows everything',
      '<!doctype html><title>Not found</title><p>disallow: /',
      'FooBot',
      ['/x'],
      [],
    ],
    ['a rule longer than any address is none', foo(`disallow: /${'a'.repeat(20_000)}`), 'FooBot', ['/x'], []],
  ])('%s', (_name, rules, agent, allowed, disallowed) => {
    expect(allowed.filter((path) => !isAllowed(rules, agent, path))).toEqual([]);
    expect(disallowed.filter((path) => isAllowed(rules, agent, path))).toEqual([]);
  });

  test('the first 500 KiB count, and a hostile file is judged quickly', () => {
    const filler = 'disallow: /*a*a*a*a*a*a*a*b\n'.repeat(30_000);
    const state = robotsAfter(page(`user-agent: *\n${filler}disallow: /late\n`), undefined, NOW);
    expect(state.body.length).toBeLessThanOrEqual(500 * 1024);
    expect(robotsVerdict(state, `${ORIGIN}/late`, 'FooBot')).toBe('allowed');
    expect(robotsVerdict(state, `${ORIGIN}/${'a'.repeat(500)}`, 'FooBot')).toBe('allowed');
  });

  test('bytes that are no text at all are no rules', () => {
    expect(robotsAfter(page(Uint8Array.from([0xff, 0xfe, 0x00, 0x80])), undefined, NOW)).toMatchObject({
      kind: 'rules',
      body: '',
    });
  });
});

describe('a file that cannot be read', () => {
  const at = NOW.toISOString();
  const rules: RobotsState = {
    kind: 'rules',
    body: 'user-agent: *\ndisallow: /no',
    fetchedAt: '2025-11-20T00:00:00.000Z',
  };
  const failed: FetchOutcome = {
    kind: 'failed',
    why: 'server-error',
    detail: '',
    status: 500,
    retryAfterSeconds: null,
    fetchedAt: at,
  };
  const blocked = (status: number): FetchOutcome => ({
    kind: 'blocked',
    status,
    retryAfterSeconds: null,
    fetchedAt: at,
  });

  test.each<[string, FetchOutcome, RobotsState | undefined, RobotsState['kind']]>([
    ['404 allows everything', { kind: 'missing', status: 404, fetchedAt: at }, rules, 'allow-all'],
    ['410 allows everything', { kind: 'gone', status: 410, fetchedAt: at }, rules, 'allow-all'],
    ['401 allows everything', blocked(401), undefined, 'allow-all'],
    ['403 allows everything', blocked(403), rules, 'allow-all'],
    ['429 forbids everything for now', blocked(429), undefined, 'disallow-all'],
    ['500 forbids everything for now', failed, undefined, 'disallow-all'],
    ['500 leaves older rules standing', failed, rules, 'rules'],
    [
      '500 after a month forbids everything',
      failed,
      { ...rules, fetchedAt: '2025-10-01T00:00:00.000Z' },
      'disallow-all',
    ],
    ['no connection forbids everything', { ...failed, why: 'connection', status: null }, undefined, 'disallow-all'],
    ['no such name forbids everything', { ...failed, why: 'dns', status: null }, undefined, 'disallow-all'],
    ['too many redirects forbid everything', { ...failed, why: 'too-many-redirects' }, undefined, 'disallow-all'],
  ])('%s', (_name, outcome, before, kind) => {
    expect(robotsAfter(outcome, before, NOW).kind).toBe(kind);
  });

  test('rules count for a day, trouble for a quarter of an hour', () => {
    const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString();
    expect(isFresh({ kind: 'rules', body: '', fetchedAt: minutesAgo(1_439) }, NOW)).toBe(true);
    expect(isFresh({ kind: 'rules', body: '', fetchedAt: minutesAgo(1_440) }, NOW)).toBe(false);
    expect(isFresh({ kind: 'disallow-all', body: '', fetchedAt: minutesAgo(14) }, NOW)).toBe(true);
    expect(isFresh({ kind: 'disallow-all', body: '', fetchedAt: minutesAgo(15) }, NOW)).toBe(false);
  });
});

test.each([
  ['crawl-delay: 5', 5_000],
  ['crawl-delay: 0.5', 500],
  ['crawl-delay: 3600', 60_000],
  ['crawl-delay: -1', 0],
  ['crawl-delay: soon', 0],
  ['disallow: /x', 0],
])('“%s” is a pause of %i ms', (rule, ms) => {
  const state = robotsAfter(page(foo(rule)), undefined, NOW);
  expect(crawlDelayMs(state, ORIGIN, 'FooBot/1.0')).toBe(ms);
});
