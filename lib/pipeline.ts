/**
 * One check of one followed article, first stage to last: fetch, extract, compare, record. The Lambda handlers and
 * the command line both come through here; notify and the sweep take it on from the ledger.
 */
import { nextAvailability, observe, type Observation } from './availability.ts';
import { isNewDay } from './cadence.ts';
import { unreachable } from './errors.ts';
import { contentHash, type ContentHash } from './hash.ts';
import { checkHealth, type CheckHealth } from './health.ts';
import { NO_VALIDATORS, type FetchOutcome, type Page, type Validators } from './page.ts';
import { readPage, takeSnapshot } from './read-page.ts';
import { readingVersion } from './reading-version.ts';
import {
  backoff,
  baseline,
  compareContext,
  draftAvailability,
  draftText,
  identify,
  isWorthRecording,
  judgeCollapse,
  lastText,
  recall,
  wordsOf,
  withStamp,
  type CheckContext,
} from './record/index.ts';
import type { Committed } from './revision.ts';
import type { RosterEntry } from './roster.ts';
import type { Snapshot } from './snapshot.ts';

/** What one check came to: the entry to write back, what was committed, and of which `kind` the check was. */
export type CheckOutcome = {
  /** The entry as it should stand in the roster from now on. */
  readonly entry: RosterEntry;
  /** What it says of the publication's health. */
  readonly health: CheckHealth;
  /** What this check committed: an article that is back, with another text, makes two revisions. */
  readonly committed: readonly Committed[];
  /** Another article, taken up meanwhile under the address this one has moved to. */
  readonly alsoFollowedAs?: string;
} & (
  | {
      readonly kind: 'unchanged';
      readonly why: 'not-modified' | 'same-bytes' | 'same-text' | 'nothing-worth-recording';
    }
  | { readonly kind: 'first-sighting' | 'revised' }
  /** Confirmed to be in another availability than before. */
  | { readonly kind: 'availability' }
  /** Turned out to be an article that is followed already, under another address. */
  | { readonly kind: 'merged'; readonly into: string }
  /** Could not be read this time: nothing is concluded until it stands over several slots. */
  | { readonly kind: 'unreadable'; readonly seen: Observation; readonly detail: string }
);

/** One check. Rejects only when the store fails: whatever the world does is an outcome. */
export async function checkArticle(known: RosterEntry, context: CheckContext): Promise<CheckOutcome> {
  const entry = isTrusted(known) ? known : await recall(known, context.ledger);
  const version = readingVersion(context.rules);

  const fetched = await context.fetchPage({ url: entry.url, validators: validatorsFor(entry, context.now) });
  const same = samePage(fetched, entry, version);
  if (same !== null)
    return { kind: 'unchanged', why: same, entry: seenUnchanged(entry, fetched), health: 'ok', committed: [] };

  const reading = readFetched(fetched, entry, version, context);
  const { committed, entry: standing } = await settleAvailability(entry, reading, fetched, context);
  if (reading.kind === 'unread') {
    const unread = { ...standing, ...backoff(entry, fetched, context.now), collapse: reading.collapse };
    const { seen, detail, health } = reading;
    if (committed.length > 0) return { kind: 'availability', entry: unread, health, committed };
    return { kind: 'unreadable', seen, detail, entry: unread, health, committed };
  }
  const identity = identify(standing, reading.page, reading.snapshot.article, context.ownerOf);
  if (identity.kind === 'merged')
    return { kind: 'merged', into: identity.into, entry: standing, health: 'ok', committed: [] };
  const outcome = await recordText(identity.entry, reading, committed, context);
  return identity.alsoFollowedAs === null ? outcome : { ...outcome, alsoFollowedAs: identity.alsoFollowedAs };
}

/** What was looked at and never recorded has nothing to recall; of anything else without a fingerprint the ledger may know more. */
const isTrusted = ({ fingerprint, revision, checkedAt }: RosterEntry): boolean =>
  fingerprint !== null || (revision === 0 && checkedAt !== null);

type Read = {
  readonly kind: 'read';
  readonly seen: 'live';
  readonly detail: string;
  readonly page: Page;
  readonly pageHash: ContentHash;
  readonly snapshot: Snapshot;
};
type Unread = {
  readonly kind: 'unread';
  readonly seen: Observation;
  readonly detail: string;
  readonly health: CheckHealth;
  readonly collapse: RosterEntry['collapse'];
};

/** Extraction, and the two ways in which a page that can be read is still no reading of the article. */
function readFetched(fetched: FetchOutcome, entry: RosterEntry, version: string, context: CheckContext): Read | Unread {
  const page = fetched.kind === 'page' ? fetched.page : null;
  const extracted = page === null ? null : readPage(page, context.rules);
  const { seen, detail } = observe(fetched, extracted, entry);
  if (page === null || extracted?.kind !== 'extracted' || seen !== 'live') {
    return { kind: 'unread', seen, detail, health: checkHealth(fetched, extracted, entry), collapse: entry.collapse };
  }
  const snapshot = takeSnapshot(extracted.article, version);
  const collapse = judgeCollapse(entry, snapshot, context.slot);
  switch (collapse.kind) {
    case 'whole':
      return { kind: 'read', seen, detail, page, pageHash: contentHash(page.body), snapshot };
    case 'paywalled':
      return {
        kind: 'unread',
        seen: 'paywalled',
        detail: 'most of the text is behind a paywall now',
        health: 'ok',
        collapse: null,
      };
    case 'held':
      return {
        kind: 'unread',
        seen: 'unknown',
        detail: 'most of the text is missing',
        health: 'collapsed',
        collapse: collapse.collapse,
      };
    default:
      return unreachable(collapse);
  }
}

