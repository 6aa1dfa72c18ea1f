/**
 * What a new snapshot is compared against: the last committed text. Where another version read it, the stored bytes
 * are read again by today's, so that a better extractor raises no alert (guarantee 4).
 */
import { readingVersion } from '../reading-version.ts';
import type { Committed, TextRevision } from '../revision.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ExtractOutcome, ExtractRules } from '../extraction.ts';
import type { Ledger } from './ledger.ts';

export type Baseline = {
  readonly revision: TextRevision;
  readonly snapshot: Snapshot;
  readonly readAgain: boolean;
};

/** Null only where the tail is: nothing was committed before. */
export async function baseline(tail: Committed | null, ledger: Ledger, rules: ExtractRules): Promise<Baseline | null> {
  const revision = tail === null ? null : await lastText(tail, ledger);
  if (revision === null) return null;
  const version = readingVersion(rules);
  if (revision.snapshot.readingVersion === version) return { revision, snapshot: revision.snapshot, readAgain: false };

  const read = await readStored(revision, ledger, rules);
  // Not there, or no longer readable by today's rules: the stored snapshot is the best there is.
  if (read?.kind !== 'extracted') return { revision, snapshot: revision.snapshot, readAgain: false };
  const { takeSnapshot } = await import('../read-page.ts');
  return { revision, snapshot: takeSnapshot(read.article, version), readAgain: true };
}

/** The stored page of a revision as today's extractor reads it under these rules; null where the page is not there: taken down, or lost. */
export async function readStored(
  { page }: TextRevision,
  ledger: Ledger,
  rules: ExtractRules,
): Promise<ExtractOutcome | null> {
  const body = await ledger.page(page.sha256);
  // Needed after an upgrade only: those who merely tell of revisions start without an extractor.
  const { readPage } = await import('../read-page.ts');
  return body === null ? null : readPage({ url: page.url, contentType: page.contentType, body }, rules);
}

/** The text revision a tail stands on. */
export async function lastText({ revision }: Committed, ledger: Ledger): Promise<TextRevision | null> {
  if (revision.kind === 'text') return revision;
  const text = await ledger.read(revision.articleId, revision.snapshotAt);
  return text?.revision.kind === 'text' ? text.revision : null;
}
