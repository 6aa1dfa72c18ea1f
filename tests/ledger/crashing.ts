/** Stops the process at a chosen effect: before it or after it. */
import type { Message } from '../../lib/alert.ts';
import type { Store } from '../../lib/store.ts';
import type { Effects } from './story.ts';

export class Crash extends Error {}

export type Crashing = {
  readonly effects: Effects;
  /** Effects so far. */
  readonly count: () => number;
  readonly isDead: () => boolean;
};

/** Counts effects, and stops the process at the one asked for: `at` 2n stops before effect n, 2n + 1 after it; -1 never. */
export function crashing(effects: Effects, at: number): Crashing {
  let count = 0;
  let isDead = false;
  const stop = (): never => {
    isDead = true;
    throw new Crash();
  };
  const run = async <T>(effect: () => Promise<T>): Promise<T> => {
    // A dead process has no further effects, whatever catches what was thrown.
    if (isDead) throw new Crash();
    const number = count++;
    if (at === 2 * number) return stop();
    const answer = await effect();
    return at === 2 * number + 1 ? stop() : answer;
  };
  const wrap = (store: Store): Store => ({
    get: (key) => run(() => store.get(key)),
    list: async function* (prefix, options) {
      yield* await run(async () => Array.fromAsync(store.list(prefix, options)));
    },
    putIfAbsent: (key, bytes) => run(() => store.putIfAbsent(key, bytes)),
    putIfUnchanged: (key, bytes, version) => run(() => store.putIfUnchanged(key, bytes, version)),
  });
  return {
    effects: {
      stores: { ledger: wrap(effects.stores.ledger), state: wrap(effects.stores.state) },
      publish: (message: Message) => run(() => effects.publish(message)),
    },
    count: () => count,
    isDead: () => isDead,
  };
}
