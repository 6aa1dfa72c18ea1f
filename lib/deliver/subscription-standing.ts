/** How the watchlist's subscribers stand with their topics: by what SNS lists, and by what it forgets. */
import { unreachable } from '../errors.ts';
import type { Channel } from '../revision.ts';
import type { Watchlist } from '../watchlist.ts';
import { keyOf, wantedSubscriptions } from './wanted-subscriptions.ts';

/** A subscription as the channel's topic lists it. */
export type ExistingSubscription = {
  readonly channel: Channel;
  readonly endpoint: string;
  /** What unsubscribing and refiltering must name; null while pending or once deleted. */
  readonly id: string | null;
  /** `opted-out`: the phone answered STOP. `deleted`: the person left by the link in an e-mail. */
  readonly state: 'confirmed' | 'pending' | 'deleted' | 'opted-out';
  /** The filter policy as stored; null where it has none. */
  readonly filterPolicy: string | null;
};

/** How an address stands with its topic: all that a count needs. */
export type SubscriptionStanding = Pick<ExistingSubscription, 'channel' | 'endpoint' | 'state'>;

/**
 * What SNS itself forgets, as `subscriberKey`s: whom a former sync asked, and who was ever seen confirmed. SNS lists a
 * deleted subscription for some days only, and one that it deactivated (over ten e-mails a second) as if it had never been confirmed.
 * @see https://repost.aws/knowledge-center/sns-email-subscription-disabled
 */
export type Remembered = { readonly asked: ReadonlySet<string>; readonly confirmed: ReadonlySet<string> };

export const NOBODY_REMEMBERED: Remembered = { asked: new Set(), confirmed: new Set() };

/**
 * `left`: by the link in an e-mail. `opted-out`: the phone answered STOP. `deactivated`: it was confirmed once and waits for its
 * confirmation again, which is how SNS shows an address it has cut off. `gone`: asked once and listed no more: they left, or never confirmed.
 */
export type Lapse = 'left' | 'opted-out' | 'deactivated' | 'gone';

/** Null where nothing is wrong: confirmed, waiting for the first time, or never asked. */
export function lapseOf(
  key: string,
  have: SubscriptionStanding | null,
  { asked, confirmed }: Remembered,
): Lapse | null {
  if (have === null) return asked.has(key) ? 'gone' : null;
  switch (have.state) {
    case 'confirmed':
      return null;
    case 'deleted':
      return 'left';
    case 'opted-out':
      return 'opted-out';
    case 'pending':
      return confirmed.has(key) ? 'deactivated' : null;
    default:
      return unreachable(have.state);
  }
}

export type SubscriptionCounts = {
  readonly confirmed: number;
  /** Asked and not confirmed yet. */
  readonly pending: number;
  /** No longer served, though the watchlist names them. */
  readonly lapsed: number;
  /** In the watchlist, and never asked: `subscribers sync` has not run since they were added. */
  readonly unasked: number;
};

/** How the watchlist's own subscribers stand. Pure. */
export function countSubscriptions(
  watchlist: Watchlist,
  standings: readonly SubscriptionStanding[],
  remembered: Remembered,
): SubscriptionCounts {
  const counts = { confirmed: 0, pending: 0, lapsed: 0, unasked: 0 };
  const best = new Map(
    [...standings]
      .sort(byStanding)
      .reverse()
      .map((standing) => [keyOf(standing), standing]),
  );
  for (const want of wantedSubscriptions(watchlist)) {
    const have = best.get(keyOf(want)) ?? null;
    if (lapseOf(keyOf(want), have, remembered) !== null) counts.lapsed += 1;
    else if (have === null) counts.unasked += 1;
    else counts[have.state === 'confirmed' ? 'confirmed' : 'pending'] += 1;
  }
  return counts;
}

/**
 * What to remember after a look at the topics. Whoever is no longer in the watchlist is forgotten, and may be asked when they come back.
 * @param sync where everybody has now been asked: whom `again`, so that they start anew. Null where nobody was.
 */
export function rememberSubscriptions(
  watchlist: Watchlist,
  standings: readonly SubscriptionStanding[],
  remembered: Remembered,
  sync: { readonly again: ReadonlySet<string> } | null,
): Remembered {
  const keys = wantedSubscriptions(watchlist).map(keyOf);
  const seen = new Set(standings.filter(({ state }) => state === 'confirmed').map(keyOf));
  return {
    asked: new Set(keys.filter((key) => sync !== null || remembered.asked.has(key))),
    confirmed: new Set(keys.filter((key) => seen.has(key) || (remembered.confirmed.has(key) && !sync?.again.has(key)))),
  };
}

/** Where an address is listed twice, the one that works is kept. */
const STANDING = ['confirmed', 'opted-out', 'pending', 'deleted'] as const;
export const byStanding = (one: SubscriptionStanding, other: SubscriptionStanding): number =>
  STANDING.indexOf(one.state) - STANDING.indexOf(other.state);
