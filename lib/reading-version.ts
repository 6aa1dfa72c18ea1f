// Not from their stages' indexes: a bundle that needs no more than the versions would start with all of both.
import { COMPARATOR_VERSION } from './compare/version.ts';
import type { ExtractRules } from './extraction.ts';
import { EXTRACTOR_VERSION } from './extract/version.ts';
import { contentHash } from './hash.ts';

/**
 * Tells two readings apart, by the versions of extractor and comparator and a hash of the rules: equal versions read equal bytes
 * equally. A snapshot read by another version is never compared: its stored bytes are read again first (guarantee 4).
 */
export const readingVersion = (rules: ExtractRules): string =>
  `${EXTRACTOR_VERSION}.${COMPARATOR_VERSION}+${contentHash(JSON.stringify(rules)).slice(0, 8)}`;
