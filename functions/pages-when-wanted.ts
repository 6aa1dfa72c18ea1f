import type { RevisionId } from '../lib/adapters/s3-event.ts';
import type { Stores } from '../lib/store.ts';
import type { Watchlist } from '../lib/watchlist.ts';
import { once } from './services.ts';

/** Writes a revision's public page, where the stack has a bucket for them. */
export function pagePublishing(
  bucket: string | undefined,
  { watchlist, stores }: { readonly watchlist: Watchlist; readonly stores: Stores },
): (revision: RevisionId) => Promise<void> {
  const pages = once(async () => {
    if (bucket === undefined) return null;
    // Loaded where there is a site only: half of what notify is made of.
    const { createPagePublishing } = await import('./page-publishing.ts');
    return createPagePublishing(bucket, watchlist, stores);
  });
  return async (revision) => (await pages())?.(revision);
}
