import { contentHash } from '../hash.ts';
import { CHANNELS, type Channel } from '../revision.ts';
import type { Watchlist } from '../watchlist.ts';

/** A subscription as the channel's topic lists it. */
export type ExistingSubscription = {
  readonly channel: Channel;
  readonly endpoint: string;
  /** What unsubscribing and refiltering must name; null while pending or once deleted. */
  readonly id: string | null;
  /** `opted-out`: the phone answered STOP. `deleted`: the person left by the link in an e-mail, or never confirmed. */
  readonly state: 'confirmed' | 'pending' | 'deleted' | 'opted-out';
  /** The filter policy as stored; null where it has none. */
  readonly filterPolicy: string | null;
};

/** One address on one channel, with every edition it takes: one subscription, since SNS keeps one for each address. */
export type WantedSubscription = {
  readonly channel: Channel;
  readonly endpoint: string;
  readonly editions: readonly string[];
  /** `{"editions":[…]}`: SNS lets through what names one of them. */
  readonly filterPolicy: string;
};

export type SubscriptionPlan = {
  readonly subscribe: readonly WantedSubscription[];
  readonly refilter: readonly (WantedSubscription & { readonly id: string })[];
  /** Ours, by their filter policy, and no longer in the watchlist. */
  readonly unsubscribe: readonly ExistingSubscription[];
  /** Waiting for the person to confirm. Asking again would send another request, so they are left; SNS forgets them after days. */
  readonly pending: readonly ExistingSubscription[];
  /** In the watchlist, but they left, opted out or let the confirmation run out. Reported, never signed up again unasked. */
  readonly lapsed: readonly WantedSubscription[];
  /** Not in the watchlist and not made by Stop Press. Reported and left alone. */
  readonly unknown: readonly ExistingSubscription[];
};

/**
 * What would make the topics match the watchlist; carrying it out and planning again gives an empty plan.
 * @param remembered `subscriberKey`s that a former run subscribed: one that is gone from the topic has lapsed. SNS itself
 * lists a deleted subscription for some days only.
 */
export function planSubscriptions(
  watchlist: Watchlist,
  existing: readonly ExistingSubscription[],
  remembered: ReadonlySet<string> = new Set(),
): SubscriptionPlan {
  const wanted = wantedSubscriptions(watchlist);
  const wantedKeys = new Set(wanted.map(keyOf));
  const kept = new Map<string, ExistingSubscription>();
  const surplus: ExistingSubscription[] = [];
  for (const subscription of [...existing].sort(byStanding)) {
    const key = keyOf(subscription);
    if (wantedKeys.has(key) && !kept.has(key)) kept.set(key, subscription);
    else surplus.push(subscription);
  }
  const standing = wanted.map((want) => ({ want, have: kept.get(keyOf(want)) ?? null }));
  const removable = surplus.filter((subscription) => subscription.state === 'confirmed' && subscription.id !== null);
  const isOurs = (subscription: ExistingSubscription) =>
    wantedKeys.has(keyOf(subscription)) || editionsOf(subscription.filterPolicy) !== null;
  return {
    subscribe: standing
      .filter(({ want, have }) => have === null && !remembered.has(keyOf(want)))
      .map(({ want }) => want),
    refilter: standing.flatMap(({ want, have }) =>
      have?.state === 'confirmed' && have.id !== null && !isSameFilter(have.filterPolicy, want.editions)
        ? [{ ...want, id: have.id }]
        : [],
    ),
    unsubscribe: removable.filter(isOurs),
    pending: existing.filter((subscription) => subscription.state === 'pending'),
    lapsed: standing
      .filter(({ want, have }) =>
        have === null ? remembered.has(keyOf(want)) : have.state === 'deleted' || have.state === 'opted-out',
      )
      .map(({ want }) => want),
    unknown: removable.filter((subscription) => !isOurs(subscription)),
  };
}

/** Stands for an address where the address itself should not be kept. */
export const subscriberKey = (channel: Channel, endpoint: string): string =>
  contentHash(`${channel}:${channel === 'email' ? endpoint.toLowerCase() : endpoint}`);

const keyOf = (subscription: { readonly channel: Channel; readonly endpoint: string }): string =>
  subscriberKey(subscription.channel, subscription.endpoint);

/** Where an address is listed twice, the one that works is kept. */
const STANDING = ['confirmed', 'opted-out', 'pending', 'deleted'] as const;
const byStanding = (one: ExistingSubscription, other: ExistingSubscription): number =>
  STANDING.indexOf(one.state) - STANDING.indexOf(other.state);

function wantedSubscriptions(watchlist: Watchlist): readonly WantedSubscription[] {
  const byKey = new Map<string, { channel: Channel; endpoint: string; editions: Set<string> }>();
  for (const [id, edition] of Object.entries(watchlist.editions)) {
    for (const channel of CHANNELS) {
      for (const endpoint of edition.subscribers[channel]) {
        const key = subscriberKey(channel, endpoint);
        const entry = byKey.get(key) ?? { channel, endpoint, editions: new Set() };
        byKey.set(key, entry);
        entry.editions.add(id);
      }
    }
  }
  return [...byKey.values()].map(({ channel, endpoint, editions }) => {
    const sorted = [...editions].sort();
    return { channel, endpoint, editions: sorted, filterPolicy: JSON.stringify({ editions: sorted }) };
  });
}

const isSameFilter = (filterPolicy: string | null, editions: readonly string[]): boolean =>
  editionsOf(filterPolicy)?.join() === editions.join();

/** The editions a filter policy of ours names, sorted; null for any other policy. */
function editionsOf(filterPolicy: string | null): readonly string[] | null {
  if (filterPolicy === null) return null;
  try {
    const policy: unknown = JSON.parse(filterPolicy);
    if (typeof policy !== 'object' || policy === null || Object.keys(policy).join() !== 'editions') return null;
    const { editions } = policy as { editions: unknown };
    return Array.isArray(editions) && editions.every((id) => typeof id === 'string') ? [...editions].sort() : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
