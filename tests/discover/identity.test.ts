import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleId, canonicalUrl, isSectionLike, siteOf, trustedCanonical } from '../../lib/identity.ts';
import { isStoreKey } from '../../lib/store.ts';

const STORY = 'https://news.example/2025/11/26/talks-resume-in-geneva';

describe('one article', () => {
  test.each([
    ['itself', STORY],
    ['www in front', STORY.replace('news.', 'www.news.')],
    ['a numbered www', STORY.replace('news.', 'www2.news.')],
    ['the mobile host', STORY.replace('news.', 'm.news.')],
    ['the mobile host at length', STORY.replace('news.', 'mobile.news.')],
    ['the mobile host below www', STORY.replace('news.', 'www.m.news.')],
    ['the AMP host', STORY.replace('news.', 'amp.news.')],
    ['without TLS', STORY.replace('https', 'http')],
    ['its default port', STORY.replace('example/', 'example:443/')],
    ['without TLS, with its default port', STORY.replace('https', 'http').replace('example/', 'example:80/')],
    ['the host in capitals', STORY.replace('news.example', 'NEWS.Example')],
    ['the host with a dot behind', STORY.replace('news.example', 'news.example.')],
    ['a slash behind', `${STORY}/`],
    ['two slashes behind', `${STORY}//`],
    ['doubled slashes within', STORY.replace('/11/', '//11//')],
    ['an index page', `${STORY}/index.html`],
    ['an index page of PHP', `${STORY}/index.php`],
    ['a fragment', `${STORY}#comments`],
    ['a text fragment', `${STORY}#:~:text=talks`],
    ['an empty query', `${STORY}?`],
    ['campaign parameters', `${STORY}?utm_source=rss&utm_medium=feed&utm_campaign=x`],
    ['campaign parameters in capitals', `${STORY}?UTM_SOURCE=rss`],
    ['click identifiers', `${STORY}?fbclid=a&gclid=b&msclkid=c&igshid=d`],
    ['publishers’ own codes', `${STORY}?smid=tw-share&cmp=x&at_medium=RSS&ocid=y&xtor=z`],
    ['ampersands escaped twice', `${STORY}?utm_source=x&amp;utm_medium=y`],
    ['AMP below', `${STORY}/amp`],
    ['AMP below with a slash', `${STORY}/amp/`],
    ['AMP above', STORY.replace('example/', 'example/amp/')],
    ['AMP as a parameter', `${STORY}?amp=1`],
    ['AMP as an output type', `${STORY}?outputType=amp`],
    ['AMP as a file', `${STORY}.amp`],
    ['AMP as a page below', `${STORY}/amp.html`],
    ['AMP as a page below, in three letters', `${STORY}/amp.htm`],
    ['codes that name an article on a script’s path only', `${STORY}?ref=home&source=x&cid=1&from=y`],
    ['a value without a name', `${STORY}?=x`],
    ['a no-break space in front', `\u00A0${STORY}`],
    [
      'Google’s AMP cache',
      'https://news-example.cdn.ampproject.org/c/s/news.example/2025/11/26/talks-resume-in-geneva',
    ],
    [
      'Google’s AMP cache, of a site without TLS',
      'https://news-example.cdn.ampproject.org/c/news.example/2025/11/26/talks-resume-in-geneva',
    ],
    ['Google’s AMP viewer without www', 'https://google.com/amp/s/news.example/2025/11/26/talks-resume-in-geneva'],
    ['Google’s AMP viewer, without TLS', 'https://www.google.co.uk/amp/news.example/2025/11/26/talks-resume-in-geneva'],
    ['Google’s AMP viewer', 'https://www.google.com/amp/s/news.example/2025/11/26/talks-resume-in-geneva/amp'],
    ['letters encoded without need', STORY.replace('talks', '%74alks')],
    ['a session in the path', `${STORY};jsessionid=0A1B`],
    ['white space around', `  ${STORY}\n`],
  ])('has one canonical URL: %s', (_name, url) => {
    expect(canonicalUrl(url)).toBe(STORY);
  });

  test.each([
    ['a relative address', '../26/talks-resume-in-geneva', `${STORY}/x`],
    ['one without a scheme', '//news.example/2025/11/26/talks-resume-in-geneva', STORY],
    ['a path', '/2025/11/26/talks-resume-in-geneva', 'http://m.news.example/'],
  ])('is found by %s', (_name, url, base) => {
    expect(canonicalUrl(url, base)).toBe(
      STORY.replace('/2025/11/26/', url.startsWith('..') ? '/2025/11/26/26/' : '/2025/11/26/'),
    );
  });

  test.each([
    ['its query', '/story.php?id=7&lang=en', '/story.php?id=7&lang=en'],
    ['in any order', '/story.php?lang=en&id=7&edition=2', '/story.php?edition=2&id=7&lang=en'],
    ['in any order of one name’s values', '/story.php?id=7&tag=b&tag=a', '/story.php?id=7&tag=a&tag=b'],
    ['without campaigns', '/story.php?id=7&utm_x=1', '/story.php?id=7'],
    ['a number at the front page', '/?p=123&ref=home', '/?p=123&ref=home'],
    ['a code on a script’s path', '/story.php?cid=9', '/story.php?cid=9'],
    ['its case and its file', '/a/Story-One.html', '/a/Story-One.html'],
    ['its file, without AMP', '/a/story-one.amp.html', '/a/story-one.html'],
    ['a word that begins like AMP', '/a.ample-supply', '/a.ample-supply'],
    ['a section called AMP', '/guitars/amp/the-loudest-of-all', '/guitars/amp/the-loudest-of-all'],
    ['what has to be encoded', '/caf%c3%a9', '/caf%C3%A9'],
    ['its real path', '/%2e%2e/a%2fb', '/a%2Fb'],
    ['nothing at the front page', '/index.html', '/'],
  ])('keeps what names it: %s', (_name, given, kept) => {
    expect(canonicalUrl(`https://news.example${given}`)).toBe(`https://news.example${kept}`);
  });

  test('keeps the scheme where it has a port of its own, in a cache too', () => {
    const cache = 'https://news-example.cdn.ampproject.org/c/';
    expect(canonicalUrl(`${cache}news.example:8080/x`)).toBe('http://news.example:8080/x');
    expect(canonicalUrl(`${cache}s/news.example:8443/x`)).toBe('https://news.example:8443/x');
  });
});

