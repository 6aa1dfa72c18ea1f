/** What the pages of a local store are drawn from: `serve` and `report` show the same. */
import type { Watchlist } from '../watchlist.ts';
import { createArchive, type Archive, type FeedAddress, type ReadAgain, type SiteFacts } from '../render/site/index.ts';
import { readPage } from '../read-page.ts';
import { openExistingStore } from './local-store.ts';
import type { Session } from './session.ts';
import { loadWatchlist } from './watchlist-option.ts';

export type SiteSource = {
  readonly archive: Archive;
  readonly readAgain: ReadAgain;
  readonly address: FeedAddress;
  readonly facts: (now: Date) => SiteFacts;
};

export type SiteOptions = { readonly store: string; readonly watchlist?: string; readonly url?: string };

/** Throws `ConfigError` where there is no store, or the watchlist has a problem. */
export async function openSiteSource(options: SiteOptions, session: Session): Promise<SiteSource> {
  const { stores } = await openExistingStore(options.store, session);
  const watchlist = options.watchlist === undefined ? null : await loadWatchlist(options.watchlist, session);
  const archive = createArchive(stores);
  return {
    archive,
    readAgain: readAgainBy(watchlist, archive),
    address: addressOf(options.url ?? watchlist?.site.url ?? null),
    facts: (now) => ({
      now: now.toISOString(),
      publications: Object.entries(watchlist?.publications ?? {}).map(([id, { name }]) => ({ id, name })),
      beats: Object.keys(watchlist?.beats ?? {}),
    }),
  };
}

/** The stored bytes, read by today's extractor under the watchlist's selectors. */
function readAgainBy(watchlist: Watchlist | null, archive: Archive): ReadAgain {
  return async ({ publication, page: { sha256, url, contentType } }) => {
    const body = await archive.page(sha256);
    if (body === null) return null;
    const outcome = readPage({ url, contentType, body }, watchlist?.publications[publication]?.selectors ?? {});
    return outcome.kind === 'extracted' ? outcome.article : null;
  };
}

function addressOf(url: string | null): FeedAddress {
  if (url === null) return { base: null, authority: NO_DOMAIN };
  const base = url.endsWith('/') ? url : `${url}/`;
  return { base, authority: new URL(base).hostname };
}

/** Of a site that lies on one's own machine: nobody can own it, so no other's id can be the same by right. */
const NO_DOMAIN = 'stop-press.invalid';
