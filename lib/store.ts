/**
 * The one port to durable storage: small enough that S3, a folder and memory behave alike, which one contract suite
 * proves (tests/contracts/store.ts). There is no unconditional write and no delete: conditional writes are the only
 * concurrency control there is.
 */

/** Bytes with the version (S3's ETag) that a later `putIfUnchanged` must name. */
export type Stored = { readonly bytes: Uint8Array; readonly version: string };

export type PutOutcome =
  | { readonly kind: 'stored'; readonly version: string }
  /** Somebody was first: the key exists (put-if-absent), or holds another version (put-if-unchanged). */
  | { readonly kind: 'lost' };

/** Keys are `/`-separated; every segment is 1 to 200 of `A-Z a-z 0-9 . _ -`, and does not begin with a dot. Anything else throws `StoreError`. */
export type Store = {
  /** Null where there is nothing at that key. */
  readonly get: (key: string) => Promise<Stored | null>;
  /** Keys that start with `prefix` (whole segments or the start of one), in code-unit order, after `after` where given. */
  readonly list: (prefix: string, options?: { readonly after?: string | undefined }) => AsyncIterable<string>;
  readonly putIfAbsent: (key: string, bytes: Uint8Array) => Promise<PutOutcome>;
  /** `version` as read; null means the key must be absent. */
  readonly putIfUnchanged: (key: string, bytes: Uint8Array, version: string | null) => Promise<PutOutcome>;
};

/** The two stores: the append-only ledger and the rebuildable state. A folder holds both; their keys do not meet. */
export type Stores = { readonly ledger: Store; readonly state: Store };

// No dot in front: neither `.` and `..`, nor what a desktop leaves in a folder (`.DS_Store`).
const SEGMENT = /^(?!\.)[A-Za-z0-9._-]{1,200}$/;

/** True for a key every adapter accepts: no empty segment, none that begins with a dot, no separators but `/`, at most 900 characters. */
export const isStoreKey = (key: string): boolean =>
  key.length <= 900 && key.split('/').every((segment) => SEGMENT.test(segment));
