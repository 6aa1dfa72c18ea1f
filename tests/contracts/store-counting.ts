/** Counting in a store: what the contract suite and the processes it starts have in common. */
import type { Store } from '../../lib/store.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Adds one `times` times over, reading again after each lost race. Calls `told` with each value it was told is stored. */
export async function increment(
  store: Store,
  key: string,
  times: number,
  told: (value: number) => void = () => {},
): Promise<void> {
  for (let done = 0; done < times;) {
    const stored = await store.get(key);
    if (stored === null) throw new Error(`nothing at ${key}`);
    const next = Number(textOf(stored.bytes)) + 1;
    const outcome = await store.putIfUnchanged(key, bytesOf(String(next)), stored.version);
    if (outcome.kind === 'lost') continue;
    told(next);
    done += 1;
  }
}
