/** On a schedule: pays what is owed and has no receipt, folds that have ended, and digests at their hour; then writes overviews. */
import type { Context, ScheduledEvent } from 'aws-lambda';
import { readConfig } from '../lib/config.ts';
import { SECOND_MS } from '../lib/instant.ts';
import { sweep } from '../lib/sweep/index.ts';
import { pagePublishing, siteWriting } from './pages-when-wanted.ts';
import { bundledWatchlist, channelsOf, createCounts, createLogger, once, storesOf } from './services.ts';

const services = once(() => {
  const { SITE_BUCKET, ...config } = readConfig('sweep', process.env);
  const ports = {
    stores: storesOf(config),
    watchlist: bundledWatchlist(),
    publish: channelsOf(config),
    now: () => new Date(),
  };
  // A debt whose notify died before it wrote the page: the sweep's message must not link to nothing.
  const publishPage = pagePublishing(SITE_BUCKET, ports);
  const writePages = siteWriting(SITE_BUCKET, ports);
  return { ports: { ...ports, publishPage }, writePages, logger: createLogger('sweep'), ...createCounts() };
});

/** Kept free at the end for the step of the site that is under way. */
const FINISH_MS = 90 * SECOND_MS;

export const handler = async (_event: Partial<ScheduledEvent>, context: Context): Promise<void> => {
  const { ports, writePages, logger, count, flush } = services();
  const summary = await sweep(ports);
  logger.info('swept', { ...summary });
  count('Published', summary.overdue + summary.folds + summary.digests + summary.lastTexts);
  count('Suppressed', summary.suppressed);
  count('Failed', summary.failed);
  flush();
  const written = await writePages(new Date(Date.now() + context.getRemainingTimeInMillis() - FINISH_MS));
  if (written !== null) logger.info('pages', { ...written });
};
