/** Whatever a source holds, reading it ends, soon, in a value. */
import { expect, test } from 'vitest';
import { readSource, type SourceKind } from '../../lib/discover/read-source.ts';
import { canonicalUrl } from '../../lib/identity.ts';

const filled = (part: string, characters = 400_000): string => part.repeat(Math.ceil(characters / part.length));

const read = (kind: SourceKind, text: string) =>
  readSource(
    {
      url: 'https://news.example/',
      requestedUrl: 'https://news.example/',
      status: 200,
      contentType: null,
      validators: { etag: null, lastModified: null },
      body: new TextEncoder().encode(text),
      fetchedAt: '2025-11-26T18:20:00.000Z',
      redirects: [],
    },
    kind,
  );

test.each<[string, SourceKind, string]>([
  ['document types without an end', 'feed', filled('<!DOCTYPE ')],
  ['document types that open a list', 'feed', filled('<!DOCTYPE[')],
  ['elements nested in a section page', 'section', filled('<div>')],
  ['links nested in links', 'section', filled('<a href="/x">')],
  ['tables nested in tables', 'section', filled('<table><tr><td>')],
  ['elements nested in a feed', 'feed', `<rss><channel>${filled('<a>')}`],
  ['links nested in an entry', 'feed', `<feed><entry><link>${filled('<link>')}`],
  ['entries nested in entries', 'feed', `<rss><channel>${filled('<item>')}`],
  ['addresses nested in a sitemap', 'sitemap', `<urlset>${filled('<url>')}`],
  ['lists nested in a JSON feed', 'feed', `{"version":"https://jsonfeed.org/version/1.1","items":${filled('[')}`],
  ['brackets', 'feed', `<rss>${filled('<')}`],
  ['comments without an end', 'section', filled('<!--')],
])('%s', { timeout: 10_000 }, (_, kind, text) => {
  // Bounded by the test's own time limit, for a busy machine: each takes under a fifth of a second on a quiet one.
  const listing = read(kind, text);
  expect('listed' in listing ? listing.listed : []).toEqual([]);
});

test('what feeds and pages nest as a rule is read', () => {
  const deep = `${filled('<div>', 500)}<a href="/2025/11/26/storm-closes-harbour">Storm</a>`;
  expect(read('section', deep)).toMatchObject({ listed: [{ title: 'Storm' }] });
});

test.each(['/amp', '/index.html', '?a=1&b=', '.amp'])(
  'an address of nothing but %s is soon known to be none',
  { timeout: 5_000 },
  (part) => {
    expect(canonicalUrl(`https://news.example/a${filled(part)}`)).toBeNull();
  },
);
