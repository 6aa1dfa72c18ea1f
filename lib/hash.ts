/** Content hashes: SHA-256, lower-case hexadecimal. A brand, because mixing one up with an id has no symptom. */
import { createHash } from 'node:crypto';

export type ContentHash = string & { readonly brand: 'ContentHash' };

export const contentHash = (content: Uint8Array | string): ContentHash =>
  createHash('sha256').update(content).digest('hex') as ContentHash;
