/** A fetcher for tests: the real one, allowed to speak to the given local origins. */
import { createHttpFetcher, type HttpOptions } from '../../lib/adapters/http.ts';
import { NO_VALIDATORS, type FetchOutcome, type FetchPage, type Validators } from '../../lib/page.ts';

export const USER_AGENT = 'StopPress/0.1 (+mailto:desk@news.example)';

export function localFetcher(origins: readonly string[], options: Partial<HttpOptions> = {}): FetchPage {
  return createHttpFetcher({
    userAgent: USER_AGENT,
    allowNonPublic: origins,
    now: () => new Date('2025-11-26T18:20:00Z'),
    // Generous, so that a busy machine fails no test; those about slowness bring HURRIED.
    timeouts: { connectMs: 5_000, firstByteMs: 5_000, wholeMs: 10_000 },
    maxBodyBytes: 1024 * 1024,
    maxDecodedBytes: 2 * 1024 * 1024,
    ...options,
  });
}

/** For servers that must be found too slow. */
export const HURRIED: Partial<HttpOptions> = { timeouts: { connectMs: 1_000, firstByteMs: 200, wholeMs: 400 } };

export const get = (fetchPage: FetchPage, url: string, validators: Validators = NO_VALIDATORS): Promise<FetchOutcome> =>
  fetchPage({ url, validators });

/** An outcome in one line: "page 200", "failed truncated", "refused address". */
export function summary(outcome: FetchOutcome): string {
  switch (outcome.kind) {
    case 'page':
      return `page ${outcome.page.status}`;
    case 'not-modified':
      return 'not-modified';
    case 'missing':
    case 'gone':
    case 'blocked':
      return `${outcome.kind} ${outcome.status}`;
    case 'refused':
    case 'failed':
      return `${outcome.kind} ${outcome.why}`;
    default:
      throw new Error('an outcome nobody knows');
  }
}

export function bodyOf(outcome: FetchOutcome): Uint8Array {
  if (outcome.kind !== 'page') throw new Error(`expected a page, got ${JSON.stringify(outcome)}`);
  return outcome.page.body;
}

export const textOf = (outcome: FetchOutcome): string => new TextDecoder().decode(bodyOf(outcome));
