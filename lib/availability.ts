/**
 * Whether an article can be read, as confirmed: `observe` says what one check saw, `nextAvailability` when it is believed.
 */
import * as z from 'zod';
import { unreachable } from './errors.ts';
import type { ExtractOutcome } from './extraction.ts';
import { canonicalUrl } from './identity.ts';
import { DAY_MS, millisecondsBetween } from './instant.ts';
import type { FetchOutcome, Page } from './page.ts';

export const AVAILABILITY_STATES = ['live', 'missing', 'gone', 'redirected', 'paywalled', 'blocked'] as const;
export type AvailabilityState = (typeof AVAILABILITY_STATES)[number];

export const availabilitySchema = z
  .object({
    state: z.enum(AVAILABILITY_STATES),
    /** Another state that was seen but is not yet confirmed, with the scheduled slots that saw it. */
    suspect: z
      .object({
        state: z.enum(AVAILABILITY_STATES),
        since: z.string(),
        slots: z.int(),
        lastSlot: z.string(),
      })
      .readonly()
      .nullable(),
  })
  .readonly();
export type Availability = z.infer<typeof availabilitySchema>;

export const LIVE: Availability = { state: 'live', suspect: null };

/** What one check saw; `unknown` is no evidence either way. */
export type Observation = AvailabilityState | 'unknown';

export type Observed = { readonly seen: Observation; readonly detail: string };

/**
 * What a fetch and its reading say of an article's availability. `read` is null where nothing was read: the server said "not
 * modified", or the bytes are those of the last snapshot. A bad response is never taken for content, and a failure never for a
 * disappearance: server errors, timeouts and cut-off pages are `unknown`.
 *
 * EDGI's web-monitoring decides effective status the same way: what the page says goes before what its status says.
 */
export function observe(fetched: FetchOutcome, read: ExtractOutcome | null, entry: { readonly url: string }): Observed {
  switch (fetched.kind) {
    case 'not-modified':
      return { seen: 'live', detail: 'not modified' };
    case 'missing':
      return { seen: 'missing', detail: `HTTP ${fetched.status}` };
    case 'gone':
      return { seen: 'gone', detail: `HTTP ${fetched.status}` };
    case 'blocked':
      return { seen: REFUSALS.get(fetched.status) ?? 'unknown', detail: `HTTP ${fetched.status}` };
    case 'refused':
      return { seen: fetched.why === 'robots' ? 'blocked' : 'unknown', detail: fetched.detail };
    case 'failed':
      return { seen: 'unknown', detail: fetched.detail };
    case 'page':
      return observePage(fetched.page, read, entry.url);
    default:
      return unreachable(fetched);
  }
}

/** 429 and odd refusals (400, 405, …) say nothing of the article; these do. */
const REFUSALS: ReadonlyMap<number, AvailabilityState> = new Map([
  [401, 'paywalled'],
  [402, 'paywalled'],
  [403, 'blocked'],
]);

function observePage(page: Page, read: ExtractOutcome | null, url: string): Observed {
  const away = redirectedAway(url, page);
  if (away !== null) return away;
  if (read === null) return { seen: 'live', detail: 'the same page' };
  switch (read.kind) {
    case 'extracted':
      return { seen: 'live', detail: 'read' };
    case 'paywalled':
      return { seen: 'paywalled', detail: read.detail };
    case 'blocked':
      return { seen: 'blocked', detail: read.detail };
    case 'needs-scripts':
      return { seen: 'blocked', detail: read.detail };
    case 'error-page':
      return { seen: read.why === 'not-found' ? 'missing' : 'unknown', detail: read.detail };
    case 'not-an-article':
      return wasRedirected(url, page) && (read.why === 'home-page' || read.why === 'section-page')
        ? { seen: 'redirected', detail: `leads to ${page.url}` }
        : { seen: 'unknown', detail: read.detail };
    case 'truncated':
    case 'too-large':
      return { seen: 'unknown', detail: read.detail };
    default:
      return unreachable(read);
  }
}

const ERROR_PATH = /(?:^|\/)(?:404|not-?found|page-?not-?found|error(?:-?404)?)(?:\.\w+)?$/i;

/** Where an article's address now leads somewhere that cannot be an article: the front page, or an error page of its own. */
function redirectedAway(url: string, page: Page): Observed | null {
  if (!wasRedirected(url, page)) return null;
  const from = new URL(url);
  const to = new URL(page.url);
  if (ERROR_PATH.test(to.pathname)) return { seen: 'missing', detail: `leads to ${page.url}` };
  return isHome(to) && !isHome(from) ? { seen: 'redirected', detail: `leads to ${page.url}` } : null;
}

const isHome = (url: URL): boolean => url.search === '' && /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(url.pathname);

const wasRedirected = (url: string, page: Page): boolean => canonicalUrl(url) !== canonicalUrl(page.url);

/** Distinct scheduled slots that must have seen a state before it is believed. A 410 says so itself: one more look. */
const SLOTS_TO_CONFIRM = 3;
const SLOTS_TO_CONFIRM_GONE = 2;

export type Settled = { readonly before: AvailabilityState; readonly after: AvailabilityState };

/** How long a publication in trouble may hold back what its articles' pages say; after that it is no passing trouble. */
const HELD_AT_MOST_MS = DAY_MS;

/**
 * One step of the state machine. What is seen must be seen in several distinct slots (`slot`: see `slotOf`) before it is settled;
 * an article that can be read again is live at once; `unknown` changes nothing and forgets nothing. Kinds of absence confirm one
 * another (a 404 now, a redirect later: it is not there), and so do kinds of refusal; the last one seen is what is settled.
 * While the whole publication is in trouble nothing but a return is settled for up to a day: slots are counted, and told if it stands. A
 * refusal is not settled at all then: the publisher shuts us out, which is an incident, and has done nothing to the article.
 */
export function nextAvailability(
  current: Availability,
  seen: Observation,
  slot: string,
  isInTrouble = false,
): { readonly availability: Availability; readonly settled: Settled | null } {
  if (seen === 'unknown') return { availability: current, settled: null };
  if (seen === current.state) return { availability: { state: seen, suspect: null }, settled: null };
  if (seen === 'live') return settle(current.state, 'live');

  const suspect = current.suspect;
  const continues = suspect !== null && SAME_CLAIM[suspect.state] === SAME_CLAIM[seen];
  const slots = continues ? suspect.slots + (slot > suspect.lastSlot ? 1 : 0) : 1;
  const since = continues ? suspect.since : slot;
  const isHeld = isInTrouble && (seen === 'blocked' || millisecondsBetween(since, slot) < HELD_AT_MOST_MS);
  if (!isHeld && slots >= (seen === 'gone' ? SLOTS_TO_CONFIRM_GONE : SLOTS_TO_CONFIRM))
    return settle(current.state, seen);

  const lastSlot = continues && suspect.lastSlot > slot ? suspect.lastSlot : slot;
  return { availability: { state: current.state, suspect: { state: seen, since, slots, lastSlot } }, settled: null };
}

const SAME_CLAIM = {
  live: 'there',
  missing: 'not there',
  gone: 'not there',
  redirected: 'not there',
  paywalled: 'not let in',
  blocked: 'not let in',
} as const satisfies Record<AvailabilityState, string>;

const settle = (before: AvailabilityState, after: AvailabilityState) => ({
  availability: { state: after, suspect: null },
  settled: { before, after },
});
