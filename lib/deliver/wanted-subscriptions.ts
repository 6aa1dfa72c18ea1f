import { contentHash } from '../hash.ts';
import { CHANNELS, type Channel } from '../revision.ts';
import type { Watchlist } from '../watchlist.ts';
import { audienceId } from './audiences.ts';

/** One address on one channel, with every edition it takes: one subscription, since SNS keeps one for each address. */
export type WantedSubscription = {
  readonly channel: Channel;
  readonly endpoint: string;
  readonly editions: readonly string[];
  /** `{"editions":[…]}`: SNS lets through what names one of them; on SMS also what names the audience alone. */
  readonly filterPolicy: string;
};

/** The watchlist's subscribers, each with the editions they take, in its order. */
export function wantedSubscriptions(watchlist: Watchlist): readonly WantedSubscription[] {
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
    const named = channel === 'sms' ? [...sorted, audienceId(sorted)] : sorted;
    return { channel, endpoint, editions: sorted, filterPolicy: JSON.stringify({ editions: named }) };
  });
}

/** Stands for an address where the address itself should not be kept. */
export const subscriberKey = (channel: Channel, endpoint: string): string =>
  contentHash(`${channel}:${channel === 'email' ? endpoint.toLowerCase() : endpoint}`);

export const keyOf = (subscription: { readonly channel: Channel; readonly endpoint: string }): string =>
  subscriberKey(subscription.channel, subscription.endpoint);

/** What a filter policy of ours lets through, sorted; null for any other policy. */
export function namedIn(filterPolicy: string | null): readonly string[] | null {
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
