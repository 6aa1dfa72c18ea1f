/** Works the publications of each message side by side. */
import { randomBytes } from 'node:crypto';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { withCanary } from '../lib/canary.ts';
import { readConfig } from '../lib/config.ts';
import { SECOND_MS } from '../lib/instant.ts';
import { parseVisitMessage } from '../lib/visit-message.ts';
import { visitSideBySide } from '../lib/visit-side-by-side.ts';
import { eachMessage } from './each-message.ts';
import { bundledWatchlist, createCounts, createLogger, once, storesOf } from './services.ts';
import { createSiteOpener, createOperatorsTelling, logCheck, noteVisit } from './visit-wiring.ts';

const services = once(() => {
  const config = readConfig('visit', process.env);
  const watchlist = withCanary(bundledWatchlist(), config.CANARY_URL);
  const logger = createLogger('visit');
  const { count, flush } = createCounts();
  const ports = {
    stores: storesOf(config),
    openSite: createSiteOpener(watchlist),
    now: () => new Date(),
    newPageToken: () => (watchlist.site.publish ? randomBytes(16).toString('base64url') : null),
    tellOperators: createOperatorsTelling(config, watchlist),
    onCheck: logCheck(logger),
  };
  return { watchlist, logger, count, flush, ports, tickMs: config.TICK_SECONDS * SECOND_MS };
});

export const handler = async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  const { watchlist, logger, count, flush, ports, tickMs } = services();
  const visitMessage = async (body: string): Promise<void> => {
    const message = parseVisitMessage(body);
    const remainingMs = context.getRemainingTimeInMillis();
    const request = { watchlist, message, visit: context.awsRequestId, tickMs, remainingMs };
    const outcomes = await visitSideBySide(request, ports);
    const failed = outcomes.filter((outcome) => noteVisit(outcome, logger, count) === 'failed');
    count('FailedVisits', failed.length);
    if (failed.length > 0) throw new Error(`${failed.length} publications failed; their outcomes say why`);
  };
  try {
    return await eachMessage(event, visitMessage, (id, error) => logger.error('message failed', { id, error }));
  } finally {
    flush();
  }
};
