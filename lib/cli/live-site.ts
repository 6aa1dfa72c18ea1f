/** Live fetching for the command line: the real client behind the same politeness as in the cloud. */
import { createHttpFetcher } from '../adapters/http.ts';
import { politely, type PoliteFetch } from '../fetch/index.ts';
import { SECOND_MS } from '../instant.ts';
import type { RobotsState } from '../roster.ts';
import type { Session } from './session.ts';
import { VERSION } from '../version.ts';

export type SiteOptions = {
  /** Where a publisher can reach whoever runs this; null for a single page asked for by hand. */
  readonly contact: string | null;
  readonly delayMs?: number;
  readonly robots?: Readonly<Record<string, RobotsState>>;
};

/** One publication's site for one run: robots.txt obeyed, one request at a time. */
export function openSite(session: Session, { contact, delayMs = SECOND_MS, robots = {} }: SiteOptions): PoliteFetch {
  const userAgent = `StopPress/${VERSION} (${contact === null ? 'one page, by hand' : `+${contact}`})`;
  const { now, allowNonPublic } = session;
  const fetchPage = createHttpFetcher({ userAgent, now, allowNonPublic });
  return politely(fetchPage, {
    delayMs,
    robots,
    userAgent,
    now,
    sleep: session.sleep,
    random: Math.random,
  });
}
