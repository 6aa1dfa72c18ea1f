/** The pages over revisions: timelines, publications, the overview and feeds, where the watchlist publishes them. */
import { S3Client } from '@aws-sdk/client-s3';
import { createS3Store } from '../lib/adapters/s3.ts';
import { writeSite, type SitePorts, type SiteSummary } from '../lib/sweep/site/index.ts';
import { CLIENT } from './services.ts';

/** @param bucket where the stack keeps what it publishes. */
export function createSiteWriting(
  bucket: string,
  ports: Omit<SitePorts, 'site'>,
): (deadline: Date) => Promise<SiteSummary> {
  const site = createS3Store(new S3Client(CLIENT), bucket);
  return (deadline) => writeSite({ ...ports, site }, deadline);
}
