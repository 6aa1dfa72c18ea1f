/**
 * Whether everybody the watchlist names is still served: SNS cuts an address off, or a reader leaves, while `Publish` goes on
 * succeeding. Each look also remembers who is confirmed, since an address that is cut off is listed as one that never was.
 */
import {
  countSubscriptions,
  rememberSubscriptions,
  type SubscriptionCounts,
  type SubscriptionStanding,
} from '../deliver/index.ts';
import { readRemembered, writeRemembered } from '../record/index.ts';
import type { Stores } from '../store.ts';
import type { Watchlist } from '../watchlist.ts';

export async function reviewSubscriptions(
  standings: readonly SubscriptionStanding[],
  { stores, watchlist }: { readonly stores: Stores; readonly watchlist: Watchlist },
): Promise<SubscriptionCounts> {
  const remembered = await readRemembered(stores.state);
  // A lost race is a sync's or another sweep's; the next sweep sees the same topics.
  await writeRemembered(stores.state, rememberSubscriptions(watchlist, standings, remembered, null));
  return countSubscriptions(watchlist, standings, remembered);
}