/** An availability that has stood long enough is a revision of its own, before any revision of the text. */
async function settleAvailability(
  entry: RosterEntry,
  reading: Read | Unread,
  fetched: FetchOutcome,
  context: CheckContext,
): Promise<{ readonly entry: RosterEntry; readonly committed: readonly Committed[] }> {
  const seenAt = fetchedAtOf(fetched);
  const { availability, settled } = nextAvailability(
    entry.availability,
    reading.seen,
    context.slot,
    context.isInTrouble,
  );
  const checked = { ...entry, availability, checkedAt: seenAt, hintedAt: null };
  if (settled === null || entry.revision === 0) return { entry: checked, committed: [] };

  await context.beforeCommit();
  const outcome = await context.ledger.commit(entry.articleId, entry.revision, async (tail) => {
    const text = tail === null ? null : await lastText(tail, context.ledger);
    if (tail === null || text === null) return null;
    const told = tail.revision.kind === 'availability' ? tail.revision.availability.after : 'live';
    if (told === settled.after) return null;
    const moved = { before: told, after: settled.after };
    return draftAvailability({ tail, text, moved, detail: reading.detail, seenAt, entry }, context);
  });
  if (outcome.kind === 'nothing-new') {
    return { entry: { ...checked, revision: outcome.tail?.revision.number ?? entry.revision }, committed: [] };
  }
  return { entry: { ...checked, revision: outcome.committed.revision.number }, committed: [outcome.committed] };
}

/** Compares with whatever is the tail when it comes to committing, and records what differs. */
async function recordText(
  standing: RosterEntry,
  { page, pageHash, snapshot }: Read,
  earlier: readonly Committed[],
  context: CheckContext,
): Promise<CheckOutcome> {
  const entry: RosterEntry = {
    ...standing,
    validators: page.validators,
    pageHash,
    readingVersion: snapshot.readingVersion,
    fingerprint: snapshot.fingerprint,
    words: wordsOf(snapshot),
    readAt: page.fetchedAt,
    failures: 0,
    notBefore: null,
    collapse: null,
  };
  const unchanged = (
    why: 'same-text' | 'nothing-worth-recording',
    revision: number,
    changedAt: string | null,
  ): CheckOutcome => {
    const stamped = withStamp({ ...entry, revision, changedAt }, snapshot.article.modifiedAt, 'same-text');
    if (earlier.length > 0) return { kind: 'availability', entry: stamped, health: 'ok', committed: earlier };
    return { kind: 'unchanged', why, entry: stamped, health: 'ok', committed: [] };
  };
  const isSameText =
    snapshot.fingerprint === standing.fingerprint && snapshot.readingVersion === standing.readingVersion;
  if (isSameText) return unchanged('same-text', standing.revision, standing.changedAt);

  await context.beforeCommit();
  const outcome = await context.ledger.commit(entry.articleId, entry.revision, async (tail) => {
    const before = await baseline(tail, context.ledger, context.rules);
    if (before === null) return draftText({ tail, before, comparison: null, snapshot, page, entry: standing }, context);
    const known = compareContext(before, standing, page, context);
    // Its word lists take a tenth of a second to load on Lambda, and most visits change nothing.
    const { compareArticles } = await import('./compare/compare.ts');
    const comparison = compareArticles(before.snapshot.article, snapshot.article, known);
    if (!isWorthRecording(comparison)) return null;
    return draftText({ tail, before, comparison, snapshot, page, entry: standing }, context);
  });

  if (outcome.kind === 'nothing-new') {
    const number = outcome.tail?.revision.number ?? entry.revision;
    return unchanged('nothing-worth-recording', number, entry.changedAt);
  }
  const { revision } = outcome.committed;
  const isFirst = revision.kind === 'text' && revision.comparedWith === null;
  const revised = { ...entry, revision: revision.number, changedAt: page.fetchedAt };
  return {
    kind: isFirst ? 'first-sighting' : 'revised',
    entry: withStamp(revised, snapshot.article.modifiedAt, isFirst ? 'first-sighting' : 'new-text'),
    health: 'ok',
    committed: [...earlier, outcome.committed],
  };
}

/**
 * A conditional request only where "not modified" would settle it: the text was read before and nothing else is suspected. And not
 * the first time in a day: caches and content systems are met that answer "not modified" for good, whatever has changed.
 */
function validatorsFor(entry: RosterEntry, now: Date): Validators {
  const { availability, validators, fingerprint, collapse } = entry;
  const isSettled = availability.state === 'live' && fingerprint !== null && collapse === null;
  return isSettled && !isNewDay(entry, now) ? validators : NO_VALIDATORS;
}

/** The least work that shows that nothing changed: a 304, or the same bytes as last time read by the same version. */
function samePage(fetched: FetchOutcome, entry: RosterEntry, version: string): 'not-modified' | 'same-bytes' | null {
  if (entry.availability.state !== 'live' || entry.fingerprint === null) return null;
  if (fetched.kind === 'not-modified') return 'not-modified';
  if (fetched.kind !== 'page' || entry.readingVersion !== version) return null;
  return contentHash(fetched.page.body) === entry.pageHash ? 'same-bytes' : null;
}

function seenUnchanged(entry: RosterEntry, fetched: FetchOutcome): RosterEntry {
  const at = fetchedAtOf(fetched);
  const validators = fetched.kind === 'page' ? fetched.page.validators : entry.validators;
  const availability = { ...entry.availability, suspect: null };
  return {
    ...entry,
    validators,
    availability,
    checkedAt: at,
    readAt: at,
    hintedAt: null,
    failures: 0,
    notBefore: null,
  };
}

const fetchedAtOf = (fetched: FetchOutcome): string =>
  fetched.kind === 'page' ? fetched.page.fetchedAt : fetched.fetchedAt;
