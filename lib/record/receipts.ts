/** Receipts: the record of what was published or came to nothing. Put-if-absent, so a repeat is harmless. */
import { receiptSchema, type Receipt } from '../receipt.ts';
import type { Store } from '../store.ts';
import { decodeJson, encodeJson } from './stored-json.ts';

export type Receipts = {
  readonly has: (key: string) => Promise<boolean>;
  readonly read: (key: string) => Promise<Receipt | null>;
  readonly write: (key: string, receipt: Receipt) => Promise<void>;
  /** Keys under a prefix (a day), in order. */
  readonly keys: (prefix: string) => AsyncIterable<string>;
};

export function createReceipts(ledger: Store): Receipts {
  const read = async (key: string): Promise<Receipt | null> => {
    const stored = await ledger.get(key);
    return stored === null ? null : decodeJson(key, stored.bytes, receiptSchema);
  };
  return {
    read,
    has: async (key) => (await ledger.get(key)) !== null,
    write: async (key, receipt) => {
      // Lost: another delivery of the same event was first; its receipt says the same.
      await ledger.putIfAbsent(key, encodeJson(receipt));
    },
    keys: (prefix) => ledger.list(prefix),
  };
}
