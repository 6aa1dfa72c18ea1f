/** The public page of a revision, where the watchlist publishes them: written before anybody is told of its address. */
import { S3Client } from '@aws-sdk/client-s3';
import type { RevisionId } from '../lib/adapters/s3-event.ts';
import { createS3Store } from '../lib/adapters/s3.ts';
import { baseline, createLedger } from '../lib/record/index.ts';
import { createArchive, publishRevision } from '../lib/render/site/index.ts';
import type { Stores } from '../lib/store.ts';
import type { Watchlist } from '../lib/watchlist.ts';
import { RETRIES } from './services.ts';

export type PublishPage = (revision: RevisionId) => Promise<void>;

/** @param bucket where the stack keeps what it publishes. */
export function createPagePublishing(bucket: string, { publications }: Watchlist, stores: Stores): PublishPage {
  const site = createS3Store(new S3Client(RETRIES), bucket);
  const ledger = createLedger(stores);
  const archive = createArchive(stores);
  return async ({ articleId, number }) => {
    await publishRevision(
      articleId,
      number,
      archive,
      async (revision) => {
        const rules = publications[revision.publication]?.selectors ?? {};
        return (await baseline({ revision, hash: '' }, ledger, rules))?.snapshot.article ?? null;
      },
      site,
    );
  };
}
