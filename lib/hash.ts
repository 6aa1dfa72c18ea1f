/** Content hashes: SHA-256, lower-case hexadecimal. A brand, because mixing one up with an id has no symptom. */
import { createHash, createHmac } from 'node:crypto';

export type ContentHash = string & { readonly brand: 'ContentHash' };

export const contentHash = (content: Uint8Array | string): ContentHash =>
  createHash('sha256').update(content).digest('hex') as ContentHash;

/** 128 bits that nobody can tell without the secret, in 22 characters a path may hold (HMAC-SHA-256, base64url). */
export const unguessable = (secret: string, content: string): string =>
  createHmac('sha256', secret).update(content).digest('base64url').slice(0, 22);
