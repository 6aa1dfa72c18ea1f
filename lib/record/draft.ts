/** Drafts: the next revision as it would be committed on a given tail. Key order is fixed, so equal drafts are equal bytes. */
import type { AvailabilityState } from '../availability.ts';
import type { Change, ChangeKind, Comparison } from '../change.ts';
import { beatsOf } from '../deliver/index.ts';
import { contentHash } from '../hash.ts';
import { canonicalUrl } from '../identity.ts';
import type { Page } from '../page.ts';
import type { AvailabilityRevision, Committed, Owes, TextRevision } from '../revision.ts';
import type { RosterEntry } from '../roster.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Baseline } from './baseline.ts';
import type { CheckContext } from './context.ts';
import type { Draft } from './ledger.ts';
import { decideOwes, nextRecent, NO_RECENT, returnOf } from './owes.ts';

/** Differences that move by themselves from fetch to fetch: alone they make no revision. */
const RESTLESS: ReadonlySet<ChangeKind> = new Set(['dates', 'image', 'link']);

export const isWorthRecording = ({ severity, changes }: Comparison): boolean =>
  severity !== 'none' && changes.some((change) => change.severity !== 'cosmetic' || !RESTLESS.has(change.kind));

export type TextDraftInput = {
  readonly tail: Committed | null;
  readonly before: Baseline | null;
  readonly comparison: Comparison | null;
  readonly snapshot: Snapshot;
  readonly page: Page;
  readonly entry: RosterEntry;
};

export function draftText(input: TextDraftInput, context: CheckContext): Draft {
  const { tail, before, comparison, snapshot, page, entry } = input;
  const recent = tail?.revision.recent ?? NO_RECENT;
  const number = nextNumber(tail);
  const severity = comparison?.severity ?? 'none';
  const returnsTo = comparison === null ? null : returnOf(recent, snapshot.fingerprint);
  const beats = beatsOf(context.watchlist, snapshot.article, comparison);
  const owes = decideOwes(
    context.watchlist,
    {
      publication: context.publicationId,
      severity,
      kinds: kindsOf(comparison?.changes ?? []),
      beats,
      firstSighting: comparison === null,
      muted: isMuted(entry, context),
      fetchedAt: page.fetchedAt,
      returnsTo,
      recent,
    },
    context.now,
  );
  const state = { number, fingerprint: snapshot.fingerprint, fetchedAt: page.fetchedAt };
  const revision: TextRevision = {
    ...head(tail, entry, context, page.fetchedAt),
    kind: 'text',
    owes,
    beats,
    recent: nextRecent(recent, state, owes, { at: page.fetchedAt, severity }),
    page: {
      sha256: contentHash(page.body),
      url: page.url,
      status: page.status,
      contentType: page.contentType,
      bytes: page.body.length,
    },
    snapshot,
    comparedWith: before === null ? null : { number: before.revision.number, readAgain: before.readAgain },
    comparison,
    returnsTo,
  };
  return { revision, pageBytes: page.body };
}

const AVAILABILITY_SEVERITY = {
  gone: 'major',
  missing: 'major',
  redirected: 'notable',
  live: 'notable',
  paywalled: 'minor',
  blocked: 'minor',
} as const satisfies Record<AvailabilityState, AvailabilityRevision['severity']>;

export type AvailabilityDraftInput = {
  readonly tail: Committed;
  readonly text: TextRevision;
  readonly moved: { readonly before: AvailabilityState; readonly after: AvailabilityState };
  readonly detail: string;
  readonly seenAt: string;
  readonly entry: RosterEntry;
};

export function draftAvailability(input: AvailabilityDraftInput, context: CheckContext): Draft {
  const { tail, text, moved, detail, seenAt, entry } = input;
  const { recent, beats } = tail.revision;
  const severity = AVAILABILITY_SEVERITY[moved.after];
  const owes: Owes = decideOwes(
    context.watchlist,
    {
      publication: context.publicationId,
      severity,
      kinds: new Set<ChangeKind>(['availability']),
      beats,
      firstSighting: false,
      muted: isMuted(entry, context),
      fetchedAt: seenAt,
      returnsTo: null,
      recent,
    },
    context.now,
  );
  const revision: AvailabilityRevision = {
    ...head(tail, entry, context, seenAt),
    kind: 'availability',
    owes,
    beats,
    recent: nextRecent(recent, null, owes, { at: seenAt, severity }),
    availability: moved,
    detail,
    severity,
    snapshotAt: text.number,
    headline: text.snapshot.article.headline,
  };
  return { revision, pageBytes: null };
}

function head(tail: Committed | null, entry: RosterEntry, context: CheckContext, fetchedAt: string) {
  return {
    format: 1,
    articleId: entry.articleId,
    publication: context.publicationId,
    publicationName: context.publication.name,
    number: nextNumber(tail),
    previousHash: tail?.hash ?? null,
    url: entry.url,
    fetchedAt,
    unchangedAt: tail === null ? null : latest(entry.readAt, tail.revision.fetchedAt),
    pageToken: context.newPageToken(),
  } as const;
}

const nextNumber = (tail: Committed | null): number => (tail?.revision.number ?? 0) + 1;

/** The roster may not have heard of the tail yet (a lost race, a crash): then the tail's own fetch is the last known. */
const latest = (readAt: string | null, tailFetchedAt: string): string =>
  readAt !== null && readAt > tailFetchedAt ? readAt : tailFetchedAt;

export const kindsOf = (changes: readonly Change[]): ReadonlySet<ChangeKind> =>
  new Set(changes.flatMap((change) => [change.kind, ...change.also]));

const isMuted = (entry: RosterEntry, { publication }: CheckContext): boolean =>
  publication.muted.some((url) => url === entry.url || entry.aliases.includes(canonicalUrl(url) ?? url));
