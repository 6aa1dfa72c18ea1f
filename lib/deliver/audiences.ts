import type { Watchlist } from '../watchlist.ts';

/**
 * The readers of texts who take the same editions. A message reaches all of an audience or none, and each of them once, so what is counted
 * for the audience is true of every subscriber in it.
 */
export type Audience = {
  /** Stands in the filter policy of each of its subscriptions, beside the editions: a message may name it in their place. */
  readonly id: string;
  readonly editions: readonly string[];
};

/** Every audience of the watchlist's texts, in its order. */
export function smsAudiences({ editions }: Watchlist): readonly Audience[] {
  const taken = new Map<string, string[]>();
  for (const [id, { subscribers }] of Object.entries(editions)) {
    for (const number of new Set(subscribers.sms)) taken.set(number, [...(taken.get(number) ?? []), id]);
  }
  const ids = new Set([...taken.values()].map((editions) => audienceId(editions)));
  return [...ids].map((id) => ({ id, editions: editionsOfAudience(id) }));
}

/** `only:local+world`; an edition's id holds neither mark. */
export const audienceId = (editions: readonly string[]): string => `${MARK}${[...editions].sort().join('+')}`;

export const editionsOfAudience = (id: string): readonly string[] => id.slice(MARK.length).split('+');

const MARK = 'only:';

/** Those that a message to these editions reaches. */
export const reachedBy = (editions: readonly string[], audiences: readonly Audience[]): readonly Audience[] =>
  audiences.filter((audience) => audience.editions.some((edition) => editions.includes(edition)));

/** Whether a message that names these editions and audiences reaches somebody who takes this edition. */
export const reachesEdition = (named: readonly string[], edition: string): boolean =>
  named.some((name) => name === edition || (name.startsWith(MARK) && editionsOfAudience(name).includes(edition)));
