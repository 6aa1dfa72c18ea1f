/** Each tick: one message for every twenty publications. Reads no state; a visit knows what is due. */
import { SQSClient } from '@aws-sdk/client-sqs';
import type { ScheduledEvent } from 'aws-lambda';
import { createQueueSender } from '../lib/adapters/sqs.ts';
import { withCanary } from '../lib/canary.ts';
import { readConfig } from '../lib/config.ts';
import { packVisits } from '../lib/visit-message.ts';
import { bundledWatchlist, createLogger, once, CLIENT } from './services.ts';

const services = once(() => {
  const config = readConfig('dispatch', process.env);
  return {
    watchlist: withCanary(bundledWatchlist(), config.CANARY_URL),
    sendAll: createQueueSender(new SQSClient(CLIENT), config.VISIT_QUEUE_URL),
    logger: createLogger('dispatch'),
  };
});

/** @param event of the scheduler; its `time` is when the tick was due. */
export const handler = async (event: Partial<ScheduledEvent>): Promise<void> => {
  const { watchlist, sendAll, logger } = services();
  const tickAt = new Date(event.time ?? Date.now());
  const messages = packVisits(watchlist, tickAt);
  await sendAll(messages.map((message) => JSON.stringify(message)));
  logger.info('dispatched', { tickAt: tickAt.toISOString(), messages: messages.length });
};
