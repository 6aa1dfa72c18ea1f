/** robots.txt (RFC 9309): what was read of it, whether it still counts, and what it allows. */
import robotsParser from 'robots-parser';
import { unreachable } from '../errors.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../instant.ts';
import type { FetchOutcome } from '../page.ts';
import type { RobotsState } from '../roster.ts';

/** RFC 9309, section 2.4: not longer than a day. */
const RULES_LAST_MS = DAY_MS;
/** A server in trouble is asked again soon, or one bad minute would silence a publication for a day. */
const TROUBLE_LASTS_MS = 15 * MINUTE_MS;
/** Section 2.3.1.4 lets rules read before stand in while the file cannot be reached. */
const RULES_STAND_IN_MS = 30 * DAY_MS;
/** Section 2.5: at least 500 KiB are to be read. The rest is dropped. */
const MAX_RULES_CHARACTERS = 500 * 1024;
/** A longer pause would stop a visit for good. */
const MAX_CRAWL_DELAY_MS = MINUTE_MS;

export const robotsUrl = (origin: string): string => new URL('/robots.txt', origin).href;

/** True while what is known needs no second look. What a wrong clock dated ahead is known to nobody. */
export function isFresh(state: RobotsState, now: Date): boolean {
  const lasts = state.kind === 'disallow-all' ? TROUBLE_LASTS_MS : RULES_LAST_MS;
  return Math.abs(ageMs(state, now)) < lasts;
}

/** False for what can serve no more: articles lead to ever new origins, and the roster's index carries the rules of each. */
export const isWorthRemembering = (state: RobotsState, now: Date): boolean => ageMs(state, now) <= RULES_STAND_IN_MS;

const ageMs = ({ fetchedAt }: RobotsState, now: Date): number => now.getTime() - Date.parse(fetchedAt);

/**
 * What a fetch of robots.txt means: 2xx are rules; "unavailable" (4xx) allows everything; "unreachable" (5xx, no connection, and 429, as
 * Google reads it) forbids everything, unless rules read before can stand in.
 * @see RFC 9309, section 2.3.1
 */
export function robotsAfter(fetched: FetchOutcome, before: RobotsState | undefined, now: Date): RobotsState {
  const fetchedAt = now.toISOString();
  switch (fetched.kind) {
    case 'page':
      return { fetchedAt, kind: 'rules', body: rulesOnly(new TextDecoder().decode(fetched.page.body)) };
    case 'missing':
    case 'gone':
      return { fetchedAt, kind: 'allow-all', body: '' };
    case 'blocked':
      if (fetched.status !== 429) return { fetchedAt, kind: 'allow-all', body: '' };
      return standIn(before, now);
    case 'refused':
      // We would not ask, so nothing was learnt; what is asked next will be refused by itself, and with the better reason.
      return { fetchedAt, kind: 'allow-all', body: '' };
    case 'failed':
    case 'not-modified':
      return standIn(before, now);
    default:
      return unreachable(fetched);
  }
}

function standIn(before: RobotsState | undefined, now: Date): RobotsState {
  const fetchedAt = now.toISOString();
  if (before === undefined || before.kind === 'disallow-all') return { fetchedAt, kind: 'disallow-all', body: '' };
  return isWorthRemembering(before, now) ? before : { fetchedAt, kind: 'disallow-all', body: '' };
}

/** No rule that is meant is longer; a matcher's time grows with it. */
const MAX_LINE_CHARACTERS = 2_083;

/**
 * Only the lines that decide anything are kept: the roster's index carries them, and robots-parser would take a Sitemap line
 * between two User-agent lines for the end of a group. Agents are cut to their product token, which is all that is matched.
 */
function rulesOnly(body: string): string {
  return body
    .slice(0, MAX_RULES_CHARACTERS)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      // A colon left out is what people do, and what they meant is plain.
      const match = /^\s*(user-?agent|allow|disallow|crawl-?delay)(?:\s*:|\s)([^#]*)/i.exec(line);
      if (match === null || line.length > MAX_LINE_CHARACTERS) return [];
      const [, name = '', value = ''] = match;
      if (/^user/i.test(name)) return [`user-agent: ${agentToken(value)}`];
      if (/^crawl/i.test(name)) return [`crawl-delay: ${value.trim()}`];
      return [`${name.toLowerCase()}: ${plainOctets(value.trim()).replace(/\$(?!$)/g, '%24')}`];
    })
    .join('\n');
}

/** Section 2.2.2: an unreserved character is the same whether it is encoded or not. */
const plainOctets = (path: string): string =>
  path.replace(/%[0-9a-f]{2}/gi, (octet) => {
    const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : octet.toUpperCase();
  });

/** As a rule would name it: a `*` or `$` that is meant stands encoded (section 2.2.3). */
function asRulesSee(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return (
    origin +
    plainOctets(pathname + search)
      .replaceAll('*', '%2A')
      .replaceAll('$', '%24')
  );
}

const agentToken = (value: string): string => /^\s*(\*|[A-Za-z_-]*)/.exec(value)?.[1] ?? '';

export type Verdict = 'allowed' | 'disallowed' | 'unreachable';

export function robotsVerdict(state: RobotsState, url: string, userAgent: string): Verdict {
  switch (state.kind) {
    case 'allow-all':
      return 'allowed';
    case 'disallow-all':
      return 'unreachable';
    case 'rules': {
      const robots = parsed(state, new URL(url).origin);
      return robots.isAllowed(asRulesSee(url), productToken(userAgent)) === false ? 'disallowed' : 'allowed';
    }
    default:
      return unreachable(state.kind);
  }
}

/** The pause the publisher asks for between two requests, capped at a minute; 0 where it asks for none. */
export function crawlDelayMs(state: RobotsState, origin: string, userAgent: string): number {
  if (state.kind !== 'rules') return 0;
  const seconds = parsed(state, origin).getCrawlDelay(productToken(userAgent)) ?? 0;
  return Number.isFinite(seconds) ? Math.min(Math.max(0, seconds) * SECOND_MS, MAX_CRAWL_DELAY_MS) : 0;
}

/** "StopPress" of "StopPress/0.1 (+https://…)": section 2.2.1 matches by it alone. */
const productToken = (userAgent: string): string => /^[A-Za-z_-]+/.exec(userAgent)?.[0] ?? userAgent;

type Robots = ReturnType<typeof robotsParser>;
const parsedStates = new WeakMap<RobotsState, { readonly origin: string; readonly robots: Robots }>();

/** Parsed once a visit, not once a page. */
function parsed(state: RobotsState, origin: string): Robots {
  const known = parsedStates.get(state);
  if (known?.origin === origin) return known.robots;
  const robots = robotsParser(robotsUrl(origin), state.body);
  parsedStates.set(state, { origin, robots });
  return robots;
}
