/**
 * The articles of a publication being followed, with what is known of each. State, not evidence: it can be rebuilt
 * from the ledger. Shards of at most 500 entries, each read and written whole; an index for the publication itself.
 */
import * as z from 'zod';
import { availabilitySchema } from './availability.ts';

export const MAX_SHARD_ENTRIES = 500;

/** More addresses than any story has: a feed that makes up a new one each time it is read must not grow its roster for ever. */
const MAX_ALIASES = 20;

/** The first, by which an article is known, and the latest. */
export function joinAliases(...lists: readonly (readonly string[])[]): readonly string[] {
  const [first, ...later] = new Set(lists.flat());
  return first === undefined ? [] : [first, ...later.slice(1 - MAX_ALIASES)];
}

export const validatorsSchema = z
  .object({ etag: z.string().nullable(), lastModified: z.string().nullable() })
  .readonly();

export const rosterEntrySchema = z
  .object({
    articleId: z.string(),
    /** Where it is fetched from: the last permanent address. */
    url: z.string(),
    /** Canonical forms of the URLs that have led to it, the first sighting's first (`joinAliases`). */
    aliases: z.array(z.string()).readonly(),
    firstSeenAt: z.string(),
    /** The last time it was asked for, whatever came of it; null until first checked. */
    checkedAt: z.string().nullable(),
    /** The last time its text was seen (read, or confirmed unchanged by a 304); a later change happened after this. */
    readAt: z.string().nullable(),
    /** Of the last revision of the text; the first sighting counts. Cadence slows from here. */
    changedAt: z.string().nullable(),
    validators: validatorsSchema,
    /** SHA-256 of the last page's bytes; the same bytes read by the same version need no reading. */
    pageHash: z.string().nullable(),
    readingVersion: z.string().nullable(),
    /** Null where it was never read, or what the roster says of it is not to be trusted: the ledger is asked first (`recall`). */
    fingerprint: z.string().nullable(),
    /** Words of the body when last read; a reading that loses most of them is held back first. */
    words: z.int().nullable(),
    /** Number of the last committed revision; 0 before the first. */
    revision: z.int(),
    availability: availabilitySchema,
    /** Fetches in a row that ended in nothing usable; drives the backoff. */
    failures: z.int(),
    /** No check before this (Retry-After, backoff). */
    notBefore: z.string().nullable(),
    /** A feed or sitemap said it was updated: due at once. Cleared by the check. */
    hintedAt: z.string().nullable(),
    /** How often its modified stamp moved with no change of text, and with one: reliable stamps are believed. */
    stamps: z.object({ movedAlone: z.int(), movedWithText: z.int() }).readonly(),
    modifiedAt: z.string().nullable(),
    /** A reading that lost most of the body: believed only when it stands for several slots. */
    collapse: z.object({ fingerprint: z.string(), slots: z.int(), lastSlot: z.string() }).readonly().nullable(),
  })
  .readonly();
export type RosterEntry = z.infer<typeof rosterEntrySchema>;

export const rosterShardSchema = z
  .object({
    format: z.literal(1),
    publication: z.string(),
    shard: z.string(),
    /** Visits that have begun to commit and have not ended: whoever finds one trusts none of the entries' fingerprints. */
    open: z.array(z.object({ visit: z.string(), at: z.string() }).readonly()).readonly(),
    entries: z.array(rosterEntrySchema).readonly(),
  })
  .readonly();
export type RosterShard = z.infer<typeof rosterShardSchema>;

/** What is remembered of a feed, sitemap or section page. */
export const sourceStateSchema = z
  .object({
    url: z.string(),
    validators: validatorsSchema,
    checkedAt: z.string().nullable(),
    /** When it last held an article not seen before. */
    lastNewAt: z.string().nullable(),
    failures: z.int(),
    notBefore: z.string().nullable(),
  })
  .readonly();
export type SourceState = z.infer<typeof sourceStateSchema>;

export const robotsStateSchema = z
  .object({
    fetchedAt: z.string(),
    /** `rules`: body holds. `allow-all`: RFC 9309 says so (4xx). `disallow-all`: 5xx or unreachable. */
    kind: z.enum(['rules', 'allow-all', 'disallow-all']),
    body: z.string(),
    /** The origin asked to be left alone (Retry-After): nothing is asked of it before this. */
    heldUntil: z.string().optional(),
  })
  .readonly();
export type RobotsState = z.infer<typeof robotsStateSchema>;

export const rosterIndexSchema = z
  .object({
    format: z.literal(1),
    publication: z.string(),
    /** Shard names in the order they were begun; the last one with room takes new articles. Retired articles move to shards named `retired-…`. */
    shards: z.array(z.object({ shard: z.string(), entries: z.int() }).readonly()).readonly(),
    sources: z.array(sourceStateSchema).readonly(),
    /** By origin ("https://news.example"). */
    robots: z.record(z.string(), robotsStateSchema).readonly(),
    health: z
      .object({
        /** The last checks, newest last, at most 50: did each end in a usable answer? */
        recent: z.array(z.enum(['ok', 'failed', 'blocked', 'collapsed'])).readonly(),
        /** When something new was last found; before that, when it was first looked for. */
        lastDiscoveredAt: z.string().nullable(),
        /** Open incident's number in the ledger, by what it is about. */
        incidents: z.record(z.string(), z.int()).readonly(),
      })
      .readonly(),
  })
  .readonly();
export type RosterIndex = z.infer<typeof rosterIndexSchema>;
