/** On a schedule: pays what is owed and has no receipt, folds that have ended, and digests at their hour. */
import { readConfig } from '../lib/config.ts';
import { sweep } from '../lib/sweep/index.ts';
import { pagePublishing } from './pages-when-wanted.ts';
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
  return { ports: { ...ports, publishPage }, logger: createLogger('sweep'), ...createCounts() };
});

export const handler = async (): Promise<void> => {
  const { ports, logger, count, flush } = services();
  const summary = await sweep(ports);
  logger.info('swept', { ...summary });
  count('Published', summary.overdue + summary.folds + summary.digests);
  count('Suppressed', summary.suppressed);
  count('Failed', summary.failed);
  flush();
};
