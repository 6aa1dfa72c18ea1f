/** Woken by the ledger: publishes each new revision's page, and pays what it owes at once. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { revisionsToldOf } from '../lib/adapters/s3-event.ts';
import { withCanary } from '../lib/canary.ts';
import { readConfig } from '../lib/config.ts';
import { notifyRevision } from '../lib/notify.ts';
import { eachMessage } from './each-message.ts';
import { pagePublishing } from './pages-when-wanted.ts';
import { bundledWatchlist, channelsOf, createCounts, createLogger, once, storesOf } from './services.ts';

const services = once(() => {
  const { SITE_BUCKET, ...config } = readConfig('notify', process.env);
  const ports = {
    stores: storesOf(config),
    watchlist: withCanary(bundledWatchlist(), config.CANARY_URL),
    publish: channelsOf(config),
    now: () => new Date(),
  };
  const publishPage = pagePublishing(SITE_BUCKET, ports);
  return { ports, publishPage, logger: createLogger('notify'), ...createCounts() };
});

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const { ports, publishPage, logger, count, flush } = services();
  const notifyAll = async (body: string): Promise<void> => {
    for (const { articleId, number } of revisionsToldOf(body)) {
      await publishPage({ articleId, number });
      const outcome = await notifyRevision(articleId, number, ports);
      logger.info('notified', { articleId, number, ...outcome });
      count('Published', outcome?.published ?? 0);
      count('Suppressed', outcome?.suppressed ?? 0);
    }
  };
  const onFailure = (id: string, error: unknown): void => {
    logger.error('message failed', { id, error });
    count('Failed', 1);
  };
  try {
    return await eachMessage(event, notifyAll, onFailure);
  } finally {
    flush();
  }
};
