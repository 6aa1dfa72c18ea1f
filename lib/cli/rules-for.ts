/** The publication of a watchlist that an address belongs to, by its host. */
import { getDomain } from 'tldts';
import { ConfigError } from '../errors.ts';
import type { ExtractRules } from '../extraction.ts';
import type { Publication, Watchlist } from '../watchlist.ts';
import type { Session } from './session.ts';
import { loadWatchlist } from './watchlist-option.ts';

/** The selectors for a page's publication; none without a watchlist. */
export async function rulesFor(url: string, watchlist: string | undefined, session: Session): Promise<ExtractRules> {
  if (watchlist === undefined) return {};
  const loaded = await loadWatchlist(watchlist, session);
  const publication = loaded.publications[publicationOf(url, loaded) ?? ''];
  if (publication === undefined)
    throw new ConfigError(`${watchlist}: no publication here has an address on ${hostOf(url)}`);
  return publication.selectors;
}

/**
 * The id of the publication that lists an address on the same host, or else on the same registered domain; null where
 * none does.
 */
export function publicationOf(url: string, watchlist: Watchlist): string | null {
  const publications = Object.entries(watchlist.publications);
  const sameHost = publications.find(([, publication]) => hostsOf(publication).includes(hostOf(url)));
  const domain = getDomain(url);
  const sameDomain = publications.find(([, publication]) =>
    hostsOf(publication).some((host) => domain !== null && getDomain(host) === domain),
  );
  return (sameHost ?? sameDomain)?.[0] ?? null;
}

const hostsOf = ({ feeds, sitemaps, sections, articles }: Publication): readonly string[] =>
  [...feeds, ...sitemaps, ...sections.map(({ url }) => url), ...articles].map(hostOf);

const hostOf = (url: string): string => new URL(url).hostname;
