/**
 * What a Lambda function is told by its environment: read once, whole, on cold start. The stack sets these
 * (cdk/news-monitor.ts); a test parses every synthesised environment with the schemas here, so the two cannot drift.
 */
import * as z from 'zod';
import { ConfigError } from './errors.ts';

const bucket = z.string().min(3);
const queueUrl = z.url();
const topicArn = z.string().regex(/^arn:aws[a-z-]*:sns:/, 'must be an SNS topic ARN');

const stores = { LEDGER_BUCKET: bucket, STATE_BUCKET: bucket };
/** Where revision pages are written; unset when the watchlist publishes none. */
const site = { SITE_BUCKET: bucket.optional() };
/** Where the canary's page is served; unset where there is no site to serve it. */
const canary = { CANARY_URL: z.url().optional() };
const topics = { EMAIL_TOPIC_ARN: topicArn, SMS_TOPIC_ARN: topicArn, EVENTS_TOPIC_ARN: topicArn };
/** The length of a tick in seconds: the schedule of dispatch, and the time a visit may take. */
const tick = { TICK_SECONDS: z.coerce.number().int().min(60).max(3600) };

export const METRIC_NAMESPACE = 'StopPress';
/**
 * What the functions count (EMF, no dimensions: a publication's own figures are in its roster and the ledger). The stack's
 * alarms and dashboard read these names.
 */
export const METRICS = [
  'Visits',
  'FailedVisits',
  'Checks',
  'Revisions',
  'LatenessSeconds',
  'Published',
  'Suppressed',
  'Failed',
  'Lapsed',
] as const;
export type MetricName = (typeof METRICS)[number];

/** One schema a function, named as its handler is. */
export const CONFIG_SCHEMAS = {
  dispatch: z.object({ VISIT_QUEUE_URL: queueUrl, ...tick, ...canary }),
  visit: z.object({ ...stores, ...tick, OPERATORS_TOPIC_ARN: topicArn, ...canary }),
  notify: z.object({ ...stores, ...topics, ...site, ...canary }),
  sweep: z.object({ ...stores, ...topics, ...site, ...canary }),
} as const;
export type FunctionName = keyof typeof CONFIG_SCHEMAS;
export type Config<Name extends FunctionName> = z.infer<(typeof CONFIG_SCHEMAS)[Name]>;

/** @throws {ConfigError} that names every variable that is missing or wrong. */
export function readConfig<Name extends FunctionName>(
  name: Name,
  environment: Readonly<Record<string, string | undefined>>,
): Config<Name> {
  const parsed = CONFIG_SCHEMAS[name].safeParse(environment);
  if (parsed.success) return parsed.data as Config<Name>;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`The environment of ${name} is not as the stack sets it: ${problems.join('; ')}`);
}
