/** Makes any `FetchPage` polite towards one publication. */
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../instant.ts';
import { NO_VALIDATORS, type FetchOutcome, type FetchPage, type FetchRequest } from '../page.ts';
import type { RobotsState } from '../roster.ts';
import { crawlDelayMs, isFresh, isWorthRemembering, robotsAfter, robotsUrl, robotsVerdict } from './robots.ts';

export type PoliteOptions = {
  /** Between the end of one answer and the next request. */
  readonly delayMs: number;
  /** What is remembered of each origin's robots.txt. */
  readonly robots: Readonly<Record<string, RobotsState>>;
  readonly userAgent: string;
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => Date;
  /** In [0, 1). */
  readonly random?: () => number;
  /** Once true, what failed is not tried again: there may be no time left to hear of it. */
  readonly isTimeUp?: () => boolean;
};

/** A `FetchPage` with what it has learnt of robots.txt, to be remembered in the roster's index. */
export type PoliteFetch = FetchPage & { readonly robots: () => Readonly<Record<string, RobotsState>> };

const MAX_TRIES = 3;
const FIRST_RETRY_MS = SECOND_MS;
/** A longer wait is not sat out: the article stays due, and the answer says from when. */
const LONGEST_WAIT_MS = 10 * SECOND_MS;
/** After this many failures in a row the publication is in trouble, and more tries would be part of it. */
const FAILURES_IN_A_ROW = 3;

/** One of these serves one publication for one visit: requests queue up and go out one at a time. */
export function politely(fetchPage: FetchPage, options: PoliteOptions): PoliteFetch {
  const { sleep, now, userAgent, random = () => 1, isTimeUp = () => false } = options;
  const robots = new Map(Object.entries(options.robots));
  const askedRobots = new Set<string>();
  /** Why robots.txt could not be read in this visit, by origin. */
  const troubles = new Map<string, string>();
  let queue: Promise<unknown> = Promise.resolve();
  let lastAnswerMs: number | null = null;
  let failuresInARow = 0;

  async function send(request: FetchRequest, atLeastMs: number): Promise<FetchOutcome> {
    if (lastAnswerMs !== null) {
      const wait = lastAnswerMs + atLeastMs - now().getTime();
      if (wait > 0) await sleep(wait);
    }
    const outcome = await fetchPage(request);
    lastAnswerMs = now().getTime();
    return outcome;
  }

  async function robotsOf(origin: string): Promise<RobotsState> {
    const known = robots.get(origin);
    if (known !== undefined && (isFresh(known, now()) || askedRobots.has(origin))) return known;
    askedRobots.add(origin);
    const fetched = await send({ url: robotsUrl(origin), validators: NO_VALIDATORS }, options.delayMs);
    robots.set(origin, robotsAfter(fetched, known, now()));
    holdWhereAsked(origin, fetched);
    if (fetched.kind === 'failed') troubles.set(origin, fetched.detail);
    return robots.get(origin) ?? unreadable(now());
  }

  /** A wait too long to sit out is remembered with the origin, and outlasts this visit. */
  function holdWhereAsked(origin: string, outcome: FetchOutcome): void {
    const waitMs = retryAfterMs(outcome);
    if (waitMs <= LONGEST_WAIT_MS) return;
    const heldUntil = new Date(now().getTime() + waitMs).toISOString();
    robots.set(origin, { ...(robots.get(origin) ?? unreadable(now())), heldUntil });
  }

  /** Redirects are asked about one by one: each leads to an origin with rules of its own. */
  async function mayFollow(url: string): Promise<boolean> {
    // An app's address or worse: no origin to ask, and the fetcher refuses it with its own reason.
    if (!isWeb(new URL(url))) return true;
    return robotsVerdict(await robotsOf(new URL(url).origin), url, userAgent) === 'allowed';
  }

  async function inTurn(request: FetchRequest): Promise<FetchOutcome> {
    const url = URL.parse(request.url);
    if (url === null || !isWeb(url)) return fetchPage(request);
    const { origin } = url;
    const held = heldOutcome(robots.get(origin), now());
    if (held !== null) return held;
    const state = await robotsOf(origin);
    const heldByRobots = heldOutcome(robots.get(origin), now());
    if (heldByRobots !== null) return heldByRobots;
    switch (robotsVerdict(state, url.href, userAgent)) {
      case 'disallowed':
        return refusedByRobots(request.url, now());
      case 'unreachable':
        return robotsUnreachable(origin, troubles.get(origin) ?? 'not long ago it could not', now());
      case 'allowed':
        break;
    }
    const delayMs = Math.max(options.delayMs, crawlDelayMs(state, origin, userAgent));

    for (let tries = 1; ; tries += 1) {
      const outcome = await send({ ...request, mayFollow }, delayMs);
      const askedToWaitMs = retryAfterMs(outcome);
      holdWhereAsked(origin, outcome);
      failuresInARow = mayPass(outcome) ? failuresInARow + 1 : 0;
      if (
        !mayPass(outcome) ||
        tries === MAX_TRIES ||
        isTimeUp() ||
        failuresInARow > FAILURES_IN_A_ROW ||
        askedToWaitMs > LONGEST_WAIT_MS
      )
        return outcome;
      // Full jitter: anywhere up to a bound that doubles. What the server asked for is the least.
      await sleep(Math.max(askedToWaitMs, random() * FIRST_RETRY_MS * 2 ** (tries - 1)));
    }
  }

  const polite = (request: FetchRequest): Promise<FetchOutcome> => {
    const turn = queue.then(() => inTurn(request));
    queue = turn.catch(() => undefined); // the caller has the rejection; the next in line must not
    return turn;
  };
  const remembered = () => [...robots].filter(([, state]) => isWorthRemembering(state, now()));
  return Object.assign(polite, { robots: () => Object.fromEntries(remembered()) });
}

