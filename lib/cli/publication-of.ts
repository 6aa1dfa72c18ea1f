/** The publication of a watchlist that an address belongs to, by its host. */
import { ConfigError } from '../errors.ts';
import { siteOf } from '../identity.ts';
import type { Publication, Watchlist } from '../watchlist.ts';
import type { Session } from './session.ts';
import { loadWatchlist } from './watchlist-option.ts';

/** The publication of the watchlist that a page belongs to; null without a watchlist, `ConfigError` where it has none. */
export async function publicationFor(
  url: string,
  watchlist: string | undefined,
  session: Session,
): Promise<Publication | null> {
  if (watchlist === undefined) return null;
  const loaded = await loadWatchlist(watchlist, session);
  const publication = loaded.publications[publicationOf(url, loaded) ?? ''];
  if (publication === undefined) {
    throw new ConfigError(`${watchlist}: no publication here has an address on ${new URL(url).hostname}`);
  }
  return publication;
}

/**
 * The id of the publication that lists an address on the same host, or else on the same site; null where
 * none does.
 */
export function publicationOf(url: string, watchlist: Watchlist): string | null {
  const publications = Object.entries(watchlist.publications);
  const sameHost = publications.find(([, publication]) =>
    sourcesOf(publication).some((own) => hostOf(own) === hostOf(url)),
  );
  const sameSite = publications.find(([, publication]) =>
    sourcesOf(publication).some((own) => siteOf(own) === siteOf(url)),
  );
  return (sameHost ?? sameSite)?.[0] ?? null;
}

const sourcesOf = ({ feeds, sitemaps, sections, articles }: Publication): readonly string[] => [
  ...feeds,
  ...sitemaps,
  ...sections.map(({ url }) => url),
  ...articles,
];

const hostOf = (url: string): string => new URL(url).hostname;
