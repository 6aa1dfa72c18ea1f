import { CANARY } from '../canary.ts';
import type { Watchlist } from '../watchlist.ts';
import {
  byStanding,
  lapseOf,
  NOBODY_REMEMBERED,
  type ExistingSubscription,
  type Lapse,
  type Remembered,
} from './subscription-standing.ts';
import { keyOf, namedIn, wantedSubscriptions, type WantedSubscription } from './wanted-subscriptions.ts';

export type SubscriptionPlan = {
  readonly subscribe: readonly WantedSubscription[];
  readonly refilter: readonly (WantedSubscription & { readonly id: string })[];
  /** Ours, by their filter policy, and no longer in the watchlist. */
  readonly unsubscribe: readonly ExistingSubscription[];
  /** Waiting for the person to confirm for the first time. Asking again would send another request, so they are left; SNS forgets them after 48 hours. */
  readonly pending: readonly ExistingSubscription[];
  /** In the watchlist, and no longer served. Reported, never signed up again unasked. */
  readonly lapsed: readonly (WantedSubscription & { readonly why: Lapse })[];
  /** Not in the watchlist and not made by Stop Press. Reported and left alone. */
  readonly unknown: readonly ExistingSubscription[];
};

/**
 * What would make the topics match the watchlist; carrying it out and planning again gives an empty plan.
 * @param again `subscriberKey`s to ask once more, though they have lapsed.
 */
export function planSubscriptions(
  watchlist: Watchlist,
  existing: readonly ExistingSubscription[],
  remembered: Remembered = NOBODY_REMEMBERED,
  again: ReadonlySet<string> = new Set(),
): SubscriptionPlan {
  const wanted = wantedSubscriptions(watchlist);
  const wantedKeys = new Set(wanted.map(keyOf));
  const kept = new Map<string, ExistingSubscription>();
  const surplus: ExistingSubscription[] = [];
  for (const subscription of [...existing].filter(isNotTheCanarys).sort(byStanding)) {
    const key = keyOf(subscription);
    if (wantedKeys.has(key) && !kept.has(key)) kept.set(key, subscription);
    else surplus.push(subscription);
  }
  const standing = wanted.map((want) => {
    const have = kept.get(keyOf(want)) ?? null;
    return { want, have, why: lapseOf(keyOf(want), have, remembered) };
  });
  const isAskedAgain = (want: WantedSubscription) => again.has(keyOf(want));
  const removable = surplus.filter((subscription) => subscription.state === 'confirmed' && subscription.id !== null);
  const isOurs = (subscription: ExistingSubscription) =>
    wantedKeys.has(keyOf(subscription)) || namedIn(subscription.filterPolicy) !== null;
  return {
    subscribe: standing
      .filter(({ want, have, why }) => (why === null ? have === null : why !== 'opted-out' && isAskedAgain(want)))
      .map(({ want }) => want),
    refilter: standing.flatMap(({ want, have }) =>
      have?.state === 'confirmed' && have.id !== null && !isSameFilter(have.filterPolicy, want.filterPolicy)
        ? [{ ...want, id: have.id }]
        : [],
    ),
    unsubscribe: removable.filter(isOurs),
    pending: existing.filter(
      (subscription) =>
        subscription.state === 'pending' && lapseOf(keyOf(subscription), subscription, remembered) === null,
    ),
    lapsed: standing.flatMap(({ want, why }) =>
      why === null || (why !== 'opted-out' && isAskedAgain(want)) ? [] : [{ ...want, why }],
    ),
    unknown: removable.filter((subscription) => !isOurs(subscription)),
  };
}

/** The stack subscribes the canary's queue itself. */
const isNotTheCanarys = ({ filterPolicy }: ExistingSubscription): boolean => namedIn(filterPolicy)?.join() !== CANARY;

const isSameFilter = (have: string | null, want: string): boolean => namedIn(have)?.join() === namedIn(want)?.join();