const isWeb = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'http:';

/** 408, 425, 429, 5xx and cut connections pass; every other 4xx is an answer, and a timeout has cost enough. */
function mayPass(outcome: FetchOutcome): boolean {
  if (outcome.kind === 'blocked') return outcome.status === 429;
  if (outcome.kind !== 'failed') return false;
  return (
    outcome.why === 'connection' ||
    outcome.why === 'truncated' ||
    outcome.why === 'server-error' ||
    outcome.status === 408
  );
}

function retryAfterMs(outcome: FetchOutcome): number {
  if (outcome.kind !== 'blocked' && outcome.kind !== 'failed') return 0;
  return (outcome.retryAfterSeconds ?? 0) * SECOND_MS;
}

const unreadable = (now: Date): RobotsState => ({ fetchedAt: now.toISOString(), kind: 'disallow-all', body: '' });

function heldOutcome(state: RobotsState | undefined, now: Date): FetchOutcome | null {
  const leftMs = Date.parse(state?.heldUntil ?? '1970-01-01') - now.getTime();
  // Nobody is left alone for longer than a day: what says so was written by a wrong clock.
  if (leftMs <= 0 || leftMs > DAY_MS) return null;
  const retryAfterSeconds = Math.ceil(leftMs / SECOND_MS);
  const detail = `not asked: the server wants to be left alone for ${Math.ceil(leftMs / MINUTE_MS)} minutes more`;
  return { kind: 'failed', why: 'server-error', detail, status: null, retryAfterSeconds, fetchedAt: now.toISOString() };
}

const refusedByRobots = (url: string, now: Date): FetchOutcome => ({
  kind: 'refused',
  why: 'robots',
  detail: `robots.txt disallows ${url}`,
  fetchedAt: now.toISOString(),
});

/** RFC 9309, section 2.3.1.4: assume complete disallow. */
const robotsUnreachable = (origin: string, why: string, now: Date): FetchOutcome => ({
  kind: 'failed',
  why: 'server-error',
  detail: `robots.txt of ${origin} cannot be read (${why}), so nothing is asked`,
  status: null,
  retryAfterSeconds: null,
  fetchedAt: now.toISOString(),
});
