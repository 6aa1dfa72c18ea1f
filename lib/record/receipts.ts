/** Receipts: the record of what was published or came to nothing. Put-if-absent, so a repeat is harmless. */
import { receiptSchema, type Receipt } from '../receipt.ts';
import type { Store } from '../store.ts';
import { decodeJson, encodeJson } from './stored-json.ts';

export type Receipts = {
  readonly has: (key: string) => Promise<boolean>;
  readonly read: (key: string) => Promise<Receipt | null>;
  /** The key, or where a receipt has it already (a late debt of the same hour) the next that is free. */
  readonly freeKey: (key: string) => Promise<string>;
  readonly write: (key: string, receipt: Receipt) => Promise<void>;
  /** Keys under a prefix (a day), in order. */
  readonly keys: (prefix: string) => AsyncIterable<string>;
};

export function createReceipts(ledger: Store): Receipts {
  const read = async (key: string): Promise<Receipt | null> => {
    const stored = await ledger.get(key);
    return stored === null ? null : decodeJson(key, stored.bytes, receiptSchema);
  };
  const has = async (key: string): Promise<boolean> => (await ledger.get(key)) !== null;
  return {
    read,
    has,
    freeKey: async (key) => {
      for (let n = 1; ; n++) {
        const candidate = n === 1 ? key : key.replace(/\.json$/, `-${n}.json`);
        if (!(await has(candidate))) return candidate;
      }
    },
    write: async (key, receipt) => {
      // Lost: another delivery of the same event was first; its receipt says the same.
      await ledger.putIfAbsent(key, encodeJson(receipt));
    },
    keys: (prefix) => ledger.list(prefix),
  };
}
