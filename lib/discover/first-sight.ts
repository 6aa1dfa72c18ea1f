/** What is taken up at first sight: an old sitemap holds millions, and none of them is news. */
import type { Publication } from '../watchlist.ts';
import type { Listed } from './listed.ts';

export type Bounds = Pick<Publication, 'include' | 'exclude' | 'newerThan'>;

/** True for an article the watchlist wants: its address matches, and nothing says it is older than `newerThan`. */
export function isWanted(listed: Listed, bounds: Bounds, now: Date): boolean {
  return matchesPatterns(listed.url, bounds) && !isTooOld(listed, bounds.newerThan, now);
}

export function matchesPatterns(url: string, { include, exclude }: Pick<Bounds, 'include' | 'exclude'>): boolean {
  const matches = (pattern: string) => new RegExp(pattern, 'iu').test(url);
  return (include.length === 0 || include.some(matches)) && !exclude.some(matches);
}

/** A story is at least as old as its last update, and as the day in its address. Nothing known: not too old. */
function isTooOld({ url, publishedAt, updatedAt }: Listed, newerThanMs: number, now: Date): boolean {
  const oldest = now.getTime() - newerThanMs;
  const seen = publishedAt ?? updatedAt;
  if (seen !== null && Date.parse(seen) < oldest) return true;
  const day = dayInUrl(url);
  // The day in the address ends somewhere on earth up to 36 hours after it begins in UTC.
  return publishedAt === null && day !== null && day + 36 * 3_600_000 < oldest;
}

/** `/2025/11/26/` or `/2025-11-26-`, as the start of that day in UTC; a month alone (`/2025/11/`) as its last day. */
export function dayInUrl(url: string): number | null {
  const match = /\/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/-]|$)/.exec(
    new URL(url).pathname,
  );
  if (match === null) return null;
  const [, year, month, day] = match;
  return day === undefined
    ? Date.UTC(Number(year), Number(month), 0)
    : Date.UTC(Number(year), Number(month) - 1, Number(day));
}
