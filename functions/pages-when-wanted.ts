/** Pages, where the stack has a bucket for them: the code that draws is loaded there only. */
import type { RevisionId } from '../lib/adapters/s3-event.ts';
import { isCanary } from '../lib/canary.ts';
import type { Stores } from '../lib/store.ts';
import type { SiteSummary } from '../lib/sweep/site/index.ts';
import type { Watchlist } from '../lib/watchlist.ts';
import { once } from './services.ts';

type Ports = { readonly watchlist: Watchlist; readonly stores: Stores; readonly now: () => Date };

/** Writes a revision's public page. */
export function pagePublishing(
  bucket: string | undefined,
  { watchlist, stores }: Ports,
): (revision: RevisionId) => Promise<void> {
  const pages = once(async () => {
    if (bucket === undefined) return null;
    // Half of what notify is made of.
    const { createPagePublishing } = await import('./page-publishing.ts');
    return createPagePublishing(bucket, watchlist, stores);
  });
  return async (revision) => (isCanary(revision.articleId) ? undefined : (await pages())?.(revision));
}

/** Writes the pages over revisions; answers null where there are none to write. */
export function siteWriting(bucket: string | undefined, ports: Ports): (deadline: Date) => Promise<SiteSummary | null> {
  const site = once(async () => {
    if (bucket === undefined || ports.watchlist.site.secret === undefined) return null;
    const { createSiteWriting } = await import('./site-writing.ts');
    return createSiteWriting(bucket, ports);
  });
  return async (deadline) => (await site())?.(deadline) ?? null;
}
