/**
 * List prices, us-east-1, US dollars, before tax, as of November 2026. Written down from AWS's pricing pages as they were known and found
 * then; nothing looks them up. Other regions differ by up to a third. Whoever finds one changed corrects it here and dates the table.
 */
export const PRICES_OF = '2026-11, us-east-1';

/** `free` is what an account has each month for nothing, for as long as it lives. */
export type Price = { readonly usd: number; readonly per: number; readonly unit: string; readonly free: number };

export const PRICES = {
  /** @see https://aws.amazon.com/lambda/pricing/ (arm64) */
  lambdaSeconds: { usd: 0.0000133334, per: 1, unit: 'GB-second', free: 400_000 },
  lambdaRequests: { usd: 0.2, per: 1e6, unit: 'invocation', free: 1e6 },
  /** @see https://aws.amazon.com/eventbridge/pricing/ */
  schedules: { usd: 1, per: 1e6, unit: 'scheduled invocation', free: 14e6 },
  /** @see https://aws.amazon.com/sqs/pricing/ */
  queueRequests: { usd: 0.4, per: 1e6, unit: 'request', free: 1e6 },
  /** S3 is free in an account's first year only, so nothing is counted as free. @see https://aws.amazon.com/s3/pricing/ */
  objectWrites: { usd: 0.005, per: 1000, unit: 'PUT or LIST', free: 0 },
  objectReads: { usd: 0.0004, per: 1000, unit: 'GET', free: 0 },
  storage: { usd: 0.023, per: 1, unit: 'GB-month', free: 0 },
  /** @see https://aws.amazon.com/cloudwatch/pricing/ */
  logs: { usd: 0.5, per: 1, unit: 'GB taken in', free: 5 },
  metrics: { usd: 0.3, per: 1, unit: 'metric-month', free: 10 },
  alarms: { usd: 0.1, per: 1, unit: 'alarmed metric-month', free: 10 },
  dashboards: { usd: 3, per: 1, unit: 'dashboard-month', free: 3 },
  /** @see https://aws.amazon.com/sns/pricing/ */
  publishes: { usd: 0.5, per: 1e6, unit: 'publish', free: 1e6 },
  emails: { usd: 2, per: 100_000, unit: 'e-mail', free: 1000 },
  events: { usd: 0.6, per: 1e6, unit: 'HTTPS delivery', free: 100_000 },
  /** A part of a text to the United States, with the carrier's fee. Elsewhere from 0.01 to over 0.20. */
  texts: { usd: 0.01, per: 1, unit: 'part of a text', free: 0 },
  /** @see https://aws.amazon.com/kms/pricing/ */
  keyRequests: { usd: 0.03, per: 10_000, unit: 'request of the SNS key', free: 20_000 },
} as const satisfies Record<string, Price>;

export type Priced = keyof typeof PRICES;