test.each([
  ['another story', `${STORY}-again`],
  ['the same on another host', STORY.replace('news.', 'live.')],
  ['the same in another case', STORY.replace('talks', 'Talks')],
  ['the same on another port', STORY.replace('example/', 'example:8443/')],
  ['another parameter', `${STORY}?page=2`],
  ['another path', STORY.replace('/11/', '/12/')],
  ['a host that ends like Google’s', 'https://www.notgoogle.com/amp/s/news.example/2025/11/26/talks-resume-in-geneva'],
  [
    'a host that begins like Google’s',
    'https://google.com-1.example/amp/s/news.example/2025/11/26/talks-resume-in-geneva',
  ],
  ['a path of Google’s with it inside', 'https://google.com/x/amp/s/news.example/2025/11/26/talks-resume-in-geneva'],
])('another article keeps its own: %s', (_name, url) => {
  expect(canonicalUrl(url)).not.toBe(STORY);
});

test.each([
  '',
  'not an address',
  'ftp://news.example/x',
  'javascript:alert(1)',
  'mailto:a@news.example',
  'data:text/html,x',
  'http://',
  'http://[::bad/',
  'https://news-example.cdn.ampproject.org/c/s/[::bad/',
  `https://news.example/${'a'.repeat(4_096)}`,
])('what is no http(s) address has none: %j', (url) => {
  expect(canonicalUrl(url)).toBeNull();
});

test('a domain that begins like a rendition is not cut to nothing', () => {
  expect(canonicalUrl('https://m.example/x')).toBe('https://m.example/x');
  expect(canonicalUrl('https://www.gov.uk/x')).toBe('https://www.gov.uk/x');
  expect(canonicalUrl('https://mobile.github.io/x')).toBe('https://mobile.github.io/x');
  expect(canonicalUrl('http://m.localhost:8080/x')).toBe('http://m.localhost:8080/x');
  expect(canonicalUrl('http://127.0.0.1:8080/x')).toBe('http://127.0.0.1:8080/x');
});

const address = fc.webUrl({ withFragments: true, withQueryParameters: true });

