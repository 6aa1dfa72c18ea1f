/** The public page of a revision, where the watchlist publishes them: written before anybody is told of its address. */
import { S3Client } from '@aws-sdk/client-s3';
import type { RevisionId } from '../lib/adapters/s3-event.ts';
import { createS3Store } from '../lib/adapters/s3.ts';
import { createArchive, publishRevision, readAgainBy, secretSite } from '../lib/render/site/index.ts';
import type { Stores } from '../lib/store.ts';
import { noteRevision } from '../lib/sweep/site/index.ts';
import type { Watchlist } from '../lib/watchlist.ts';
import { CLIENT } from './services.ts';

export type PublishPage = (revision: RevisionId) => Promise<void>;

/**
 * With a secret in the watchlist, the sweep is left a note, for the pages over revisions.
 * @param bucket where the stack keeps what it publishes.
 */
export function createPagePublishing(
  bucket: string,
  { publications, site: { secret } }: Watchlist,
  stores: Stores,
): PublishPage {
  const site = createS3Store(new S3Client(CLIENT), bucket);
  const archive = createArchive(stores);
  const readAgain = readAgainBy(publications, archive);
  const timeline = secret === undefined ? () => null : secretSite(secret).all.timeline;
  return async ({ articleId, number }) => {
    const published = await publishRevision(articleId, number, archive, readAgain, site, timeline);
    if (published !== null && secret !== undefined) await noteRevision(published.entry, stores.state, new Date());
  };
}
