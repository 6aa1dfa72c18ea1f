/** What the handlers are wired to: made once on a cold start, from the environment read whole. Importing this does nothing. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import type { Publish } from '../lib/alert.ts';
import { createS3Store } from '../lib/adapters/s3.ts';
import { createSnsPublish } from '../lib/adapters/sns.ts';
import { METRIC_NAMESPACE, type Config, type MetricName } from '../lib/config.ts';
import { paced } from '../lib/deliver/index.ts';
import { SECOND_MS } from '../lib/instant.ts';
import type { Stores } from '../lib/store.ts';
import type { Watchlist } from '../lib/watchlist.ts';

/**
 * Standard mode tries throttling, 5xx and lost connections again, with backoff and jitter. The SDK alone would wait for an answer without end: a
 * connection that died while Lambda kept the function frozen would take the whole of its time, and all it was doing with it.
 */
export const CLIENT = {
  retryMode: 'standard',
  maxAttempts: 5,
  requestHandler: {
    connectionTimeout: 3 * SECOND_MS,
    requestTimeout: 10 * SECOND_MS,
    throwOnRequestTimeout: true,
    socketTimeout: 10 * SECOND_MS,
  },
} as const;

/**
 * E-mails a second of one sender, evenly spaced, so that any second holds so many of its e-mails at most. The pace is each environment's own: five
 * of notify (the stack's maxConcurrency) and the sweep come to six a second, where one address may get ten before SNS deactivates it. What is
 * left covers an environment that Lambda replaces, whose successor knows nothing of its last e-mail.
 */
export const EMAILS_PER_SECOND = 1;
/** SNS's limit for one address. @see https://docs.aws.amazon.com/general/latest/gr/sns.html (Email: 10 messages a second for each subscription) */
export const MOST_EMAILS_PER_SECOND = 10;

export function once<Made>(make: () => Made): () => Made {
  let made: { readonly of: Made } | undefined;
  return () => (made ??= { of: make() }).of;
}

/** Validated when the stack was synthesised, and laid beside the bundle. */
export const bundledWatchlist = (): Watchlist =>
  JSON.parse(readFileSync(new URL('watchlist.json', import.meta.url), 'utf8')) as Watchlist;

export function storesOf(config: Config<'visit' | 'notify' | 'sweep'>): Stores {
  const client = new S3Client(CLIENT);
  return { ledger: createS3Store(client, config.LEDGER_BUCKET), state: createS3Store(client, config.STATE_BUCKET) };
}

export const topicsOf = (config: Config<'notify' | 'sweep'>) => ({
  email: config.EMAIL_TOPIC_ARN,
  sms: config.SMS_TOPIC_ARN,
  events: config.EVENTS_TOPIC_ARN,
});

export function channelsOf(config: Config<'notify' | 'sweep'>): Publish {
  const publish = createSnsPublish(new SNSClient(CLIENT), topicsOf(config));
  return paced(publish, { perSecond: EMAILS_PER_SECOND, now: () => performance.now(), sleep });
}

/** One JSON line an outcome: ids and counts, never an article's text. */
export const createLogger = (serviceName: string): Logger => new Logger({ serviceName });

export type Count = (name: MetricName, value: number) => void;

/** Counts for CloudWatch by embedded metric format. `flush` at the end of each invocation. */
export function createCounts(): { readonly count: Count; readonly flush: () => void } {
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE });
  // Powertools puts the function's name on every metric, and alarms are on the whole. An empty set of dimensions is one metric
  // without any; no set at all would be no metric.
  const withoutDimensions = (): void => {
    metrics.clearDefaultDimensions();
    metrics.addDimensions({});
  };
  withoutDimensions();
  return {
    count: (name, value) =>
      metrics.addMetric(name, name === 'LatenessSeconds' ? MetricUnit.Seconds : MetricUnit.Count, value),
    flush: () => {
      if (!metrics.hasStoredMetrics()) return;
      metrics.publishStoredMetrics();
      withoutDimensions();
    },
  };
}
