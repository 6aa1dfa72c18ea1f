/** Reads the page of a source for what it is, which is not always what the watchlist calls it. */
import type { Page } from '../page.ts';
import { documentText } from './document-text.ts';
import { readFeed } from './feed.ts';
import type { Listing } from './listed.ts';
import { isNestedTooDeep } from './nesting.ts';
import { readSection } from './section.ts';
import { readSitemap } from './sitemap.ts';

export type SourceKind = 'feed' | 'sitemap' | 'section';

export function readSource(page: Page, kind: SourceKind, links?: string): Listing {
  const text = documentText(page.body, page.contentType);
  if (text === null) return { kind: 'unreadable', detail: 'a gzip file that cannot be unpacked, or is far too large' };
  if (text.trim() === '') return { kind: 'unreadable', detail: 'an empty answer' };
  if (isNestedTooDeep(text, kind === 'section' ? 'html' : 'xml'))
    return { kind: 'unreadable', detail: 'elements nested without end' };
  if (kind === 'section') return readSection(text, page.url, links);

  const start = text.slice(0, 4_000);
  if (/<(?:\w+:)?(?:urlset|sitemapindex)\b/i.test(start)) return readSitemap(text, page.url);
  if (/<(?:rss|feed|(?:\w+:)?rdf)\b/i.test(start) || text.startsWith('{')) return readFeed(text, page.url);
  if (/<(?:html|body|head)\b/i.test(start)) return { kind: 'unreadable', detail: `an HTML page, not a ${kind}` };
  return kind === 'feed' ? readFeed(text, page.url) : readSitemap(text, page.url);
}
