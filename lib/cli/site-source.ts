/** What the pages of a local store are drawn from: `serve` and `report` show the same. */
import {
  addressOf,
  createArchive,
  readAgainBy,
  type Archive,
  type FeedAddress,
  type ReadAgain,
  type SiteFacts,
} from '../render/site/index.ts';
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
    readAgain: readAgainBy(watchlist?.publications ?? {}, archive),
    address: addressOf(options.url ?? watchlist?.site.url ?? null),
    facts: (now) => ({
      now: now.toISOString(),
      publications: Object.entries(watchlist?.publications ?? {}).map(([id, { name }]) => ({ id, name })),
      beats: Object.keys(watchlist?.beats ?? {}),
    }),
  };
}
