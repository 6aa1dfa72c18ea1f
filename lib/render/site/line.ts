/** A revision as a site keeps it beside its own page: one line of lists, charts, timelines and feeds. */
import * as z from 'zod';
import { AVAILABILITY_STATES } from '../../availability.ts';
import { CHANGE_KINDS, SEVERITIES } from '../../change.ts';
import { headlineOf, severityOf, type Committed } from '../../revision.ts';
import { describeRevision } from '../describe.ts';
import { lacksNotice } from '../lacks-notice.ts';
import { figureMoves, figureMoveSchema } from '../figure-trails.ts';
import type { RevisionLine } from '../pages/index.ts';
import { relativeHref, type Addresses } from './links.ts';

/** Some hundred bytes, whatever the article's length: a timeline is drawn from these alone. */
export const siteLineSchema = z
  .object({
    articleId: z.string(),
    publication: z.string(),
    publicationName: z.string(),
    number: z.int(),
    headline: z.string(),
    severity: z.enum(SEVERITIES),
    unannounced: z.boolean(),
    summary: z.string(),
    fetchedAt: z.string(),
    unchangedAt: z.string().nullable(),
    kinds: z.array(z.enum(CHANGE_KINDS)).readonly(),
    wordsAdded: z.number(),
    wordsRemoved: z.number(),
    beats: z.array(z.string()).readonly(),
    url: z.string(),
    /** Of a text revision; null for one of availability. */
    text: z
      .object({ direction: z.enum(['ltr', 'rtl']), language: z.string().nullable() })
      .readonly()
      .nullable(),
    /** What an availability revision says the article has become; null for a text revision. */
    availability: z.enum(AVAILABILITY_STATES).nullable(),
    figures: z.array(figureMoveSchema).readonly(),
    /** The headline before, where it was rewritten, and what a publisher’s notice says that came or was altered. */
    headlineBefore: z.string().nullable(),
    notice: z.string().nullable(),
    hash: z.string(),
    previousHash: z.string().nullable(),
    pageToken: z.string().nullable(),
  })
  .readonly();
export type SiteLine = z.infer<typeof siteLineSchema>;

export function lineOf({ revision, hash }: Committed): SiteLine {
  const { articleId, publication, publicationName, number, fetchedAt, unchangedAt, beats } = revision;
  const { url, previousHash, pageToken } = revision;
  const text = revision.kind === 'text' ? revision : null;
  const changes = text?.comparison?.changes ?? [];
  return {
    articleId,
    publication,
    publicationName,
    number,
    headline: headlineOf(revision),
    severity: severityOf(revision),
    unannounced: text?.comparison ? lacksNotice(text.comparison) : false,
    summary: describeRevision(revision),
    fetchedAt,
    unchangedAt,
    kinds: text === null ? ['availability'] : [...new Set(changes.flatMap((change) => [change.kind, ...change.also]))],
    wordsAdded: text?.comparison?.wordsAdded ?? 0,
    wordsRemoved: text?.comparison?.wordsRemoved ?? 0,
    beats,
    url,
    text: text && { direction: text.snapshot.article.direction, language: text.snapshot.article.language },
    availability: revision.kind === 'availability' ? revision.availability.after : null,
    figures: text === null ? [] : figureMoves(text),
    headlineBefore: changes.find(({ part, before }) => part === 'headline' && before !== null)?.before ?? null,
    notice: changes.find(({ kind, after }) => kind === 'correction' && after !== null)?.after ?? null,
    hash,
    previousHash,
    pageToken,
  };
}

/** A line as the page at `from` shows it. */
export function linkedFrom(from: string, line: SiteLine, to: Addresses): RevisionLine {
  const link = (path: string | null): string | null => (path === null ? null : relativeHref(from, path));
  return { ...line, href: link(to.revision(line)), timeline: link(to.timeline(line.articleId)) };
}

/** Names one revision among all. */
export const nameOf = ({ articleId, number }: { readonly articleId: string; readonly number: number }): string =>
  `${articleId} ${number}`;