test('the canonical URL of a canonical URL is itself', () => {
  const parts = fc.constantFrom('amp', 'index.html', 'a.amp', '%61', '', 'm', 'x;jsessionid=1', '..', '%2e', 'story-1');
  const path = fc.array(parts, { maxLength: 6 }).map((segments) => `https://www.m.news.example/${segments.join('/')}`);
  fc.assert(
    fc.property(fc.oneof(address, path), (url) => {
      const canonical = canonicalUrl(url);
      expect(canonical === null ? null : canonicalUrl(canonical)).toBe(canonical);
    }),
    { numRuns: 500 },
  );
});

test('an article’s id is a key every store accepts, whatever the address', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        address,
        fc.string().map((text) => `https://news.example/${text}`),
      ),
      (url) => {
        const canonical = canonicalUrl(url);
        if (canonical === null) return;
        const id = articleId('example-news', canonical);
        expect(id).toMatch(/^example-news-[0-9a-f]{16}$/);
        expect(isStoreKey(`revisions/${id}/00001.json`)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

describe('a page’s own canonical', () => {
  test.each([
    ['itself', STORY, STORY, STORY],
    ['itself, said as a path', `${STORY}?utm_x=1`, '/2025/11/26/talks-resume-in-geneva', STORY],
    ['a changed slug', `${STORY}-old`, STORY, STORY],
    ['a sister host of the site', 'https://amp.news.example/x/talks-resume-in-geneva', STORY, STORY],
    ['a short link’s article', 'https://news.example/?p=123', STORY, STORY],
    ['the first of several pages', `${STORY}?page=2`, STORY, STORY],
    ['itself, though it looks like a section', 'https://news.example/talks', '/talks', 'https://news.example/talks'],
    [
      'a script with what names the article, and no more',
      'https://news.example/archive2/story.php?id=7&page=2',
      '/archive2/story.php?id=7',
      'https://news.example/archive2/story.php?id=7',
    ],
    [
      'another path than the script’s',
      'https://news.example/archive2/story.php?id=7',
      '/archive2/talks-resume-in-geneva',
      'https://news.example/archive2/talks-resume-in-geneva',
    ],
    [
      'a script that needs nothing to name it, on a sister host',
      'https://live.news.example/archive2/story.php',
      'https://news.example/archive2/story.php',
      'https://news.example/archive2/story.php',
    ],
  ])('is believed for %s', (_name, page, claimed, expected) => {
    expect(trustedCanonical(page, claimed)).toBe(expected);
  });

  test.each([
    ['nothing', STORY, null],
    ['what is no address', STORY, 'javascript:alert(1)'],
    ['another site', STORY, 'https://evil.example/2025/11/26/talks-resume-in-geneva'],
    ['another site with the name in it', STORY, 'https://news.example.evil.example/2025/11/26/talks'],
    [
      'a stranger on the same public suffix',
      'https://alice.github.io/a-long-story-here',
      'https://bob.github.io/a-long-story-here',
    ],
    ['a stranger below co.uk', 'https://alice.co.uk/a-long-story-here', 'https://bob.co.uk/a-long-story-here'],
    ['the front page', STORY, 'https://news.example/'],
    ['the front page of an edition', STORY, 'https://news.example/uk'],
    ['a section', STORY, 'https://news.example/world/europe'],
    ['anything by what is no page', 'data:text/html,x', STORY],
    [
      'a script below an archive without what names the article',
      'https://news.example/archive2/story.php?id=7',
      'https://news.example/archive2/story.php',
    ],
    [
      'a script without what names the article',
      'https://news.example/story.php?id=7',
      'https://news.example/story.php',
    ],
  ])('is not believed for %s', (_name, page, claimed) => {
    expect(trustedCanonical(page, claimed)).toBeNull();
  });
});

test('a site is its registrable domain', () => {
  expect(siteOf('https://live.news.example/x')).toBe('news.example');
  expect(siteOf('https://www.bbc.co.uk/x')).toBe('bbc.co.uk');
  expect(siteOf('http://127.0.0.1:8080/x')).toBe('127.0.0.1:8080');
});

test.each([
  ['https://news.example/', true],
  ['https://news.example/world', true],
  ['https://news.example/world/middle-east', true],
  ['https://news.example/world/middle-east-peace/gulf/', true],
  ['https://news.example/world/middle-east/gulf/oil', false],
  ['https://news.example/world/2025/talks', false],
  ['https://news.example/talks-resume-in-geneva', false],
  ['https://news.example/story-48213', false],
  ['https://news.example/?p=1', false],
])('%s looks like a section: %s', (url, expected) => {
  expect(isSectionLike(new URL(url))).toBe(expected);
});
