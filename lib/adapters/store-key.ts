import { StoreError } from '../errors.ts';
import { isStoreKey } from '../store.ts';

/** Throws `StoreError` for what is no key, before anything is made of it: a path, a request or an entry. */
export function checkStoreKey(key: string): void {
  if (!isStoreKey(key)) throw new StoreError(`Not a key a store accepts: ${JSON.stringify(key)}`, key);
}
