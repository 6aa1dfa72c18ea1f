/** Small steps of a roster entry: its start, its backoff after a failed check, what its stamps have shown. */
import { LIVE } from '../availability.ts';
import { backOffUntil } from '../cadence.ts';
import type { CompareContext } from '../compare/index.ts';
import { NO_VALIDATORS, type FetchOutcome, type Page } from '../page.ts';
import { HOUR_MS } from '../instant.ts';
import type { RosterEntry } from '../roster.ts';
import type { Baseline } from './baseline.ts';
import type { CheckContext } from './context.ts';

/** A newly found article, not yet checked. */
export const newEntry = (
  found: { readonly articleId: string; readonly url: string; readonly alias: string },
  now: Date,
): RosterEntry => ({
  articleId: found.articleId,
  url: found.url,
  aliases: [found.alias],
  firstSeenAt: now.toISOString(),
  checkedAt: null,
  readAt: null,
  changedAt: null,
  validators: NO_VALIDATORS,
  pageHash: null,
  readingVersion: null,
  fingerprint: null,
  words: null,
  revision: 0,
  availability: LIVE,
  failures: 0,
  notBefore: null,
  hintedAt: null,
  stamps: { movedAlone: 0, movedWithText: 0 },
  modifiedAt: null,
  collapse: null,
});

/** Further ahead of the clock than any two clocks of ours are apart. */
const FAR_AHEAD_MS = HOUR_MS;

/** An entry that a wrong clock has dated ahead would not be due until then: it is due now, and what depends on those dates begins anew. Null for any other. */
export function withoutFuture(entry: RosterEntry, now: Date): RosterEntry | null {
  const most = new Date(now.getTime() + FAR_AHEAD_MS).toISOString();
  if ((entry.checkedAt ?? '') <= most) return null;
  const changedAt = (entry.changedAt ?? '') <= most ? entry.changedAt : null;
  const firstSeenAt = entry.firstSeenAt <= most ? entry.firstSeenAt : now.toISOString();
  const availability = { ...entry.availability, suspect: null };
  return {
    ...entry,
    firstSeenAt,
    checkedAt: null,
    readAt: null,
    changedAt,
    notBefore: null,
    collapse: null,
    availability,
  };
}

/** When to try again after a check that read nothing. A page that was answered is looked at again on its ordinary slots: that is how its absence is confirmed. */
export function backoff(
  entry: RosterEntry,
  fetched: FetchOutcome,
  now: Date,
): { readonly failures: number; readonly notBefore: string | null } {
  const failures = entry.failures + 1;
  if (fetched.kind === 'missing' || fetched.kind === 'gone' || fetched.kind === 'page')
    return { failures, notBefore: null };
  const retryAfterSeconds = 'retryAfterSeconds' in fetched ? fetched.retryAfterSeconds : null;
  return { failures, notBefore: backOffUntil(failures, retryAfterSeconds, now) };
}

/** Counts whether the publisher's modified stamp moves with its text or alone: only the first kind is ever believed. */
export function withStamp(
  entry: RosterEntry,
  modifiedAt: string | null,
  text: 'first-sighting' | 'same-text' | 'new-text',
): RosterEntry {
  const moved = modifiedAt !== null && entry.modifiedAt !== null && modifiedAt !== entry.modifiedAt;
  if (!moved || text === 'first-sighting') return { ...entry, modifiedAt: modifiedAt ?? entry.modifiedAt };
  const { movedAlone, movedWithText } = entry.stamps;
  const stamps =
    text === 'same-text'
      ? { movedAlone: movedAlone + 1, movedWithText }
      : { movedAlone, movedWithText: movedWithText + 1 };
  return { ...entry, modifiedAt, stamps };
}

/** Fewer moves than this say nothing about a publication's stamps. */
const ENOUGH_MOVES = 5;

/** Whether a publication's modified stamps move only with its text; null while too few have moved to say. */
export function areStampsReliable(entries: readonly Pick<RosterEntry, 'stamps'>[]): boolean | null {
  let movedAlone = 0;
  let movedWithText = 0;
  for (const { stamps } of entries) {
    movedAlone += stamps.movedAlone;
    movedWithText += stamps.movedWithText;
  }
  if (movedAlone + movedWithText < ENOUGH_MOVES) return null;
  return movedAlone <= movedWithText;
}

/** What a comparison may know beyond the two snapshots. */
export const compareContext = (
  before: Baseline,
  entry: RosterEntry,
  page: Page,
  context: CheckContext,
): CompareContext => ({
  lastUnchangedAt: entry.readAt ?? before.revision.fetchedAt,
  fetchedAt: page.fetchedAt,
  stampsReliable: context.stampsReliable,
  rules: {
    ignore: context.publication.ignore,
    severities: context.publication.severities,
    beats: Object.values(context.watchlist.beats),
  },
});
