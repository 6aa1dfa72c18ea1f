/** A watchlist for pages that were replayed without one: their publications, and one edition that hears of everything. */
import { watchlistSchema, type Watchlist, type WatchlistSource } from '../watchlist.ts';

/** One publication for each host among the addresses. */
export function watchlistForUrls(urls: readonly string[]): Watchlist {
  const publications: Record<string, WatchlistSource['publications'][string]> = {};
  for (const url of urls) {
    const host = new URL(url).hostname.replace(/^www\./, '');
    const id = publicationIdFor(host);
    publications[id] = { name: host.slice(0, 60), articles: [...(publications[id]?.articles ?? []), url] };
  }
  return watchlistSchema.parse({
    version: 1,
    operator: { contact: 'you@example.com' },
    publications,
    editions: {
      everything: {
        name: 'Everything',
        severity: { email: 'minor', sms: 'major' },
        subscribers: { email: ['you@example.com'], sms: ['+441632960961'], events: ['https://you.example.com/'] },
      },
    },
  } satisfies WatchlistSource);
}

/** An id made from a host name: `news-example` for `news.example`. */
export function publicationIdFor(host: string): string {
  const id = host
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  return id === '' ? 'publication' : id;
}
