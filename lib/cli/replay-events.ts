/** A replay as it unfolds: each saved fetch and each message, in the order of the saves' clock. */
import { replayFetches, type ReplayStep } from '../replay.ts';
import type { Stores } from '../store.ts';
import type { Watchlist } from '../watchlist.ts';
import type { Message, Publish } from '../alert.ts';
import { ConfigError } from '../errors.ts';
import { publicationOf } from './publication-of.ts';
import { savedFetch, type Series } from './saved-fetches.ts';

export type ReplayEvent =
  | ({ readonly kind: 'fetch'; readonly series: Series } & ReplayStep)
  /** `at` is when it went out, ISO 8601 UTC; `providerId` what the outbox called it. */
  | { readonly kind: 'message'; readonly message: Message; readonly at: string; readonly providerId: string };

export type ReplayInput = {
  readonly series: readonly Series[];
  readonly stores: Stores;
  readonly watchlist: Watchlist;
  readonly publish: (message: Message, at: string) => ReturnType<Publish>;
  readonly cwd: string;
};

/** Throws `ConfigError` for an article that belongs to no publication of the watchlist. */
export async function* replayEvents({
  series,
  stores,
  watchlist,
  publish,
  cwd,
}: ReplayInput): AsyncIterable<ReplayEvent> {
  const sent: Extract<ReplayEvent, { kind: 'message' }>[] = [];
  const seriesOf = new Map(
    series.flatMap((one) => {
      const publicationId = publicationOf(one.url, watchlist);
      if (publicationId === null)
        throw new ConfigError(
          `${one.name}: no publication of the watchlist has ${one.url}; name its site there, or leave --watchlist out`,
        );
      return one.saves.map((save) => [savedFetch(one, save, publicationId, cwd), one] as const);
    }),
  );
  const steps = replayFetches([...seriesOf.keys()], {
    stores,
    watchlist,
    publish: async (message, at) => {
      const accepted = await publish(message, at);
      sent.push({ kind: 'message', message, at, ...accepted });
      return accepted;
    },
  });
  for await (const step of steps) {
    const one = seriesOf.get(step.saved);
    // What fell due between two saves was told before this one came.
    const earlier = sent.splice(0).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    yield* earlier.filter(({ at }) => at < step.saved.at);
    if (one !== undefined) yield { kind: 'fetch', series: one, ...step };
    yield* earlier.filter(({ at }) => at >= step.saved.at);
  }
  yield* sent;
}
