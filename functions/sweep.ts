/**
 * On a schedule: pays what is owed and has no receipt, folds that have ended, and digests at their hour; once an hour looks at who is
 * still subscribed; then changes the canary and writes overviews.
 */
import { SNSClient } from '@aws-sdk/client-sns';
import type { Context, ScheduledEvent } from 'aws-lambda';
import { listStandings } from '../lib/adapters/sns-subscriptions.ts';
import { withCanary } from '../lib/canary.ts';
import { readConfig } from '../lib/config.ts';
import { SECOND_MS } from '../lib/instant.ts';
import { reviewSubscriptions, sweep } from '../lib/sweep/index.ts';
import { canaryWriting } from './canary-writing.ts';
import { pagePublishing, siteWriting } from './pages-when-wanted.ts';
import {
  bundledWatchlist,
  channelsOf,
  createCounts,
  createLogger,
  once,
  CLIENT,
  storesOf,
  topicsOf,
} from './services.ts';

const services = once(() => {
  const { SITE_BUCKET, ...config } = readConfig('sweep', process.env);
  const people = bundledWatchlist();
  const ports = {
    stores: storesOf(config),
    watchlist: withCanary(people, config.CANARY_URL),
    publish: channelsOf(config),
    now: () => new Date(),
  };
  // A debt whose notify died before it wrote the page: the sweep's message must not link to nothing.
  const publishPage = pagePublishing(SITE_BUCKET, ports);
  const writePages = siteWriting(SITE_BUCKET, { ...ports, watchlist: people });
  const sns = new SNSClient(CLIENT);
  const reviewAll = async () =>
    reviewSubscriptions(await listStandings(sns, topicsOf(config)), { ...ports, watchlist: people });
  const writeCanary = canaryWriting(SITE_BUCKET);
  return {
    ports: { ...ports, publishPage },
    reviewAll,
    writeCanary,
    writePages,
    logger: createLogger('sweep'),
    ...createCounts(),
  };
});

/** Kept free at the end for the step of the site that is under way. */
const FINISH_MS = 90 * SECOND_MS;

export const handler = async (_event: Partial<ScheduledEvent>, context: Context): Promise<void> => {
  const { ports, reviewAll, writeCanary, writePages, logger, count, flush } = services();
  try {
    const summary = await sweep(ports);
    logger.info('swept', { ...summary });
    count('Published', summary.overdue + summary.folds + summary.digests + summary.lastTexts);
    count('Suppressed', summary.suppressed);
    count('Failed', summary.failed);
    if (isFirstOfTheHour(ports.now())) {
      const counts = await reviewAll();
      logger.info('subscriptions reviewed', { ...counts });
      count('Lapsed', counts.lapsed);
    }
  } finally {
    flush();
  }
  await writeCanary(ports.now());
  const written = await writePages(new Date(Date.now() + context.getRemainingTimeInMillis() - FINISH_MS));
  if (written !== null) logger.info('pages', { ...written });
};

/** Sweeps are five minutes apart (cdk/news-monitor.ts). */
const isFirstOfTheHour = (now: Date): boolean => now.getUTCMinutes() < 5;
