/** Woken by the ledger: pays what each new revision owes at once. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { revisionsToldOf } from '../lib/adapters/s3-event.ts';
import { readConfig } from '../lib/config.ts';
import { notifyRevision } from '../lib/notify.ts';
import { eachMessage } from './each-message.ts';
import { bundledWatchlist, channelsOf, createCounts, createLogger, once, storesOf } from './services.ts';

const services = once(() => {
  const config = readConfig('notify', process.env);
  const ports = {
    stores: storesOf(config),
    watchlist: bundledWatchlist(),
    publish: channelsOf(config),
    now: () => new Date(),
  };
  return { ports, logger: createLogger('notify'), ...createCounts() };
});

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const { ports, logger, count, flush } = services();
  const notifyAll = async (body: string): Promise<void> => {
    for (const { articleId, number } of revisionsToldOf(body)) {
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
