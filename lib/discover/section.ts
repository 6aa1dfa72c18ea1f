/** Reads a section page or front page: which of its links lead to articles. */
import { load } from 'cheerio/slim';
import { isSectionLike, siteOf } from '../identity.ts';
import type { Listed, Listing } from './listed.ts';

const MAX_LINKS = 500;

/**
 * The links that `selector` (CSS, from the watchlist) finds, or itself stands in or around; without one, those that look like
 * articles of the same site.
 */
export function readSection(html: string, pageUrl: string, selector?: string): Listing {
  const $ = load(html);
  const base = URL.parse($('base[href]').attr('href') ?? '', pageUrl)?.href ?? pageUrl;
  const chosen = selector === undefined ? $('a[href]') : $(selector);
  const found = new Map<string, Listed>();
  for (const element of chosen.toArray()) {
    const anchor = $(element).is('a[href]') ? $(element) : $(element).find('a[href]').first();
    const url = URL.parse(anchor.attr('href')?.trim() ?? '', base);
    if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || anchor.attr('href') === undefined)
      continue;
    if (selector === undefined && !(siteOf(url.href) === siteOf(pageUrl) && looksLikeArticle(url))) continue;
    url.hash = '';
    const title = anchor.text().replace(/\s+/g, ' ').trim();
    const known = found.get(url.href);
    if (known === undefined || (known.title ?? '').length < title.length)
      found.set(url.href, { url: url.href, title: title === '' ? null : title, publishedAt: null, updatedAt: null });
    if (found.size === MAX_LINKS) break;
  }
  return { kind: 'section', title: $('title').first().text().trim() || null, listed: [...found.values()] };
}

const NO_ARTICLE_SEGMENT =
  /^(?:tags?|topics?|authors?|by|profile|people|category|categories|search|login|signin|register|subscribe|subscription|account|newsletters?|videos?|gallery|galleries|audio|podcasts?|shop|jobs|about|contact|privacy|terms|help|feed|rss|page)$/i;
const NO_ARTICLE_FILE = /\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|xml|rss|zip|css|js)$/i;

/**
 * An article's address has a date in it, a long number, or a last part of several words; and none of its parts is the name of
 * something else. Chosen to be short rather than complete: the watchlist's selector and patterns settle the rest.
 */
export function looksLikeArticle(url: URL): boolean {
  const segments = url.pathname.split('/').filter(Boolean);
  const last = segments.at(-1) ?? '';
  if (segments.length === 0 || NO_ARTICLE_FILE.test(last)) return false;
  if (segments.some((segment) => NO_ARTICLE_SEGMENT.test(segment))) return false;
  if (isSectionLike(url) && last.split(/[-_]/).length < 4) return false;
  const words = last
    .replace(/\.\w{2,5}$/, '')
    .split(/[-_+]|%20/)
    .filter(Boolean);
  const dated = /\/(?:19|20)\d{2}[/-]?(?:0?[1-9]|1[0-2]|[a-z]{3})(?:[/-]|\b)/i.test(url.pathname);
  const numbered = /(?:^|\D)\d{5,}(?:\D|$)/.test(last) || /^\d{5,}$/.test(url.searchParams.get('id') ?? '');
  return words.length >= 4 || (dated && words.length >= 1 && segments.length >= 3) || numbered;
}
