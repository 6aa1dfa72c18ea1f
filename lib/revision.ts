/**
 * A committed state of an article that differs from the one before. Stored forever as `revisions/<article-id>/<00001>.json`;
 * its hash is the SHA-256 of the stored bytes and stands in its successor, so the history is a chain that can be audited.
 */
import * as z from 'zod';
import { AVAILABILITY_STATES } from './availability.ts';
import { comparisonSchema, SEVERITIES, type Severity } from './change.ts';
import { snapshotSchema } from './snapshot.ts';

/** How people and programs are told. */
export const CHANNELS = ['email', 'sms', 'events'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Why a revision owes its subscribers nothing. Recorded, so that silence can be told from a loss. */
export const SUPPRESSIONS = [
  'first-sighting',
  'cosmetic',
  'no-edition',
  'no-subscriber',
  'muted',
  'shadow',
  'too-old',
  'returned',
  'already-told',
  'daily-cap',
] as const;
export type Suppression = (typeof SUPPRESSIONS)[number];

/** One debt: on this channel, to these editions, not before `dueAt`. */
export const owedAlertSchema = z
  .object({
    channel: z.enum(CHANNELS),
    editions: z.array(z.string()).readonly(),
    /** `now`: by notify, at the commit. `folded`: with the article's other changes until `dueAt`. `digest`: with the edition's other alerts at `dueAt`. */
    how: z.enum(['now', 'folded', 'digest']),
    dueAt: z.string(),
  })
  .readonly();
export type OwedAlert = z.infer<typeof owedAlertSchema>;

/** What a revision owes its subscribers, decided once when it is committed: alerts, or nothing and why. */
export const owesSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('alerts'), alerts: z.array(owedAlertSchema).readonly() }).readonly(),
  z.object({ kind: z.literal('nothing'), why: z.enum(SUPPRESSIONS) }).readonly(),
]);
export type Owes = z.infer<typeof owesSchema>;

export const pageReferenceSchema = z
  .object({
    /** Of the decoded bytes; they are `pages/<sha256>.html.gz`. */
    sha256: z.string(),
    url: z.string(),
    status: z.int(),
    contentType: z.string().nullable(),
    bytes: z.int(),
  })
  .readonly();

/**
 * What the next decision must know of the revisions before it, carried along so that the tail of the ledger is
 * enough: the latest states, newest last and at most 12, and the last alert sent at once.
 */
export const recentSchema = z
  .object({
    states: z
      .array(z.object({ number: z.int(), fingerprint: z.string(), fetchedAt: z.string() }).readonly())
      .readonly(),
    alerted: z
      .object({ at: z.string(), severity: z.enum(SEVERITIES) })
      .readonly()
      .nullable(),
  })
  .readonly();
export type Recent = z.infer<typeof recentSchema>;

const head = {
  format: z.literal(1),
  articleId: z.string(),
  /** The publication's id in the watchlist, and its name on the day. */
  publication: z.string(),
  publicationName: z.string(),
  number: z.int().positive(),
  /** Hash of the predecessor's stored bytes; null on number 1. */
  previousHash: z.string().nullable(),
  url: z.string(),
  /** When the page that shows this state was fetched. */
  fetchedAt: z.string(),
  /** The last time the state before was seen unchanged; null on number 1. The change happened between the two. */
  unchangedAt: z.string().nullable(),
  owes: owesSchema,
  /** Unguessable part of the path of this revision's public page; null when pages are not published. */
  pageToken: z.string().nullable(),
  /** Beats of the watchlist the article or its changes are on. */
  beats: z.array(z.string()).readonly(),
  recent: recentSchema,
};

export const textRevisionSchema = z
  .object({
    ...head,
    kind: z.literal('text'),
    page: pageReferenceSchema,
    snapshot: snapshotSchema,
    /** Null on a first sighting. `readAgain` is true where stored bytes were read by a newer extractor before comparing. */
    comparedWith: z.object({ number: z.int(), readAgain: z.boolean() }).readonly().nullable(),
    comparison: comparisonSchema.nullable(),
    /** Number of an earlier revision with the same text, where this is a return to it. */
    returnsTo: z.int().nullable(),
  })
  .readonly();
export type TextRevision = z.infer<typeof textRevisionSchema>;

export const availabilityRevisionSchema = z
  .object({
    ...head,
    kind: z.literal('availability'),
    availability: z.object({ before: z.enum(AVAILABILITY_STATES), after: z.enum(AVAILABILITY_STATES) }).readonly(),
    /** What was seen, in one line ("HTTP 404 on 3 visits since 18:20 UTC"). */
    detail: z.string(),
    severity: z.enum(['minor', 'notable', 'major']),
    /** The text revision that holds the last snapshot. */
    snapshotAt: z.int(),
    headline: z.string(),
  })
  .readonly();
export type AvailabilityRevision = z.infer<typeof availabilityRevisionSchema>;

/** A revision as it is stored: of the text, or of the availability. */
export const revisionSchema = z.discriminatedUnion('kind', [textRevisionSchema, availabilityRevisionSchema]);
export type Revision = z.infer<typeof revisionSchema>;

/** A revision as it lies in the ledger, with the hash of its bytes. */
export type Committed<R extends Revision = Revision> = { readonly revision: R; readonly hash: string };

export const severityOf = (revision: Revision): Severity =>
  revision.kind === 'availability' ? revision.severity : (revision.comparison?.severity ?? 'none');

export const headlineOf = (revision: Revision): string =>
  revision.kind === 'availability' ? revision.headline : revision.snapshot.article.headline;
