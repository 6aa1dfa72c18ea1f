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
    [
      'Google’s AMP cache',
      'https://news-example.cdn.ampproject.org/c/s/news.example/2025/11/26/talks-resume-in-geneva',
    ],
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

  test('keeps what names it: a query in any order, its case, its file', () => {
    expect(canonicalUrl('https://news.example/story.php?id=7&lang=en')).toBe(
      'https://news.example/story.php?id=7&lang=en',
    );
    expect(canonicalUrl('https://news.example/story.php?lang=en&id=7&utm_x=1')).toBe(
      'https://news.example/story.php?id=7&lang=en',
    );
    expect(canonicalUrl('https://news.example/?p=123&ref=home')).toBe('https://news.example/?p=123&ref=home');
    expect(canonicalUrl('https://news.example/story.php?cid=9')).toBe('https://news.example/story.php?cid=9');
    expect(canonicalUrl('https://news.example/a/Story-One.html')).toBe('https://news.example/a/Story-One.html');
    expect(canonicalUrl('https://news.example/caf%c3%a9')).toBe('https://news.example/caf%C3%A9');
    expect(canonicalUrl('https://news.example/%2e%2e/a%2fb')).toBe('https://news.example/a%2Fb');
  });
});

test.each([
  ['another story', `${STORY}-again`],
  ['the same on another host', STORY.replace('news.', 'live.')],
  ['the same in another case', STORY.replace('talks', 'Talks')],
  ['the same on another port', STORY.replace('example/', 'example:8443/')],
  ['another parameter', `${STORY}?page=2`],
  ['another path', STORY.replace('/11/', '/12/')],
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
])('what is no http(s) address has none: %j', (url) => {
  expect(canonicalUrl(url)).toBeNull();
});

test('a domain that begins like a rendition is not cut to nothing', () => {
  expect(canonicalUrl('https://m.example/x')).toBe('https://m.example/x');
  expect(canonicalUrl('https://www.gov.uk/x')).toBe('https://www.gov.uk/x');
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
  ['https://news.example/world/2025/talks', false],
  ['https://news.example/talks-resume-in-geneva', false],
  ['https://news.example/story-48213', false],
  ['https://news.example/?p=1', false],
])('%s looks like a section: %s', (url, expected) => {
  expect(isSectionLike(new URL(url))).toBe(expected);
});
