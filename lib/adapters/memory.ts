/** A store in memory: the twin that tests and rehearsals use. It keeps every rule of the port, and nothing else. */
import type { PutOutcome, Store, Stored } from '../store.ts';
import { checkStoreKey } from './store-key.ts';

/** Empty at first, and gone with the process. Bytes are copied on the way in and out, as over a wire. */
export function createMemoryStore(): Store {
  const held = new Map<string, Stored>();
  let writes = 0;

  const put = (key: string, bytes: Uint8Array, expected: string | null): PutOutcome => {
    checkStoreKey(key);
    if ((held.get(key)?.version ?? null) !== expected) return { kind: 'lost' };
    const version = String(++writes);
    held.set(key, { bytes: bytes.slice(), version });
    return { kind: 'stored', version };
  };

  return {
    get: async (key) => {
      checkStoreKey(key);
      const stored = held.get(key);
      return stored === undefined ? null : { ...stored, bytes: stored.bytes.slice() };
    },
    // The keys as they were when the listing began: one write during it changes nothing, as with a page of S3's.
    list: async function* (prefix, { after = '' } = {}) {
      yield* [...held.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    },
    putIfAbsent: async (key, bytes) => put(key, bytes, null),
    putIfUnchanged: async (key, bytes, version) => put(key, bytes, version),
  };
}
