/** Finds a site's feeds and sitemaps, for `stop-press add`. */
import { load } from 'cheerio/slim';
import { unreachable } from '../errors.ts';
import { NO_VALIDATORS, type FetchPage, type Page } from '../page.ts';
import { documentText } from './document-text.ts';
import { readSource, type SourceKind } from './read-source.ts';

/** A feed, sitemap or section page of a site, with what it holds. */
export type SourceFound = {
  readonly url: string;
  readonly kind: SourceKind;
  readonly title: string | null;
  /** Articles listed; of a sitemap index, the sitemaps it names. */
  readonly listed: number;
  /** Publication of the newest that is dated. */
  readonly newestAt: string | null;
  /** Headlines, or addresses where there are none: at most five. */
  readonly samples: readonly string[];
};

export type SourcesFound = {
  /** The site's name by its front page. */
  readonly siteName: string | null;
  readonly sources: readonly SourceFound[];
  /** Why nothing was found, where nothing was. */
  readonly detail: string | null;
};

/** Where content systems put them, tried only if the site itself names none. */
const USUAL_FEEDS = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/feed.json'];
const USUAL_SITEMAPS = ['/news-sitemap.xml', '/sitemap-news.xml', '/sitemap.xml', '/sitemap_index.xml'];
const MAX_CANDIDATES = 12;

/** `url` may be a site, a section, an article or already a feed. One request after another; bounded. */
export async function findSources(url: string, fetchPage: FetchPage): Promise<SourcesFound> {
  const fetched = await fetchPage({ url, validators: NO_VALIDATORS });
  if (fetched.kind !== 'page') {
    const why = 'detail' in fetched ? fetched.detail : 'status' in fetched ? `HTTP ${fetched.status}` : fetched.kind;
    return { siteName: null, sources: [], detail: why };
  }
  const itself = described(fetched.page, 'feed');
  if (itself !== null) return { siteName: itself.title, sources: [itself], detail: null };

  const named = namedFeeds(fetched.page);
  const feeds = await readAll(
    named.feeds.length > 0 ? named.feeds : usual(USUAL_FEEDS, fetched.page.url),
    'feed',
    fetchPage,
    named.feeds.length > 0,
  );
  const inRobots = await sitemapsInRobots(fetched.page.url, fetchPage);
  const sitemaps = await readAll(
    inRobots.length > 0 ? inRobots : usual(USUAL_SITEMAPS, fetched.page.url),
    'sitemap',
    fetchPage,
    inRobots.length > 0,
  );
  const sources = [...feeds, ...sitemaps];
  const section = sources.length === 0 ? described(fetched.page, 'section') : null;
  if (section !== null) sources.push(section);
  return {
    siteName: named.siteName,
    sources,
    detail: sources.length === 0 ? 'no feed, no sitemap, and no links that look like articles' : null,
  };
}

const usual = (paths: readonly string[], base: string): string[] => paths.map((path) => new URL(path, base).href);

/** All that the site names; of the usual places, the first that answers. */
async function readAll(urls: readonly string[], kind: SourceKind, fetchPage: FetchPage, all: boolean) {
  const found: SourceFound[] = [];
  for (const url of urls.slice(0, MAX_CANDIDATES)) {
    const fetched = await fetchPage({ url, validators: NO_VALIDATORS });
    const source = fetched.kind === 'page' ? described(fetched.page, kind) : null;
    if (source !== null && !found.some((other) => other.url === source.url)) found.push(source);
    if (source !== null && !all) break;
  }
  return found;
}

function namedFeeds(page: Page): { readonly feeds: readonly string[]; readonly siteName: string | null } {
  const $ = load(documentText(page.body, page.contentType) ?? '');
  const feeds = $('link[rel~="alternate"][href], a[type][href]')
    .toArray()
    .filter((element) => /(?:rss|atom|rdf)\+xml|feed\+json/i.test($(element).attr('type') ?? ''))
    .map((element) => URL.parse($(element).attr('href') ?? '', page.url)?.href)
    .filter((href) => href !== undefined && !/comments?\b/i.test(href));
  const siteName = $('meta[property="og:site_name"]').attr('content') ?? $('title').first().text();
  return { feeds: [...new Set(feeds)].filter((href) => href !== undefined), siteName: siteName.trim() || null };
}

async function sitemapsInRobots(pageUrl: string, fetchPage: FetchPage): Promise<readonly string[]> {
  const fetched = await fetchPage({ url: new URL('/robots.txt', pageUrl).href, validators: NO_VALIDATORS });
  if (fetched.kind !== 'page') return [];
  const body = new TextDecoder().decode(fetched.page.body.subarray(0, 500 * 1024));
  const urls = [...body.matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim)].map(
    ([, url]) => URL.parse(url ?? '', pageUrl)?.href,
  );
  // A news sitemap is what we are after: it comes first.
  const sorted = urls
    .filter((url) => url !== undefined)
    .sort((a, b) => Number(/news/i.test(b)) - Number(/news/i.test(a)));
  return [...new Set(sorted)];
}

function described(page: Page, kind: SourceKind): SourceFound | null {
  const listing = readSource(page, kind);
  switch (listing.kind) {
    case 'unreadable':
      return null;
    case 'sitemap-index': {
      const samples = listing.children.slice(0, 5).map(({ url }) => url);
      return { url: page.url, kind: 'sitemap', title: null, listed: listing.children.length, newestAt: null, samples };
    }
    case 'feed':
    case 'sitemap':
    case 'section': {
      if (listing.listed.length === 0) return null;
      const dates = listing.listed.map(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? '').sort();
      return {
        url: page.url,
        kind: listing.kind,
        title: listing.title,
        listed: listing.listed.length,
        newestAt: dates.at(-1) || null,
        samples: listing.listed.slice(0, 5).map(({ title, url }) => title ?? url),
      };
    }
    default:
      return unreachable(listing);
  }
}
