import { S3Client } from '@aws-sdk/client-s3';
import { createS3Store } from '../lib/adapters/s3.ts';
import { CANARY_PAGE, canaryPage } from '../lib/canary.ts';
import { once, CLIENT } from './services.ts';

/** Writes the canary's page where it is another than what lies there; nothing where the stack has no site. */
export function canaryWriting(bucket: string | undefined): (now: Date) => Promise<void> {
  const open = once(() => (bucket === undefined ? null : createS3Store(new S3Client(CLIENT), bucket)));
  return async (now) => {
    const site = open();
    if (site === null) return;
    const page = Buffer.from(canaryPage(now));
    const stored = await site.get(CANARY_PAGE);
    // A lost race is another sweep's page, which is as good.
    if (stored === null || !page.equals(stored.bytes))
      await site.putIfUnchanged(CANARY_PAGE, page, stored?.version ?? null);
  };
}
